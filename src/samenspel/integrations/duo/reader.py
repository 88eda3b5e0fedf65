"""A register file, read line by line.

No field of these files holds a line break, so each line is parsed by itself: a quote that is never
closed costs one row and not the rest of the file, and every problem has its true line number.
"""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from samenspel.integrations.duo.layouts import Columns, recognise
from samenspel.integrations.duo.rows import SHOWN, read_row
from samenspel.integrations.duo.values import FileRefused, Repeated, RowError, SiteRow

MEGABYTES = 100
MOST_ROWS = 200_000
"""There are some 10,000 school sites; a file with more rows than this is something else."""
LONGEST_LINE = 20_000
BOM = b"\xef\xbb\xbf"
KINDS = {
    b"PK\x03\x04": "Excel",
    b"\xd0\xcf\x11\xe0": "Excel",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"<": "HTML",
}


@dataclass(frozen=True)
class RegisterFile:
    """A file that can be used; `lines` counts the header too, `digest` is its SHA-256."""

    path: Path
    layout: str
    encoding: str
    lines: int
    digest: str
    columns: Columns
    delimiter: str

    def rows(self) -> Iterator[SiteRow | RowError | Repeated]:
        """Every row in the order of the file; a row that is left out gives one or more errors."""
        seen: dict[str, tuple[int, SiteRow]] = {}
        with self.path.open("rb") as file:
            for line, raw in _lines(file):
                if line == 1 or (raw is not None and not raw.strip()):
                    continue
                found = self._row(line, raw)
                if isinstance(found, list):
                    yield from found
                elif found.code not in seen:
                    seen[found.code] = (line, _without_place(found))
                    yield found
                else:
                    first, same = seen[found.code]
                    if same == _without_place(found):
                        yield Repeated(line, found.code, first)
                    else:
                        column = self.columns.names.get("code", self.columns.names["brin"])
                        yield RowError(line, column, found.code, "duplicate", first)

    def _row(self, line: int, raw: bytes | None) -> SiteRow | list[RowError]:
        if raw is None:
            return [RowError(line, "", "", "line_too_long")]
        try:
            text = raw.decode(self.encoding).rstrip("\r\n")
        except UnicodeDecodeError:
            shown = raw.decode("ascii", "backslashreplace")[:SHOWN]
            return [RowError(line, "", shown, "encoding")]
        try:
            (cells,) = csv.reader([text], delimiter=self.delimiter, strict=True)
        except (csv.Error, ValueError):
            return [RowError(line, "", text[:SHOWN], "quote")]
        return read_row(self.columns, line, cells)


def open_register(path: Path) -> RegisterFile:
    """Look a file over: is it text, in which layout and encoding. Raises FileRefused."""
    try:
        with path.open("rb") as file:
            return _look_over(path, file)
    except OSError as error:
        raise FileRefused("unreadable", reason=error.strerror or str(error)) from error


def _look_over(path: Path, file: BinaryIO) -> RegisterFile:
    size = path.stat().st_size
    if size > MEGABYTES * 1024 * 1024:
        raise FileRefused("too_large", megabytes=MEGABYTES)
    start = file.read(8)
    file.seek(0)
    for magic, kind in KINDS.items():
        if start.startswith(magic):
            raise FileRefused("not_text", kind=kind)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in start:
        raise FileRefused("encoding", tried=("utf-8", "windows-1252"), line=1, likely="utf-16")
    scan = _scan(file)
    if not scan.header:
        raise FileRefused("empty")
    delimiter = max(";,\t", key=scan.header.count)
    columns = recognise(next(csv.reader([scan.header], delimiter=delimiter)))
    if scan.rows == 0:
        raise FileRefused("no_rows")
    return RegisterFile(
        path=path,
        layout=columns.layout.name,
        encoding=_encoding(columns.layout.encodings, scan),
        lines=scan.lines,
        digest=scan.digest,
        columns=columns,
        delimiter=delimiter,
    )


@dataclass
class _Scan:
    header: str = ""
    lines: int = 0
    rows: int = 0
    digest: str = ""
    accented: int = 0
    undecodable: int = 0
    first_undecodable: int = 0


def _scan(file: BinaryIO) -> _Scan:
    scan = _Scan()
    digest = hashlib.sha256()
    for line, raw in _lines(file, digest):
        scan.lines = line
        if line == 1:
            if raw is None:
                raise FileRefused("unknown_layout", columns=())
            scan.header = raw.decode("latin-1").strip("\r\n")
            continue
        if raw is not None and not raw.strip():
            continue
        scan.rows += 1
        if scan.rows > MOST_ROWS:
            raise FileRefused("too_many_rows", rows=MOST_ROWS)
        if raw is None or raw.isascii():
            continue
        try:
            raw.decode("utf-8")
            scan.accented += 1
        except UnicodeDecodeError:
            scan.undecodable += 1
            scan.first_undecodable = scan.first_undecodable or line
    scan.digest = digest.hexdigest()
    return scan


def _encoding(allowed: tuple[str, ...], scan: _Scan) -> str:
    """UTF-8 as long as most lines with accents are; else the other one of the layout, if any.

    One damaged line in a UTF-8 file is a problem of that line, not of the file.
    """
    if scan.undecodable <= scan.accented:
        return "utf-8"
    if len(allowed) > 1:
        return allowed[1]
    raise FileRefused("encoding", tried=allowed, line=scan.first_undecodable, likely="windows-1252")


def _lines(
    file: BinaryIO, digest: "hashlib._Hash | None" = None
) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, without the mark some programs put first; None when too long."""
    number = 0
    while piece := file.readline(LONGEST_LINE):
        number += 1
        if digest:
            digest.update(piece)
        too_long = not piece.endswith(b"\n") and len(piece) == LONGEST_LINE
        rest = piece
        while too_long and rest and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE)
            if digest:
                digest.update(rest)
        yield number, None if too_long else (piece.removeprefix(BOM) if number == 1 else piece)


def _without_place(site: SiteRow) -> SiteRow:
    """What must be the same in a second row for the same site."""
    return replace(site, line=0, house_number="", longitude=None, latitude=None)
