"""Building, asking and comparing: what `speed.py` prints, figure by figure."""

import json
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from samenspel.bench.speed_corpus import Corpus
from samenspel.bench.speed_peers import PEERS

FILTERS: dict[str, tuple[str, ...]] = {
    "words": (),
    "filtered": ("kind",),
    "typing": (),
    "hybrid": (),
    "hybrid_filtered": ("kind",),
    "hybrid_heaviest": ("kind", "sectors"),
}
"""What is asked and what it is filtered on. `filtered` and `hybrid_filtered` count three facets,
`hybrid_heaviest` counts all seven, two of them without their own filter, as the search page does.
"""

KINDS = tuple(FILTERS)

LEXICAL = KINDS[:3]
"""What peers are asked as well."""

PEER_SHARE = 0.2
"""Peers are asked this share of the questions: they take a hundred times as long."""

WARM_UP = 20

Questions = list[tuple[str, dict[str, tuple[str, ...]]]]
Figures = dict[str, dict[str, Any]]


@dataclass
class Run:
    """One installation that is built once and asked many questions."""

    corpus: Corpus
    folder: Path
    url: str
    queries: int
    clients: int
    singles: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    """Milliseconds per engine and kind of question, one client."""

    def build(self) -> dict[str, Any]:
        """Build the word index of the site in a process of its own."""
        _say("building the word index")
        task = {"role": "build", "documents": self.corpus.size}
        with _Client() as client:
            client.give(task | {"search": str(self.folder / "search")})
            built: dict[str, Any] = client.answer()
            return built

    def build_peer(self, name: str) -> dict[str, Any]:
        """Give the same documents to another engine."""
        _say(f"building {name}")
        peer = PEERS[name](self.url, self.folder)
        start = time.perf_counter()
        peer.build(self.corpus.documents())
        seconds = time.perf_counter() - start
        size = peer.size()
        peer.close()
        return {"seconds": round(seconds, 1), "size_mb": round(size / 1e6)}

    def ask(self, engine: str, kinds: tuple[str, ...]) -> Figures:
        """Latencies of each kind of question, for one client and for several at once."""
        figures: Figures = {}
        with ExitStack() as stack:
            clients = [stack.enter_context(_Client()) for _ in range(self.clients)]
            for kind in kinds:
                _say(f"asking {engine}: {kind}")
                count = self.queries if engine == "samenspel" else self._asked_of_peers
                self._ask(engine, kind, clients, self._questions(kind, 0, WARM_UP))
                alone = self._ask(engine, kind, clients[:1], self._questions(kind, 1, count))
                figures[kind] = {"1 client": alone}
                if len(clients) > 1:
                    several = self._ask(engine, kind, clients, self._questions(kind, 2, count))
                    figures[kind][f"{len(clients)} clients"] = several
        return figures

    def times_faster(self, peer: str, kinds: tuple[str, ...]) -> dict[str, float]:
        """How many times as long the peer takes over the same questions, by medians."""
        found = {}
        for kind in kinds:
            theirs = self.singles[peer, kind]
            ours = self.singles["samenspel", kind][: len(theirs)]
            found[kind] = round(float(np.median(theirs) / np.median(ours)), 1)
        return found

    def _ask(
        self, engine: str, kind: str, clients: list["_Client"], questions: Questions
    ) -> dict[str, Any]:
        """Divide the questions over the clients, which start together."""
        task = {"role": "measure", "engine": engine, "what": kind, "url": self.url}
        for at, client in enumerate(clients):
            mine = questions[at :: len(clients)]
            client.give(task | {"folder": str(self.folder), "questions": mine})
        answers = [client.answer() for client in clients]
        milliseconds = [value for answer in answers for value in answer["milliseconds"]]
        if len(clients) == 1:
            self.singles[engine, kind] = milliseconds
        return {
            "p50_ms": round(float(np.percentile(milliseconds, 50)), 1),
            "p95_ms": round(float(np.percentile(milliseconds, 95)), 1),
            "per_second": round(len(milliseconds) / max(a["seconds"] for a in answers), 1),
            "questions": len(milliseconds),
            "found_p50": round(float(np.median([n for a in answers for n in a["totals"]]))),
        }

    @property
    def _asked_of_peers(self) -> int:
        return max(10, round(self.queries * PEER_SHARE))

    def _questions(self, kind: str, turn: int, count: int) -> Questions:
        """Questions of one kind, the same for every engine, and never the same twice: the site
        remembers what a question means.
        """
        seed = self.corpus.seed + 1 + 10 * KINDS.index(kind) + turn
        corpus = Corpus(self.corpus.size, seed)
        texts = corpus.typed(count) if kind == "typing" else corpus.queries(count)
        chosen = [{k: f[k] for k in FILTERS[kind]} for f in corpus.filters(count)]
        return list(zip(texts, chosen, strict=True))


class _Client:
    """A process that does tasks."""

    def __enter__(self) -> "_Client":
        command = [sys.executable, "-m", "samenspel.bench.speed_client"]
        self.process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def give(self, task: dict[str, Any]) -> None:
        """Have it do this."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        """The next line it says."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("a process of the bench stopped; see above")
        return json.loads(line)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
