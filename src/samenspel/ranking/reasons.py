"""Why something is suggested: codes with parameters, which the caller puts into the reader's words.

A reason states a fact that the reader can check, never how the machine felt. The most telling
come first.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from samenspel.ranking.fusion import MEANING
from samenspel.screening.dutch import analyse_token, tokens

CLOSE = 0.5
"""From this signal on a document without a shared word is said to be alike in meaning."""

MESSAGES: Mapping[str, tuple[str, str]] = {
    "schools_near": (
        "%(count)d school in jouw provincie vraagt dit ook",
        "%(count)d scholen in jouw provincie vragen dit ook",
    ),
    "schools": ("%(count)d school vraagt dit ook", "%(count)d scholen vragen dit ook"),
    "about": ("gaat ook over %(words)s", ""),
    "meaning": ("lijkt in betekenis op wat je schrijft", ""),
    "same_sector": ("zelfde sector", ""),
    "same_region": ("in jouw provincie", ""),
}
"""The Dutch of each code, singular and plural (empty: has none), for gettext."""


@dataclass(frozen=True)
class Facts:
    """What is known of one suggestion and its reader; what is not known is left at its default.

    `matched` and `signals` are those of the search hit, `asked` the reader's own text.
    """

    asked: str = ""
    matched: tuple[str, ...] = ()
    signals: Mapping[str, float] = field(default_factory=dict)
    schools_near: int = 0
    schools: int = 0
    same_sector: bool = False
    same_region: bool = False


@dataclass(frozen=True)
class Reason:
    """One reason: a code of `MESSAGES` and what its text needs."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


def reasons(facts: Facts, *, most: int = 3) -> tuple[Reason, ...]:
    """At most so many reasons, the most telling first; none when there is nothing to say."""
    found = []
    if facts.schools_near:
        found.append(Reason("schools_near", {"count": facts.schools_near}))
    elif facts.schools:
        found.append(Reason("schools", {"count": facts.schools}))
    shared = shared_phrase(facts.asked, facts.matched)
    if shared:
        found.append(Reason("about", {"words": shared}))
    elif facts.signals.get(MEANING, 0.0) >= CLOSE:
        found.append(Reason("meaning"))
    if facts.same_sector:
        found.append(Reason("same_sector"))
    if facts.same_region:
        found.append(Reason("same_region"))
    return tuple(found[:most])


def shared_phrase(asked: str, matched: Collection[str]) -> str:
    """The longest stretch of the reader's own text of which every word of content matched.

    *hoe leer ik woordenschat aan bij kleuters?* with *woordenschat* and *kleuters* matched gives
    "woordenschat aan bij kleuters". Empty when nothing matched.
    """
    stretches = [_longest(sentence, set(matched)) for sentence in _SENTENCE_END.split(asked)]
    return max(stretches, key=lambda found: found[0])[1]


def _longest(sentence: str, known: set[str]) -> tuple[int, str]:
    """How many words of content the longest stretch has, and the stretch."""
    best: list[str] = []
    best_count = 0
    run: list[str] = []
    count = 0
    for written in _WRITTEN.findall(sentence):
        found = tokens(written)
        content = [token for token in found if analyse_token(token)]
        if content and known.issuperset(content):
            run.append(written)
            count += 1
            if count > best_count:
                best, best_count = list(run), count
        elif content:
            run, count = [], 0
        elif run:
            run.append(written)
    return best_count, " ".join(best)


_SENTENCE_END = re.compile(r"[.?!;:()\n]+")
_WRITTEN = re.compile(r"\w+(?:['’\-‐‑]\w+)*")
