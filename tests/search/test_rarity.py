"""Which way the vectors are searched under a filter."""

import pytest
from django.db import connection

from samenspel.search import rarity
from samenspel.search.documents import Document
from samenspel.search.meaning import store
from samenspel.search.rarity import Shares

MILLION = Shares(1e6, {"kind:question": 0.2, "kind:answer": 0.2, "region:drenthe": 0.05})


@pytest.mark.parametrize(
    ("filters", "few"),
    [
        ([], False),
        ([["kind:question"]], False),
        ([["kind:question", "kind:answer"]], False),
        ([["region:drenthe"]], False),
        ([["kind:question"], ["region:drenthe"]], True),
        ([["domain:never-seen"]], True),
    ],
)
def test_filter_is_rare(filters, few):
    assert MILLION.few(filters, limit=100) is few


def test_the_more_are_wanted_the_sooner_all_are_looked_at():
    assert not MILLION.few([["region:drenthe"]], limit=100)
    assert MILLION.few([["region:drenthe"]], limit=1000)


def test_counts_come_from_the_database(db, things):
    rarity._shares.cache_clear()
    store(
        [Document(f"thing:{n}", "thing", f"titel {n}", region="drenthe") for n in range(50)],
        model="",
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_documentvector")
    found = rarity.shares()
    rarity._shares.cache_clear()
    assert found.documents == 50
    assert found.of == {"kind:thing": 1.0, "region:drenthe": 1.0}


def test_nothing_counted_yet_is_no_problem(db):
    rarity._shares.cache_clear()
    found = rarity.shares()
    rarity._shares.cache_clear()
    assert found.documents >= 0
