"""What exists already for what somebody asks, in four groups (A1)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel import search
from samenspel.common.taxonomy import Kind
from samenspel.matching.reasons import Asker, with_reasons
from samenspel.matching.shown import Shown, shown
from samenspel.search.documents import Query, Results

SHOWN, SHOWN_WHILE_TYPING = 4, 3
"""Suggestions in one group; the rest is one step away on the search page."""
SPARE = 2
"""Asked for beyond that and beyond what was dismissed, because some may be gone."""


@dataclass(frozen=True)
class Group:
    """One of the four groups, with what an empty one says."""

    code: str
    title: str | Promise
    empty: str | Promise
    kinds: tuple[str, ...]


GROUPS = (
    Group(
        "questions",
        _("Dezelfde vraag elders"),
        _("Niemand stelde deze vraag hier eerder. Stel haar, dan kunnen anderen aansluiten."),
        (Kind.QUESTION,),
    ),
    Group(
        "answers",
        _("Antwoorden die er al zijn"),
        _("Er is nog geen antwoord, samenvatting of publicatie die hierbij past."),
        (Kind.ANSWER, Kind.SUMMARY, Kind.PUBLICATION, Kind.MATERIAL),
    ),
    Group(
        "supply",
        _("Aanbod dat past"),
        _("Er is nog geen aanbod dat hierbij past. Stel je vraag: dan zien ook aanbieders dat."),
        (Kind.OFFERING,),
    ),
    Group(
        "people",
        _("Mensen en organisaties die kunnen helpen"),
        _("We kennen nog niemand die hierbij kan helpen."),
        (Kind.PERSON, Kind.ORGANISATION),
    ),
)


@dataclass(frozen=True)
class Found:
    """A group with its suggestions."""

    group: Group
    items: tuple[Shown, ...]
    total: int


@dataclass(frozen=True)
class Overview:
    """The four groups, and whether a part of search did not answer."""

    groups: tuple[Found, ...]
    degraded: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing at all was found."""
        return not any(found.items for found in self.groups)


def overview(
    text: str,
    *,
    asker: Asker,
    meaning: bool = True,
    without: Collection[str] = (),
) -> Overview:
    """The four groups for what somebody typed; `without` holds keys that were dismissed."""
    audience = search.tokens_for(asker.user)
    most = SHOWN if meaning else SHOWN_WHILE_TYPING
    results = search.query_each(
        [
            Query(
                text=text,
                audience=audience,
                filters={"kind": group.kinds} | asker.filters,
                limit=most + SPARE + len(without),
                meaning=meaning,
            )
            for group in GROUPS
        ]
    )
    hits = [hit for found in results for hit in found.hits]
    items = with_reasons(shown(hits, asker.user, without=without), asker=asker)
    return Overview(
        tuple(
            _found(group, result, items, most)
            for group, result in zip(GROUPS, results, strict=True)
        ),
        next((result.degraded for result in results if result.degraded), ""),
    )


def _found(group: Group, results: Results, items: list[Shown], most: int) -> Found:
    mine = tuple(item for item in items if item.kind in group.kinds)[:most]
    return Found(group, mine, max(results.total, len(mine)))


def asker_of(request: Any, *, sector: str = "", role: str = "") -> Asker:
    """Who asks: the account, where they work now, and what they told with the question."""
    membership = getattr(request, "membership", None)
    organisation = membership.organisation if membership else None
    return Asker(
        user=request.user,
        sector=sector,
        region=organisation.region if organisation else "",
        organisation_id=organisation.pk if organisation else None,
    )
