"""Nearest documents by meaning: the protocol, and an exact store in memory.

A store holds one unit-length vector per document key together with what the reader's query may
filter on (audience and facets). All vectors of one store come from one model. Visibility and
filters work inside the search, never afterwards: the `limit` nearest that the reader may see are
returned, however rare those are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from samenspel.search.documents import Document

Vector = NDArray[np.float32]
"""One embedding, shape (dim,), unit length."""

Matrix = NDArray[np.float32]
"""Embeddings in rows, shape (n, dim), each of unit length."""


@dataclass(frozen=True)
class Wish:
    """What one reader may and wants to see of what lies near, and how many."""

    audience: Sequence[str]
    filters: Mapping[str, Sequence[str]]
    limit: int


class VectorStore(Protocol):
    """What the engine asks of a vector store; writing is the store's own business."""

    def nearest(
        self,
        vector: Vector,
        *,
        audience: Sequence[str],
        filters: Mapping[str, Sequence[str]],
        limit: int,
    ) -> list[tuple[str, float]]:
        """The visible documents nearest to `vector` as (key, cosine), best first.

        `filters` maps a facet to its accepted values (any within a facet, all facets together).
        Equal cosines come in order of key. An approximate store may miss a few.
        """
        ...

    def nearest_each(self, vector: Vector, wishes: Sequence[Wish]) -> list[list[tuple[str, float]]]:
        """`nearest` for several wishes at once."""
        ...

    def fetch(self, keys: Sequence[str]) -> dict[str, Vector]:
        """The stored vectors of these keys; keys without a vector (yet) are left out."""
        ...


class MemoryVectors:
    """An exact store for tests, benchmarks and small collections."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._vectors: dict[str, Vector] = {}
        self._matrix: Matrix | None = None
        self._keys: list[str] = []

    def put(self, documents: Sequence[Document], vectors: Matrix) -> None:
        """Add or replace documents with their vectors (row i belongs to document i)."""
        if len(documents) != len(vectors):
            raise ValueError(f"{len(documents)} documents but {len(vectors)} vectors")
        for document, vector in zip(documents, vectors, strict=True):
            self._documents[document.key] = document
            self._vectors[document.key] = np.asarray(vector, dtype=np.float32)
        self._matrix = None

    def remove(self, keys: Iterable[str]) -> None:
        """Forget these keys; unknown keys are fine."""
        for key in keys:
            self._documents.pop(key, None)
            self._vectors.pop(key, None)
        self._matrix = None

    def nearest(
        self,
        vector: Vector,
        *,
        audience: Sequence[str],
        filters: Mapping[str, Sequence[str]],
        limit: int,
    ) -> list[tuple[str, float]]:
        """See `VectorStore.nearest`."""
        if self._matrix is None:
            self._keys = sorted(self._vectors)
            self._matrix = np.array([self._vectors[key] for key in self._keys], dtype=np.float32)
        if not self._keys or limit <= 0:
            return []
        cosines = self._matrix @ np.asarray(vector, dtype=np.float32)
        found: list[tuple[str, float]] = []
        for row in np.argsort(-cosines, kind="stable"):
            key = self._keys[row]
            if accepts(self._documents[key], audience=audience, filters=filters):
                found.append((key, float(cosines[row])))
                if len(found) == limit:
                    break
        return found

    def nearest_each(self, vector: Vector, wishes: Sequence[Wish]) -> list[list[tuple[str, float]]]:
        """See `VectorStore.nearest_each`."""
        return [
            self.nearest(vector, audience=w.audience, filters=w.filters, limit=w.limit)
            for w in wishes
        ]

    def fetch(self, keys: Sequence[str]) -> dict[str, Vector]:
        """See `VectorStore.fetch`."""
        return {key: self._vectors[key] for key in keys if key in self._vectors}


def accepts(
    document: Document, *, audience: Sequence[str], filters: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a reader with these audience tokens and filters may find this document."""
    if not set(audience) & set(document.audience):
        return False
    for facet, accepted in filters.items():
        value = getattr(document, facet)
        values = value if isinstance(value, tuple) else (value,)
        if not set(values) & set(accepted):
            return False
    return True
