import factory

from samenspel.common.taxonomy import Sector
from samenspel.organisations.choices import OrganisationKind, Role
from samenspel.organisations.models import Membership, Organisation, SchoolSite


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisatie {n}")
    slug = factory.Sequence(lambda n: f"organisatie-{n}")
    kind = OrganisationKind.SUPPLIER


class SchoolFactory(OrganisationFactory):
    """A primary school site in Utrecht with 240 pupils."""

    class Meta:
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"School {n}")
    slug = factory.Sequence(lambda n: f"school-{n}")
    kind = OrganisationKind.SCHOOL
    sectors = (Sector.PO,)
    region = "utrecht"
    place = "Utrecht"
    site = factory.RelatedFactory(
        "factories.organisations.SchoolSiteFactory", factory_related_name="organisation"
    )


class SchoolSiteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SchoolSite

    organisation = factory.SubFactory(SchoolFactory, site=None)
    brin = factory.Sequence(lambda n: f"{n % 90 + 10}ZZ")
    location_code = factory.LazyAttributeSequence(lambda site, n: f"{site.brin}{n % 100:02}")
    school_type = "basisschool"
    pupils = 240


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    organisation = factory.SubFactory(SchoolFactory)
    role = Role.TEACHER
    confirmed = True
