"""Names of people at hand; not those of schools, methods, stories and history."""

from collections.abc import Sequence
from typing import NamedTuple

from samenspel.screening.gazetteer import (
    is_ambiguous_name,
    is_compound,
    is_dutch_word,
    is_everyday,
    is_rare,
    is_word,
    words,
)
from samenspel.screening.name_bystanders import figure_end, is_somebody_else
from samenspel.screening.name_context import (
    acts_like_person,
    has_class_or_age,
    is_announced,
    is_lower_case_writer,
    is_shouting,
    is_titled,
    stands_like_person,
)
from samenspel.screening.name_shapes import (
    Reading,
    ends_like_institution,
    given_key,
    read_initials,
    read_person,
    read_surname,
)
from samenspel.screening.name_words import (
    HUMAN_VERBS,
    INFIXES,
    INITIALS_OF_PUBLIC,
    KINSHIP,
    NEVER_ALONE,
    SURNAME_ENDINGS,
    TEACHERS,
    VERBS,
)
from samenspel.screening.spans import Span
from samenspel.screening.tokens import Token, key_at
from samenspel.screening.traits import FIRST_WORDS_OF_DIAGNOSES

_JOINTS = frozenset(("en", "of", "&", ",", "/"))
_LETTERED = frozenset(
    "groep klas optie bijlage punt niveau versie team type categorie variant blok vitamine deel"
    " vraag hepatitis gebouw lokaal hoofdstuk stap".split()
)


class Names(NamedTuple):
    """Found spans, and the character places where names of public figures end."""

    spans: list[Span]
    public: list[int]


def find(tokens: Sequence[Token]) -> Names:
    """Find the names of people in a row of tokens."""
    spans: list[Span] = []
    public: list[int] = []
    at, dropped = 0, -1
    while at < len(tokens):
        if not tokens[at].word:
            at += 1
            continue
        if end := figure_end(tokens, at):
            public.append(tokens[end - 1].end)
            at = dropped = end
            continue
        name, reason = _read(tokens, at)
        if name is None:
            at += 1
            continue
        follows_dropped = dropped == at - 1 and key_at(tokens, at - 1) in _JOINTS
        announced = reason in ("person-cue", "initials") or is_announced(tokens, at)
        if follows_dropped or is_somebody_else(tokens, name, announced=announced):
            dropped = name.end
        elif reason:
            spans.append(Span("naam", tokens[at].start, name.end_char, reason))
        else:
            at += 1
            continue
        at = name.end
    return Names(spans, public)


def _read(tokens: Sequence[Token], at: int) -> tuple[Reading | None, str]:
    """Read a possible name here, with the reason to believe it; no reason, no name."""
    token = tokens[at]
    if at and not token.blank and (tokens[at - 1].text == "-" or tokens[at - 1].text[-1].isalnum()):
        return None, ""  # the tail of a compound: i-Sina, School2Care
    if token.capital and (name := _read_initials(tokens, at)):
        return name, "initials"
    if given_key(token):
        if _is_subject(tokens, at):
            return None, ""
        name = _read_given(tokens, at)
        return name, _given_reason(tokens, name)
    if not token.capital and not _is_announced_infix(tokens, at):
        return _read_lower_case(tokens, at), "person-cue"
    if is_announced(tokens, at) and (name := _read_announced(tokens, at)):
        return name, "person-cue"
    if token.capital and (name := _read_unknown(tokens, at)):
        return name, "person-context"
    return None, ""


def _read_initials(tokens: Sequence[Token], at: int) -> Reading | None:
    after = read_initials(tokens, at)
    if after == at or after >= len(tokens):
        return None
    before = key_at(tokens, at - 1)
    if before in _LETTERED or before.isdigit():
        return None
    end = read_surname(tokens, after, any_case=is_titled(tokens, at))
    if not end or tokens[end - 1].text == "." or len(tokens[end - 1].text) == 1:
        return None
    last = tokens[end - 1].key
    first = tokens[after]
    # "Leerling A. Morgen gaan we": the stop ends a sentence, an everyday word opens the next.
    everyday = is_everyday(first.key) and first.key not in words("surnames")
    if last in INITIALS_OF_PUBLIC or (everyday and first.key not in INFIXES):
        return None
    return Reading(at, end, tokens[end - 1].end, 1, True)


def _read_given(tokens: Sequence[Token], at: int) -> Reading:
    """Read a name from its first name on; Finn en Fleur Akkermans share one."""
    name = read_person(tokens, at)
    second_at = name.end + 1
    if (
        not name.surname
        and key_at(tokens, name.end) in ("en", "&")
        and key_at(tokens, at - 1) != "tussen"
        and second_at < len(tokens)
        and given_key(tokens[second_at])
        and tokens[second_at].capital == tokens[at].capital
    ):
        second = read_person(tokens, second_at)
        if second.surname:
            return second._replace(start=at)
    return name


def _given_reason(tokens: Sequence[Token], name: Reading) -> str:
    """Weigh a name that starts with a listed first name."""
    token = tokens[name.start]
    key = given_key(token)
    full = name.surname or name.given > 1
    announced = is_announced(tokens, name.start)
    if not token.capital:
        return _lower_case_reason(tokens, name, key, full=full, announced=announced)
    if full and not _is_doubtful_pair(tokens, name, key):
        return "full-name"
    if announced:
        return "given-name"
    if token.text.isupper() and not is_shouting(tokens, name.start):
        return ""
    if not is_ambiguous_name(key):
        return "given-name"
    if not token.opening:
        return "" if _is_part_of_proper_noun(tokens, name.start) else "given-name"
    if has_class_or_age(tokens, name.end):
        return "given-name"
    if key_at(tokens, name.end) in VERBS | HUMAN_VERBS and key not in NEVER_ALONE:
        return "given-name"
    return ""


