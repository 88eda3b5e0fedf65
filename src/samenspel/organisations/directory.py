"""The directory: words and facets out of an address into a page of organisations."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Func, IntegerField, Q, Value, When
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.organisations.choices import OrganisationKind
from samenspel.organisations.models import Organisation, OrganisationQuerySet, by_name
from samenspel.search.facets import Facet, FacetGroup, facets_named, filters_from, groups_from

PER_PAGE = 25
MOST_WORDS = 8
SITE_CODE = re.compile(r"\d{2}[a-z]{2}(\d{1,2})?")
FACETS = (
    Facet("kind", "soort", gettext_lazy("Soort"), OrganisationKind),
    *facets_named(("sectors", "region")),
)
Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Found:
    """A page of organisations with the words and facets that led to it."""

    page: Page[Any]
    words: str
    facets: list[FacetGroup]
    closed_too: bool

    @property
    def chosen(self) -> int:
        """How many choices are on."""
        return sum(group.chosen for group in self.facets) + self.closed_too


def find(parameters: QueryDict, user: Any) -> Found:
    """A page of the organisations with these words and facets, and how many others would give."""
    words, filters, closed_too = _asked(parameters)
    matching = _matching(words, closed_too, user)
    found = _narrowed(matching, filters).select_related("site", "parent")
    pages = Paginator(_in_order(found, words), PER_PAGE)
    return Found(
        page=pages.get_page(parameters.get("pagina")),
        words=words,
        facets=groups_from(_counts(matching, filters), filters, FACETS),
        closed_too=closed_too,
    )


def as_csv(parameters: QueryDict, user: Any) -> Iterator[str]:
    """The same list in full, a line at a time."""
    words, filters, closed_too = _asked(parameters)
    found = _in_order(_narrowed(_matching(words, closed_too, user), filters), words)
    names = (
        *("name", "kind", "street", "postcode", "place", "municipality", "region"),
        *("site__location_code", "site__school_type", "site__pupils", "parent__name"),
        *("closed_on", "source", "source_date"),
    )
    yield _csv_line(
        *(_("naam"), _("soort"), _("straat en nummer"), _("postcode"), _("plaats")),
        *(_("gemeente"), _("provincie"), _("vestigingscode"), _("schoolsoort"), _("leerlingen")),
        *(_("bestuur"), _("gesloten op"), _("bron"), _("datum van de bron")),
    )
    for row in found.values_list(*names).iterator():
        yield _csv_line(*row)


def _asked(parameters: QueryDict) -> tuple[str, Filters, bool]:
    words = parameters.get("q", "").replace("\0", "").strip()[:200]
    return words, filters_from(parameters, FACETS), parameters.get("gesloten") == "1"


def _matching(words: str, closed_too: bool, user: Any) -> OrganisationQuerySet:
    found = Organisation.objects.visible_to(user)
    if not closed_too:
        found = found.open()
    for word in words.lower().split()[:MOST_WORDS]:
        holds = Q(words__contains=word)
        if SITE_CODE.fullmatch(word):
            holds |= Q(site__location_code__startswith=word.upper())
        found = found.filter(holds)
    return found


def _narrowed(
    found: OrganisationQuerySet, filters: Filters, *, without: str = ""
) -> OrganisationQuerySet:
    for name, values in filters.items():
        if name == without:
            continue
        lookup = "sectors__overlap" if name == "sectors" else f"{name}__in"
        found = found.filter(**{lookup: list(values)})
    return found


def _in_order(found: OrganisationQuerySet, words: str) -> OrganisationQuerySet:
    """Names that begin with the words first, then by name: nobody can buy a place."""
    if not words:
        return found.order_by(by_name(), "id")
    first = Case(
        When(words__startswith=words.lower(), then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return found.order_by(first, by_name(), "id")


def _counts(matching: OrganisationQuerySet, filters: Filters) -> dict[str, dict[str, int]]:
    """For each facet how many there are per value, whatever is chosen in the facet itself."""
    counts = {}
    for facet in FACETS:
        value = (
            Func(F("sectors"), function="unnest") if facet.field == "sectors" else F(facet.field)
        )
        rows = (
            _narrowed(matching, filters, without=facet.field)
            .order_by()
            .values(value=value)
            .annotate(number=Count("pk"))
        )
        counts[facet.field] = {row["value"]: row["number"] for row in rows}
    return counts


def _csv_line(*cells: object) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=";").writerow(_safe(cell) for cell in cells)
    return line.getvalue()


def _safe(cell: object) -> object:
    """A spreadsheet takes a text that begins like a formula for one."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
