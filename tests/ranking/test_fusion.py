"""Fusion: order from signals alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from samenspel.ranking.fusion import MEANING, WORDS, Candidate, fuse

SPREAD = 0.02

share = st.floats(0, 1, allow_nan=False)
cosine = st.none() | st.floats(0.7, 1.0, allow_nan=False)
candidates = st.lists(
    st.builds(Candidate, key=st.text("abcdef:123", min_size=1), words=share, cosine=cosine),
    unique_by=lambda one: one.key,
    max_size=12,
)


def keys(found: list[Candidate], seed: str = "") -> list[str]:
    return [one.key for one in fuse(found, spread=SPREAD, seed=seed)]


@given(candidates, st.randoms(use_true_random=False))
def test_order_does_not_depend_on_the_order_of_arrival(found, random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert keys(shuffled) == keys(found)


@given(candidates.filter(bool), st.data())
def test_more_shared_words_never_lower_a_document(found, data) -> None:
    at = data.draw(st.integers(0, len(found) - 1))
    more = data.draw(st.floats(0, 1))
    raised = list(found)
    raised[at] = replace(found[at], words=found[at].words + more)
    key = found[at].key
    assert keys(raised).index(key) <= keys(found).index(key)


@given(candidates, st.data())
def test_being_nearer_in_meaning_never_lowers_a_document(found, data) -> None:
    known = [one for one in found if one.cosine is not None]
    if not known:
        return
    one = data.draw(st.sampled_from(known))
    raised = [replace(o, cosine=o.cosine + 0.01) if o is one else o for o in found]
    # A document of unknown meaning gets the middle of the others, which may rise along.
    certain = {o.key for o in known}
    before = [key for key in keys(found) if key in certain]
    after = [key for key in keys(raised) if key in certain]
    assert after.index(one.key) <= before.index(one.key)


@given(candidates)
def test_scores_do_not_depend_on_whose_document_it_is(found) -> None:
    renamed = [replace(one, key=f"other:{at}") for at, one in enumerate(found)]
    scores = {one.key: one.score for one in fuse(found, spread=SPREAD)}
    others = {one.key: one.score for one in fuse(renamed, spread=SPREAD)}
    assert [scores[one.key] for one in found] == [others[one.key] for one in renamed]


@given(candidates, st.text(max_size=10))
def test_order_is_the_same_again_for_the_same_seed(found, seed) -> None:
    assert keys(found, seed) == keys(found, seed)


def test_equals_come_first_in_turn_over_the_days() -> None:
    equals = [Candidate(f"offering:{number}", words=0.5, cosine=0.9) for number in range(4)]
    days = [f"2026-01-{day:02d}-{month}" for day in range(1, 29) for month in range(10)]
    first = [keys(equals, day)[0] for day in days]
    for one in equals:
        assert 0.15 < first.count(one.key) / len(days) < 0.35


def test_signals_explain_the_score() -> None:
    (best, second) = fuse(
        [Candidate("a", words=0.5, cosine=0.90), Candidate("b", words=0.0, cosine=0.86)],
        spread=SPREAD,
        weights={MEANING: 2.0, WORDS: 1.0},
    )
    assert (best.key, best.score, best.signals) == ("a", 2.5, {WORDS: 0.5, MEANING: 1.0})
    assert (second.key, second.score) == ("b", 1.0)
    assert round(second.signals[MEANING], 6) == 0.5


def test_unknown_meaning_is_neither_helped_nor_harmed() -> None:
    found = [Candidate("far", cosine=0.80), Candidate("mid", cosine=0.85), Candidate("x")]
    found.append(Candidate("near", cosine=0.90))
    signals = {one.key: one.signals[MEANING] for one in fuse(found, spread=SPREAD)}
    assert signals["x"] == signals["mid"]


def test_without_any_meaning_words_alone_decide() -> None:
    found = fuse([Candidate("a", words=0.1), Candidate("b", words=0.9)], spread=SPREAD)
    assert [(one.key, set(one.signals)) for one in found] == [("b", {WORDS}), ("a", {WORDS})]


def test_further_signals_count_only_when_they_have_a_weight() -> None:
    found = [Candidate("a", extra={"same_sector": 1.0}), Candidate("b", words=0.1)]
    assert keys(found) == ["b", "a"]
    weighed = fuse(found, spread=SPREAD, weights={WORDS: 1.0, "same_sector": 0.5})
    assert [one.key for one in weighed] == ["a", "b"]


def test_nothing_gives_nothing() -> None:
    assert fuse([], spread=SPREAD) == []
