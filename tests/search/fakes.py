"""A small embedder whose vectors anyone can predict, and one that does not answer."""

import hashlib
import re

import numpy as np

from samenspel.search.embedding import EmbedderUnavailable


class FakeEmbedder:
    """Texts that share words lie near each other; the same text is always the same vector."""

    name = "fake"
    dim = 384
    spread = 0.1

    def __init__(self):
        self.embedded = []
        """Every text that was embedded as a document, in order."""

    def query(self, text):
        return self._vector(text)

    def passages(self, texts):
        self.embedded += texts
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        return np.array([self._vector(text) for text in texts], dtype=np.float32)

    def _vector(self, text):
        vector = np.full(self.dim, 0.01, dtype=np.float32)
        for word in re.findall(r"\w+", text.lower()):
            digest = hashlib.sha256(word.encode()).digest()
            vector[int.from_bytes(digest[:4], "big") % self.dim] += 1
        return vector / np.linalg.norm(vector)


class BrokenEmbedder(FakeEmbedder):
    """Its server is down."""

    name = "broken"

    def query(self, text):
        raise EmbedderUnavailable("down")

    def passages(self, texts):
        raise EmbedderUnavailable("down")
