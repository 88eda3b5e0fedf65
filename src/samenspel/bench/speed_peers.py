"""The same documents and queries in PostgreSQL's full text search and in SQLite FTS5.

Both are set up as their manuals advise: a stored `tsvector` with a GIN index and `ts_rank`; FTS5
with `bm25`. They find any of the words, rank, and give twenty results and the total, as Samenspel
does.
"""

# ruff: noqa: S608 (the names in the statements are our own)

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import psycopg

from samenspel.search.documents import PUBLIC, Document

LIMIT = 20
COLUMNS = (
    "key",
    "kind",
    "audience",
    "sectors",
    "domain",
    "service_type",
    "region",
    "price_band",
    "evidence_level",
    "title",
    "body",
)

Filters = Mapping[str, Sequence[str]]


class Peer(Protocol):
    """One engine to compare with."""

    name: str

    def build(self, blocks: Iterator[list[Document]]) -> None:
        """Take in every document and make the indexes."""
        ...

    def find(self, text: str, *, unfinished: bool = False) -> int:
        """Twenty ranked results for any of the words; the total. The last may be unfinished."""
        ...

    def find_filtered(self, text: str, filters: Filters, facets: Sequence[str]) -> int:
        """The same within what may be seen and is filtered on, with counts for each facet."""
        ...

    def size(self) -> int:
        """Bytes on disk."""
        ...


class Postgres:
    """PostgreSQL full text search with its own Dutch dictionary."""

    name = "postgres"

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url, autocommit=True)
        self._connection.execute("SET work_mem = '64MB'")

    def build(self, blocks: Iterator[list[Document]]) -> None:
        """See `Peer.build`."""
        run = self._connection.execute
        columns = ", ".join(f"{name} text" for name in COLUMNS)
        run("DROP TABLE IF EXISTS peer")
        run(
            f"CREATE UNLOGGED TABLE peer ({columns}, words tsvector GENERATED ALWAYS AS "
            "(to_tsvector('dutch', title || ' ' || body)) STORED)"
        )
        names = ", ".join(COLUMNS)
        with self._connection.cursor().copy(f"COPY peer ({names}) FROM STDIN") as copy:
            for block in blocks:
                for document in block:
                    copy.write_row(_row(document))
        run("SET maintenance_work_mem = '1GB'")
        run("CREATE INDEX peer_words ON peer USING gin (words)")
        run("CREATE INDEX peer_filter ON peer (kind, sectors)")
        run("VACUUM ANALYZE peer")
        run("RESET maintenance_work_mem")

    def find(self, text: str, *, unfinished: bool = False) -> int:
        """See `Peer.find`."""
        beginning = ":*" if unfinished else ""
        rows = self._connection.execute(
            "SELECT key, ts_rank(words, query) AS rank, count(*) OVER () FROM peer, "
            "to_tsquery('dutch', %s) query WHERE words @@ query ORDER BY rank DESC LIMIT %s",
            [" | ".join(text.split()) + beginning, LIMIT],
        ).fetchall()
        return int(rows[0][2]) if rows else 0

    def find_filtered(self, text: str, filters: Filters, facets: Sequence[str]) -> int:
        """See `Peer.find_filtered`: one statement, the matches found once."""
        wanted = "".join(f" AND {name} = ANY(%s)" for name in filters)
        counts = "".join(
            f" UNION ALL SELECT '{name}', {name}, count(*) FROM found GROUP BY {name}"  # nosec B608
            for name in facets
        )
        selected = ", ".join(("key", *facets))
        rows = self._connection.execute(
            f"WITH found AS MATERIALIZED (SELECT {selected}, ts_rank(words, query) AS rank "  # nosec B608
            "FROM peer, to_tsquery('dutch', %s) query "
            f"WHERE words @@ query AND audience = %s{wanted}) "
            "(SELECT 'hit', key, 0 FROM found ORDER BY rank DESC LIMIT %s) "
            f"UNION ALL SELECT 'total', '', count(*) FROM found{counts}",
            [" | ".join(text.split()), PUBLIC, *map(list, filters.values()), LIMIT],
        ).fetchall()
        return next(int(count) for what, _, count in rows if what == "total")

    def size(self) -> int:
        """See `Peer.size`."""
        row = self._connection.execute("SELECT pg_total_relation_size('peer')").fetchone()
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()


class Sqlite:
    """SQLite FTS5; it has no Dutch dictionary, so words are compared as they are written."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "peer.sqlite"
        self._connection = sqlite3.connect(self._path)
        for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-262144"):
            self._connection.execute(f"PRAGMA {setting}")

    def build(self, blocks: Iterator[list[Document]]) -> None:
        """See `Peer.build`."""
        run = self._connection.execute
        run(f"CREATE TABLE peer (id INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
        run(
            "CREATE VIRTUAL TABLE words USING fts5(title, body, content='peer', "
            "content_rowid='id', tokenize='unicode61')"
        )
        insert = f"INSERT INTO peer ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # nosec B608
        for block in blocks:
            self._connection.executemany(insert, map(_row, block))
        run("INSERT INTO words (words) VALUES ('rebuild')")
        run("INSERT INTO words (words) VALUES ('optimize')")
        run("CREATE INDEX peer_filter ON peer (kind, sectors)")
        run("ANALYZE")
        self._connection.commit()

    def find(self, text: str, *, unfinished: bool = False) -> int:
        """See `Peer.find`."""
        match = " OR ".join(f'"{word}"' for word in text.split()) + "*" * unfinished
        self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", [match, LIMIT]
        ).fetchall()
        row = self._connection.execute(
            "SELECT count(*) FROM words WHERE words MATCH ?", [match]
        ).fetchone()
        return int(row[0])

    def find_filtered(self, text: str, filters: Filters, facets: Sequence[str]) -> int:
        """See `Peer.find_filtered`: the matches go to a temporary table, counted from there."""
        run = self._connection.execute
        match = " OR ".join(f'"{word}"' for word in text.split())
        wanted = "".join(
            f" AND peer.{name} IN ({', '.join('?' * len(values))})"
            for name, values in filters.items()
        )
        run("DROP TABLE IF EXISTS temp.found")
        run(
            "CREATE TEMP TABLE found AS SELECT key, "  # nosec B608
            f"{', '.join(facets)}, bm25(words) AS score "
            "FROM words JOIN peer ON peer.id = words.rowid "
            f"WHERE words MATCH ? AND audience = ?{wanted}",
            [match, PUBLIC, *(value for values in filters.values() for value in values)],
        )
        run("SELECT key FROM temp.found ORDER BY score LIMIT ?", [LIMIT]).fetchall()
        for name in facets:
            run(f"SELECT {name}, count(*) FROM temp.found GROUP BY {name}").fetchall()  # nosec B608
        return int(run("SELECT count(*) FROM temp.found").fetchone()[0])

    def size(self) -> int:
        """See `Peer.size`."""
        return self._path.stat().st_size

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _row(document: Document) -> tuple[str, ...]:
    return (
        document.key,
        document.kind,
        document.audience[0],
        document.sectors[0],
        document.domain,
        document.service_type,
        str(document.region),
        document.price_band,
        document.evidence_level,
        document.title,
        document.text,
    )


PEERS: Mapping[str, Callable[[str, Path], Postgres | Sqlite]] = {
    "postgres": lambda url, _folder: Postgres(url),
    "sqlite": lambda _url, folder: Sqlite(folder),
}
"""The peers by name, made from the address of a PostgreSQL server and a folder of one's own."""
