"""Names of somebody else: of a school, a method, a story, a writer, a figure from history."""

from collections.abc import Sequence

from samenspel.screening.gazetteer import public_figures, words
from samenspel.screening.name_context import is_person_noun
from samenspel.screening.name_shapes import Reading, ends_like_institution
from samenspel.screening.name_words import (
    EPONYMS,
    FICTION,
    FICTION_AFTER,
    INFIXES,
    INSTITUTIONS,
    PRODUCTS,
    PUBLIC_ROLES,
    WORKS,
)
from samenspel.screening.tokens import Token, key_at

_ARTICLES = frozenset(("de", "het", "'t"))
_SCHOOL_NOUNS = frozenset(
    (
        "school basisschool obs cbs rkbs pcbs kbs pcb rkb ibs bs csg osg rsg sg ksg "
        "scholengemeenschap scholengroep ikc kc kindcentrum college lyceum gymnasium sbo vso "
        "mavo roc mbo loc locatie sws hogeschool academie stichting daltonschool "
        "montessorischool jenaplanschool vrijeschool praktijkschool campus universiteit "
    ).split()
)
_SCHOOL_ENDINGS = ("school", "college", "campus", "lyceum", "onderwijs", "vereniging")
_WORK_ENDINGS = (
    "boek",
    "boeken",
    "methode",
    "theorie",
    "model",
    "visie",
    "gedichten",
    "roman",
    "romans",
    "serie",
)
_PRODUCT_ENDINGS = ("methode", "boek", "serie", "app", "training", "film", "spel")
_QUOTES = frozenset("'\"‘’“”„«»(")
_CLAUSE_ENDS = frozenset(".!?;:")
_FICTION_REACH = 7


def figure_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the name of a public figure that starts here ends, or 0."""
    for name in public_figures().get(tokens[at].key, ()):
        end = at + len(name)
        if end <= len(tokens) and all(
            tokens[at + place].key == part for place, part in enumerate(name)
        ):
            return end
    return 0


def is_somebody_else(tokens: Sequence[Token], name: Reading, *, announced: bool) -> bool:
    """Say whether a name belongs to an institution, a work, a story or a well-known person."""
    if _is_part_of_institution(tokens, name) or _is_cited(tokens, name):
        return True
    before_at = name.start - 1
    before = key_at(tokens, before_at)
    if _is_part_of_school_name(tokens, name.start):
        return True
    if announced and before not in ("van", "over", "met"):
        return False
    if before == "op" and tokens[before_at].opening:
        return True
    if before == "bij" and key_at(tokens, before_at - 1) in ("werk", "werken", "werkzaam"):
        return True
    if before in _QUOTES:
        before_at -= 1
        before = key_at(tokens, before_at)
    if before == ".":
        return key_at(tokens, before_at - 1) in ("st", "mgr", "prof", "h")
    if before.endswith(_PRODUCT_ENDINGS):
        return True
    if before in PRODUCTS or before in PUBLIC_ROLES or before in _ARTICLES:
        return True
    full = name.surname or name.given > 1
    source = key_at(tokens, before_at - 1)
    if before == "van" and source in EPONYMS:
        return True
    if before in ("van", "over", "door") and full and _is_work(tokens, before_at - 1):
        return True
    return not announced and _is_in_story(tokens, name)


def _is_part_of_institution(tokens: Sequence[Token], name: Reading) -> bool:
    end = name.end
    if end >= len(tokens):
        return False
    after = tokens[end]
    if after.text == "-" and not after.blank:
        return _is_compound(tokens, end + 1, surname=name.surname)
    if after.joined and after.key in INSTITUTIONS:
        return True
    # Juliana van Stolbergschool is a school; Sanne van de Daltonschool is Sanne.
    for place in range(end, min(end + 4, len(tokens))):
        token = tokens[place]
        if not token.joined or token.key in ("de", "het", "op", "in", "uit", "aan", "bij"):
            return False
        if token.capital and (ends_like_institution(token) or token.key in _SCHOOL_NOUNS):
            return not (
                place > end and tokens[place - 1].key == "van" and token.key in INSTITUTIONS
            )
        if not (token.key in INFIXES or token.key in ("v", "d", "vd") or token.capital):
            return False
    return False


def _is_compound(tokens: Sequence[Token], at: int, *, surname: bool) -> bool:
    """Van Gogh-leskist, Maria-School, Hendrik-Ido-Ambacht: what follows a hyphen is no surname."""
    if at >= len(tokens) or tokens[at].blank or not tokens[at].word:
        return False
    token = tokens[at]
    hyphen = at + 1 < len(tokens) and tokens[at + 1].text == "-" and not tokens[at + 1].blank
    if not token.capital or (hyphen and not surname):
        return True
    return token.key in INSTITUTIONS or ends_like_institution(token)


def _is_part_of_school_name(tokens: Sequence[Token], at: int) -> bool:
    """Openbare Basisschool De Groene Vlinder: capitals lead back to a word for a school."""
    for place in range(at - 1, max(-1, at - 6), -1):
        token = tokens[place]
        if not tokens[place + 1].joined and tokens[place + 1].text != ".":
            return False
        if token.key in _SCHOOL_NOUNS or token.key.endswith(_SCHOOL_ENDINGS):
            return True
        if token.key == "zijn" and key_at(tokens, place - 1) == "wij":
            return True
        if not (token.capital or token.key in INFIXES or token.text == "."):
            return False
    return False


def _is_cited(tokens: Sequence[Token], name: Reading) -> bool:
    year = key_at(tokens, name.end + 1)
    return name.surname and key_at(tokens, name.end) == "(" and year.isdigit() and len(year) == 4


def _is_work(tokens: Sequence[Token], at: int) -> bool:
    """Het boek van ..., De Waanzinnige Boomhut van ...: what follows is the name of a maker."""
    source = key_at(tokens, at)
    return source in WORKS or source.endswith(_WORK_ENDINGS) or _is_title(tokens, at)


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a capital inside the sentence belongs to no person and no school subject."""
    token = tokens[at] if at >= 0 else None
    return (
        token is not None
        and token.text.istitle()
        and not (
            token.opening
            or known_name(token.key)
            or token.key in words("not_names")
            or is_person_noun(token.key)
        )
    )


def _is_in_story(tokens: Sequence[Token], name: Reading) -> bool:
    for place in range(name.start - 1, max(-1, name.start - 1 - _FICTION_REACH), -1):
        token = tokens[place]
        if token.text in _CLAUSE_ENDS:
            break
        if token.key in FICTION:
            return True
    following = tokens[name.end : name.end + _FICTION_REACH]
    return any(token.key in FICTION_AFTER for token in following)


def known_name(key: str) -> bool:
    """Say whether a folded word is a listed first name or surname."""
    return key in words("given_names") or key in words("surnames")
