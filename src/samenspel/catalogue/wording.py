"""Prices in words, for pages, versions and error messages."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from samenspel.catalogue.choices import Basis, Recurrence, Tiering, Vat
from samenspel.catalogue.prices import Price


def euro(amount: Decimal) -> str:
    """An amount as the reader's language writes it: € 1.250,00."""
    return f"€\N{NO-BREAK SPACE}{formats.number_format(amount, 2, force_grouping=True)}"


def number(value: Decimal) -> str:
    """A quantity without needless decimals: 3, 1,5."""
    return formats.number_format(value.normalize() + 0, force_grouping=True)


def price_in_words(price: Price) -> str:
    """Everything that a price line says, in one line of text."""
    text = ", ".join(_parts(price))
    name = " – ".join(part for part in (price.option, price.label) if part)
    return f"{name}: {text}" if name else text


def amount_in_words(price: Price) -> str:
    """The heart of a price: € 100,00 per deelnemer, gratis, op aanvraag."""
    if price.amount is None or price.basis == Basis.FREE:
        return str(price.basis.label)
    if price.basis == Basis.FIXED:
        return euro(price.amount)
    if price.tiering == Tiering.PACKAGE:
        return _("%(amount)s voor de kleinste groep") % {"amount": euro(price.amount)}
    return f"{euro(price.amount)} {price.basis.label}"


def vat_in_words(price: Price) -> str:
    """What the amount says about VAT: zonder 21 % btw."""
    rate = number(price.vat_rate)
    if price.vat == Vat.EXEMPT:
        return _("vrij van btw")
    if price.vat == Vat.INCLUDED:
        return _("met %(rate)s%% btw erin") % {"rate": rate}
    return _("zonder %(rate)s%% btw") % {"rate": rate}


def tiers_in_words(price: Price) -> str:
    """The tiers in the form in which the supplier writes them: 101: 8,00; 251: 6,00."""
    return "; ".join(
        f"{tier.start}: {formats.number_format(tier.amount, 2)}" for tier in price.tiers
    )


def _parts(price: Price) -> Iterator[str]:
    yield amount_in_words(price)
    if price.amount:
        yield vat_in_words(price)
    if price.recurrence == Recurrence.YEARLY:
        yield _("elk jaar")
    if price.usual_quantity is not None:
        yield _("gewoonlijk %(number)s") % {"number": number(price.usual_quantity)}
    if price.minimum:
        yield _("minstens %(number)s") % {"number": price.minimum}
    if price.tiers:
        yield f"{price.tiering.label}: {tiers_in_words(price)}"
    if price.valid_from:
        yield _("vanaf %(date)s") % {"date": formats.date_format(price.valid_from)}
    if price.valid_to:
        yield _("tot en met %(date)s") % {"date": formats.date_format(price.valid_to)}
