from decimal import Decimal

import factory
from django.utils import timezone

from factories.organisations import OrganisationFactory
from samenspel.catalogue.choices import Basis, Duration, Form, Status
from samenspel.catalogue.models import Claim, Offering, PriceLine
from samenspel.common.taxonomy import Domain, EvidenceLevel, Sector, ServiceType


class OfferingFactory(factory.django.DjangoModelFactory):
    """A published training for a primary school's team, without prices."""

    class Meta:
        model = Offering

    supplier = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda n: f"Training {n}")
    lead = "Samen werken aan beter lezen."
    description = "In vier bijeenkomsten leert het team *samen* te lezen."
    domain = Domain.PROFESSIONALISATION
    service_type = ServiceType.TEAM
    form = Form.TRAINING
    duration = Duration.SUSTAINED
    sectors = (Sector.PO,)
    status = Status.PUBLISHED
    published = factory.LazyFunction(timezone.now)


class PriceLineFactory(factory.django.DjangoModelFactory):
    """€ 100 for each participant, without VAT."""

    class Meta:
        model = PriceLine

    offering = factory.SubFactory(OfferingFactory)
    basis = Basis.PARTICIPANT
    amount = Decimal("100.00")


class ClaimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Claim

    offering = factory.SubFactory(OfferingFactory)
    text = "Leerlingen lezen na een jaar vlotter."
    level = EvidenceLevel.FIRST
    issuer = "Lectoraat Taal"
