import pytest
from django.urls import reverse
from factories.catalogue import ClaimFactory, OfferingFactory, PriceLineFactory
from factories.organisations import OrganisationFactory

from samenspel.catalogue.choices import Status
from samenspel.catalogue.documents import offering_document
from samenspel.catalogue.models import Offering
from samenspel.common.taxonomy import PriceBand
from samenspel.search import outbox

pytestmark = pytest.mark.django_db


def ask(client, words=""):
    return client.get(f"{reverse('catalogue:list')}?{words}")


def titles(response):
    return [offering.title for offering in response.context["found"].page]


def counts(response, parameter):
    for group in response.context["found"].facets:
        if group.facet.parameter == parameter:
            return {option.value: option.count for option in group.options}
    return {}


@pytest.fixture
def indexed(live_index):
    """Index these offerings."""

    def index(*offerings):
        outbox.changed(*offerings)
        live_index()

    return index


def test_words_find_word_forms_and_leave_the_rest(client, indexed):
    indexed(OfferingFactory(title="Toetsen maken"), OfferingFactory(title="Fusiebegeleiding"))
    assert titles(ask(client, "q=toets")) == ["Toetsen maken"]


def test_facets_are_counted_with_and_without_words(client, indexed):
    indexed(
        OfferingFactory(title="Toets een", price_band=PriceBand.FREE),
        OfferingFactory(title="Toets twee", price_band=PriceBand.ON_REQUEST, sectors=["vo"]),
        OfferingFactory(title="Fusie", price_band=PriceBand.FREE),
    )
    assert counts(ask(client), "prijs") == {"gratis": 2, "op-aanvraag": 1}
    assert counts(ask(client, "q=toets"), "prijs") == {"gratis": 1, "op-aanvraag": 1}
    assert counts(ask(client, "q=toets&sector=vo"), "prijs") == {"op-aanvraag": 1}


def test_offering_for_the_whole_country_is_found_in_each_province(client, indexed):
    indexed(OfferingFactory(title="Toets A"), OfferingFactory(title="Toets B", regions=["drenthe"]))
    assert titles(ask(client, "q=toets&provincie=utrecht")) == ["Toets A"]
    assert counts(ask(client), "provincie")["drenthe"] == 2


def test_withdrawn_offering_is_not_shown_before_the_index_knows(client, indexed):
    offering = OfferingFactory(title="Toetsen maken")
    indexed(offering)
    Offering.objects.update(status=Status.WITHDRAWN)
    assert titles(ask(client, "q=toets")) == []


def test_pages_of_what_words_find(client, indexed):
    indexed(*(OfferingFactory(title=f"Toets {n:02}") for n in range(25)))
    first, second, beyond = (ask(client, f"q=toets&pagina={n}") for n in (1, 2, 99))
    assert (len(titles(first)), len(titles(second))) == (20, 5)
    assert len({*titles(first), *titles(second)}) == 25
    assert titles(beyond) == titles(second)


@pytest.mark.parametrize("number", ["0", "-1", "veel", "9" * 30, ""])
def test_page_that_is_none_is_the_first(client, indexed, number):
    indexed(OfferingFactory(title="Toets"))
    assert titles(ask(client, f"q=toets&pagina={number}")) == ["Toets"]


def test_without_an_index_titles_are_searched_and_it_is_told(client):
    OfferingFactory(title="Toetsen maken")
    response = ask(client, "q=toetsen")
    assert titles(response) == ["Toetsen maken"]
    assert "wordt opnieuw opgebouwd" in response.content.decode()


def test_document_holds_what_is_said_and_the_supplier_only_among_the_words():
    offering = OfferingFactory(supplier=OrganisationFactory(name="Bureau Zeester"))
    PriceLineFactory(offering=offering, label="Studiedag")
    ClaimFactory(offering=offering, text="Leerlingen lezen vlotter.")
    document = offering_document(Offering.objects.findable().get())
    assert (document.key, document.sectors) == (f"offering:{offering.pk}", ("po",))
    assert "Zeester" not in document.title + document.lead
    for words in ("Bureau Zeester", "Studiedag", "Leerlingen lezen vlotter.", "samen te lezen"):
        assert words in document.text


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_what_is_not_public_has_no_document(status):
    assert offering_document(OfferingFactory(status=status)) is None
