from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from factories.catalogue import ClaimFactory, OfferingFactory, PriceLineFactory
from factories.organisations import OrganisationFactory

from samenspel.catalogue import actions
from samenspel.catalogue.choices import Basis, Duration, Form, Status, Tiering
from samenspel.catalogue.models import Claim, Offering, PriceLine, PriceTier
from samenspel.catalogue.prices import Price, Tier
from samenspel.common.models import AuditEvent
from samenspel.common.publishing import NotNow, NotReady
from samenspel.common.taxonomy import Domain, EvidenceLevel, PriceBand, Sector, ServiceType
from samenspel.search.models import OutboxEntry

pytestmark = pytest.mark.django_db

FIELDS = {
    "title": "Samen lezen",
    "lead": "Voor teams die beter willen leren lezen.",
    "description": "Vier bijeenkomsten.",
    "domain": Domain.PROFESSIONALISATION,
    "service_type": ServiceType.TEAM,
    "form": Form.TRAINING,
    "sectors": [Sector.PO],
    "target_groups": ["leraren"],
    "duration": Duration.SUSTAINED,
}
PRICE = Price(Basis.PARTICIPANT, Decimal("100.00"))


def actions_recorded():
    return list(AuditEvent.objects.order_by("id").values_list("action", flat=True))


@pytest.fixture
def draft(world):
    return actions.add(
        supplier=world.supplier_organisation, fields=FIELDS, prices=[PRICE], by=world.supplier
    )


def test_added_offering_is_a_draft_that_nobody_finds(draft):
    assert (draft.status, draft.price_band) == (Status.DRAFT, PriceBand.TO_5000)
    assert not OutboxEntry.objects.exists()
    assert actions_recorded() == ["offering.added"]


def test_published_offering_keeps_a_version_and_goes_to_the_index(draft, world):
    actions.publish(offering=draft, by=world.supplier)
    version = draft.versions.get()
    assert (version.number, version.author, version.snapshot["fields"]["title"]) == (
        1,
        world.supplier,
        "Samen lezen",
    )
    assert OutboxEntry.objects.get().object_id == draft.pk
    assert actions_recorded()[-1] == "offering.published"


def test_publishing_the_same_words_again_makes_no_version(draft, world):
    actions.publish(offering=draft, by=world.supplier)
    actions.publish(offering=draft, by=world.supplier)
    assert draft.versions.count() == 1


def test_change_of_a_published_offering_is_a_new_version(draft, world):
    actions.publish(offering=draft, by=world.supplier)
    dearer = replace(PRICE, amount=Decimal("120.00"))
    actions.change(offering=draft, fields=FIELDS, prices=[dearer], claims=[], by=world.supplier)
    newest, first = draft.versions.all()
    assert [version.snapshot["prices"][0]["amount"] for version in (newest, first)] == [
        "120.00",
        "100.00",
    ]


def test_change_of_a_draft_stays_a_draft(draft, world):
    changed = actions.change(
        offering=draft,
        fields={**FIELDS, "title": "Anders"},
        prices=[],
        claims=[],
        by=world.supplier,
    )
    assert (changed.title, changed.status, changed.versions.count()) == ("Anders", Status.DRAFT, 0)


def test_incomplete_offering_is_not_published(world):
    with pytest.raises(NotReady) as refused:
        actions.add(
            supplier=world.supplier_organisation,
            fields={**FIELDS, "lead": "", "sectors": []},
            publish=True,
            by=world.supplier,
        )
    assert refused.value.missing == ["in het kort", "sectoren", "prijzen"]
    assert not Offering.objects.exists()


def test_published_offering_cannot_lose_what_it_needs(draft, world):
    actions.publish(offering=draft, by=world.supplier)
    with pytest.raises(NotReady):
        actions.change(offering=draft, fields=FIELDS, prices=[], claims=[], by=world.supplier)
    assert draft.price_lines.count() == 1


def test_withdrawn_offering_is_hidden_and_can_come_back(draft, world):
    actions.publish(offering=draft, by=world.supplier)
    withdrawn = actions.withdraw(offering=draft, by=world.administrator)
    assert withdrawn.status == Status.WITHDRAWN
    assert actions.publish(offering=draft, by=world.supplier).status == Status.PUBLISHED


def test_draft_cannot_be_withdrawn(draft, world):
    with pytest.raises(NotNow):
        actions.withdraw(offering=draft, by=world.supplier)


def test_prices_come_back_as_they_went_in(world):
    prices = (
        Price(
            Basis.PUPIL,
            Decimal("10.00"),
            label="Licentie",
            option="Groot",
            tiering=Tiering.EACH,
            tiers=(Tier(101, Decimal("8.00")), Tier(251, Decimal("6.00"))),
            minimum=20,
            valid_from=date(2026, 1, 1),
        ),
        Price(Basis.ON_REQUEST, label="Maatwerk"),
    )
    offering = actions.add(
        supplier=world.supplier_organisation, fields=FIELDS, prices=prices, by=world.supplier
    )
    assert Offering.objects.get(pk=offering.pk).prices() == prices


def test_evidence_level_is_that_of_the_strongest_claim_that_stands(world):
    yesterday = date.today() - timedelta(days=1)
    offering = actions.add(
        supplier=world.supplier_organisation,
        fields=FIELDS,
        claims=[
            Claim(text="Sterk", level=EvidenceLevel.STRONG, issuer="X", expires=yesterday),
            Claim(text="Eerst", level=EvidenceLevel.FIRST, issuer="X"),
            Claim(text="Geen"),
        ],
        by=world.supplier,
    )
    assert offering.evidence_level == EvidenceLevel.FIRST


@pytest.mark.parametrize(
    "wrong",
    [
        {"basis": Basis.FIXED, "amount": None},
        {"basis": Basis.FIXED, "amount": Decimal("-1")},
        {"basis": Basis.ON_REQUEST, "amount": Decimal("1")},
        {"basis": Basis.FREE, "amount": Decimal("1")},
        {"vat": "exempt", "vat_rate": 21},
        {"basis": Basis.FIXED, "minimum": 3},
        {"basis": Basis.FIXED, "tiering": Tiering.EACH},
        {"usual_quantity": 3},
        {"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 1)},
    ],
    ids=str,
)
def test_database_refuses_a_price_that_says_two_things(wrong):
    offering = OfferingFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        PriceLineFactory(offering=offering, **wrong)
    assert not PriceLine.objects.exists()


@pytest.mark.parametrize("start", [1, 101])
def test_database_refuses_tiers_that_overlap(start):
    line = PriceLineFactory(tiering=Tiering.EACH)
    PriceTier.objects.create(price_line=line, start=101, amount=8)
    with pytest.raises(IntegrityError), transaction.atomic():
        PriceTier.objects.create(price_line=line, start=start, amount=6)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"service_type": ServiceType.RESEARCH},
        {"duration_length": 3},
        {"duration_length": 0, "duration_unit": "week"},
        {"group_minimum": 9, "group_maximum": 8},
        {"own_hours": -1},
        {"published": None},
    ],
    ids=str,
)
def test_database_refuses_a_contradiction(wrong):
    supplier = OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        OfferingFactory(supplier=supplier, **wrong)


def test_database_refuses_a_level_without_somebody_who_found_it():
    offering = OfferingFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimFactory(offering=offering, issuer="")
