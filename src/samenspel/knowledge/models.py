"""Publications, open materials, practice summaries and answers."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import (
    SERVICE_TYPES_OF,
    Domain,
    EvidenceLevel,
    Sector,
    ServiceType,
)
from samenspel.common.versions import Version
from samenspel.knowledge.choices import Access, PublicationType, Status
from samenspel.knowledge.harvests import HarvestError, HarvestRun, HarvestSource
from samenspel.knowledge.managers import ItemQuerySet
from samenspel.organisations.choices import Role
from samenspel.organisations.models import Organisation

__all__ = ["HarvestError", "HarvestRun", "HarvestSource"]

SERVICE_TYPE_FITS_DOMAIN = Q(service_type="")
for _domain, _types in SERVICE_TYPES_OF.items():
    SERVICE_TYPE_FITS_DOMAIN |= Q(domain=_domain, service_type__in=[*_types])


def several(label: object, length: int) -> ArrayField:
    """A field that holds any number of short texts."""
    return ArrayField(
        models.CharField(max_length=length), verbose_name=label, default=list, blank=True
    )


class Item(models.Model):
    """What every knowledge item has. `owner` is the organisation whose people keep it."""

    title = models.CharField(_("titel"), max_length=500)
    lead = models.CharField(_("in het kort"), max_length=500, blank=True)
    authors = several(_("auteurs"), 200)
    domain = models.CharField(_("terrein"), max_length=20, choices=Domain, blank=True)
    service_type = models.CharField(
        _("soort dienst"), max_length=30, choices=ServiceType, blank=True
    )
    sectors = ArrayField(
        models.CharField(max_length=3, choices=Sector),
        verbose_name=_("sectoren"),
        default=list,
        blank=True,
    )
    owner = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="%(class)s_items"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    published = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    modified = models.DateTimeField(auto_now=True)
    is_demo = models.BooleanField(default=False)

    objects: ClassVar[ItemQuerySet] = ItemQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True
        ordering: ClassVar = ("-modified", "-id")
        indexes: ClassVar = (
            models.Index(fields=("status", "-modified", "-id"), name="%(class)s_newest_first"),
            GinIndex(fields=("sectors",), name="%(class)s_by_sector"),
        )
        constraints: ClassVar = (
            models.CheckConstraint(condition=~Q(title=""), name="%(class)s_has_a_title"),
            models.CheckConstraint(
                condition=SERVICE_TYPE_FITS_DOMAIN, name="%(class)s_service_type_fits_domain"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | Q(published__isnull=False),
                name="published_%(class)s_has_a_date",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The item's own page."""
        return reverse(f"knowledge:{self.kind}", kwargs={"pk": self.pk})

    kind: ClassVar[str]
    """As which it is found (`samenspel.common.taxonomy.Kind`)."""
    written_by: ClassVar[tuple[Role, ...]] = (Role.RESEARCHER,)
    """Who writes it, for the organisation at which they have this role."""

    @property
    def names_of_sectors(self) -> list[str]:
        """The sectors in the reader's words."""
        return [str(Sector(sector).label) for sector in self.sectors]


