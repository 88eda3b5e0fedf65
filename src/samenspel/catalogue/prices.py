"""What an offering costs *my* school: prices and numbers in, arithmetic out. Pure.

Every line keeps its steps (`quantity x amount`), so that a page can show how a sum came about. A
price on request, or a number that nobody gave, is never guessed: the line is named as open and the
sum says that it is not complete. Schools cannot reclaim VAT, so sums carry it separately.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from samenspel.catalogue.choices import Basis, Recurrence, Tiering, Vat
from samenspel.common.taxonomy import PriceBand

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True)
class Tier:
    """From this quantity on, `amount` counts. The first tier is the price's own amount."""

    start: int
    amount: Decimal


@dataclass(frozen=True)
class Price:
    """One price line. Amounts are euros; `vat_rate` is a percentage.

    `usual_quantity` is how many hours, days or licences it usually takes; `minimum` is charged
    when fewer are needed. Prices with the same `option` belong together; another option is an
    alternative, and prices without an option come with each of them. Tiers have no end of their
    own, the next one begins where the former stops, so they cannot leave a gap.
    """

    basis: Basis
    amount: Decimal | None = None
    label: str = ""
    option: str = ""
    vat: Vat = Vat.EXCLUDED
    vat_rate: Decimal = Decimal(21)
    recurrence: Recurrence = Recurrence.ONCE
    usual_quantity: Decimal | None = None
    minimum: int = 0
    tiering: Tiering = Tiering.NONE
    tiers: tuple[Tier, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def applies(self, on: date) -> bool:
        """Whether the price holds on a day, the first and last day included."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True)
class School:
    """What is asked for: numbers of the school, and for how many years (1-4).

    None is "not known". `own_hours` are hours of each participant over the whole period.
    """

    pupils: int | None = None
    teachers: int | None = None
    participants: int | None = None
    hours: Decimal | None = None
    days: Decimal | None = None
    licences: int | None = None
    schools: int = 1
    years: int = 1
    own_hours: Decimal | None = None
    hourly_cost: Decimal = ZERO


REFERENCE_SCHOOL = School(pupils=250, teachers=20, participants=15)
"""For whom the price band of an offering is worked out: one year, without own hours."""

NEEDS = {
    Basis.HOUR: "hours",
    Basis.DAY: "days",
    Basis.PARTICIPANT: "participants",
    Basis.PUPIL: "pupils",
    Basis.TEACHER: "teachers",
    Basis.SCHOOL: "schools",
    Basis.LICENCE: "licences",
}
"""Which of the school's numbers a basis is multiplied by."""


@dataclass(frozen=True)
class Step:
    """One multiplication: `quantity` units of `amount`, or one `amount` for all of them."""

    quantity: Decimal
    amount: Decimal
    package: bool = False

    @property
    def total(self) -> Decimal:
        """In euros, before rounding."""
        return self.amount if self.package else self.quantity * self.amount


@dataclass(frozen=True)
class Line:
    """What one price comes to over the years. `quantity` is what was asked for, None if fixed."""

    price: Price
    steps: tuple[Step, ...]
    quantity: Decimal | None
    years: int
    net: Decimal
    vat: Decimal

    @property
    def gross(self) -> Decimal:
        """With VAT, in euros."""
        return self.net + self.vat

    @property
    def minimum_applied(self) -> bool:
        """Whether more is charged than was asked for."""
        return self.quantity is not None and self.quantity < self.price.minimum


@dataclass(frozen=True)
class OpenLine:
    """A price that cannot be worked out: `missing` names the number, empty means "on request"."""

    price: Price
    missing: str = ""


@dataclass(frozen=True)
class OwnTime:
    """What the school puts in itself, in hours and euros over the whole period."""

    hours: Decimal
    hourly_cost: Decimal

    @property
    def total(self) -> Decimal:
        """In euros."""
        return _cents(self.hours * self.hourly_cost)


@dataclass(frozen=True)
class Quote:
    """The sum of one option. `complete` is False when a line is open: then it is "at least"."""

    option: str
    lines: tuple[Line, ...]
    open_lines: tuple[OpenLine, ...] = ()
    own_time: OwnTime | None = None

    @property
    def net(self) -> Decimal:
        """Without VAT, in euros."""
        return sum((line.net for line in self.lines), ZERO)

    @property
    def vat(self) -> Decimal:
        """The VAT in euros."""
        return sum((line.vat for line in self.lines), ZERO)

    @property
    def gross(self) -> Decimal:
        """To be paid, VAT included, in euros."""
        return self.net + self.vat

    @property
    def total(self) -> Decimal:
        """To be paid plus what the school's own hours cost, in euros."""
        return self.gross + (self.own_time.total if self.own_time else ZERO)

    @property
    def complete(self) -> bool:
        """Whether every price could be worked out."""
        return bool(self.lines) and not self.open_lines

    @property
    def on_request(self) -> bool:
        """Whether a price must be asked for."""
        return any(not line.missing for line in self.open_lines)


def quotes(prices: tuple[Price, ...], school: School, *, on: date) -> tuple[Quote, ...]:
    """The sum for each option, in the order in which the options first appear.

    Only prices that hold on `on` count; a coming change of price is not foreseen for later years.
    No price that holds gives no quotes.
    """
    current = [price for price in prices if price.applies(on)]
    options = list(dict.fromkeys(price.option for price in current if price.option))
    return tuple(
        _quote([price for price in current if price.option in ("", option)], option, school)
        for option in options or ([""] if current else [])
    )


def band(prices: tuple[Price, ...], *, on: date) -> PriceBand | None:
    """The band of the cheapest option that can be worked out for the reference school, without VAT.

    None when the prices depend on a number that the offering does not tell.
    """
    found = quotes(prices, REFERENCE_SCHOOL, on=on)
    complete = [quote.net for quote in found if quote.complete]
    if not complete:
        return PriceBand.ON_REQUEST if any(quote.on_request for quote in found) else None
    lowest = min(complete)
    if lowest == 0:
        return PriceBand.FREE
    for limit, name in (
        (1_000, PriceBand.TO_1000),
        (5_000, PriceBand.TO_5000),
        (15_000, PriceBand.TO_15000),
    ):
        if lowest < limit:
            return name
    return PriceBand.ABOVE


def _quote(prices: list[Price], option: str, school: School) -> Quote:
    worked = [_line(price, school) for price in prices]
    return Quote(
        option,
        tuple(line for line in worked if isinstance(line, Line)),
        tuple(line for line in worked if isinstance(line, OpenLine)),
        _own_time(school),
    )


def _own_time(school: School) -> OwnTime | None:
    if not school.own_hours or school.participants is None:
        return None
    return OwnTime(school.own_hours * school.participants, school.hourly_cost)


def _line(price: Price, school: School) -> Line | OpenLine:
    if price.basis == Basis.ON_REQUEST:
        return OpenLine(price)
    amount = ZERO if price.basis == Basis.FREE else price.amount
    if amount is None:
        return OpenLine(price)
    quantity: Decimal | None = None
    if price.basis in NEEDS:
        quantity = _quantity(price, school)
        if quantity is None:
            return OpenLine(price, NEEDS[price.basis])
        steps = _steps(price, amount, max(quantity, Decimal(price.minimum)))
    else:
        steps = (Step(Decimal(1), amount),)
    years = school.years if price.recurrence == Recurrence.YEARLY else 1
    net, vat = _with_vat(sum((step.total for step in steps), ZERO) * years, price)
    return Line(price, steps, quantity, years, net, vat)


def _quantity(price: Price, school: School) -> Decimal | None:
    given = getattr(school, NEEDS[price.basis])
    return Decimal(given) if given is not None else price.usual_quantity


def _steps(price: Price, amount: Decimal, quantity: Decimal) -> tuple[Step, ...]:
    tiers = (Tier(1, amount), *sorted(price.tiers, key=lambda tier: tier.start))
    if price.tiering == Tiering.PACKAGE:
        reached = [tier for tier in tiers if tier.start <= quantity] or [tiers[0]]
        return (Step(quantity, reached[-1].amount if quantity else ZERO, package=True),)
    if price.tiering == Tiering.NONE:
        return (Step(quantity, amount),)
    ends = [Decimal(tier.start - 1) for tier in tiers[1:]] + [quantity]
    steps = []
    begin = ZERO
    for tier, end in zip(tiers, ends, strict=True):
        part = min(quantity, end) - begin
        if part > 0:
            steps.append(Step(part, tier.amount))
            begin += part
    return tuple(steps) or (Step(ZERO, amount),)


def _with_vat(total: Decimal, price: Price) -> tuple[Decimal, Decimal]:
    """The sum split in what is without VAT and the VAT itself, both in cents."""
    rate = price.vat_rate / 100
    if price.vat == Vat.EXEMPT:
        return _cents(total), ZERO
    if price.vat == Vat.INCLUDED:
        net = _cents(total / (1 + rate))
        return net, _cents(total) - net
    return _cents(total), _cents(total * rate)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
