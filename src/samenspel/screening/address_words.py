"""Words that tell a home address from other capitals and numbers."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


STREET_ENDINGS = (
    "straat", "laan", "weg", "plein", "kade", "gracht", "singel", "dijk", "steeg", "plantsoen",
    "dreef", "pad",
    "straatje", "laantje", "boulevard", "allee", "str", "strt", "sngl", "wei",
)  # fmt: skip
# Also ends of ordinary words: these need a word such as "woont", or a postcode behind them.
PERHAPS_STREET_ENDINGS = (
    "hof", "park", "ring", "markt", "erf", "veld", "akker", "berg", "hoek", "horst", "dam",
    "waard", "haven", "wal",
    "gaarde", "heuvel", "drift", "werf", "zoom", "meent", "lei", "passage", "poort", "esplanade",
    "kolk", "vaart",
    "vliet", "rade", "oord", "burg", "kamp", "brink", "weide", "rak", "eind", "einde", "hage",
    "stede", "tuin", "tuinen",
    "plaats", "zijde", "kant", "rode", "wijk", "baan", "hout", "bos", "donk", "loo", "stein",
    "borg", "schans", "buurt",
    "heide", "made", "rijt", "terp", "vest", "bolwerk", "route", "staete", "hoven", "velden",
    "akkers", "wg", "ln", "pln",
)  # fmt: skip
NO_STREET = _set(
    "leerplein schoolplein leerweg weg onderweg snelweg spoorweg halverwege leerpad pad tijdpad"
    " stappenpad fietspad wei str"
    " voetpad sesamstraat leerstraat winkelstraat straat plein laan zijweg uitweg omweg hoofdweg"
    " leerwerkplein gracht dijk"
    " kleuterplein taalplein rekenplein onderwijsplein speelplein dorpsplein marktplein"
    " kennisplein singel kade steeg dreef"
    " luchtweg luchtwegen ontwikkelpad loopbaanpad werkplein ondernemersplein bibliotheekplein"
    " boulevard stappenweg"
)
STREET_HEADS = _set("laan plein weg straat kade hof dreef singel gracht park boulevard pad dijk")
INFIXES = _set("van de der den ter ten het 't 's aan op bij in la le en")
TITLES = _set(
    "burg dr ds mr mgr st prof ir past jhr gen pr kapt adm kard wethouder v d vd c w j h a m p"
)
# Prepositions and such that stand before a street, also when a capital opens the sentence.
BEFORE_STREET = _set(
    "op aan in naar bij te uit een en of is woont wonen adres ons mijn zijn haar hun vanaf tot"
    " om na postadres woonadres"
    " tante oma opa moeder vader leerling gezin familie ook nu sinds locatie ze hij zij wij we"
    " voor met onze hier daar"
)
LIVING = _set(
    "woont wonen woonde woonachtig adres woonadres adresgegevens huisadres thuisadres verhuist"
    " verhuisd verhuisde woonplaats"
    " huisbezoek logeert verblijft verblijf thuis postadres thuiswonend taxi opgehaald slaapt"
    " gezin oma opa verhuizing"
    " tante moeder vader pleeggezin verblijfadres bezorgen bezorgadres wonend ingeschreven"
    " ouders verhuizen logeren buren"
)
MOVING = _set(
    "woont wonen woonde woonachtig verhuist verhuisd verhuisde logeert verblijft ingeschreven"
    " wonend slaapt adres woonadres"
    " huisadres thuisadres postadres verhuizen verblijfadres"
)
SCHOOL = _set(
    "school schooladres schoolgebouw bezoekadres vestiging locatie kantoor hoofdlocatie"
    " nevenlocatie dependance basisschool"
    " college lyceum gymnasium studiedag bijeenkomst gevestigd bestuursbureau bestuurskantoor"
    " gebouw schoollocatie congres"
    " hoofdvestiging zaal vergadering bibliotheek obs cbs ikc kindcentrum conferentie training"
    " cursus factuuradres netwerkdag"
    " afleveradres nieuwbouw inloopavond museum gemeentehuis leverancier uitgeverij scholingsdag"
    " open informatieavond"
)
COUNTED = _set(
    "keer weken leerlingen jaar uur euro dagen maanden scholen klassen x procent minuten"
    " kinderen groepen docenten lessen"
    " lokalen km kilometer meter studenten m2 personen jarige jaren plaatsen"
)
NUMBERED = _set(
    "kamer groep klas lokaal etage unit afdeling niveau team blok stap hoofdstuk deel fase week"
    " periode les leerjaar thema"
    " cluster versie route lijn bijlage gebouw zaal stroom type ronde vraag artikel niveau"
    " nummer postbus perron tafel punt"
)
