"""One process of `samenspel bench speed`: builds the word index, or asks questions as a client.

Each JSON line on standard input is a task, answered with one JSON line on standard output.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from samenspel.bench.speed_corpus import Corpus
from samenspel.bench.speed_peers import PEERS

FACETS = ("domain", "service_type", "region")


def build(task: dict[str, Any]) -> dict[str, Any]:
    """Build the word index of the site; seconds and the most memory that this process held."""
    from samenspel.search.folders import Folders
    from samenspel.search.words import WordIndex

    folders = Folders(Path(task["search"]))
    folder = folders.fresh()
    words = WordIndex(folder)
    start, count = time.perf_counter(), 0
    for block in Corpus(task["documents"]).documents():
        words.index(block)
        count += len(block)
        if count % 50_000 == 0 or count == task["documents"]:
            _say(f"  {count} documents in {time.perf_counter() - start:.0f} s")
    words.commit()
    seconds = time.perf_counter() - start
    folders.use(folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "seconds": round(seconds, 1),
        "peak_memory_mb": round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)),
        "index_mb": round(sum(f.stat().st_size for f in folder.rglob("*")) / 1e6),
    }


def measure(task: dict[str, Any]) -> dict[str, Any]:
    """Ask every question of the task, one after another: the milliseconds and the totals."""
    ask = _asker(task["engine"], task["what"], task["url"], task["folder"])
    start, milliseconds, totals = time.perf_counter(), [], []
    for question in task["questions"]:
        before = time.perf_counter()
        totals.append(ask(*question))
        milliseconds.append(1000 * (time.perf_counter() - before))
    return {
        "seconds": time.perf_counter() - start,
        "milliseconds": milliseconds,
        "totals": totals,
    }


@cache
def _asker(engine: str, what: str, url: str, folder: str) -> Callable[..., int]:
    """A function of text and filters that answers with the total."""
    if engine == "samenspel":
        return _site(what)
    peer = PEERS[engine](url, Path(folder))
    if what == "filtered":
        return lambda text, filters: peer.find_filtered(text, filters, FACETS)
    return lambda text, filters: peer.find(text, unfinished=what == "typing")


def _site(what: str) -> Callable[..., int]:
    """The production path: the function that pages call."""
    import django
    from django.conf import settings

    django.setup()
    settings.DEBUG = False  # it would keep every statement
    from samenspel import search
    from samenspel.search.documents import FACETS as ALL
    from samenspel.search.documents import Query

    if what == "typing":
        return lambda text, filters: search.suggest(text).total
    meaning = what.startswith("hybrid")
    facets = {"words": (), "hybrid": (), "hybrid_heaviest": ALL}.get(what, FACETS)

    def ask(text: str, filters: dict[str, list[str]]) -> int:
        chosen = {facet: tuple(values) for facet, values in filters.items()}
        found = search.query(Query(text, filters=chosen, facets=facets, meaning=meaning))
        if found.degraded:
            raise RuntimeError(f"search is degraded: {found.degraded}")
        return found.total

    return ask


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> None:
    """Do the tasks on standard input until there are no more."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")
    roles = {"build": build, "measure": measure}
    for line in sys.stdin:
        task = json.loads(line)
        print(json.dumps(roles[task["role"]](task)), flush=True)


if __name__ == "__main__":
    main()
