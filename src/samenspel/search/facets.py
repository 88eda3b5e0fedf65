"""Facets in the reader's words: names in the address, labels, counts, what is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import (
    Domain,
    EvidenceLevel,
    Kind,
    PriceBand,
    Region,
    Sector,
    ServiceType,
)


@dataclass(frozen=True)
class Facet:
    """A field to filter on: its name in the index and in the address, label and values."""

    field: str
    parameter: str
    label: str | Promise
    choices: type[TextChoices]


FACETS = (
    Facet("kind", "soort", _("Soort"), Kind),
    Facet("sectors", "sector", _("Sector"), Sector),
    Facet("domain", "domein", _("Terrein"), Domain),
    Facet("service_type", "dienst", _("Soort dienst"), ServiceType),
    Facet("region", "provincie", _("Provincie"), Region),
    Facet("price_band", "prijs", _("Prijs"), PriceBand),
    Facet("evidence_level", "bewijs", _("Hoe goed onderzocht"), EvidenceLevel),
)


@dataclass(frozen=True)
class Option:
    """One value of a facet as a page shows it; `count` is None when nobody counted."""

    value: str
    label: str
    count: int | None
    selected: bool


@dataclass(frozen=True)
class FacetGroup:
    """A facet with the options that lead somewhere, or are chosen."""

    facet: Facet
    options: tuple[Option, ...]

    @property
    def chosen(self) -> int:
        """How many options are on."""
        return sum(option.selected for option in self.options)


def facets_named(names: Iterable[str]) -> tuple[Facet, ...]:
    """Some of the facets, in the order in which they are always shown."""
    wanted = set(names)
    return tuple(facet for facet in FACETS if facet.field in wanted)


def filters_from(
    parameters: QueryDict, facets: Iterable[Facet] = FACETS
) -> dict[str, tuple[str, ...]]:
    """The filters in an address; unknown values are left out."""
    found = {
        facet.field: tuple(
            value for value in parameters.getlist(facet.parameter) if value in facet.choices.values
        )
        for facet in facets
    }
    return {name: values for name, values in found.items() if values}


def groups_from(
    counts: Mapping[str, Mapping[str, int]] | None,
    filters: Mapping[str, Any],
    facets: Iterable[Facet] = FACETS,
) -> list[FacetGroup]:
    """Facet groups for a page, each facet's values in their own order.

    Without counts every value is shown, with counts only those that lead somewhere.
    """
    groups = []
    for facet in facets:
        found, on = (counts or {}).get(facet.field, {}), filters.get(facet.field, ())
        options = tuple(
            Option(value, str(label), None if counts is None else found.get(value, 0), value in on)
            for value, label in facet.choices.choices
            if counts is None or found.get(value) or value in on
        )
        if options:
            groups.append(FacetGroup(facet, options))
    return groups
