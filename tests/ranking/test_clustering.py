"""Communities: a density rule, the same outcome every time, refusals respected."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from samenspel.ranking.clustering import REFUSED, communities


def _clique(members: range, weight: float = 1.0) -> list[tuple[int, int, float]]:
    return [(left, right, weight) for left, right in combinations(members, 2)]


def test_no_questions_give_no_communities():
    assert communities(0, [], 0.5) == []


def test_questions_without_pairs_stay_alone():
    assert communities(3, [], 0.5) == [0, 1, 2]


def test_two_groups_with_one_thin_bridge_stay_two():
    pairs = [*_clique(range(0, 4)), *_clique(range(4, 8)), (3, 4, 0.9)]

    assert communities(8, pairs, 0.5) == [0, 0, 0, 0, 1, 1, 1, 1]


def test_long_chain_is_not_one_community():
    chain = [(i, i + 1, 0.9) for i in range(29)]

    sizes = communities(30, chain, 0.5)

    assert max(sizes.count(community) for community in set(sizes)) <= 4


def test_density_decides_whether_weak_ties_hold():
    pairs = _clique(range(4), 0.4)

    assert communities(4, pairs, 0.3) == [0, 0, 0, 0]
    assert communities(4, pairs, 0.5) == [0, 1, 2, 3]


def test_outcome_for_a_group_does_not_depend_on_how_many_others_there_are():
    pairs = [*_clique(range(0, 3), 0.7), (2, 3, 0.6)]
    many = [pair for start in range(4, 400, 4) for pair in _clique(range(start, start + 4))]

    assert communities(400, pairs + many, 0.5)[:4] == communities(4, pairs, 0.5)


def test_refused_pair_never_ends_up_together():
    pairs = [*_clique(range(5)), (0, 1, REFUSED)]

    label = communities(5, pairs, 0.5)

    assert label[0] != label[1]
    assert len({label[2], label[3], label[4]}) == 1


def test_refusal_wins_from_a_second_opinion_on_the_same_pair():
    assert communities(2, [(0, 1, REFUSED), (1, 0, 1.0)], 0.5) == [0, 1]


def test_refusal_holds_when_whole_communities_are_merged():
    pairs = [*_clique(range(0, 4)), *_clique(range(4, 8))]
    pairs += [(i, j, 0.95) for i in range(4) for j in range(4, 8) if (i, j) != (0, 7)]

    label = communities(8, [*pairs, (0, 7, REFUSED)], 0.2)

    assert label[0] != label[7]


WEIGHTED = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.floats(0, 1)), max_size=60)


@given(WEIGHTED, st.sampled_from([0.2, 0.5, 0.8]))
def test_same_pairs_in_another_order_give_communities_that_are_as_dense(pairs, density):
    label = communities(12, pairs, density)

    assert label == communities(12, pairs, density)
    assert label == _by_first_appearance(label)
    lowest: dict[tuple[int, int], float] = {}
    for left, right, weight in pairs:
        if left != right:
            key = min(left, right), max(left, right)
            lowest[key] = min(weight, lowest.get(key, 1.0))
    for community in set(label):
        members = [node for node in range(12) if label[node] == community]
        possible = list(combinations(members, 2))
        inside = sum(lowest.get(pair, 0.0) for pair in possible)
        assert inside >= density * len(possible) - 1e-6


def _by_first_appearance(label: list[int]) -> list[int]:
    seen: dict[int, int] = {}
    return [seen.setdefault(community, len(seen)) for community in label]
