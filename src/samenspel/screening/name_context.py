"""What stands around a possible name: who is announced, and when it is nobody at hand."""

from collections.abc import Sequence

from samenspel.screening.gazetteer import public_figures, words
from samenspel.screening.name_shapes import Reading, ends_like_institution
from samenspel.screening.name_words import (
    CLASS_WORDS,
    EPONYMS,
    FICTION,
    FICTION_AFTER,
    GREETINGS,
    HUMAN_VERBS,
    INFIXES,
    INSTITUTIONS,
    KINSHIP,
    OF_PERSON,
    PERSON_ENDINGS,
    PERSON_PRONOUNS,
    PERSONS,
    PLACE_WORDS,
    POSSESSIVES,
    PRODUCTS,
    PUBLIC_ROLES,
    SIGNATURES,
    TITLES,
    WITH_PERSON,
    WORKS,
)
from samenspel.screening.tokens import Token, key_at

_ARTICLES = frozenset(("de", "het", "'t"))
_SCHOOL_NOUNS = frozenset(
    "school basisschool obs cbs rkbs pcbs kbs pcb rkb ibs bs csg osg rsg sg ksg scholengemeenschap scholengroep ikc kc"
    " kindcentrum college lyceum gymnasium sbo vso mavo roc mbo loc locatie basisschool sws hogeschool academie stichting"
    " daltonschool montessorischool jenaplanschool vrijeschool praktijkschool campus universiteit".split()
)
_SCHOOL_ENDINGS = ("school", "college", "campus", "lyceum", "onderwijs", "vereniging")
_WORK_ENDINGS = ("boek", "boeken", "methode", "theorie", "model", "visie", "gedichten", "roman", "romans", "serie")
_PRODUCT_ENDINGS = ("methode", "boek", "serie", "app", "training", "film", "spel")
_QUOTES = frozenset("'\"‘’“”„«»(")
_CLAUSE_ENDS = frozenset(".!?;:")
_FICTION_REACH = 7
_SENTENCE_REACH = 40


def figure_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the name of a public figure that starts here ends, or 0."""
    for name in public_figures().get(tokens[at].key, ()):
        end = at + len(name)
        if end <= len(tokens) and all(
            tokens[at + place].key == part for place, part in enumerate(name)
        ):
            return end
    return 0


def is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a form of address stands before: mevrouw, dhr., familie."""
    before = at - 2 if key_at(tokens, at - 1) == "." else at - 1
    return key_at(tokens, before) in TITLES


