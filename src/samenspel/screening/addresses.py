"""Addresses: a street with a house number, with or without postcode and town; a postcode."""

import re
from collections.abc import Sequence

from samenspel.screening.gazetteer import is_dutch_word, words
from samenspel.screening.spans import Span
from samenspel.screening.tokens import Token, key_at

_SURE = (
    "straat", "laan", "weg", "plein", "kade", "gracht", "singel", "dijk", "steeg", "plantsoen", "dreef", "pad",
    "straatje", "laantje", "boulevard", "allee", "dwarsstraat",
)  # fmt: skip
# Also ends of ordinary words: these need a word such as "woont", or a postcode behind them.
_UNSURE = (
    "hof", "park", "ring", "markt", "erf", "veld", "akker", "berg", "hoek", "horst", "dam", "waard", "haven", "wal",
    "gaarde", "heuvel", "drift", "werf", "zoom", "meent", "lei", "passage", "poort", "esplanade", "kolk", "vaart",
    "vliet", "rade", "oord", "burg", "kamp", "brink", "weide", "wei", "rak", "eind", "einde", "hage", "stede", "tuin",
    "tuinen", "plaats", "zijde", "kant", "rode", "wijk", "baan", "hout", "bos", "donk", "loo", "stein", "borg", "schans",
    "buurt", "heide", "es", "made", "land", "rijt", "terp", "vest", "bolwerk", "hil", "glop", "dorp", "heem",
)  # fmt: skip
_NO_STREET = frozenset(
    "leerplein schoolplein leerweg weg onderweg snelweg spoorweg halverwege leerpad pad tijdpad stappenpad fietspad"
    " voetpad sesamstraat leerstraat winkelstraat straat plein laan zijweg uitweg omweg hoofdweg leerwerkplein"
    " kleuterplein taalplein rekenplein onderwijsplein speelplein dorpsplein marktplein kennisplein beweeg"
    " luchtweg luchtwegen ontwikkelpad loopbaanpad werkplein ondernemersplein voorjaarsplein bibliotheekplein".split()
)
_HEADS = frozenset("laan plein weg straat kade hof dreef singel gracht park boulevard".split())
_STOP = frozenset(
    "op aan in naar bij te uit van de het een en of is woont wonen adres ons mijn zijn haar hun vanaf tot om na"
    " postadres woonadres tante oma opa moeder vader leerling gezin familie ook nu sinds straat locatie ze hij zij".split()
)
_FIRST = frozenset("burg dr ds mr mgr st prof ir past pastoor burgemeester jhr ds gen pr kapt adm".split())
_LIVING = frozenset(
    "woont wonen woonde woonachtig adres woonadres adresgegevens huisadres thuisadres verhuist verhuisd verhuisde"
    " huisbezoek logeert verblijft thuis postadres thuiswonend bezorgen taxi ophalen opgehaald slaapt gezin oma opa"
    " tante moeder vader pleeggezin verblijfadres huis".split()
)
_SCHOOL = frozenset(
    "school schooladres schoolgebouw bezoekadres vestiging locatie kantoor hoofdlocatie nevenlocatie dependance"
    " basisschool college lyceum gymnasium studiedag bijeenkomst gevestigd bestuursbureau bestuurskantoor"
    " gebouw schoollocatie hoofdvestiging zaal vergadering bibliotheek obs cbs ikc kindcentrum".split()
)
_COUNTED = frozenset(
    "keer weken leerlingen jaar uur euro dagen maanden scholen klassen x procent minuten kinderen groepen docenten"
    " lessen lokalen km kilometer meter studenten m2 personen jarige tot t en of".split()
)
_NUMBER_TAIL = re.compile(
    r"\d{1,4}(?: ?[a-zA-Z](?![\w])(?! (?:en|of)\b))?(?:[-/ ](?:\d{1,3}|[a-zA-Z]|hs|bis|I{1,3}|IV)(?![\w]))?"
)
_POSTCODE = re.compile(r"(?<![\w.,-])[1-9]\d{3} ?[A-Z]{2}(?![\w-])")
_POSTCODE_TAIL = re.compile(r",? {0,2}[1-9]\d{3} ?[A-Za-z]{2}(?!\w)")
_TOWN = re.compile(
    r"(?:,? {1,2}(?:te|in) |, ?| )((?:'s-|'s |[Dd]en |[Dd]e |[Hh]et |[Ss]int |[Ss]t\. ?)?[A-Z][a-zA-Zëéöüï]{2,25}(?:-[A-Za-zëéöüï]{2,25}){0,3}"
    r"(?: (?:aan|op|bij)(?: (?:de|den|het))? [A-Z][a-z]{2,20})?)"
)
_LOWER_TOWN = re.compile(r",? (?:te|in) ([a-zëéöüï-]{3,25})(?!\w)")
_HOUSE_AFTER_POSTCODE = re.compile(r",? (?:nr\.? ?|nummer |huisnummer )?\d{1,4}[a-zA-Z]?(?![\w.,:]\d)(?!\w)")
_PAIRS_OF_LETTERS = frozenset("PO VO SO SA SD SS EU AI IB IQ NT BV OV GL TL ME ICT MB HB WO VS VK NL".split())
_REACH = 12


