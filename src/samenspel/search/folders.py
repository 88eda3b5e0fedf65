"""Where the word index lives on disk, which one is in use, and who may write.

    <path>/current            the name of the folder in use
    <path>/index-<time>/      one index; the one before stays until the next rebuild
    <path>/writing.lock       held while a batch is written, and while a new index takes over
    <path>/rebuilding.lock    held as long as a rebuild runs

The locks are of the operating system: they end with the process that holds them, however it ends.
"""

import contextlib
import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = "index-"


class AlreadyRebuilding(Exception):
    """Another process is rebuilding this index."""


class Folders:
    """The folder of `settings.SEARCH["PATH"]`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def current(self) -> Path | None:
        """The folder in use; None when there is no index in it (any more)."""
        try:
            folder = self.path / (self.path / "current").read_text().strip()
        except OSError:
            return None
        return folder if (folder / "meta.json").is_file() else None

    def fresh(self) -> Path:
        """A new empty folder, not in use yet; what earlier rebuilds left half done goes."""
        keep = self.current()
        self.path.mkdir(parents=True, exist_ok=True)
        for folder in self.path.glob(f"{PREFIX}*"):
            if folder != keep:
                shutil.rmtree(folder, ignore_errors=True)
        folder = self.path / f"{PREFIX}{time.time_ns()}"
        folder.mkdir()
        return folder

    def use(self, folder: Path) -> None:
        """Take `folder` into use in one step: a reader sees the old index or the new one."""
        pointer = self.path / f"current.{os.getpid()}"
        with pointer.open("w") as stream:
            stream.write(folder.name)
            stream.flush()
            os.fsync(stream.fileno())
        pointer.replace(self.path / "current")

    def discard(self, folder: Path) -> None:
        """Take `folder` out of use because it is damaged; the worker then builds a new one."""
        with self.writing():
            if self.current() == folder:
                (self.path / "current").unlink()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only one who writes, after waiting for whoever does so now."""
        with self._lock("writing.lock") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    @contextlib.contextmanager
    def rebuilding(self) -> Iterator[None]:
        """Be the only one who rebuilds; `AlreadyRebuilding` when somebody else does."""
        with self._lock("rebuilding.lock") as handle:
            for attempt in reversed(range(20)):
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    # Somebody may only be looking, in `is_rebuilding`: a moment.
                    if not attempt:
                        raise AlreadyRebuilding(str(self.path)) from None
                    time.sleep(0.02)
            yield

    def is_rebuilding(self) -> bool:
        """Whether some process is rebuilding now."""
        if not self.path.is_dir():
            return False
        with self._lock("rebuilding.lock") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    @contextlib.contextmanager
    def _lock(self, name: str) -> Iterator[int]:
        self.path.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.path / name, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            yield handle
        finally:
            os.close(handle)
