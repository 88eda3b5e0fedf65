"""What Dutch schools call the same thing: abbreviations written out, and words used alike.

General language models and dictionaries do not know that *vsv* is *voortijdig schoolverlaten*.
Add what the field uses, not what makes one search succeed: an entry must hold in any sentence.
"""

import re
from functools import cache

from samenspel.screening.dutch import analyse

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "ai": ("kunstmatige intelligentie",),
    "avg": ("privacy", "gegevensbescherming"),
    "bao": ("basisonderwijs",),
    "bbl": ("beroepsbegeleidende leerweg",),
    "bhv": ("bedrijfshulpverlening",),
    "bl": ("begrijpend lezen",),
    "bol": ("beroepsopleidende leerweg",),
    "bpv": ("beroepspraktijkvorming", "stage"),
    "bso": ("buitenschoolse opvang",),
    "bsa": ("bindend studieadvies",),
    "cao": ("collectieve arbeidsovereenkomst",),
    "duo": ("dienst uitvoering onderwijs",),
    "ed": ("ernstige dyslexie",),
    "elo": ("elektronische leeromgeving", "leerplatform"),
    "gmr": ("gemeenschappelijke medezeggenschapsraad", "medezeggenschap"),
    "hbo": ("hoger beroepsonderwijs", "hogeschool", "hoger onderwijs"),
    "ho": ("hoger onderwijs",),
    "ib": ("interne begeleiding", "intern begeleider"),
    "ict": ("informatietechnologie", "computer"),
    "ikc": ("integraal kindcentrum",),
    "isk": ("internationale schakelklas", "nieuwkomers"),
    "kd": ("kwalificatiedossier",),
    "lob": ("loopbaanbegeleiding", "loopbaanoriëntatie"),
    "lvs": ("leerlingvolgsysteem",),
    "lwoo": ("leerwegondersteunend onderwijs",),
    "mbo": ("middelbaar beroepsonderwijs",),
    "mr": ("medezeggenschapsraad", "medezeggenschap"),
    "nt2": ("nederlands tweede taal",),
    "ocw": ("ministerie van onderwijs",),
    "ogo": ("ontwikkelingsgericht onderwijs",),
    "oop": ("onderwijsondersteunend personeel",),
    "opp": ("ontwikkelingsperspectief",),
    "pdg": ("pedagogisch didactisch getuigschrift",),
    "po": ("primair onderwijs", "basisonderwijs"),
    "pta": ("programma van toetsing en afsluiting",),
    "pws": ("profielwerkstuk",),
    "roc": ("regionaal opleidingscentrum",),
    "rt": ("remedial teaching",),
    "sbo": ("speciaal basisonderwijs",),
    "sel": ("sociaal emotioneel leren",),
    "sop": ("schoolondersteuningsprofiel",),
    "svib": ("video interactiebegeleiding",),
    "swv": ("samenwerkingsverband",),
    "tlv": ("toelaatbaarheidsverklaring",),
    "tos": ("taalontwikkelingsstoornis",),
    "tto": ("tweetalig onderwijs",),
    "vavo": ("voortgezet algemeen volwassenenonderwijs",),
    "vmbo": ("voorbereidend middelbaar beroepsonderwijs",),
    "vo": ("voortgezet onderwijs", "middelbare school"),
    "vso": ("voortgezet speciaal onderwijs",),
    "vsv": ("voortijdig schoolverlaten", "voortijdig schoolverlater"),
    "vve": ("voor- en vroegschoolse educatie", "voorschool"),
    "vwo": ("voorbereidend wetenschappelijk onderwijs",),
    "wo": ("wetenschappelijk onderwijs", "universiteit", "hoger onderwijs"),
}

