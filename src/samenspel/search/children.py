"""What the processes of the worker do, each started as `python -m samenspel.search.children ROLE`.

A child ends by itself when its supervisor is gone, and dies loudly when something is wrong: the
supervisor starts another one.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

import django

POLL = 1.0
"""Seconds after which a child looks for work that nobody told it about."""

logger = logging.getLogger(__name__)


class Stopping:
    """Whether the process was asked to stop, or lost its supervisor."""

    def __init__(self) -> None:
        self.asked = False
        self.supervisor = os.getppid()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True

    def __bool__(self) -> bool:
        return self.asked or os.getppid() != self.supervisor


def run_indexer(stopping: Stopping) -> None:
    """Bring the outbox to the index as soon as rows are written; rebuild an index that is lost."""
    from samenspel.search.outbox import CHANNEL
    from samenspel.search.work import index_batch, new_indexer

    indexer = new_indexer()
    _listen(CHANNEL, lambda: index_batch(indexer), stopping)
    indexer.close()


def run_embedder(stopping: Stopping) -> None:
    """Embed waiting texts, behind everything else that the machine has to do."""
    from samenspel.search import meaning
    from samenspel.search.service import embedder

    os.nice(10)
    model = embedder()
    assert model is not None, "embedders run only when there is an embedder"
    _listen(meaning.CHANNEL, lambda: meaning.embed_batch(model), stopping)


ROLES: dict[str, Callable[[Stopping], None]] = {"indexer": run_indexer, "embedder": run_embedder}


def _listen(channel: str, work: Callable[[], int], stopping: Stopping) -> None:
    """Do `work` while it finds some; otherwise wait for a sign, but no longer than `POLL`."""
    from django.db import connections

    # A connection of its own: one that waits for signs cannot be in a transaction.
    ear = connections.create_connection("default")
    with ear.cursor() as cursor:
        cursor.execute(f"LISTEN {channel}")
    while not stopping:
        if not work():
            for _ in ear.connection.notifies(timeout=POLL, stop_after=1):
                pass


def main(role: str) -> None:
    """Run one child until it is asked to stop."""
    stopping = Stopping()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")
    django.setup()
    from django.db import InterfaceError, OperationalError

    try:
        ROLES[role](stopping)
    except (InterfaceError, OperationalError) as error:
        logger.error("The database does not answer: %s", str(error).strip())
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
