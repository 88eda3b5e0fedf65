"""The database server for the tests, and the people that appear in them."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest_plugins = ("search_fixtures",)


def pytest_configure(config: pytest.Config) -> None:
    """Start the embedded database unless `DATABASE_URL` names another."""
    config.addinivalue_line("markers", "browser: needs chromium")
    if config.pluginmanager.hasplugin("django"):
        from django.conf import settings

        from samenspel.config.embedded import EmbeddedPostgres

        if "DATABASE_URL" not in os.environ:
            EmbeddedPostgres(settings.DATA, durable=False).start()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the database again when nobody else uses it."""
    if hasattr(config, "workerinput") or "DATABASE_URL" in os.environ:
        return
    if config.pluginmanager.hasplugin("django"):
        from django.conf import settings
        from django.db import connections

        from samenspel.config.embedded import EmbeddedPostgres

        connections.close_all()
        EmbeddedPostgres(settings.DATA, durable=False).stop()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let the flush between transactional tests empty the audit trail too."""
    from django.db import connection

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE common_auditevent DISABLE TRIGGER audit_no_truncate")


@pytest.fixture(autouse=True)
def fresh_cache():
    """No rate limit of an earlier test counts in this one."""
    from django.core.cache import cache

    yield
    cache.clear()


@pytest.fixture
def world(db):
    """One of each kind of person and the organisations they belong to."""
    from world import World

    return World()