ALIKE: tuple[tuple[str, ...], ...] = (
    ("leraar", "docent", "leerkracht", "onderwijzer", "juf", "meester"),
    ("leerling", "scholier"),
    ("student", "deelnemer"),
    ("kleuter", "peuter"),
    ("ouder", "verzorger"),
    ("schoolleider", "directeur", "rector", "schoolleiding", "directie"),
    ("bestuurder", "bestuur"),
    ("afgestudeerde", "gediplomeerde", "geslaagde"),
    ("deeltijd", "parttime"),
    ("voltijd", "fulltime"),
    ("salaris", "loon", "inkomen", "verdienen"),
    ("werkloos", "werkloosheid"),
    ("baan", "werk"),
    ("locatie", "vestiging"),
    ("uitval", "uitvallen", "schooluitval", "schoolverlater"),
    ("aantal", "hoeveelheid"),
    ("prognose", "voorspelling", "raming", "verwachting", "verwachten"),
    ("promotie", "gepromoveerde", "promoveren", "promovendus"),
    ("ingeschrevene", "inschrijving", "ingeschreven"),
    ("instroom", "instromen", "instromer"),
    ("uitstroom", "uitstromen", "uitstromer"),
    ("doorstroom", "doorstromen"),
    ("hoogbegaafd", "meerbegaafd", "begaafd"),
    ("nieuwkomer", "anderstalig", "meertalig"),
    ("taalzwak", "taalachterstand"),
    ("pesten", "cyberpesten", "pestgedrag"),
    ("werkdruk", "werklast"),
    ("chatgpt", "ai", "taalmodel"),
    ("fraude", "spieken", "plagiaat"),
    ("differentiatie", "differentiëren", "niveauverschil"),
    ("begeleiding", "begeleiden", "begeleider"),
    ("automatiseren", "automatisering"),
    ("evaluatie", "evalueren"),
    ("toets", "toetsing", "toetsen", "proefwerk"),
    ("examen", "eindexamen", "examinering", "examineren"),
    ("methode", "lesmethode"),
    ("nascholing", "scholing", "training", "cursus", "workshop", "bijscholing"),
    ("studiedag", "teamdag", "scholingsdag"),
    ("inspectie", "inspectiebezoek", "onderwijsinspectie"),
    ("agressief", "agressie", "woede", "driftbui"),
    ("coach", "coaching", "coachen"),
    ("startend", "beginnend", "starter"),
    ("vacature", "werving", "werven"),
    ("subsidie", "subsidieaanvraag"),
    ("kosten", "prijs", "tarief"),
    ("samenwerken", "samenwerking"),
    ("onderpresteren", "onderpresteerder"),
    ("leeromgeving", "leerplatform", "elo"),
    ("stage", "praktijkleren"),
    ("burgerschap", "burgerschapsonderwijs"),
    ("polarisatie", "polariseren"),
    ("leerlijn", "leerplan", "curriculum"),
    ("kerndoel", "leerdoel"),
    ("feedback", "terugkoppeling"),
    ("formatief evalueren", "formatief handelen"),
    ("orde houden", "klassenmanagement"),
)
"""Words one may put for another when searching, in any order."""

MAXIMUM_PHRASE = 4


@cache
def _phrases() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    groups = [(short, *long) for short, long in ABBREVIATIONS.items()]
    found: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    for group in (*groups, *ALIKE):
        forms = [tuple(word.lemma for word in analyse(member)) for member in group]
        for form in forms:
            found.setdefault(form, {}).update({other: None for other in forms if other != form})
    return {form: tuple(others) for form, others in found.items()}


def alike(lemmas: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Other phrases, as lemmas, for exactly this phrase of lemmas; () when there are none."""
    return _phrases().get(lemmas, ())


def written_out(text: str) -> str:
    """The text with school abbreviations in full: *mbo* becomes *middelbaar beroepsonderwijs*."""
    return _WORD.sub(_explained, text)


def _explained(match: re.Match[str]) -> str:
    short = match.group(0)
    meaning = ABBREVIATIONS.get(short.lower())
    # Some abbreviations are ordinary words as well ("bol", "duo"): only in capitals then.
    if meaning and (short.isupper() or short.lower() not in _AMBIGUOUS):
        return meaning[0]
    return short


_WORD = re.compile(r"\w+")
_AMBIGUOUS = frozenset({"ai", "bl", "bol", "duo", "ed", "ho", "kd", "mr", "sel", "sop"})
