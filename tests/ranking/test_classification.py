"""Guesses at domain and service type: reasons in the asker's words, examples that are learned."""

import zlib

import numpy as np
import pytest

from samenspel.ranking import classification as module
from samenspel.ranking.classification import Classification, Classifier, learn, shipped
from samenspel.ranking.taxonomy import Cue, examples, examples_hash, service_types


class ByWords:
    """An embedder of sorts: texts with the same words are near. Counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def query(self, text: str) -> np.ndarray:
        self.asked += 1
        vector = np.zeros(256, dtype=np.float32)
        for word in text.lower().split():
            vector[zlib.crc32(word.encode()) % 256] += 1
        return vector / max(float(np.linalg.norm(vector)), 1e-9)


@pytest.fixture(scope="module")
def by_words() -> Classifier:
    classifier = Classifier(ByWords())
    classifier.classify("warm")
    return classifier


@pytest.mark.parametrize(
    ("text", "domain", "service_type", "why"),
    [
        (
            "Wie kan onze examencommissie scholen in het vaststellen van examens?",
            "leermiddelen",
            "examinering",
            "examencommissie",
        ),
        (
            "Onze rector is vertrokken, per direct zoeken we een waarnemend leidinggevende.",
            "organisatie",
            "interim",
            "waarnemend",
        ),
        (
            "Hoe schrijf ik een handelingsplan voor een leerling met autisme?",
            "leerlingenzorg",
            "ondersteuning-leraar",
            "autisme",
        ),
        (
            "Wij zoeken iemand die een studiedag voor alle medewerkers verzorgt.",
            "professionalisering",
            "instellingsbreed",
            "studiedag",
        ),
    ],
)
def test_telling_words_decide_and_are_shown(text, domain, service_type, why):
    guess = Classifier(None).classify(text)

    assert (guess.domain, guess.service_type) == (domain, service_type)
    assert why in guess.why
    assert 0 < guess.confidence <= 1


@pytest.mark.parametrize("text", ["", "   ", "?!", "\n…"])
def test_text_without_words_is_not_guessed_at(text):
    assert Classifier(None).classify(text) == Classification("", "", 0.0, ())


def test_guess_without_telling_words_is_unsure():
    told = Classifier(None).classify("Bijles en huiswerkbegeleiding voor de examenklas")
    vague = Classifier(None).classify("Zou iemand ons kunnen bellen?")

    assert vague.confidence < 0.2 < told.confidence
    assert vague.why == ()


def test_title_weighs_more_than_the_rest():
    title = "Vacature of bijles"
    assert Classifier(None).classify("Bijles. Geen vacature.").service_type != (
        Classifier(None).classify("Vacature. Geen bijles.").service_type
    )
    assert Classifier(None).classify(title).service_type in {"werving", "huiswerk-examentraining"}


def test_reasons_are_words_as_they_stand_in_the_text():
    guess = Classifier(None).classify("Onze EXAMENCOMMISSIES lezen het PTA.")

    assert guess.why == ("EXAMENCOMMISSIES", "PTA")


def test_text_like_an_example_gets_its_service_type(by_words):
    example = next(e for e in examples() if e.service_type == "werving")

    assert by_words.classify(example.asked[0]).service_type == "werving"


def test_another_embedder_learns_from_the_examples_once():
    embedder = ByWords()
    classifier = Classifier(embedder)

    classifier.classify("Eerste vraag")
    learned = embedder.asked
    classifier.classify("Tweede vraag")

    assert learned > len(examples())
    assert embedder.asked == learned + 1


def test_the_bundled_embedder_uses_what_is_shipped():
    kept = shipped()

    class Bundled:
        asked: list[str] = []

        def query(self, text: str) -> np.ndarray:
            self.asked.append(text)
            return kept.probe

    Classifier(Bundled()).classify("Een vraag")

    assert Bundled.asked == [module._PROBE, "Een vraag"]


def test_what_is_shipped_was_learned_from_the_examples_as_they_are():
    model = shipped()

    assert model is not None, "examples.toml changed: learn again and keep service_types_e5.npz"
    assert model.directions.shape == (len(service_types()), len(model.centre))


def test_changed_examples_are_not_answered_from_what_is_shipped(monkeypatch):
    monkeypatch.setattr(module, "examples_hash", lambda: "something else")

    assert shipped() is None


def test_learned_model_survives_being_kept(monkeypatch, tmp_path):
    model = learn(ByWords())
    (tmp_path / "kept.npz").write_bytes(model.save())
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    monkeypatch.setattr(module, "_MODEL_FILE", "kept.npz")

    assert np.allclose(shipped().directions, model.directions, atol=1e-3)


def test_embedder_that_fails_is_heard():
    class Broken:
        def query(self, text: str) -> np.ndarray:
            raise RuntimeError("off")

    with pytest.raises(RuntimeError, match="off"):
        Classifier(Broken()).classify("Een vraag")


def test_every_service_type_has_cues_and_examples_and_no_cue_twice():
    exemplified = {example.service_type for example in examples()}
    for kind in service_types():
        patterns = [cue.pattern.pattern for cue in kind.cues]
        assert kind.code in exemplified
        assert len(patterns) == len(set(patterns)) > 10, kind.code
    assert exemplified == {kind.code for kind in service_types()}
    assert len(examples_hash()) == 16


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("toets", "de toetsing", True),
        ("toets", "eindtoets", False),
        ("-toets", "eindtoets", True),
        ("mr$", "de mr stemt in", True),
        ("mr$", "mrt", False),
        ("orde_houden!", "lastig orde houden is", True),
    ],
)
def test_cue_notation(written, text, found):
    cue = Cue.parsed(written)

    assert bool(cue.pattern.search(text)) is found
    assert cue.weight == (2 if written.endswith("!") else 1)
