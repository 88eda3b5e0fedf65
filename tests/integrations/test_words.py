"""Licences, levels, names and texts: one table each."""

import pytest

from samenspel.integrations import levels, licences, people, text


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("cc-by-40", "cc-by-4.0"),
        ("cc-by-nc-sa-30", "cc-by-nc-sa-3.0"),
        ("CC BY-NC-ND 4.0", "cc-by-nc-nd-4.0"),
        ("CC-BY", "cc-by"),
        ("Licensed under https://creativecommons.org/licenses/by-sa/3.0/nl/", "cc-by-sa-3.0"),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "cc0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "pdm-1.0"),
        ("cc0-10", "cc0-1.0"),
        ("CC0", "cc0-1.0"),
        ("pdm-10", "pdm-1.0"),
        ("yes", "copyright"),
        ("© 2020 Uitgeverij, alle rechten voorbehouden.", "copyright"),
        ("no", "none"),
        ("unknown", "unknown"),
        ("Zie de website", ""),
        ("accbyte", ""),
        ("", ""),
    ],
)
def test_licence(said, code):
    assert licences.normalise(said) == code


@pytest.mark.parametrize(
    ("code", "may"),
    [
        ("cc-by-4.0", True),
        ("cc-by-sa-3.0", True),
        ("cc0-1.0", True),
        ("cc-by-nc-sa-4.0", False),
        ("cc-by-nd-4.0", False),
        ("copyright", False),
        ("none", False),
        ("", False),
    ],
)
def test_may_be_adapted(code, may):
    assert licences.may_be_adapted(code) is may


def test_address_of_a_licence():
    assert [licences.license_url(code) for code in ("cc-by-nc-4.0", "cc0-1.0", "copyright")] == [
        "https://creativecommons.org/licenses/by-nc/4.0/",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "",
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["PO"], ("po",)),
        (["Basisonderwijs", "groep 7"], ("po",)),
        (["HAVO 3"], ("vo",)),
        (["VMBO kaderberoepsgerichte leerweg"], ("vo",)),
        (["Voortgezet speciaal onderwijs"], ("vo",)),
        (["Speciaal onderwijs"], ("po",)),
        (["WO - Bachelor", "MBO"], ("mbo", "ho")),
        (["secondary education", "higher education"], ("vo", "ho")),
        (["sportvereniging"], ()),
        ([], ()),
    ],
)
def test_sectors(said, found):
    assert levels.sectors(said) == found


@pytest.mark.parametrize(
    ("name", "is_organisation"),
    [
        ("Stichting Kennisnet", True),
        ("Universiteit Utrecht", True),
        ("Noordhoff Uitgevers B.V.", True),
        ("SURF", True),
        ("Wikiwijs.nl", True),
        ("Piet Jansen", False),
        ("Jansen, P. (Piet)", False),
        ("Prof. dr. P. Jansen", False),
        ("Jansen", False),
    ],
)
def test_organisation_or_person(name, is_organisation):
    assert people.is_organisation(name) is is_organisation


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2017", "2017"),
        ("2017-05", "2017-05"),
        ("2017-05-03T10:00:00Z", "2017-05-03"),
        ("2017-13-03", "2017"),
        ("2017-05-45", "2017-05"),
        ("mei 2017", ""),
        ("20170503", ""),
    ],
)
def test_partial_date(said, date):
    assert text.partial_date(said) == date


@pytest.mark.parametrize(
    ("said", "code"),
    [("nl", "nl"), ("nld", "nl"), ("nl-NL", "nl"), ("eng", "en"), ("x-none", ""), ("none", "")],
)
def test_language_code(said, code):
    assert text.language_code(said) == code


def test_invisible_characters_are_left_out():
    assert text.plain("a\x00b\u202ec\u200b d") == "abc d"
