"""Words that announce a person, or tell that a name belongs to no person at hand."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Forms of address: whatever capitalised word follows is a name.
TITLES = _set(
    "mevrouw mevr mw mej meneer mijnheer dhr heer familie fam gezin echtpaar juf juffrouw meester"
)

# Nouns for a person. What follows is a name unless it is an ordinary word.
PERSONS = TITLES | _set(
    "leerling leerlinge student studente scholier kleuter peuter kind jongen meisje zoon dochter"
    " zoontje"
    " dochtertje broer broertje zus zusje tweeling tweelingzus tweelingbroer kleinzoon"
    " kleindochter nichtje"
    " neefje neef nicht vriend vriendin klasgenoot klasgenote moeder vader mama papa opa oma"
    " tante oom ouder"
    " voogd pleegmoeder pleegvader pleegkind stiefvader stiefmoeder stiefzoon collega docent"
    " docente leraar"
    " lerares leerkracht directeur directrice schoolleider rector conrector teamleider"
    " afdelingsleider"
    " locatieleider mentor mentrix tutor coach decaan stagiair stagiaire lio instromer"
    " instroomster concierge"
    " onderwijsassistent onderwijsassistente assistent assistente begeleider begeleidster ib'er"
    " orthopedagoog"
    " orthopedagoge psycholoog psychologe logopedist logopediste fysiotherapeut therapeut"
    " schoolarts huisarts"
    " jeugdarts werker werkster wethouder inspecteur bestuurder voorzitter secretaris secretaresse"
    " contactpersoon invaller invalster invalkracht vervanger vervangster medewerker"
    " medewerkster coordinator"
    " vertrouwenspersoon client patient verdachte dader slachtoffer pester buurvrouw buurman"
    " chauffeur"
    " werknemer sollicitant kandidaat deelnemer pupil echtgenoot echtgenote partner verzorger"
    " gezinsvoogd"
    " jeugdwerker wijkagent agent schoonmaker schoonmaakster overblijfmoeder leerplichtambtenaar"
    " loopbaanbegeleider"
    " ouders ouderpaar projectleider adviseur bestuurslid oudercontact leerlinge"
)
PERSON_ENDINGS = (
    "docent", "docente", "leerkracht", "leraar", "begeleider", "coordinator", "coach", "leider",
    "leidster",
    "moeder", "vader", "student", "leerling", "assistent", "directeur", "persoon", "medewerker",
    "consulent",
)  # fmt: skip

# "the <noun> of X", "<noun> with X": X is a person.
OF_PERSON = PERSONS | _set(
    "ouders verzorgers pleegouders grootouders broers zussen dossier opp rapport rapportcijfers"
    " diagnose gedrag"
    " overplaatsing plaatsing schorsing verwijdering verzuim thuissituatie situatie overlijden"
    " intake"
    " verslag begeleiding agressie dyslexieverklaring woedeaanvallen driftbuien"
)
WITH_PERSON = _set(
    "ruzie gesprek contact conflict incident vechtpartij problemen afspraak moeite klik overleg"
)
ABOUT_PERSON = _set("zorgen")

GREETINGS = _set("beste hallo hoi dag lieve hi hey hee geachte ha")
SIGNATURES = _set("groet groeten groetjes gr mvg groetje liefs")

# A name right after one of these is a school, a book, a method, a product.
PRODUCTS = _set(
    "methode lesmethode taalmethode rekenmethode leesmethode methodiek boek boekje boeken"
    " prentenboek"
    " prentenboeken leesboek serie app platform software programma spel game film musical"
    " toneelstuk lied"
    " liedje handpop pop knuffel poppen poppetjes mascotte klassenpop karakter karakters"
    " boekfiguur boekfiguren personage personages figuur figuren hoofdpersoon"
    " hoofdpersonen training cursus stichting vereniging fonds uitgeverij uitgever project"
    " leskist leskoffer"
    " school basisschool obs cbs rkbs pcbs kbs rkb pcb ikc kc kindcentrum college lyceum"
    " gymnasium sbo vso so"
    " mavo roc mbo scholengemeenschap scholengroep hogeschool universiteit academie pabo locatie"
    " vestiging gebouw"
    " zaal lokaal park theater wijk buurt gemeente stad dorp straat plein museum kerk"
    " bibliotheek systeem"
    " leerlingvolgsysteem lvs elo model chatbot robot tool website toets taxonomie theorie"
    " daltonschool montessorischool jenaplanschool vrijeschool praktijkschool campus bestuur dalton"
)
# "the <noun> of X", when X is a full name.
WORKS = _set(
    "methode theorie piramide model visie daltonvisie taxonomie methodiek ideeen idee"
    " gedachtegoed filosofie"
    " inzichten publicatie publicaties boek boeken roman romans gedicht gedichten schilderij"
    " schilderijen"
    " sprookje sprookjes lezing lezingen artikel artikelen prentenboek prentenboeken didactiek"
    " principe"
    " principes kinderboek kinderboeken verhalen liedje liedjes liedjes muziek opera podcast"
    " podcasts dagboek"
    " cursus training workshop webinar onderzoek onderzoeken werkplaats pedagogiek levensverhaal"
    " biografie"
    " kunst toneelstuk keynote studie denken basis aanpak tekeningen leer citaat citaten"
    " hypothese wet wetten"
)
# Within a few words before a name: the name is made up.
FICTION = _set(
    "verhaal rekenverhaal verhalen boekfiguren boekfiguur personage personages hoofdpersoon"
    " sprookje prentenboek"
    " prentenboeken handpop handpoppen knuffel roman film serie televisieprogramma"
    " televisieserie toneelstuk"
    " musical lied liedje jeugdjournaal klokhuis podcast podcasts aflevering youtube"
    " documentaire lezen leest las voorlezen rekensom redactiesom verhaaltjessom verhaaltje"
    " voorbeeldzin dictee strip stripfiguur"
    " jeugdboek kinderboek leesboek boekje fictieve verzonnen"
)
FICTION_AFTER = _set(
    "voorbeeldnaam voorbeeldnamen groepsnaam groepsnamen schuilnaam fictieve bedachte boekfiguur"
    " boekfiguren personage personages hoofdpersoon hoofdpersonen handpop handpoppen romanfiguur"
    " fictief"
)

# A name right after one of these belongs to somebody known to everyone.
PUBLIC_ROLES = _set(
    "koning koningen koningin koninginnen prinsen prinsessen pr kon prins prinses keizer"
    " keizerin paus president premier minister minister-president"
    " staatssecretaris sint st sinte heilige tsaar farao graaf hertog schrijver schrijfster auteur"
    " kinderboekenschrijver kinderboekenschrijfster dichter dichteres filosoof kunstenaar"
    " kunstenares schilder"
    " componist zanger zangeres rapper voetballer acteur actrice wetenschapper hoogleraar"
    " professor prof lector"
    " historicus onderwijsgoeroe pianist regisseur illustrator illustratrice profeet apostel"
    " ridder dj youtuber"
    " kapitein commissaris superheld maarschalk generaal admiraal dominee kabouter pater"
    " cabaretier fotograaf ontdekkingsreiziger uitvinder zeeheld verzetsheld"
)
# The name of an institution goes on: Anne Frank Stichting.
INSTITUTIONS = _set(
    "school college lyceum gymnasium stichting foundation academie academy instituut fonds prijs"
    " award museum"
    " huis scholengroep scholengemeenschap onderwijs hogeschool universiteit university"
    " university kliniek"
    " ziekenhuis project methode kindcentrum basisschool ikc lezing leerstoel bibliotheek"
    " centrum penning"
    " mavo havo vmbo vso sbo lijn aanpak effect model stadion toren brug tunnel arena park laan"
    " straat plein"
)
INSTITUTION_ENDINGS = (
    "school", "scholen", "college", "lyceum", "gymnasium", "mavo", "straat", "laan", "plein",
    "singel",
    "park", "kade", "toets", "test", "methode", "training", "project", "onderwijs", "stichting",
    "fonds",
    "prijs", "academie", "universiteit", "bibliotheek", "museum", "instituut", "centrum",
    "vereniging", "lijn",
    "groep", "klas", "boek", "effect", "aanpak", "leskist", "leskoffer", "kliniek", "ziekenhuis",
    "stadion",
    "dag",
    "week", "taal", "lessen", "programma", "protocol", "plan", "app",
    "schaal", 
)  # fmt: skip

INFIXES = _set(
    "van de den der ter te ten 't 's het in op aan uit von zu el al ait ben bin bint abu ibn da"
    " das do dos del della di du la le"
)
INFIX_ROWS = frozenset(
    "van|van de|van der|van den|van 't|van het|van ter|van la|de|den|der|ter|te|ten|'t|in 't|in"
    " den|op den|op 't"
    "|op de|aan de|aan den|uit den|uit 't|von|von"
    " der|zu|el|al|ait|ben|bin|bint|abu|ibn|da|das|do|dos|de la|del"
    "|della|di|du|la|le|ben el|el ben|ait el|van de la|van den der|in het|van op".split("|")
)
# Lower case these are ordinary words after a name ("Kevin al ...").
CAPITAL_INFIXES = _set("al ben la le")

SURNAME_ENDINGS = (
    "stra", "sma", "inga", "enga", "ema", "huis", "veld", "mans", "ink", "sen", "horst", "kamp",
    "oglu", "ski",
    "ska", "wicz", "enko", "chuk", "czyk", "ova", "yan", "escu", "ovic", "pour", "zadeh", "man",
    "berg", "dijk",
    "hof", "laar", "huizen", "hoven", "haven", "brink", "broek", "ens", "ers", "wal", "beek",
    "ius", "idze",
)  # fmt: skip
INITIALS_OF_PUBLIC = _set(
    "rousseau hooft tolkien rowling lewis bach thorbecke lorentz couperus potgieter nijhoff"
    " bloem escher"
    " vygotsky piaget marzano dweck hattie mozart beethoven darwin einstein kant freud roland"
)
TEACHERS = _set(
    "docent docente docenten leraar lerares leraren leerkracht sectie vakgroep les lessen vak"
    " gastles sectie"
)
VERBS = _set(
    "heeft is was zit wil durft gaat komt loopt praat huilt slaat krijgt moet mag vindt woont"
    " kan weigert werkt"
    " geeft blijft doet had zegt belde mailde stopt praat slaapt functioneert verzuimt spijbelt"
    " bijt schopt"
)
# What only people do; a word in front of these is somebody's name.
HUMAN_VERBS = _set(
    "durft praat huilt slaat bijt schopt plast spijbelt verzuimt weigert liegt pest steelt"
    " schreeuwt stottert scheldt"
    " luistert woont slaapt belde mailde zegt vertelde zei huilde sloeg lacht droomt rouwt gilt"
    " krast krabt dreigt"
    " vloekt onderpresteert functioneert"
)
# A possessive behind a name (Boyd zijn diploma), or a person in the rest of the sentence.
POSSESSIVES = _set("zijn haar z'n d'r hun")
PERSON_PRONOUNS = _set("hij zij hem haar z'n d'r")
KINSHIP = _set(
    "moeder vader ouders ouder mama papa broer zus zusje broertje oma opa voogd verzorgers"
    " pleegouders thuis"
)
# A capital after these is a place or a thing more often than a person.
PLACE_WORDS = _set(
    "in te uit naar bij op via per vanuit nabij de het een 't dit deze onze ons elke die dat"
    " tijdens rond"
)
# Behind these a rare capitalised word is a person more often than a thing,
BEFORE_PERSON = _set(
    "dat als omdat wanneer terwijl want voor over door aan met ik we wij jij iemand je"
)
# unless the sentence talks of things to use or buy.
THING_WORDS = _set(
    "gebruik gebruiken gebruikt gebruikte werk werken werkt werkte methode methodes methoden"
    " software app apps licentie licenties"
    " programma platform ervaring ervaringen ken kent kennen aanschaf aanschaffen overstap"
    " overstappen overgestapt via cursus"
    " training les lessen lesmateriaal lesstof boek boeken lezen leest tool tools toets toetsen"
    " systeem project projecten leren"
    " versie account digitaal digitale module workshop subsidie reis excursie kamp gemeente"
    " provincie taal spreken spreekt gelegen"
    " vergaderen spelen spel werkboek vak vakken methodiek toetst volgen volgt starten start"
    " meedoen doen bestellen kopen kosten"
)
EPONYMS = _set(
    "syndroom ziekte wet stelling paradox ladder cirkel driehoek roos methode effect toren piramide"
)
NEVER_ALONE = _set(
    "wil ben can an ken kas leen mark max ama made jet kick stan ster vera nur nova hope may"
    " april sol"
)
CLASS_WORDS = _set(
    "groep klas brugklas examenklas havo vwo mavo vmbo leerjaar kleuterklas mentorklas bovenbouw"
    " onderbouw"
)