class Record(Item):
    """Something that was published elsewhere, with where it comes from and how to get at it.

    A harvested record has `source`, `harvested_identifier` and the source's `datestamp`, and no
    owner: its words are the source's. `digest` tells whether the source changed anything.
    `licence` is what the source says, `licence_code` our name for it (`integrations.licences`).
    """

    description = models.TextField(_("samenvatting"), max_length=20_000, blank=True)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    publisher = models.CharField(_("uitgever"), max_length=200, blank=True)
    language = models.CharField(_("taal"), max_length=8, blank=True)
    keywords = several(_("trefwoorden"), 120)
    access = models.CharField(_("toegang"), max_length=8, choices=Access, default=Access.SUMMARY)
    url = models.URLField(_("adres van de volledige tekst"), max_length=1000, blank=True)
    licence = models.CharField(_("licentie"), max_length=300, blank=True)
    licence_code = models.CharField(max_length=40, blank=True)
    doi = models.CharField(_("DOI"), max_length=200, blank=True)
    identifiers = several(_("andere kenmerken"), 1000)
    source = models.ForeignKey(
        HarvestSource, models.PROTECT, null=True, blank=True, related_name="%(class)s_items"
    )
    harvested_identifier = models.CharField(max_length=500, blank=True)
    datestamp = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta(Item.Meta):
        abstract = True
        constraints: ClassVar = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                condition=Q(source__isnull=True, harvested_identifier="", owner__isnull=False)
                | (Q(source__isnull=False, owner__isnull=True) & ~Q(harvested_identifier="")),
                name="%(class)s_is_harvested_or_owned",
            ),
            models.UniqueConstraint(
                fields=("source", "harvested_identifier"),
                condition=Q(source__isnull=False),
                name="one_%(class)s_per_harvested_identifier",
            ),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(1500, 2200)),
                name="%(class)s_year_is_a_year",
            ),
            models.CheckConstraint(
                condition=~Q(access=Access.OPEN) | ~Q(url=""),
                name="open_%(class)s_has_an_address",
            ),
        )

    @property
    def language_name(self) -> str:
        """The language in the reader's words, or its code when Django does not know it."""
        try:
            return str(get_language_info(self.language)["name_translated"]).capitalize()
        except KeyError:
            return self.language


class Publication(Record):
    """Research and what was written about it (article, report, review, evaluation ...)."""

    kind = "publication"
    publication_type = models.CharField(
        _("soort"), max_length=12, choices=PublicationType, default=PublicationType.REPORT
    )


class OpenMaterial(Record):
    """Learning material that anyone may use, harvested; it stands beside paid supply.

    `material_type` is the source's own word.
    """

    kind = "material"
    material_type = models.CharField(_("soort"), max_length=80, blank=True)


class PracticeSummary(Item):
    """What research says, in a form that somebody can use on Monday."""

    kind = "summary"
    says = models.TextField(_("wat het zegt"), max_length=20_000, blank=True)
    for_whom = models.TextField(_("voor wie"), max_length=2000, blank=True)
    evidence_level = models.CharField(
        _("hoe zeker"), max_length=20, choices=EvidenceLevel, default=EvidenceLevel.NONE
    )
    evidence_explanation = models.TextField(_("waarom zo zeker"), max_length=4000, blank=True)
    cost = models.TextField(_("wat het kost"), max_length=2000, blank=True)
    monday = models.TextField(_("wat je maandag kunt doen"), max_length=8000, blank=True)
    publications = models.ManyToManyField(Publication, related_name="summaries", blank=True)


class Answer(Item):
    """A published answer to a question; the title is the question as it was answered."""

    kind = "answer"
    written_by = (Role.RESEARCHER, Role.BROKER)
    text = models.TextField(_("antwoord"), max_length=20_000, blank=True)
    evidence_level = models.CharField(
        _("hoe zeker"), max_length=20, choices=EvidenceLevel, default=EvidenceLevel.NONE
    )
    limits = models.TextField(_("wat we niet weten"), max_length=4000, blank=True)
    answered_on = models.DateField(_("beantwoord op"), null=True, blank=True)
    publications = models.ManyToManyField(Publication, related_name="answers", blank=True)


class PublicationVersion(Version):
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="versions")

    class Meta(Version.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("publication", "number"), name="one_publication_version_each"
            ),
        )


class SummaryVersion(Version):
    summary = models.ForeignKey(PracticeSummary, models.CASCADE, related_name="versions")

    class Meta(Version.Meta):
        constraints = (
            models.UniqueConstraint(fields=("summary", "number"), name="one_summary_version_each"),
        )


class AnswerVersion(Version):
    answer = models.ForeignKey(Answer, models.CASCADE, related_name="versions")

    class Meta(Version.Meta):
        constraints = (
            models.UniqueConstraint(fields=("answer", "number"), name="one_answer_version_each"),
        )


class DeniedAccess(models.Model):
    """Somebody could not get at a full text. Counted as demand; it does not say who it was."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="denials")
    on = models.DateField(auto_now_add=True)
    role = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return f"{self.publication_id} {self.on}"