def find(text: str, tokens: Sequence[Token]) -> list[Span]:
    """Find addresses of homes; the address of a school or an office is no personal data."""
    spans: list[Span] = []
    for at in range(1, len(tokens)):
        number = tokens[at]
        if not (number.text.isdigit() and number.joined and len(number.text) < 5):
            continue
        span = _street(text, tokens, at)
        if span:
            spans.append(span)
    ends = [span.end for span in spans]
    for match in _POSTCODE.finditer(text):
        if not any(end >= match.end() > end - 60 for end in ends) and _is_postcode(text, match):
            house = _HOUSE_AFTER_POSTCODE.match(text, match.end())
            end = house.end() if house else match.end()
            town = _town_end(text, end)
            spans.append(Span("adres", match.start(), town or end, "postcode"))
    return sorted(spans, key=lambda span: span.start)


def _street(text: str, tokens: Sequence[Token], at: int) -> Span | None:
    number = tokens[at]
    name_end = at - 1
    street = tokens[name_end]
    if street.key in ("nr", "nummer") and name_end > 0:
        name_end -= 1
        street = tokens[name_end]
    start = _street_start(tokens, name_end)
    if start < 0:
        return None
    tail = _NUMBER_TAIL.match(text, number.start)
    if tail is None:
        return None
    end = tail.end()
    if key_at(tokens, at + 1) in _COUNTED and tokens[at + 1].joined:
        if not (key_at(tokens, at + 1) in ("en", "of", "tot", "x", "t") and street.capital):
            return None
    code = _POSTCODE_TAIL.match(text, end)
    if code:
        end = code.end()
    around = {token.key for token in tokens[max(0, start - _REACH) : start]}
    living = bool(around & _LIVING)
    if around & _SCHOOL and not living:
        return None
    capital = tokens[start].capital
    sure = street.key.endswith(_SURE) or tokens[start].key in _HEADS
    if not sure and not (code or living):
        return None
    if not capital and not (living or code) and is_dutch_word(street.key):
        return None
    end = _town_end(text, end) or end
    return Span("adres", tokens[start].start, end, "street")


def _street_start(tokens: Sequence[Token], last: int) -> int:
    """Return where the name of a street that ends at `last` starts, or -1 for no street."""
    word = tokens[last]
    if not word.word or word.key in _NO_STREET and not _has_capital_before(tokens, last):
        return -1
    if not word.key.endswith(_SURE + _UNSURE) or word.key in words("given_names"):
        return _headed_street(tokens, last)
    start = last
    for place in range(last - 1, max(-1, last - 7), -1):
        after, token = tokens[place + 1], tokens[place]
        if after.blank and not after.joined:
            break
        if token.text in ("-", "."):
            if token.text == "." and key_at(tokens, place - 1) not in _FIRST:
                break
            continue
        if token.key in ("van", "de", "der", "den", "ter", "ten"):
            continue
        if token.key in _STOP or not (token.word or token.text.isdigit()):
            break
        if not token.capital and not (token.key in ("e", "ste") or token.text.isdigit()):
            break
        start = place
    return start


def _headed_street(tokens: Sequence[Token], last: int) -> int:
    """Laan van Meerdervoort: the word for street comes first."""
    for place in range(last - 1, max(-1, last - 5), -1):
        token = tokens[place]
        if token.key in _HEADS and token.capital and place < last - 1:
            return place
        if not token.word or not tokens[place + 1].joined:
            break
        if place < last - 3 or (not token.capital and token.key not in ("van", "de", "der", "den", "het")):
            break
    return -1


def _has_capital_before(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].capital and tokens[at].capital and tokens[at].joined


def _town_end(text: str, end: int) -> int:
    match = _TOWN.match(text, end)
    if match and match.group(1).lower() not in words("given_names"):
        first = match.group(1).split()[0].lower()
        if text[match.start()] == " " and not text[match.start() : match.start(1)].strip():
            # Without comma or preposition only right behind a postcode.
            return match.end() if text[end - 2 : end].isalpha() else 0
        return 0 if is_dutch_word(first) and first not in ("den", "de", "het") and not _is_town(first) else match.end()
    lower = _LOWER_TOWN.match(text, end)
    return lower.end() if lower and _is_town(lower.group(1)) else 0


def _is_town(word: str) -> bool:
    return word in words("towns")


def _is_postcode(text: str, match: re.Match[str]) -> bool:
    letters = match.group()[-2:]
    before = text[max(0, match.start() - 40) : match.start()].lower()
    if re.search(r"(?:postcode|woon\w{1,8}|adres|huisnummer)\W", before):
        return "vestiging" not in before and "school" not in before
    if letters in _PAIRS_OF_LETTERS or match.group()[:2] in ("19", "20"):
        return False
    after = text[match.end() : match.end() + 30]
    return bool(re.match(r",? \d{1,4}[a-z]?\b|,? [A-Z][a-z]{2,}", after))
