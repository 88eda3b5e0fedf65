from datetime import date

import factory
from django.utils import timezone

from factories.organisations import OrganisationFactory
from samenspel.common.taxonomy import Domain, EvidenceLevel, Sector, ServiceType
from samenspel.knowledge.choices import Access, Status
from samenspel.knowledge.models import (
    Answer,
    HarvestSource,
    OpenMaterial,
    PracticeSummary,
    Publication,
)
from samenspel.organisations.choices import OrganisationKind


class ItemFactory(factory.django.DjangoModelFactory):
    """A published item about learning to read in primary education."""

    class Meta:
        abstract = True

    owner = factory.SubFactory(OrganisationFactory, kind=OrganisationKind.KNOWLEDGE)
    title = factory.Sequence(lambda n: f"Begrijpend lezen {n}")
    domain = Domain.PROFESSIONALISATION
    service_type = ServiceType.TEAM
    sectors = (Sector.PO,)
    status = Status.PUBLISHED
    published = factory.LazyFunction(timezone.now)


class PublicationFactory(ItemFactory):
    class Meta:
        model = Publication

    description = "Wat onderzoek zegt over leesbegrip."
    authors = ("A. Auteur",)
    year = 2022
    access = Access.OPEN
    url = "https://example.org/volledige-tekst"


class PracticeSummaryFactory(ItemFactory):
    class Meta:
        model = PracticeSummary

    lead = "Praat over de tekst."
    says = "Gesprek over teksten helpt."
    monday = "- Lees samen een tekst."
    evidence_level = EvidenceLevel.GOOD


class AnswerFactory(ItemFactory):
    class Meta:
        model = Answer

    title = factory.Sequence(lambda n: f"Hoe leer je kinderen lezen? ({n})")
    text = "Door veel te lezen."
    evidence_level = EvidenceLevel.STRONG
    answered_on = date(2026, 3, 1)


class HarvestSourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HarvestSource

    base_url = factory.Sequence(lambda n: f"https://bron{n}.example.org/oai")


class OpenMaterialFactory(ItemFactory):
    class Meta:
        model = OpenMaterial

    owner = None
    source = factory.SubFactory(HarvestSourceFactory)
    harvested_identifier = factory.Sequence(lambda n: f"oai:example.org:{n}")
    access = Access.OPEN
    url = "https://example.org/les"
