"""The list of offerings: words and facets out of an address into a page of offerings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from samenspel.catalogue.managers import OfferingQuerySet
from samenspel.catalogue.models import Offering
from samenspel.search.facets import FacetGroup, facets_named, filters_from, groups_from

PER_PAGE = 20
FACETS = facets_named(
    ("sectors", "domain", "service_type", "region", "price_band", "evidence_level")
)


@dataclass(frozen=True)
class Found:
    """A page of offerings with the words and facets that led to it."""

    page: Page[Any]
    words: str
    facets: list[FacetGroup]

    @property
    def chosen(self) -> int:
        """How many facet values are on."""
        return sum(group.chosen for group in self.facets)


def offerings(parameters: QueryDict, user: Any) -> Found:
    """Published offerings with these words and facets."""
    words = parameters.get("q", "").replace("\0", "").strip()[:200]
    filters = filters_from(parameters, FACETS)
    found = narrowed(Offering.objects.published(), words, filters)
    pages = Paginator(
        found.select_related("supplier").in_fair_order(timezone.localdate()), PER_PAGE
    )
    return Found(
        pages.get_page(parameters.get("pagina")), words, groups_from(None, filters, FACETS)
    )


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
