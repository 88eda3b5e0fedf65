from datetime import date

import pytest
from factories.organisations import OrganisationFactory, SchoolFactory

from samenspel.organisations import school_types
from samenspel.organisations.documents import organisation_document
from samenspel.organisations.models import Organisation
from samenspel.search.documents import Document

pytestmark = pytest.mark.django_db


def document(organisation):
    return organisation_document(Organisation.objects.findable().get(pk=organisation.pk))


def test_school_is_found_by_name_place_codes_and_board():
    school = SchoolFactory(
        name="De Zebra",
        place="Ergensdorp",
        municipality="Groot Ergens",
        parent=OrganisationFactory(name="Stichting Dier", kind="board"),
        source_date=date(2024, 11, 1),
        site__brin="12AB",
        site__location_code="12AB00",
        site__denomination="Openbaar",
    )
    assert document(school) == Document(
        key=f"organisation:{school.pk}",
        kind="organisation",
        title="De Zebra",
        lead="Basisschool in Ergensdorp, 240 leerlingen.",
        text="Groot Ergens Stichting Dier 12AB00 12AB Openbaar",
        sectors=("po",),
        region="utrecht",
        modified=date(2024, 11, 1),
        meaning=False,
    )


def test_organisation_that_tells_of_itself_is_found_by_meaning():
    network = OrganisationFactory(kind="network", description="Voor taal bij kleuters.")
    assert document(network).lead == "Netwerk. Voor taal bij kleuters."
    assert document(network).meaning
    assert document(SchoolFactory(description="Wij doen veel aan muziek.")).meaning


def test_closed_organisation_is_found_by_nobody():
    assert document(SchoolFactory(closed_on=date(2020, 1, 1))) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("basisschool", "basisschool"),
        ("SBAO", "speciaal basisonderwijs"),
        ("VBO/MAVO/PRO", "vmbo-beroepsgericht, mavo en praktijkonderwijs"),
        ("Iets anders", "Iets anders"),
    ],
)
def test_type_in_words(said, words):
    assert school_types.in_words(said) == words
