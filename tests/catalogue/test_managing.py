from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from factories.catalogue import OfferingFactory, PriceLineFactory
from factories.organisations import MembershipFactory, OrganisationFactory

from samenspel.catalogue.choices import Basis, Status, Tiering
from samenspel.catalogue.models import Offering
from samenspel.catalogue.prices import Price, Tier
from samenspel.organisations.choices import Role

pytestmark = pytest.mark.django_db

ADD = "catalogue:add"


def row(name, number, **values):
    return {f"{name}-{number}-{field}": value for field, value in values.items()}


def price(number=0, **values):
    defaults = {
        "basis": "participant",
        "amount": "100.00",
        "vat": "excluded",
        "vat_rate": "21",
        "recurrence": "once",
        "tiering": "none",
        "minimum": "0",
    }
    return row("prices", number, **(defaults | values))


def filled_in(prices=1, claims=1, **values):
    return {
        "title": "Samen lezen",
        "service_type": "team-of-sectie",
        "form": "training",
        "lead": "Voor teams.",
        "description": "Vier bijeenkomsten.",
        "sectors": ["po", "vo"],
        "target_groups": ["leraren"],
        "duration": "langdurig",
        "duration_length": "6",
        "duration_unit": "maand",
        "prices-TOTAL_FORMS": str(prices),
        "prices-INITIAL_FORMS": "0",
        "claims-TOTAL_FORMS": str(claims),
        "claims-INITIAL_FORMS": "0",
        **price(),
        **values,
    }


@pytest.fixture
def supplier(world):
    client = Client()
    client.force_login(world.supplier)
    return client


def text_of(response):
    return " ".join(response.content.decode().split())


def test_saved_form_is_a_draft(supplier, world):
    response = supplier.post(reverse(ADD), filled_in(wish="save"), follow=True)
    offering = Offering.objects.get()
    assert "Opgeslagen als concept." in text_of(response)
    assert (offering.title, offering.status, offering.supplier, offering.sectors) == (
        "Samen lezen",
        Status.DRAFT,
        world.supplier_organisation,
        ["po", "vo"],
    )
    assert offering.domain == "professionalisering"
    assert offering.prices() == (Price(Basis.PARTICIPANT, Decimal("100.00")),)
    assert not offering.claims.exists()


def test_draft_needs_little(supplier):
    data = {
        "title": "Idee",
        "service_type": "team-of-sectie",
        "form": "training",
        "prices-TOTAL_FORMS": "1",
        "prices-INITIAL_FORMS": "0",
        "claims-TOTAL_FORMS": "1",
        "claims-INITIAL_FORMS": "0",
        "wish": "save",
    }
    assert supplier.post(reverse(ADD), data).status_code == 302


def test_published_at_once(supplier):
    supplier.post(reverse(ADD), filled_in(wish="publish"))
    offering = Offering.objects.get()
    assert (offering.status, offering.versions.count()) == (Status.PUBLISHED, 1)


def test_publishing_what_is_not_complete_keeps_what_was_filled_in(supplier):
    response = supplier.post(reverse(ADD), filled_in(wish="publish", lead=""))
    text = text_of(response)
    assert "Vul eerst aan: in het kort." in text
    assert 'value="Samen lezen"' in text
    assert not Offering.objects.exists()


def test_error_keeps_what_was_filled_in_and_links_to_the_field(supplier):
    data = filled_in(wish="save", title="", website="geen adres", **price(amount=""))
    response = supplier.post(reverse(ADD), data)
    text = text_of(response)
    assert response.status_code == 400
    assert 'href="#id_title"' in text
    assert 'href="#id_prices-0-amount"' in text
    assert "Prijs 1, Bedrag" in text
    assert "Vier bijeenkomsten." in text
    assert 'value="geen adres"' in text


def test_button_adds_a_row_without_complaints(supplier):
    data = filled_in(wish="more-prices", title="", **price(amount=""))
    text = text_of(supplier.post(reverse(ADD), data))
    assert 'name="prices-1-basis"' in text
    assert 'name="prices-2-basis"' not in text
    assert "error-summary" not in text
    assert "Vier bijeenkomsten." in text


def test_row_that_is_ticked_off_goes(supplier):
    data = filled_in(
        2,
        wish="save",
        **price(0, DELETE="on"),
        **price(1, basis="fixed", amount="500"),
    )
    supplier.post(reverse(ADD), data)
    assert [line.basis for line in Offering.objects.get().prices()] == [Basis.FIXED]


def test_preview_shows_the_page_and_saves_nothing(supplier):
    text = text_of(supplier.post(reverse(ADD), filled_in(wish="preview")))
    assert "Er is nog niets opgeslagen." in text
    assert "<h1>Samen lezen</h1>" in text
    assert 'name="prices-0-amount" value="100.00"' in text
    assert text.count('name="sectors"') == 2
    assert not Offering.objects.exists()


def test_after_the_preview_the_form_is_as_it_was(supplier):
    text = text_of(supplier.post(reverse(ADD), filled_in(wish="edit", title="")))
    assert "Vier bijeenkomsten." in text
    assert "error-summary" not in text


