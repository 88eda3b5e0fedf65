"""Who is announced: the words around a name that make it a person's."""

from collections.abc import Sequence

from samenspel.screening.gazetteer import is_rare
from samenspel.screening.name_words import (
    BEFORE_PERSON,
    CLASS_WORDS,
    GREETINGS,
    HUMAN_VERBS,
    KINSHIP,
    OF_PERSON,
    PERSON_ENDINGS,
    PERSON_PRONOUNS,
    PERSONS,
    PLACE_WORDS,
    POSSESSIVES,
    SIGNATURES,
    THING_WORDS,
    TITLES,
    WITH_PERSON,
)
from samenspel.screening.tokens import BARRIER, Token, key_at

_THING_REACH = 10
_SENTENCE_REACH = 40


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
    if first in ("(", ",") and second == BARRIER:
        return True  # a date of birth or a telephone number
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
    following = key_at(tokens, at + 1)
    if tokens[at].opening:
        return following in HUMAN_VERBS or (
            following in POSSESSIVES and key_at(tokens, at + 2) in KINSHIP
        )
    before = tokens[at - 1] if at else None
    if before and (before.key in PLACE_WORDS or (before.capital and not before.opening)):
        return False
    if following in HUMAN_VERBS:
        return True
    if following in POSSESSIVES and before and key_at(tokens, at + 2) != "er":
        return following != "hun" and tokens[at].joined
    if stands_like_person(tokens, at):
        return True
    for token in tokens[at + 1 : at + 10]:
        if token.text in (".", "!", "?", ";") or (token.capital and len(token.text) > 1):
            return False
        if token.key in PERSON_PRONOUNS or token.key in KINSHIP:
            return before is not None and before.word and tokens[at].joined
    return False


def stands_like_person(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a rare word stands where people stand, in a sentence not about things to use."""
    if key_at(tokens, at - 1) not in BEFORE_PERSON or not is_rare(tokens[at].key):
        return False
    return not _is_about_things(tokens, at)


def _is_about_things(tokens: Sequence[Token], at: int) -> bool:
    near = tokens[max(0, at - _THING_REACH) : at + _THING_REACH]
    return any(token.key in THING_WORDS for token in near)


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
