"""The sectors that a source's words for educational levels come down to."""

import re
from collections.abc import Iterable

PO, VO, MBO, HO = "po", "vo", "mbo", "ho"

_PATTERNS = (
    (PO, r"po|bao|sbao|so|sbo|basisonderwijs|basisschool|groep [1-8]|kleuters?"),
    (PO, r"primair onderwijs|primary education|speciaal (?:basis)?onderwijs|elementary school"),
    (VO, r"vo|vmbo(?:[- ](?:[bgkt]l?|tl|gl))?|havo|vwo|mavo|pro|vso|isk|brugklas"),
    (VO, r"voortgezet (?:speciaal )?onderwijs|praktijkonderwijs|gymnasium|atheneum"),
    (VO, r"secondary education|middelbare school|high school"),
    (MBO, r"mbo|bve|middelbaar beroepsonderwijs|beroepsonderwijs en volwasseneneducatie"),
    (MBO, r"vocational (?:education|training)"),
    (HO, r"ho|hbo|wo|hoger onderwijs|hoger beroepsonderwijs|wetenschappelijk onderwijs"),
    (HO, r"higher education|universit(?:y|eit)|bachelor|master"),
)
_COMPILED = tuple(
    (sector, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.IGNORECASE))
    for sector, pattern in _PATTERNS
)


def sectors(levels: Iterable[str]) -> tuple[str, ...]:
    """The sectors in fixed order, out of words such as `HAVO 3`, `Primair onderwijs` or `WO`."""
    found = {sector for level in levels for sector in _of(level)}
    return tuple(sector for sector in (PO, VO, MBO, HO) if sector in found)


def _of(level: str) -> set[str]:
    found = {sector for sector, pattern in _COMPILED if pattern.search(level)}
    if re.search(r"voortgezet speciaal", level, re.IGNORECASE):
        found.discard(PO)
    return found