def is_announced(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the words before a token announce a person."""
    if is_titled(tokens, at):
        return True
    before = key_at(tokens, at - 1)
    if is_person_noun(before):
        return tokens[at].joined
    if before in (",", ":", "-", "(") and is_person_noun(key_at(tokens, at - 2)):
        return True
    return _is_object_of_person_word(tokens, at, before) or _is_introduced(tokens, at, before)


def is_person_noun(key: str) -> bool:
    """Say whether a noun names a single person by role or kinship."""
    return key in PERSONS or (len(key) > 6 and key.endswith(PERSON_ENDINGS))


def has_class_or_age(tokens: Sequence[Token], end: int) -> bool:
    """Say whether an age or a class follows: (6, ...), 9 jaar, uit groep 4, van 8."""
    first, second, third = (key_at(tokens, end + step) for step in range(3))
    if first == "(" and second.isdigit() and int(second[:4]) < 20:
        return third in (")", ",", "jaar", "jr")
    if first == "," and second.isdigit() and third in ("jaar", "jr"):
        return True
    if first not in ("uit", "in", "van"):
        return False
    if second.isdigit():
        return first == "uit" or len(second) < 3
    if second in ("de", "mijn", "onze"):
        second, third = third, key_at(tokens, end + 3)
    return second in CLASS_WORDS and (first == "uit" or third.isdigit())


def acts_like_person(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the sentence treats the single word at this place as a person."""
    before = tokens[at - 1] if at else None
    if before and (before.key in PLACE_WORDS or before.capital and not before.opening):
        return False
    following = key_at(tokens, at + 1)
    if following in HUMAN_VERBS:
        return True
    if following in POSSESSIVES and before and key_at(tokens, at + 2) != "er":
        return following != "hun" and tokens[at].joined
    for token in tokens[at + 1 : at + 10]:
        if token.text in (".", "!", "?", ";") or (token.capital and len(token.text) > 1):
            return False
        if token.key in PERSON_PRONOUNS or token.key in KINSHIP:
            return before is not None and before.word and tokens[at].joined
    return False


def is_somebody_else(tokens: Sequence[Token], name: Reading, *, announced: bool) -> bool:
    """Say whether a name belongs to an institution, a work, a story or a well-known person."""
    if _is_part_of_institution(tokens, name.end) or _is_cited(tokens, name):
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
    if before in ("van", "over", "door") and full:
        if source in WORKS or source.endswith(_WORK_ENDINGS):
            return True
    return not announced and _is_in_story(tokens, name)


def is_lower_case_writer(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the sentence around a token has no capitals apart from abbreviations."""
    for step in (-1, 1):
        place = at
        for _ in range(_SENTENCE_REACH):
            token = tokens[place]
            if token.capital and not token.text.isupper():
                return False
            place += step
            if not 0 <= place < len(tokens) or tokens[place].text in (".", "!", "?"):
                break
    return True


def is_shouting(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the words around a token are in capitals as well."""
    near = [t for t in tokens[max(0, at - 3) : at + 4] if t.word and len(t.text) > 1]
    return sum(token.text.isupper() for token in near) >= max(3, len(near) - 1)


def _is_object_of_person_word(tokens: Sequence[Token], at: int, before: str) -> bool:
    noun = key_at(tokens, at - 2)
    if before == "van":
        return noun in OF_PERSON or is_person_noun(noun)
    if before == "met":
        return noun in WITH_PERSON
    return before == "over" and noun == "zorgen"


def _is_introduced(tokens: Sequence[Token], at: int, before: str) -> bool:
    second, third = key_at(tokens, at - 2), key_at(tokens, at - 3)
    if before in GREETINGS:
        return at < 2 or tokens[at - 1].opening
    if before in ("genaamd", "heet", "heette", "namelijk"):
        return is_person_noun(second) or second in ("hij", "zij", "ze", "die")
    if before == "is":
        return second in ("naam", "contactpersoon") and third != "de"
    if before == "ben":
        return second == "ik"
    if before == ":":
        return second in ("naam", "contactpersoon", "leerling", "door", "achternaam", "voornaam")
    if before == "," or tokens[at].opening:
        return second in SIGNATURES or before in SIGNATURES
    return False


def _is_part_of_institution(tokens: Sequence[Token], end: int) -> bool:
    if end >= len(tokens):
        return False
    after = tokens[end]
    if after.text == "-" and not after.blank:
        return _is_compound(tokens, end + 1)
    if after.joined and after.key in INSTITUTIONS:
        return True
    # Juliana van Stolbergschool is a school; Sanne van de Daltonschool is Sanne.
    for place in range(end, min(end + 4, len(tokens))):
        token = tokens[place]
        if not token.joined or token.key in ("de", "het", "op", "in", "uit", "aan", "bij"):
            return False
        if token.capital and (ends_like_institution(token) or token.key in _SCHOOL_NOUNS):
            return not (place > end and tokens[place - 1].key == "van" and token.key in INSTITUTIONS)
        if not (token.key in INFIXES or token.key in ("v", "d", "vd") or token.capital):
            return False
    return False


def _is_compound(tokens: Sequence[Token], at: int) -> bool:
    """Van Gogh-leskist, Maria-School, Hendrik-Ido-Ambacht: what follows a hyphen is no surname."""
    if at >= len(tokens) or tokens[at].blank or not tokens[at].word:
        return False
    token = tokens[at]
    hyphen = at + 1 < len(tokens) and tokens[at + 1].text == "-" and not tokens[at + 1].blank
    return not token.capital or hyphen or token.key in INSTITUTIONS or ends_like_institution(token)


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