def test_form_of_an_offering_saved_unchanged_changes_nothing(supplier, world):
    offering = OfferingFactory(
        supplier=world.supplier_organisation, target_groups=["leraren"], status=Status.DRAFT
    )
    line = PriceLineFactory(
        offering=offering,
        basis=Basis.PUPIL,
        label="Licentie",
        option="Groot",
        tiering=Tiering.EACH,
        minimum=20,
        vat="exempt",
        vat_rate=0,
        valid_from=date(2026, 8, 1),
    )
    line.tiers.create(start=101, amount=Decimal("8.50"))
    before = Offering.objects.get(pk=offering.pk).prices()
    address = reverse("catalogue:edit", args=[offering.pk])
    editing = supplier.get(address).context["editing"]
    data = {"wish": "save"}
    for part in (editing.form, *editing.prices.forms, *editing.claims.forms):
        for field in part:
            value = field.value()
            if value not in (None, False):
                data[field.html_name] = value
    for rows in (editing.prices, editing.claims):
        for field in rows.management_form:
            data[field.html_name] = field.value()
    assert supplier.post(address, data).status_code == 302
    assert Offering.objects.get(pk=offering.pk).prices() == before
    assert before[0].tiers == (Tier(101, Decimal("8.50")),)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"tiers": "101 8,00"}, "lezen we niet"),
        ({"tiers": "101: 8,00"}, "Kies hoe we de treden moeten lezen."),
        ({"tiering": "each"}, "Vul de treden in."),
        ({"tiering": "each", "tiers": "1: 8,00"}, "begin hier bij 2 of hoger"),
        ({"tiering": "each", "tiers": "5: 8; 5: 6"}, "beginnen bij hetzelfde aantal"),
        ({"tiering": "package", "tiers": "11: 90"}, "Een grotere groep kan niet minder kosten."),
        ({"basis": "free"}, "Hier hoort geen bedrag bij"),
        ({"basis": "on_request"}, "Hier hoort geen bedrag bij"),
        ({"amount": "-5"}, "Een bedrag kan niet onder nul liggen."),
        ({"basis": "fixed", "minimum": "3"}, "Bij deze prijs valt niets te tellen."),
        ({"usual_quantity": "3"}, "Dit past alleen bij uren, dagen of licenties."),
        ({"valid_from": "2026-02-01", "valid_to": "2026-01-01"}, "Dit ligt voor het begin."),
        ({"basis": "onzin"}, "id_prices-0-basis"),
        ({"amount": "1e9"}, "id_prices-0-amount"),
    ],
    ids=str,
)
def test_price_that_does_not_fit_is_refused_with_a_reason(supplier, wrong, message):
    response = supplier.post(reverse(ADD), filled_in(wish="save", **price(**wrong)))
    assert response.status_code == 400
    assert message in text_of(response)
    assert "is violated" not in text_of(response)
    assert not Offering.objects.exists()


def test_claim_with_a_level_needs_somebody_who_found_it(supplier):
    claim = row("claims", 0, text="Lezen gaat vlotter", level="eerste_aanwijzingen")
    response = supplier.post(reverse(ADD), filled_in(wish="save", **claim))
    assert "Wie heeft het onderzocht?" in text_of(response)


def test_claim_is_kept(supplier):
    claim = row(
        "claims", 0, text="Lezen gaat vlotter", level="eerste_aanwijzingen", issuer="Lectoraat"
    )
    supplier.post(reverse(ADD), filled_in(wish="save", **claim))
    assert Offering.objects.get().claims.get().issuer == "Lectoraat"


@pytest.mark.parametrize("missing", ["prices-TOTAL_FORMS", "claims-TOTAL_FORMS"])
def test_form_without_its_count_of_rows_is_refused_kindly(supplier, missing):
    data = filled_in(wish="save")
    del data[missing]
    assert supplier.post(reverse(ADD), data).status_code == 400


@pytest.mark.parametrize("wish", ["save", "more-prices", "more-onzin", "onzin", "edit"])
def test_nothing_sent_is_answered(supplier, wish):
    assert supplier.post(reverse(ADD), {"wish": wish}).status_code in (200, 400)


@pytest.mark.parametrize("title", ["a\0b", "x" * 161, "   "])
def test_title_that_cannot_be_is_refused(supplier, title):
    response = supplier.post(reverse(ADD), filled_in(wish="save", title=title))
    assert response.status_code == 400
    assert not Offering.objects.exists()


def test_who_works_for_two_suppliers_chooses(supplier, world):
    second = MembershipFactory(
        user=world.supplier, organisation=OrganisationFactory(), role=Role.SUPPLIER
    ).organisation
    assert 'name="supplier"' in text_of(supplier.get(reverse(ADD)))
    supplier.post(reverse(ADD), filled_in(wish="save", supplier=second.pk))
    assert Offering.objects.get().supplier == second


def test_offering_cannot_be_put_under_another_supplier(supplier, world):
    MembershipFactory(user=world.supplier, organisation=OrganisationFactory(), role=Role.SUPPLIER)
    data = filled_in(wish="save", supplier=world.other_supplier_organisation.pk)
    assert supplier.post(reverse(ADD), data).status_code == 400


@pytest.mark.parametrize("count", [1, 3])
def test_own_list_takes_the_same_queries(supplier, world, count, django_assert_num_queries):
    OfferingFactory.create_batch(count, supplier=world.supplier_organisation)
    with django_assert_num_queries(6):
        response = supplier.get(reverse("catalogue:mine"))
    assert text_of(response).count("Bewerken<") == count


def test_history_shows_what_changed(supplier, world):
    supplier.post(reverse(ADD), filled_in(wish="publish"))
    offering = Offering.objects.get()
    supplier.post(
        reverse("catalogue:edit", args=[offering.pk]),
        filled_in(wish="save", description="Vijf bijeenkomsten.", **price(amount="120")),
    )
    text = text_of(Client().get(reverse("catalogue:versions", args=[offering.pk])))
    assert "Versie 2" in text
    assert "Vier bijeenkomsten.</del>" in text
    assert "Vijf bijeenkomsten.</ins>" in text
    assert "120,00 per deelnemer" in text
    assert world.supplier.name not in text
    own = text_of(supplier.get(reverse("catalogue:versions", args=[offering.pk])))
    assert f"Door {world.supplier.name}" in own
