"""The speed bench: the same documents for all, a whole report, nothing left behind."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from samenspel.bench.speed import command
from samenspel.bench.speed_corpus import Corpus, vocabulary
from samenspel.bench.speed_peers import Postgres, Sqlite
from samenspel.bench.speed_run import Run
from samenspel.screening.dutch import STOPWORDS
from samenspel.search.documents import Document

DOCUMENTS = [
    Document("question:1", "question", "Woordenschat bij kleuters", sectors=("po",), domain="a"),
    Document("question:2", "question", "Woordenschat in de brugklas", sectors=("vo",), domain="b"),
    Document("offering:3", "offering", "Training woordenschat", sectors=("po",), domain="b"),
    Document(
        "question:4", "question", "Rekenen en woordenschat", sectors=("po",), audience=("org:7",)
    ),
]


def documents(corpus):
    return [document for block in corpus.documents() for document in block]


def test_same_seed_gives_the_same_documents_and_queries():
    assert documents(Corpus(300)) == documents(Corpus(300))
    assert Corpus(300).queries(20) == Corpus(300).queries(20)
    assert documents(Corpus(300)) != documents(Corpus(300, seed=2))


def test_documents_have_keys_of_their_own_and_every_facet():
    found = documents(Corpus(6000))
    assert len({document.key for document in found}) == 6000
    assert all(d.region and d.domain and d.sectors and d.price_band for d in found)


def test_common_words_are_used_most():
    used = Counter(word for d in documents(Corpus(3000)) for word in d.text.split())
    content = vocabulary()[0]
    assert used[content[0]] > used[content[50]] > used[content[2000]]


def test_queries_are_three_to_eight_words_of_content():
    for query in Corpus(1000).queries(100):
        assert 3 <= len(query.split()) <= 8
        assert not set(query.split()) & STOPWORDS


def test_vectors_are_of_unit_length_and_near_their_like():
    import numpy as np

    centres = np.random.default_rng(1).normal(0.5, 1, (100, 384)).astype(np.float32)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    vectors = Corpus(1000).vectors(centres, 0, 50)
    assert vectors.shape == (50, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert ((vectors @ centres.T).max(axis=1) > 0.5).all()


@pytest.fixture(params=["postgres", "sqlite"])
def peer(request, tmp_path, db):
    from django.db import connection

    if request.param == "sqlite":
        yield Sqlite(tmp_path)
        return
    connection.ensure_connection()
    info = connection.connection.info
    postgres = Postgres(f"postgresql://{info.user}@/{info.dbname}?host={info.host}")
    yield postgres
    postgres._connection.execute("DROP TABLE IF EXISTS peer")
    postgres.close()


def test_peer_finds_any_word_what_passes_and_what_is_typed(peer):
    peer.build(iter([DOCUMENTS]))
    filters, facets = {"kind": ["question"], "sectors": ["po", "vo"]}, ["domain"]
    assert peer.find("woordenschat rekenen") == 4
    assert peer.find("kleuters brugklas") == 2
    assert peer.find_filtered("woordenschat kleuters", filters, facets) == 2
    assert peer.find("bij brugkl", unfinished=True) >= 1
    assert peer.find("zonder resultaat") == 0
    assert peer.size() > 0


def test_ratio_is_of_medians_over_the_same_questions(tmp_path):
    run = Run(Corpus(1000), tmp_path, "", queries=4, clients=1)
    run.singles = {("samenspel", "words"): [1, 2, 3, 900], ("sqlite", "words"): [20, 40, 60]}
    assert run.times_faster("sqlite", ("words",)) == {"words": 20.0}


def test_unknown_peer_is_refused():
    refused = CliRunner().invoke(command, ["--peers", "mysql"])
    assert refused.exit_code == 2
    assert "mysql" in refused.output


def test_whole_report_on_a_thousand_documents_and_nothing_left():
    arguments = ["--words-only", "--documents=1000", "--queries=20", "--clients=2"]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SAMENSPEL", "DJANGO"))}
    with tempfile.TemporaryDirectory(prefix="s-") as folder:  # short: sockets have short names
        Path(folder).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-m", "samenspel", "bench", "speed", *arguments, "--peers=sqlite"],
            capture_output=True,
            text=True,
            env=kept | {"TMPDIR": folder},
        )
        left = list(Path(folder).iterdir())
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert left == []
    assert report["documents"] == 1000
    assert report["samenspel"].keys() == {"words", "filtered", "typing"}
    assert report["samenspel"]["words"].keys() == {"1 client", "2 clients"}
    assert report["samenspel"]["words"]["1 client"]["questions"] == 20
    assert report["samenspel"]["words"]["1 client"]["found_p50"] > 0
    assert report["build"]["words"]["peak_memory_mb"] > 0
    assert report["times_faster"]["sqlite"].keys() == {"words", "filtered", "typing"}
