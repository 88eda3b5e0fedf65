"""The supervisor: one indexer, some embedders, kept alive until asked to stop."""

import logging
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from types import FrameType

logger = logging.getLogger(__name__)

SHORTEST, LONGEST = 0.5, 5.0
"""Seconds before a child that died is started again; doubled each time it dies soon."""

HEALTHY = 30.0
"""Seconds after which a child counts as well again."""

PATIENCE = 10.0
"""Seconds that children get to stop."""


@dataclass
class Child:
    """A process that should be running."""

    role: str
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    delay: float = SHORTEST
    again: float = field(default=0.0)

    def start(self, now: float) -> None:
        """Start it; it notices by itself when the supervisor has gone."""
        command = [sys.executable, "-m", "samenspel.search.children", self.role]
        # A session of its own: Ctrl-C reaches the supervisor, which stops its children in order.
        self.process = subprocess.Popen(command, start_new_session=True)  # noqa: S603
        self.started = now

    def look_after(self, now: float) -> None:
        """Start it again when it died, later each time."""
        if self.process is None:
            if now >= self.again:
                self.start(now)
            return
        code = self.process.poll()
        if code is None:
            if now - self.started > HEALTHY:
                self.delay = SHORTEST
            return
        logger.error("%s stopped with code %s; again in %.1f s", self.role, code, self.delay)
        self.process, self.again = None, now + self.delay
        self.delay = min(self.delay * 2, LONGEST)


class Supervisor:
    """Runs the children; `run` returns after SIGTERM or Ctrl-C, with every child gone."""

    def __init__(self, *, embedders: int) -> None:
        self.children = [Child("indexer"), *(Child("embedder") for _ in range(embedders))]
        self.stopping = False

    def run(self) -> None:
        """Look after the children until asked to stop."""
        from django.db import close_old_connections

        from samenspel.search.status import progress_line

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)
        said, next_line = "", 0.0
        try:
            while not self.stopping:
                now = time.monotonic()
                for child in self.children:
                    child.look_after(now)
                if now >= next_line:
                    close_old_connections()  # one that broke would stay broken
                    line, next_line = progress_line(), now + 5
                    if line != said:
                        said = line
                        print(line, flush=True)
                time.sleep(0.2)
        finally:
            self._stop()

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _stop(self) -> None:
        running = [child.process for child in self.children if child.process is not None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + PATIENCE
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
