"""The list of offerings: words and facets out of an address into a page of offerings.

With words the search decides what fits and in what order. Without words every offering fits, and
they stand in the fair order of the day; the search then only counts the facets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.catalogue.managers import OfferingQuerySet
from samenspel.catalogue.models import Offering
from samenspel.search import listing
from samenspel.search.facets import FacetGroup, facets_named, filters_from, groups_from

PER_PAGE = 20
FACETS = facets_named(
    ("sectors", "domain", "service_type", "region", "price_band", "evidence_level")
)
NAMES = tuple(facet.field for facet in FACETS)
REBUILDING = _("Het zoeken wordt opnieuw opgebouwd. We zoeken nu alleen in titels en inleidingen.")
WORDS_ONLY = _("We zoeken nu alleen op woorden. Zoeken op betekenis is er straks weer.")


@dataclass(frozen=True)
class Found:
    """A page of offerings with the words and facets that led to it."""

    page: Page[Any]
    words: str
    facets: list[FacetGroup]
    notice: str | Promise = ""

    @property
    def chosen(self) -> int:
        """How many facet values are on."""
        return sum(group.chosen for group in self.facets)


def offerings(parameters: QueryDict) -> Found:
    """Published offerings with these words and facets."""
    words = parameters.get("q", "").replace("\0", "").strip()[:200]
    filters = filters_from(parameters, FACETS)
    number = parameters.get("pagina")
    of_these = {**filters, "kind": ("offering",)}
    if words:
        found = listing.listed(
            words, filters=of_these, facets=NAMES, number=number, per_page=PER_PAGE
        )
        if found:
            pks = [pk for _kind, pk in found.page.object_list]
            shown = Offering.objects.published().select_related("supplier").in_bulk(pks)
            found.page.object_list = [shown[pk] for pk in pks if pk in shown]
            notice = WORDS_ONLY if found.degraded else ""
            return Found(found.page, words, groups_from(found.counts, filters, FACETS), notice)
    fitting = narrowed(Offering.objects.published(), words, filters).select_related("supplier")
    circle = fitting.in_fair_order(timezone.localdate())
    page: Page[Any] = Paginator(circle, PER_PAGE).get_page(number)  # type: ignore[arg-type]
    counts = None if words else listing.counted(filters=of_these, facets=NAMES)
    notice = REBUILDING if words else ""
    return Found(page, words, groups_from(counts, filters, FACETS), notice)


def narrowed(
    found: OfferingQuerySet, words: str, filters: Mapping[str, tuple[str, ...]]
) -> OfferingQuerySet:
    """The offerings that hold every word and fit every facet."""
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(lead__icontains=word))
    for name in ("domain", "service_type", "price_band", "evidence_level"):
        if name in filters:
            found = found.filter(**{f"{name}__in": filters[name]})
    if "sectors" in filters:
        found = found.filter(sectors__overlap=list(filters["sectors"]))
    if "region" in filters:
        found = found.filter(Q(regions__overlap=list(filters["region"])) | Q(regions=[]))
    return found
