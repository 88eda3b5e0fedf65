"""A first guess at the domain and service type of a question or offering, with its reasons.

Two things are added up for each service type: how near the text lies to example needs of it
(embeddings), and which words in the text give it away (cues). Neither has seen the benchmark's
labels. A guess is a proposal: a person confirms or corrects it.
"""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from samenspel.ranking.taxonomy import examples, examples_hash, service_types

Floats = NDArray[Any]

NEARNESS = 12.0
"""What a cosine of 1 with the examples of a service type adds."""
CUES = 3.0
"""What cues add: this times log(1 + their weights)."""
OPENING = 2
"""A cue in the first sentence, often a title, counts this many times extra."""
SURENESS = 0.75
"""Makes the confidence as high as guesses are right: without it 83 % sure is right in 73 %."""

_MODEL_FILE = "service_types_e5.npz"
_PROBE = "Welke hulp past bij deze vraag van een school?"
_SAME_MODEL = 0.99
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


class AsksEmbedder(Protocol):
    """What is needed of an embedder: a text as a question, a vector of length 1."""

    def query(self, text: str) -> Floats:
        """One text as a vector of shape (d,)."""
        ...


@dataclass(frozen=True)
class Classification:
    """The likeliest domain, the likeliest service type in it, how sure (0 to 1), and why.

    `why` are the telling words as they stand in the text; without any the guess rests on nearness
    to examples alone. Domain and service type are "" for a text without a word.
    """

    domain: str
    service_type: str
    confidence: float
    why: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """Example needs in one embedder's space: their `centre` (d,) and per service type, in the
    order of the taxonomy, the direction from there (25, d). `probe` recognises the embedder.
    """

    centre: Floats
    directions: Floats
    probe: Floats

    def save(self) -> bytes:
        """As a file that `shipped` reads."""
        stream = io.BytesIO()
        arrays = {name: getattr(self, name).astype(np.float16) for name in _ARRAYS}
        np.savez(stream, examples=np.array(examples_hash()), **arrays)
        return stream.getvalue()


_ARRAYS = ("centre", "directions", "probe")


class Classifier:
    """Guesses with one embedder, or by words alone when that is None.

    The first guess loads what was learned from the examples. For an embedder that is not the
    bundled one it embeds the examples first: some 600 short texts, once for each `Classifier`.
    What the embedder raises is passed on.
    """

    def __init__(self, embedder: AsksEmbedder | None) -> None:
        self._embedder = embedder
        self._model: Model | None = None

    def classify(self, text: str) -> Classification:
        """The guess for one text."""
        if not re.search(r"\w", text):
            return Classification("", "", 0.0, ())
        weights, found = _cues_in(text)
        score = CUES * np.log1p(weights)
        if self._embedder is not None:
            score = score + self._nearness(self._embedder, text)
        chance = _shares(score)
        kinds = service_types()
        per_domain: dict[str, float] = {}
        for kind, share in zip(kinds, chance.tolist(), strict=True):
            per_domain[kind.domain] = per_domain.get(kind.domain, 0.0) + share
        domain = max(per_domain, key=per_domain.__getitem__)
        best = max(
            (index for index, kind in enumerate(kinds) if kind.domain == domain),
            key=chance.__getitem__,
        )
        sure = float(_shares(SURENESS * score)[best])
        return Classification(domain, kinds[best].code, sure, found[best])

    def _nearness(self, embedder: AsksEmbedder, text: str) -> Floats:
        if self._model is None:
            self._model = _model_for(embedder)
        away = np.asarray(embedder.query(text)) - self._model.centre
        away = away / max(float(np.linalg.norm(away)), 1e-9)
        nearness: Floats = NEARNESS * (self._model.directions @ away)
        return nearness


def learn(embedder: AsksEmbedder) -> Model:
    """The model of the example needs for this embedder."""
    codes = [kind.code for kind in service_types()]
    texts = [(e.service_type, text) for e in examples() for text in (e.offered, *e.asked)]
    vectors = np.array([embedder.query(text) for _, text in texts], dtype=np.float32)
    centre = vectors.mean(axis=0)
    belongs = np.array([codes.index(code) for code, _ in texts])
    means = np.array([vectors[belongs == kind].mean(axis=0) for kind in range(len(codes))])
    directions = means - centre
    directions /= np.maximum(np.linalg.norm(directions, axis=1, keepdims=True), 1e-9)
    return Model(centre, directions, np.asarray(embedder.query(_PROBE)))


def shipped() -> Model | None:
    """What was learned with the bundled embedder; None when the examples have changed since."""
    with np.load(files("samenspel.ranking").joinpath(_MODEL_FILE).open("rb")) as kept:
        if str(kept["examples"]) != examples_hash():
            return None
        return Model(*(kept[name].astype(np.float32) for name in _ARRAYS))


def _model_for(embedder: AsksEmbedder) -> Model:
    model = shipped()
    if model is not None:
        probe = np.asarray(embedder.query(_PROBE))
        if probe.shape == model.probe.shape and float(probe @ model.probe) > _SAME_MODEL:
            return model
    return learn(embedder)


def _shares(score: Floats) -> Floats:
    raised = np.exp(score - score.max())
    shares: Floats = raised / raised.sum()
    return shares


def _cues_in(text: str) -> tuple[Floats, list[tuple[str, ...]]]:
    """Per service type the weight of its cues in the text, and the words that they stand in."""
    lowered = text.lower()
    opening = len(_SENTENCE_END.split(lowered, maxsplit=1)[0])
    weights = np.zeros(len(service_types()))
    found: list[tuple[str, ...]] = []
    for index, kind in enumerate(service_types()):
        words = []
        for cue in kind.cues:
            match = cue.pattern.search(lowered)
            if match:
                weights[index] += cue.weight * (1 + OPENING * (match.end() <= opening))
                words.append((match.start(), _whole_words(text, *match.span())))
        found.append(tuple(_longest(word for _, word in sorted(words))))
    return weights, found


def _whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end].strip()


def _longest(words: Iterable[str]) -> list[str]:
    """Without repetition, and without words that a longer one among them contains."""
    unique = list(dict.fromkeys(words))
    return [word for word in unique if not any(word != o and word in o for o in unique)]
