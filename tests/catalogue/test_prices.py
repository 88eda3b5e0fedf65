"""Worked examples of the price calculator, and what holds for any prices."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.catalogue.choices import Basis, Recurrence, Tiering, Vat
from samenspel.catalogue.prices import (
    REFERENCE_SCHOOL,
    OpenLine,
    Price,
    School,
    Step,
    Tier,
    band,
    quotes,
)
from samenspel.common.taxonomy import PriceBand

D = Decimal
DAY = date(2026, 9, 1)
SCHOOL = School(pupils=640, teachers=45, participants=12)

per_participant = Price(Basis.PARTICIPANT, D("495.00"))
per_pupil = Price(Basis.PUPIL, D("7.95"), vat_rate=D(9), recurrence=Recurrence.YEARLY)
per_day = Price(Basis.DAY, D("1250.00"), usual_quantity=D(3))
per_hour = Price(Basis.HOUR, D("110.00"))
fixed = Price(Basis.FIXED, D("2400.00"))
steps_of_pupils = Price(
    Basis.PUPIL,
    D("10.00"),
    tiering=Tiering.EACH,
    tiers=(Tier(101, D("8.00")), Tier(251, D("6.00"))),
)
by_size = Price(
    Basis.PUPIL,
    D("500.00"),
    tiering=Tiering.PACKAGE,
    tiers=(Tier(201, D("900.00")), Tier(501, D("1500.00"))),
)

EXAMPLES = {
    # name: (prices, school, without VAT, VAT)
    "per participant": ([per_participant], SCHOOL, "5940.00", "1247.40"),
    "per participant, nobody comes": (
        [per_participant],
        replace(SCHOOL, participants=0),
        "0.00",
        "0.00",
    ),
    "minimum of ten charged for six": (
        [replace(per_participant, minimum=10)],
        replace(SCHOOL, participants=6),
        "4950.00",
        "1039.50",
    ),
    "minimum of ten passed by twelve": (
        [replace(per_participant, minimum=10)],
        SCHOOL,
        "5940.00",
        "1247.40",
    ),
    "per pupil, one year": ([per_pupil], SCHOOL, "5088.00", "457.92"),
    "per pupil, four years": ([per_pupil], replace(SCHOOL, years=4), "20352.00", "1831.68"),
    "once, four years": ([per_participant], replace(SCHOOL, years=4), "5940.00", "1247.40"),
    "per teacher": ([Price(Basis.TEACHER, D("25.00"))], SCHOOL, "1125.00", "236.25"),
    "usual number of days": ([per_day], SCHOOL, "3750.00", "787.50"),
    "own number of days": ([per_day], replace(SCHOOL, days=D("1.5")), "1875.00", "393.75"),
    "per hour": ([per_hour], replace(SCHOOL, hours=D(8)), "880.00", "184.80"),
    "fixed": ([fixed], SCHOOL, "2400.00", "504.00"),
    "fixed, VAT included": (
        [Price(Basis.FIXED, D("121.00"), vat=Vat.INCLUDED)],
        SCHOOL,
        "100.00",
        "21.00",
    ),
    "VAT included that does not divide": (
        [Price(Basis.FIXED, D("10.00"), vat=Vat.INCLUDED)],
        SCHOOL,
        "8.26",
        "1.74",
    ),
    "exempt from VAT": (
        [replace(fixed, vat=Vat.EXEMPT, vat_rate=D(0))],
        SCHOOL,
        "2400.00",
        "0.00",
    ),
    "free": ([Price(Basis.FREE, D(0))], SCHOOL, "0.00", "0.00"),
    "per school": ([Price(Basis.SCHOOL, D("750.00"))], SCHOOL, "750.00", "157.50"),
    "per school, two sites": (
        [Price(Basis.SCHOOL, D("750.00"))],
        replace(SCHOOL, schools=2),
        "1500.00",
        "315.00",
    ),
    "licences": (
        [Price(Basis.LICENCE, D("99.00"), recurrence=Recurrence.YEARLY)],
        replace(SCHOOL, licences=3, years=2),
        "594.00",
        "124.74",
    ),
    "tiers, first only": (
        [steps_of_pupils],
        replace(SCHOOL, pupils=100),
        "1000.00",
        "210.00",
    ),
    "tiers, one pupil in the second": (
        [steps_of_pupils],
        replace(SCHOOL, pupils=101),
        "1008.00",
        "211.68",
    ),
    "tiers, all three": ([steps_of_pupils], SCHOOL, "4540.00", "953.40"),
    "by size, smallest": ([by_size], replace(SCHOOL, pupils=200), "500.00", "105.00"),
    "by size, at the border": ([by_size], replace(SCHOOL, pupils=201), "900.00", "189.00"),
    "by size, largest": ([by_size], SCHOOL, "1500.00", "315.00"),
    "by size, three years": (
        [replace(by_size, recurrence=Recurrence.YEARLY)],
        replace(SCHOOL, years=3),
        "4500.00",
        "945.00",
    ),
    "start costs and a yearly licence": (
        [fixed, per_pupil],
        replace(SCHOOL, years=2),
        "12576.00",
        "1419.84",
    ),
    "two rates of VAT": (
        [fixed, Price(Basis.PARTICIPANT, D("24.50"), vat_rate=D(9))],
        SCHOOL,
        "2694.00",
        "530.46",
    ),
    "half a cent goes up": (
        [Price(Basis.FIXED, D("0.50"), vat_rate=D(9))],
        SCHOOL,
        "0.50",
        "0.05",
    ),
}


@pytest.mark.parametrize(("prices", "school", "net", "vat"), EXAMPLES.values(), ids=EXAMPLES)
def test_worked_example(prices, school, net, vat):
    (quote,) = quotes(tuple(prices), school, on=DAY)
    assert (quote.net, quote.vat, quote.complete) == (D(net), D(vat), True)


def test_steps_show_the_arithmetic_of_tiers():
    (quote,) = quotes((steps_of_pupils,), SCHOOL, on=DAY)
    assert quote.lines[0].steps == (
        Step(D(100), D("10.00")),
        Step(D(150), D("8.00")),
        Step(D(390), D("6.00")),
    )


def test_price_on_request_is_named_and_not_guessed():
    (quote,) = quotes((fixed, Price(Basis.ON_REQUEST)), SCHOOL, on=DAY)
    assert quote.open_lines == (OpenLine(Price(Basis.ON_REQUEST)),)
    assert (quote.net, quote.complete, quote.on_request) == (D("2400.00"), False, True)


def test_unknown_number_is_named_and_not_guessed():
    (quote,) = quotes((per_pupil,), School(), on=DAY)
    assert quote.open_lines == (OpenLine(per_pupil, "pupils"),)
    assert (quote.net, quote.complete, quote.on_request) == (D(0), False, False)


def test_own_hours_are_a_cost_beside_the_price():
    school = replace(SCHOOL, own_hours=D("20"), hourly_cost=D("52.50"))
    (quote,) = quotes((fixed,), school, on=DAY)
    assert quote.own_time.hours == D(240)
    assert quote.own_time.total == D("12600.00")
    assert quote.total == D("2904.00") + D("12600.00")


def test_options_are_alternatives_and_common_prices_come_with_each():
    travel = Price(Basis.FIXED, D("50.00"), label="Reiskosten")
    at_school = replace(fixed, option="Op school")
    elsewhere = replace(per_participant, option="Bij ons")
    found = quotes((at_school, elsewhere, travel), SCHOOL, on=DAY)
    assert [(quote.option, quote.net) for quote in found] == [
        ("Op school", D("2450.00")),
        ("Bij ons", D("5990.00")),
    ]


@pytest.mark.parametrize(
    ("day", "net"),
    [(date(2026, 12, 31), "100.00"), (date(2027, 1, 1), "110.00")],
)
def test_price_of_the_day_counts(day, net):
    prices = (
        Price(Basis.FIXED, D("100.00"), valid_to=date(2026, 12, 31)),
        Price(Basis.FIXED, D("110.00"), valid_from=date(2027, 1, 1)),
    )
    (quote,) = quotes(prices, SCHOOL, on=day)
    assert quote.net == D(net)


def test_no_price_that_holds_gives_no_quote():
    assert quotes((replace(fixed, valid_to=date(2020, 1, 1)),), SCHOOL, on=DAY) == ()


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ([Price(Basis.FREE, D(0))], PriceBand.FREE),
        ([Price(Basis.FIXED, D("999.99"))], PriceBand.TO_1000),
        ([Price(Basis.FIXED, D("1000.00"))], PriceBand.TO_5000),
        ([per_participant], PriceBand.TO_15000),
        ([Price(Basis.FIXED, D("15000.00"))], PriceBand.ABOVE),
        ([Price(Basis.ON_REQUEST)], PriceBand.ON_REQUEST),
        ([fixed, Price(Basis.ON_REQUEST)], PriceBand.ON_REQUEST),
        ([per_hour], None),
        ([], None),
        (
            [replace(fixed, option="a"), Price(Basis.ON_REQUEST, option="b")],
            PriceBand.TO_5000,
        ),
    ],
)
def test_price_band(prices, expected):
    assert band(tuple(prices), on=DAY) == expected


amounts = st.decimals(0, 5000, places=2)
counted = st.sampled_from([Basis.PARTICIPANT, Basis.PUPIL, Basis.TEACHER])


@st.composite
def any_price(draw, bases=counted):
    tiering = draw(st.sampled_from(list(Tiering)))
    tiers = []
    if tiering != Tiering.NONE:
        starts = sorted(draw(st.sets(st.integers(2, 300), max_size=4)))
        values = draw(st.lists(amounts, min_size=len(starts), max_size=len(starts)))
        tiers = [Tier(start, amount) for start, amount in zip(starts, values, strict=True)]
    first = draw(amounts)
    if tiering == Tiering.PACKAGE:  # a bigger group never costs less: the form sees to it
        rising = sorted([first, *(tier.amount for tier in tiers)])
        first = rising[0]
        tiers = [
            replace(tier, amount=amount) for tier, amount in zip(tiers, rising[1:], strict=True)
        ]
    vat = draw(st.sampled_from(list(Vat)))
    return Price(
        draw(bases),
        first,
        vat=vat,
        vat_rate=D(0) if vat == Vat.EXEMPT else draw(st.sampled_from([D(9), D(21)])),
        recurrence=draw(st.sampled_from(list(Recurrence))),
        minimum=draw(st.integers(0, 30)),
        tiering=tiering,
        tiers=tuple(tiers),
    )


@given(st.lists(any_price(), min_size=1, max_size=4), st.integers(0, 400), st.integers(1, 4))
def test_more_participants_never_cost_less(prices, participants, years):
    school = replace(REFERENCE_SCHOOL, participants=participants, years=years)
    (fewer,) = quotes(tuple(prices), school, on=DAY)
    (more,) = quotes(tuple(prices), replace(school, participants=participants + 1), on=DAY)
    assert more.gross >= fewer.gross


@given(any_price(), st.integers(1, 400), st.integers(1, 4))
def test_vat_is_counted_once(price, participants, years):
    school = replace(REFERENCE_SCHOOL, participants=participants, years=years)
    (quote,) = quotes((price,), school, on=DAY)
    (line,) = quote.lines
    listed = sum(step.total for step in line.steps) * line.years
    if price.vat == Vat.EXCLUDED:
        assert quote.net == listed
        assert abs(quote.vat - listed * price.vat_rate / 100) <= D("0.005")
    else:
        assert quote.gross == listed
        assert abs(quote.net * (1 + price.vat_rate / 100) - listed) <= D("0.01")


@given(any_price(st.just(Basis.PUPIL)), st.integers(0, 400))
def test_tiers_count_every_unit_exactly_once(price, pupils):
    (quote,) = quotes((price,), School(pupils=pupils), on=DAY)
    (line,) = quote.lines
    assert sum(step.quantity for step in line.steps) == max(pupils, price.minimum)


@given(st.lists(any_price(), max_size=4), st.lists(any_price(), max_size=4))
def test_sum_of_prices_is_the_price_of_the_sum(some, others):
    def total(prices):
        return sum(quote.gross for quote in quotes(tuple(prices), REFERENCE_SCHOOL, on=DAY))

    assert total(some + others) == total(some) + total(others)
