"""The exact store in memory, which is also the measure for others."""

import numpy as np
import pytest

from samenspel.search.documents import Document
from samenspel.search.vectors import MemoryVectors, accepts

EAST, NORTH, BETWEEN = [1.0, 0.0], [0.0, 1.0], [0.8, 0.6]


def doc(key: str, **values: object) -> Document:
    return Document(key, key.split(":")[0], "Titel", **values)  # type: ignore[arg-type]


def store(*documents: tuple[Document, list[float]]) -> MemoryVectors:
    vectors = MemoryVectors()
    for document, vector in documents:
        vectors.put([document], np.array([vector], dtype=np.float32))
    return vectors


def nearest(vectors: MemoryVectors, *, limit: int = 9, **values: object) -> list[str]:
    asked = {"audience": ("public",), "filters": {}} | values
    found = vectors.nearest(np.array(EAST, dtype=np.float32), limit=limit, **asked)  # type: ignore[arg-type]
    return [key for key, _ in found]


def test_nearest_come_first_with_their_cosine() -> None:
    vectors = store((doc("a:1"), NORTH), (doc("a:2"), EAST), (doc("a:3"), BETWEEN))
    found = vectors.nearest(np.array(EAST), audience=("public",), filters={}, limit=2)
    assert [(key, round(cosine, 6)) for key, cosine in found] == [("a:2", 1.0), ("a:3", 0.8)]


def test_equals_come_in_order_of_key() -> None:
    assert nearest(store((doc("a:2"), EAST), (doc("a:1"), EAST))) == ["a:1", "a:2"]


def test_limit_counts_only_what_the_reader_may_see() -> None:
    vectors = store(
        (doc("a:1", audience=("org:7",)), EAST),
        (doc("a:2", audience=("org:7",)), EAST),
        (doc("a:3"), NORTH),
    )
    assert nearest(vectors, limit=1) == ["a:3"]
    assert nearest(vectors, audience=("org:7",)) == ["a:1", "a:2"]


def test_filters_hold_inside_the_search() -> None:
    vectors = store(
        (doc("a:1", sectors=("po", "vo"), domain="x"), EAST), (doc("b:2", sectors=("mbo",)), EAST)
    )
    assert nearest(vectors, filters={"sectors": ("vo",)}) == ["a:1"]
    assert nearest(vectors, filters={"sectors": ("vo", "mbo"), "kind": ("b",)}) == ["b:2"]


def test_put_replaces_and_remove_removes() -> None:
    vectors = store((doc("a:1"), EAST), (doc("a:2"), EAST))
    vectors.put([doc("a:1", audience=("org:7",))], np.array([NORTH], dtype=np.float32))
    vectors.remove(["a:2", "a:unknown"])
    assert nearest(vectors) == []
    assert set(vectors.fetch(["a:1", "a:2"])) == {"a:1"}


def test_empty_store_finds_nothing() -> None:
    assert nearest(MemoryVectors()) == []


def test_documents_and_vectors_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="1 documents but 2 vectors"):
        MemoryVectors().put([doc("a:1")], np.array([EAST, NORTH]))


def test_accepts_needs_a_shared_token() -> None:
    assert not accepts(doc("a:1", audience=()), audience=("public",), filters={})
    assert not accepts(doc("a:1"), audience=(), filters={})
