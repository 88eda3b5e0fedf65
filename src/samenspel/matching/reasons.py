"""Why a result is shown, in sentences a reader understands (D2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.common.taxonomy import Kind, Region
from samenspel.matching.shown import Shown
from samenspel.questions import queries as questions

MOST = 3
"""Reasons with one result; more is not read."""
WORDS = 3
"""Shared words that a reason names."""


@dataclass(frozen=True)
class Asker:
    """Who asks: what they told with the question, and where they work. No profile (D4)."""

    user: Any
    sector: str = ""
    region: str = ""
    organisation_id: int | None = None

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """A chosen sector leaves out what is meant for others."""
        return {"sectors": (self.sector,)} if self.sector else {}


def with_reasons(items: Sequence[Shown], *, asker: Asker) -> list[Shown]:
    """Each item with at most three reasons, the most telling first."""
    asked = [item.pk for item in items if item.kind == Kind.QUESTION]
    askers = questions.askers_by_region(asked) if asked else {}
    return [
        replace(item, reasons=tuple(_reasons(item, asker, askers.get(item.pk, {}))[:MOST]))
        for item in items
    ]


def _reasons(item: Shown, asker: Asker, schools: dict[str, set[int]]) -> list[str]:
    found = []
    if item.kind == Kind.QUESTION:
        found += _who_asks(asker, schools)
    if item.hit.matched:
        found.append(_("gaat ook over %(words)s") % {"words": _listed(item.hit.matched[:WORDS])})
    elif item.hit.signals.get("meaning"):
        found.append(_("lijkt in betekenis op wat je schrijft"))
    if asker.region and asker.region in _regions(item):
        found.append(_("in jouw provincie, %(region)s") % {"region": Region(asker.region).label})
    return found


def _regions(item: Shown) -> tuple[str, ...]:
    """Where it is, unless it is everywhere: that is no reason."""
    region = item.document.region
    regions = region if isinstance(region, tuple) else (region,)
    return () if len(regions) == len(Region) else regions


def _who_asks(asker: Asker, schools: dict[str, set[int]]) -> list[str]:
    """How many schools ask this, near the asker if there are any, else anywhere."""
    own = {asker.organisation_id}
    near = len(schools.get(asker.region, set()) - own) if asker.region else 0
    everywhere = len(set().union(*schools.values()) - own) if schools else 0
    if near:
        return [
            ngettext(
                "%(count)d school in jouw provincie vraagt dit ook",
                "%(count)d scholen in jouw provincie vragen dit ook",
                near,
            )
            % {"count": near}
        ]
    if everywhere > 1:
        return [
            ngettext("%(count)d school vraagt dit", "%(count)d scholen vragen dit", everywhere)
            % {"count": everywhere}
        ]
    return []


def _listed(words: Sequence[str]) -> str:
    """Words as people list them: "a, b en c"."""
    if len(words) == 1:
        return words[0]
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
