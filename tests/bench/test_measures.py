"""The measures, against figures worked out by hand."""

from math import log2

import pytest

from samenspel.bench.measures import macro_f1, mrr, ndcg, percentiles, ranking, recall

JUDGED = {"a": 3, "b": 1, "c": 0}


def test_ndcg_of_the_ideal_order_is_one_and_of_nothing_zero() -> None:
    assert ndcg(["a", "b", "x"], JUDGED) == 1.0
    assert ndcg(["x", "y"], JUDGED) == ndcg([], JUDGED) == ndcg(["a"], {}) == 0.0


def test_ndcg_gains_two_to_the_grade_less_one() -> None:
    assert ndcg(["b", "a"], JUDGED) == pytest.approx((1 + 7 / log2(3)) / (7 + 1 / log2(3)))


def test_ndcg_looks_no_deeper_than_ten() -> None:
    assert ndcg(["x"] * 10 + ["a"], JUDGED) == 0.0


def test_mrr_is_of_the_first_relevant_document() -> None:
    assert mrr(["x", "c", "b", "a"], JUDGED) == pytest.approx(1 / 3)
    assert mrr(["x", "c"], JUDGED) == 0.0


def test_recall_counts_relevant_documents_only() -> None:
    assert recall(["a", "x"], JUDGED) == 0.5
    assert recall(["x"] * 100 + ["a"], JUDGED) == 0.0
    assert recall(["a"], {}) == 0.0


def test_ranking_averages_over_questions() -> None:
    assert ranking([["a", "b"], []], [JUDGED, JUDGED]) == {
        "ndcg@10": 0.5,
        "mrr@10": 0.5,
        "recall@100": 0.5,
    }
    assert set(ranking([], []).values()) == {0.0}


def test_macro_f1_counts_every_class_the_same() -> None:
    true, told = ["a", "a", "a", "b"], ["a", "a", "a", "a"]
    assert macro_f1(true, told) == pytest.approx((6 / 7 + 0) / 2)
    assert macro_f1(["a"], ["a"]) == 1.0
    assert macro_f1([], []) == 0.0


def test_percentiles_are_of_nearest_rank() -> None:
    assert percentiles(list(range(1, 101))) == {"p50": 50, "p95": 95}
    assert percentiles([7.0]) == {"p50": 7.0, "p95": 7.0}
    assert percentiles([]) == {"p50": 0.0, "p95": 0.0}
