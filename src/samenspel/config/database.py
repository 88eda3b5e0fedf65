"""Having a database and a set-up Django while a command runs."""

import contextlib
from collections.abc import Iterator


@contextlib.contextmanager
def running() -> Iterator[None]:
    """Start the embedded database if this installation uses it, set Django up, stop afterwards."""
    import django
    from django.conf import settings

    server = settings.EMBEDDED_POSTGRES
    started = server.start() if server else False
    try:
        django.setup()
        yield
    finally:
        if started:
            from django.db import connections

            connections.close_all()
            server.stop()
