from samenspel.common.register import each, personal, public, technical

ASKER = "de naam gaat weg, de vraag blijft als anderen haar delen"

FIELDS = {
    **each("Question", "id status version created modified is_demo", technical()),
    **each("Question", "sector role region domain service_type asked", public()),
    **each("Question", "title text", personal("tot de eigenaar haar verwijdert", ASKER)),
    **each("Question", "owner organisation", personal("tot 7 jaar na het antwoord", ASKER)),
    **each("SameQuestion", "id question created", technical()),
    **each(
        "SameQuestion", "user organisation words", personal("zolang de vraag bestaat", "gewist")
    ),
}
