"""An embedder that keeps what it computed in a folder, so that a benchmark need not wait twice."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from samenspel.search.embedding import Embedder, text_hash
from samenspel.search.vectors import Matrix, Vector


class Kept:
    """Answers like `embedder`; with a folder, from vectors kept there where it can.

    `save` writes the new vectors. Questions and documents are kept apart: an embedder may treat
    the same text differently as one or the other.
    """

    def __init__(self, embedder: Embedder, folder: Path | None = None) -> None:
        self.name, self.dim, self.spread = embedder.name, embedder.dim, embedder.spread
        self._embedder = embedder
        name = hashlib.sha256(embedder.name.encode()).hexdigest()[:12]
        self._file = folder / f"vectors-{name}.npz" if folder else None
        self._vectors: dict[str, Vector] = {}
        self._new = False
        if self._file and self._file.exists():
            with np.load(self._file) as kept:
                self._vectors = dict(zip(kept["hashes"].tolist(), kept["vectors"], strict=True))

    def query(self, text: str) -> Vector:
        """See `Embedder.query`."""
        key = "q" + text_hash(self.name, text)
        if key not in self._vectors:
            self._vectors[key] = self._embedder.query(text)
            self._new = True
        return self._vectors[key]

    def passages(self, texts: Sequence[str]) -> Matrix:
        """See `Embedder.passages`."""
        keys = ["p" + text_hash(self.name, text) for text in texts]
        missing = dict(zip(keys, texts, strict=True))
        missing = {key: text for key, text in missing.items() if key not in self._vectors}
        if missing:
            found = self._embedder.passages(list(missing.values()))
            self._vectors.update(zip(missing, found, strict=True))
            self._new = True
        if not keys:
            return np.empty((0, self.dim), dtype=np.float32)
        return np.array([self._vectors[key] for key in keys], dtype=np.float32)

    def save(self) -> None:
        """Write what is new to the folder, in one step."""
        if self._file is None or not self._new:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._file.with_suffix(".unfinished.npz")
        np.savez(
            unfinished,
            hashes=np.array(list(self._vectors)),
            vectors=np.array(list(self._vectors.values()), dtype=np.float32),
        )
        unfinished.replace(self._file)
        self._new = False
