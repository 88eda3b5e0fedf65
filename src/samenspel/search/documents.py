"""What goes into the index and what comes out of it: plain values, no Django, no engine.

Everything that can be found is a `Document` with one key, `"<kind>:<id>"`. A room says how one of
its objects becomes a document; `search` knows nothing else of that room.
"""

from dataclasses import dataclass, field
from datetime import date

PUBLIC = "public"
"""The audience token of what anyone may see; other tokens are e.g. `user:12`, `org:7`."""


@dataclass(frozen=True)
class Document:
    """One findable thing.

    `title` and `lead` are what is embedded (bounded by the embedder); `title`, `lead` and `text`
    are searched by words. `audience` holds the tokens of those who may see it: a query carries the
    reader's own tokens and sees a document when the two share at least one. `meaning` off: not
    embedded, found by words only (the name of a school is near no question).
    """

    key: str
    kind: str
    title: str
    lead: str = ""
    text: str = ""
    audience: tuple[str, ...] = (PUBLIC,)
    sectors: tuple[str, ...] = ()
    domain: str = ""
    service_type: str = ""
    region: str | tuple[str, ...] = ""
    price_band: str = ""
    evidence_level: str = ""
    modified: date | None = None
    meaning: bool = True


FACETS = ("kind", "domain", "service_type", "sectors", "region", "price_band", "evidence_level")
"""The fields of `Document` that can be filtered on and counted, in the order shown."""


@dataclass(frozen=True)
class Query:
    """What somebody wants to find.

    `filters` maps a facet to the accepted values: any value within a facet, all facets together.
    `facets` names the facets to count; a facet's counts ignore its own filter, so that a reader
    sees what another choice would give. `meaning` off means words only. `prefix` on is for
    suggestions while typing: the last word may be unfinished.
    """

    text: str
    audience: tuple[str, ...] = (PUBLIC,)
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    limit: int = 20
    offset: int = 0
    meaning: bool = True
    prefix: bool = False
    newest_first: bool = False


@dataclass(frozen=True)
class Hit:
    """One result: its key, fused score, the matched words as the reader wrote them, and signals.

    `signals` holds the named parts of the score (see `samenspel.ranking.fusion`), from which the
    reasons are written.
    """

    key: str
    score: float
    matched: tuple[str, ...] = ()
    signals: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Results:
    """Hits in order, the total number found by words or meaning, facet counts, and how it went.

    `degraded` is empty, or says which part did not answer: `"meaning"` (words only), `"rebuilding"`
    (nothing: the index is being built anew).
    """

    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    degraded: str = ""
    mended: str = ""


def kind_and_id(key: str) -> tuple[str, int]:
    """The kind and the number in a document's key; ValueError for anything else."""
    kind, _, number = key.partition(":")
    return kind, int(number)
