"""The numbers of "my school", with which prices are worked out."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.catalogue.choices import Recurrence
from samenspel.catalogue.prices import NEEDS, Price, School
from samenspel.catalogue.queries import KnownSchool

HOURLY_COST = Decimal(55)
"""A first value for what an hour of a teacher costs, in euros; an example that readers adjust."""

MOST = 100_000


class SchoolForm(forms.Form):
    """Asks only for the numbers that these prices depend on."""

    pupils = forms.IntegerField(label=_("Leerlingen"), required=False, min_value=0, max_value=MOST)
    teachers = forms.IntegerField(label=_("Leraren"), required=False, min_value=0, max_value=MOST)
    participants = forms.IntegerField(
        label=_("Deelnemers"), required=False, min_value=0, max_value=MOST
    )
    hours = forms.DecimalField(
        label=_("Uren van de aanbieder"), required=False, min_value=0, max_value=10_000
    )
    days = forms.DecimalField(
        label=_("Dagen van de aanbieder"), required=False, min_value=0, max_value=10_000
    )
    licences = forms.IntegerField(label=_("Licenties"), required=False, min_value=0, max_value=MOST)
    years = forms.TypedChoiceField(
        label=_("Over hoeveel jaar"),
        required=False,
        coerce=int,
        empty_value=1,
        choices=[(years, years) for years in range(1, 5)],
    )
    own_hours = forms.DecimalField(
        label=_("Eigen uren per deelnemer"), required=False, min_value=0, max_value=10_000
    )
    hourly_cost = forms.DecimalField(
        label=_("Kosten van een eigen uur (€)"),
        required=False,
        min_value=0,
        max_value=1000,
        decimal_places=2,
    )

    def __init__(self, *args: Any, prices: tuple[Price, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {NEEDS[price.basis] for price in prices if price.basis in NEEDS}
        asked |= {"participants", "own_hours", "hourly_cost"}
        if any(price.recurrence == Recurrence.YEARLY for price in prices):
            asked.add("years")
        for name in [name for name in self.fields if name not in asked]:
            del self.fields[name]

    @classmethod
    def is_asked(cls, parameters: Mapping[str, Any]) -> bool:
        """Whether an address holds any of these numbers."""
        return any(name in parameters for name in cls.base_fields)

    def school(self) -> School:
        """The numbers that were given, or those that the form began with if they cannot be read."""
        good = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        values = {name: good.get(name) for name in self.fields if good.get(name) is not None}
        return School(**values)


def first_numbers(known: KnownSchool | None, own_hours: Decimal | None) -> dict[str, Any]:
    """What the form begins with: what the register knows of the reader's school."""
    school = replace(
        School(
            hourly_cost=HOURLY_COST,
            own_hours=None if own_hours is None else own_hours.normalize() + 0,
        ),
        pupils=known.pupils if known else None,
        teachers=known.teachers if known else None,
    )
    return {name: value for name, value in vars(school).items() if value is not None}
