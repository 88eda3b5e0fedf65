"""The list of knowledge items: words and facets out of an address into a page of items.

With words the search decides what fits and in what order; without words the newest come first and
the search only counts the facets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import CharField, Q, QuerySet, Value
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from samenspel.knowledge.kinds import KINDS
from samenspel.knowledge.models import Item, Record
from samenspel.search import listing
from samenspel.search.facets import FacetGroup, facets_named, filters_from, groups_from

PER_PAGE = 20
FACETS = facets_named(("kind", "sectors", "domain", "evidence_level"))
NAMES = tuple(facet.field for facet in FACETS)
REBUILDING = _("Het zoeken wordt opnieuw opgebouwd. We zoeken nu alleen in titels en inleidingen.")
WORDS_ONLY = _("We zoeken nu alleen op woorden. Zoeken op betekenis is er straks weer.")
MODELS: dict[str, type[Item]] = {kind.model.kind: kind.model for kind in KINDS.values()}
Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Found:
    """A page of items with the words and facets that led to it."""

    page: Page[Any]
    words: str
    facets: list[FacetGroup]
    notice: str | Promise = ""

    @property
    def chosen(self) -> int:
        """How many facet values are on."""
        return sum(group.chosen for group in self.facets)


class ItemsOfAllKinds:
    """Items out of several tables, newest first, for a paginator: `len` and slices only.

    Each table gives no more than the slice needs, along its index, before they are put together.
    """

    def __init__(self, parts: Mapping[str, QuerySet[Item]]) -> None:
        self.parts = parts

    def __len__(self) -> int:
        return self.number

    @cached_property
    def number(self) -> int:
        """How many there are in all."""
        return sum(part.count() for part in self.parts.values())

    def __getitem__(self, wanted: slice) -> list[Item]:
        keys = [
            part.annotate(of_kind=Value(kind, CharField()))
            .order_by("-modified", "-pk")
            .values_list("of_kind", "pk", "modified")[: wanted.stop]
            for kind, part in self.parts.items()
        ]
        if not keys or not wanted.stop:
            return []
        rows = keys[0].union(*keys[1:], all=True) if len(keys) > 1 else keys[0]
        if len(keys) > 1:
            rows = rows.order_by("-modified", "of_kind", "-pk")
        return items_in_order([(kind, pk) for kind, pk, _modified in rows[wanted]])


def items_in_order(keys: list[tuple[str, int]]) -> list[Item]:
    """The published items with these kinds and numbers, in this order, one query a kind."""
    found: dict[tuple[str, int], Item] = {}
    for kind in dict.fromkeys(kind for kind, _pk in keys):
        model = MODELS[kind]
        items = (
            model._default_manager.published()
            .select_related(*(("owner", "source") if issubclass(model, Record) else ("owner",)))
            .filter(pk__in=[pk for of_kind, pk in keys if of_kind == kind])
        )
        found |= {(kind, item.pk): item for item in items}
    return [found[key] for key in keys if key in found]


def items(parameters: QueryDict) -> Found:
    """Published items with these words and facets."""
    words = parameters.get("q", "").replace("\0", "").strip()[:200]
    filters = filters_from(parameters, FACETS)
    kinds = [kind for kind in filters.get("kind", ()) if kind in MODELS] or list(MODELS)
    number = parameters.get("pagina")
    of_these = {**filters, "kind": tuple(kinds)}
    if words:
        found = listing.listed(
            words, filters=of_these, facets=NAMES, number=number, per_page=PER_PAGE
        )
        if found:
            found.page.object_list = items_in_order(list(found.page.object_list))
            notice = WORDS_ONLY if found.degraded else ""
            return Found(found.page, words, _groups(found.counts, filters), notice)
    parts = {
        kind: narrowed(MODELS[kind], words, filters)
        for kind in kinds
        if not ("evidence_level" in filters and issubclass(MODELS[kind], Record))
    }
    page: Page[Any] = Paginator(ItemsOfAllKinds(parts), PER_PAGE).get_page(number)  # type: ignore[arg-type]
    counts = None if words else listing.counted(filters=of_these, facets=NAMES)
    return Found(page, words, _groups(counts, filters), REBUILDING if words else "")


def narrowed(model: type[Item], words: str, filters: Filters) -> QuerySet[Item]:
    """The published items of a kind that hold every word and fit every facet."""
    found: QuerySet[Item] = model._default_manager.published()
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(lead__icontains=word))
    if "sectors" in filters:
        found = found.filter(sectors__overlap=list(filters["sectors"]))
    if "domain" in filters:
        found = found.filter(domain__in=filters["domain"])
    if "evidence_level" in filters:
        found = found.filter(Q(("evidence_level__in", filters["evidence_level"])))
    return found


def _groups(counts: Mapping[str, Mapping[str, int]] | None, filters: Filters) -> list[FacetGroup]:
    """The facets, of the kinds only those that stand in this room."""
    groups = groups_from(counts, filters, FACETS)
    return [
        FacetGroup(group.facet, tuple(o for o in group.options if o.value in MODELS))
        if group.facet.field == "kind"
        else group
        for group in groups
    ]