def _lower_case_reason(
    tokens: Sequence[Token], name: Reading, key: str, *, full: bool, announced: bool
) -> str:
    if is_ambiguous_name(key) or is_dutch_word(key):
        if announced and full:
            return "full-name"
        sure = not is_ambiguous_name(key) or has_class_or_age(tokens, name.end)
        return "given-name" if announced and sure else ""
    if name.surname:
        return "full-name"
    if announced or has_class_or_age(tokens, name.end) or is_lower_case_writer(tokens, name.start):
        return "given-name"
    return ""


def _is_doubtful_pair(tokens: Sequence[Token], name: Reading, key: str) -> bool:
    """Roos Nederland: an ordinary word opens the sentence and no surname is sure to follow."""
    first, second = tokens[name.start], tokens[name.start + 1]
    if first.text.isupper() and not is_shouting(tokens, name.start) and not name.surname:
        return True
    weak = is_ambiguous_name(key) or is_dutch_word(key)
    if not (first.opening and weak) or second.key in INFIXES:
        return False
    return is_dutch_word(second.key) and second.key not in words("surnames")


def _is_part_of_proper_noun(tokens: Sequence[Token], at: int) -> bool:
    """Romeinse Rijk, Terra Nova, in Georgia: an ambiguous name that is no person here."""
    before = tokens[at - 1]
    if before.key in ("in", "te", "naar"):
        return True
    return before.word and before.capital and not before.opening and tokens[at].joined


def _is_announced_infix(tokens: Sequence[Token], at: int) -> bool:
    """Meneer de Wolf, collega de Boer: a surname that starts in lower case."""
    if tokens[at].key not in INFIXES:
        return False
    end = read_surname(tokens, at, bare=True)
    if not end or tokens[end - 1].text == ".":
        return False
    return is_titled(tokens, at) or tokens[end - 1].key in words("surnames")


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Docent Frans, Frans en Duits: the subject, not the man, unless somebody is announced."""
    if tokens[at].key != "frans":
        return False
    if read_surname(tokens, at + 1) and not given_key(tokens[at + 1]):
        return False
    before = key_at(tokens, at - 1)
    if before in TEACHERS or (before == "van" and key_at(tokens, at - 2) not in KINSHIP):
        return True
    return not is_announced(tokens, at) and key_at(tokens, at + 1) not in HUMAN_VERBS


def _read_lower_case(tokens: Sequence[Token], at: int) -> Reading | None:
    """Mevrouw baks: a surname without its capital, right behind a form of address."""
    token = tokens[at]
    if not token.joined or len(token.text) < 3 or not is_titled(tokens, at):
        return None
    if key_at(tokens, at - 1) in ("gezin", "familie") or not is_rare(token.key):
        return None
    if is_word(token.text) or is_compound(token.key):
        return None
    return Reading(at, at + 1, token.end, 1, True)


def _read_announced(tokens: Sequence[Token], at: int) -> Reading | None:
    """Read a name of unlisted words behind a word that announces a person."""
    titled = is_titled(tokens, at)
    token = tokens[at]
    infix = token.key in INFIXES
    if not infix and not titled and is_dutch_word(token.key) and token.key not in words("surnames"):
        return None
    if token.text.isupper() and not is_shouting(tokens, at):
        return None
    if token.key in words("towns") and not titled:
        return None
    end = read_surname(tokens, at, any_case=True, bare=True)
    if not end or len(tokens[end - 1].text) == 1 or tokens[end - 1].text == ".":
        return None
    if not infix and end == at + 1:
        end = read_surname(tokens, end) or end
    return Reading(at, end, tokens[end - 1].end, 1, True)


def _read_unknown(tokens: Sequence[Token], at: int) -> Reading | None:
    """Read an unlisted first name that its surname, age or class gives away."""
    token = tokens[at]
    if len(token.text) < 3 or not (token.text.istitle() or token.text.startswith(("Mc", "Mac"))):
        return None
    if token.key in words("not_names") or token.key in words("towns"):
        return None
    if token.key in FIRST_WORDS_OF_DIAGNOSES:
        return None
    if is_dutch_word(token.key) or ends_like_institution(token) or token.key in INFIXES:
        return None
    end = read_surname(tokens, at + 1)
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    if following.capital and (following.key in INFIXES or following.key in words("towns")):
        return None
    if end and (_is_sure_surname(tokens, at + 1, end) or stands_like_person(tokens, at)):
        return Reading(at, end, tokens[end - 1].end, 1, True)
    if end or is_word(token.text) or is_compound(token.key):
        return None
    if (is_rare(token.key) or not token.opening) and acts_like_person(tokens, at):
        return Reading(at, at + 1, token.end, 1, False)
    if has_class_or_age(tokens, at + 1) and key_at(tokens, at + 1) in ("uit", "(", ","):
        return Reading(at, at + 1, token.end, 1, False)
    return None


def _is_sure_surname(tokens: Sequence[Token], start: int, end: int) -> bool:
    first, last = tokens[start], tokens[end - 1]
    if last.key in words("surnames") and (end == start + 1 or first.key in INFIXES):
        return True
    if is_dutch_word(last.key) or len(last.text) < 3:
        return False
    if first.key in INFIXES:
        double = tokens[start + 1].key in INFIXES
        return double or first.key in ("de", "den", "ter", "te", "el", "al", "ait", "ben")
    # Two capitalised words in a row that no dictionary knows are a name more often than a brand.
    return last.key.endswith(SURNAME_ENDINGS) or not (
        is_word(last.text) or is_word(tokens[start - 1].text) or tokens[start - 1].opening
    )
