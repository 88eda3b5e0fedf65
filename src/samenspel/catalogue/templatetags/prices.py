"""`{% load prices %}`: amounts, prices and sums in words."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.catalogue import wording
from samenspel.catalogue.choices import Basis
from samenspel.catalogue.prices import OpenLine, Step

register = template.Library()
register.filter(wording.amount_in_words)
register.filter(wording.euro)
register.filter(wording.number)
register.filter(wording.price_in_words)
register.filter(wording.vat_in_words)


@register.filter
def sum_in_words(step: Step, basis: Basis) -> str:
    """One multiplication: 12 deelnemers × € 100,00."""
    if basis not in UNITS:
        return wording.euro(step.amount)
    counted = f"{wording.number(step.quantity)} {unit(step.quantity, basis)}"
    if step.package:
        return _("%(amount)s voor %(counted)s samen") % {
            "amount": wording.euro(step.amount),
            "counted": counted,
        }
    return f"{counted} × {wording.euro(step.amount)}"


@register.filter
def missing_in_words(line: OpenLine) -> str:
    """Why a price could not be worked out."""
    if not line.missing:
        return _("Op aanvraag: vraag de aanbieder naar deze prijs.")
    return _("Vul hiervoor in: %(number)s.") % {"number": NUMBERS[line.missing]()}


def unit(quantity: Decimal, basis: Basis) -> str:
    """What is counted, in the right number."""
    return UNITS[basis](quantity)


UNITS = {
    Basis.HOUR: lambda n: ngettext("uur", "uur", _whole(n)),
    Basis.DAY: lambda n: ngettext("dag", "dagen", _whole(n)),
    Basis.PARTICIPANT: lambda n: ngettext("deelnemer", "deelnemers", _whole(n)),
    Basis.PUPIL: lambda n: ngettext("leerling", "leerlingen", _whole(n)),
    Basis.TEACHER: lambda n: ngettext("leraar", "leraren", _whole(n)),
    Basis.SCHOOL: lambda n: ngettext("school", "scholen", _whole(n)),
    Basis.LICENCE: lambda n: ngettext("licentie", "licenties", _whole(n)),
}
NUMBERS = {
    "hours": lambda: _("het aantal uren"),
    "days": lambda: _("het aantal dagen"),
    "participants": lambda: _("het aantal deelnemers"),
    "pupils": lambda: _("het aantal leerlingen"),
    "teachers": lambda: _("het aantal leraren"),
    "licences": lambda: _("het aantal licenties"),
}


def _whole(quantity: Decimal) -> int:
    """The number that decides between singular and plural: half a day is one day's word."""
    return 1 if 0 < quantity <= 1 else 2
