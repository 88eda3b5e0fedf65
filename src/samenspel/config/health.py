"""What can be wrong with an installation, in words that say what to do."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

OLDEST = 150000
"""PostgreSQL 15, the oldest version that Samenspel is tested with."""


def problems() -> list[str]:
    """Every problem found, or an empty list."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        if int(cursor.fetchone()[0]) < OLDEST:
            found.append("PostgreSQL is too old: 15 or newer is needed.")
        cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'")
        if not cursor.fetchone():
            found.append("The extension pgvector is missing in PostgreSQL; install it there.")
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        found.append("The database is not up to date: run `samenspel manage migrate`.")
    return found
