from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from factories.catalogue import ClaimFactory, OfferingFactory, PriceLineFactory
from factories.organisations import OrganisationFactory

from samenspel.catalogue.choices import Basis, Recurrence, Status
from samenspel.catalogue.managers import PLACES
from samenspel.catalogue.models import Offering
from samenspel.common.taxonomy import Domain, EvidenceLevel, PriceBand, ServiceType

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_any_number(client, count, django_assert_num_queries):
    OfferingFactory.create_batch(count)
    with django_assert_num_queries(3):
        response = client.get(reverse("catalogue:list"))
    assert text_of(response).count("card-link") == count


def test_list_shows_only_what_is_published(client):
    for status in Status:
        OfferingFactory(title=f"Aanbod {status}", status=status)
    text = text_of(client.get(reverse("catalogue:list")))
    assert "Aanbod published" in text
    assert "Aanbod draft" not in text
    assert "Aanbod withdrawn" not in text


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("sector=vo", {"vo"}),
        ("sector=vo&sector=po", {"vo", "po"}),
        ("domein=leerlingenzorg", {"zorg"}),
        ("prijs=gratis", {"gratis"}),
        ("bewijs=sterke_aanwijzingen", {"sterk"}),
        ("provincie=drenthe&sector=vo", {"vo"}),
        ("provincie=utrecht&sector=vo", set()),
        ("q=ster+sterk", {"sterk"}),
        ("sector=onzin&q=%00gratis", {"gratis"}),
    ],
)
def test_list_narrowed_by(client, chosen, expected):
    OfferingFactory(title="po")
    OfferingFactory(title="vo", sectors=["vo"], regions=["drenthe"])
    OfferingFactory(
        title="zorg",
        sectors=[],
        domain=Domain.PUPIL_CARE,
        service_type=ServiceType.DIAGNOSTICS,
    )
    OfferingFactory(title="gratis", sectors=[], price_band=PriceBand.FREE)
    OfferingFactory(title="sterk", sectors=[], evidence_level=EvidenceLevel.STRONG)
    response = client.get(f"{reverse('catalogue:list')}?{chosen}")
    assert {offering.title for offering in response.context["found"].page} == expected


def test_order_of_the_day_gives_every_offering_its_turn():
    for place in range(0, PLACES, PLACES // 5):
        OfferingFactory(fair_place=place)
    firsts = [
        Offering.objects.in_fair_order(date(2026, 1, 1) + timedelta(days=day))[0:1][0]
        for day in range(50)
    ]
    turns = [firsts.count(offering) for offering in Offering.objects.all()]
    assert min(turns) >= 8


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8])
def test_pages_of_the_circle_hold_every_offering_once(size):
    for place in range(0, PLACES, PLACES // 7):
        OfferingFactory(fair_place=place)
    for day in range(5):
        circle = Offering.objects.in_fair_order(date(2026, 1, 1) + timedelta(days=day))
        whole = circle[0 : len(circle)]
        pages = [circle[begin : begin + size] for begin in range(0, len(circle), size)]
        assert [offering for page in pages for offering in page] == whole
        assert set(whole) == set(Offering.objects.all())


def test_page_shows_what_the_supplier_says_and_what_it_does_not(client):
    offering = OfferingFactory(
        description="# Aanpak\n\nMet *samen* lezen.<script>x</script>",
        embedding_plan="Twee leraren worden leescoach.",
    )
    text = text_of(client.get(offering.get_absolute_url()))
    assert "<h3>Aanpak</h3>" in text
    assert "<em>samen</em>" in text
    assert "<script>x" not in text
    assert "Twee leraren worden leescoach." in text
    assert "De aanbieder zegt hier niets over" in text


def test_price_is_worked_out_for_the_readers_school(client, world):
    offering = OfferingFactory()
    PriceLineFactory(
        offering=offering, basis=Basis.PUPIL, amount=Decimal("5"), recurrence=Recurrence.YEARLY
    )
    client.force_login(world.teacher)
    text = text_of(client.get(offering.get_absolute_url()))
    assert "We begonnen met de gegevens van De Regenboog." in text
    assert "240 leerlingen × € 5,00" in text
    assert "€ 1.452,00" in text


def test_price_for_other_numbers_shows_the_arithmetic(client):
    offering = OfferingFactory()
    PriceLineFactory(offering=offering, label="Training")
    address = f"{offering.get_absolute_url()}?participants=12&own_hours=10&hourly_cost=50"
    text = text_of(client.get(address))
    assert "12 deelnemers × € 100,00" in text
    assert "€ 1.452,00" in text
    assert "120 uur × € 50,00" in text
    assert "€ 7.452,00" in text


@pytest.mark.parametrize("wrong", ["participants=veel", "participants=-1", "years=9"])
def test_number_that_cannot_be_read_is_told_and_not_used(client, wrong):
    offering = OfferingFactory()
    PriceLineFactory(offering=offering, recurrence=Recurrence.YEARLY)
    response = client.get(f"{offering.get_absolute_url()}?{wrong}")
    assert response.status_code == 200
    assert "error-summary" in text_of(response)
    assert not response.context["quotes"][0].complete


def test_price_on_request_is_not_invented(client):
    offering = OfferingFactory()
    PriceLineFactory(offering=offering, basis=Basis.ON_REQUEST, amount=None)
    text = text_of(client.get(offering.get_absolute_url()))
    assert "Op aanvraag: vraag de aanbieder naar deze prijs." in text
    assert "price-amount" not in text


def test_expired_claim_says_so(client):
    claim = ClaimFactory(expires=date(2020, 1, 1))
    text = text_of(client.get(claim.offering.get_absolute_url()))
    assert claim.text in text
    assert "Verlopen op 1 januari 2020" in text


def test_others_are_of_the_same_kind_and_another_supplier(client):
    offering = OfferingFactory(title="Deze")
    OfferingFactory(title="Zelfde aanbieder", supplier=offering.supplier)
    OfferingFactory(title="Andere aanbieder")
    OfferingFactory(title="Andere soort", service_type=ServiceType.TEACHER)
    others = client.get(offering.get_absolute_url()).context["others"]
    assert [other.title for other in others] == ["Andere aanbieder"]


@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_the_same_queries_for_any_number(client, count, django_assert_max_num_queries):
    offering = OfferingFactory()
    PriceLineFactory.create_batch(count, offering=offering)
    ClaimFactory.create_batch(count, offering=offering)
    OfferingFactory.create_batch(count)
    with django_assert_max_num_queries(6):
        client.get(offering.get_absolute_url())


def test_supplier_page_shows_what_it_offers(client):
    supplier = OrganisationFactory(name="Taalbureau")
    OfferingFactory(title="Van hier", supplier=supplier)
    OfferingFactory(title="Concept", supplier=supplier, status=Status.DRAFT)
    OfferingFactory(title="Van een ander")
    text = text_of(client.get(reverse("catalogue:supplier", args=[supplier.slug])))
    assert "Van hier" in text
    assert "Concept" not in text
    assert "Van een ander" not in text


def test_own_draft_is_shown_to_the_suppliers_people(world):
    draft = OfferingFactory(supplier=world.supplier_organisation, status=Status.DRAFT)
    client = Client()
    client.force_login(world.supplier)
    assert "Dit is een concept" in text_of(client.get(draft.get_absolute_url()))
