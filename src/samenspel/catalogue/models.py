"""Offerings, their prices, the claims made for them, and every version that was public."""

from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.catalogue import choices
from samenspel.catalogue.choices import Basis, Status, Tiering, Vat
from samenspel.catalogue.managers import OfferingQuerySet, fair_place
from samenspel.catalogue.prices import Price, Tier
from samenspel.common.taxonomy import (
    SERVICE_TYPES_OF,
    Domain,
    EvidenceLevel,
    PriceBand,
    Region,
    Sector,
    ServiceType,
)
from samenspel.common.versions import Version
from samenspel.organisations.models import Organisation

SERVICE_TYPE_FITS_DOMAIN = Q()
for _domain, _types in SERVICE_TYPES_OF.items():
    SERVICE_TYPE_FITS_DOMAIN |= Q(domain=_domain, service_type__in=[*_types])


def several(label: Any, values: Any, length: int = 24) -> ArrayField:
    """A field that holds any number of the given choices."""
    return ArrayField(
        models.CharField(max_length=length, choices=values),
        verbose_name=label,
        default=list,
        blank=True,
    )


class Offering(models.Model):
    """A service or product that a supplier offers, as the supplier describes it.

    The row holds the newest words; `OfferingVersion` what was public before. An empty `regions`
    means the whole country. `price_band` and `evidence_level` are worked out from the price lines
    and the claims by the actions, for facets.
    """

    supplier = models.ForeignKey(Organisation, models.PROTECT, related_name="offerings")
    title = models.CharField(_("titel"), max_length=160)
    lead = models.CharField(_("in het kort"), max_length=400, blank=True)
    description = models.TextField(_("beschrijving"), max_length=20_000, blank=True)
    domain = models.CharField(_("terrein"), max_length=20, choices=Domain)
    service_type = models.CharField(_("soort dienst"), max_length=30, choices=ServiceType)
    form = models.CharField(_("vorm"), max_length=20, choices=choices.Form)
    delivery = models.CharField(_("waar"), max_length=12, choices=choices.Delivery, blank=True)
    sectors = several(_("sectoren"), Sector, 3)
    target_groups = several(_("voor wie"), choices.TargetGroup)
    languages = several(_("talen"), choices.Language)
    regions = several(_("provincies"), Region)

    duration = models.CharField(_("duur"), max_length=12, choices=choices.Duration, blank=True)
    duration_length = models.PositiveSmallIntegerField(_("lengte"), null=True, blank=True)
    duration_unit = models.CharField(
        _("eenheid"), max_length=8, choices=choices.DurationUnit, blank=True
    )
    group_minimum = models.PositiveIntegerField(_("kleinste groep"), null=True, blank=True)
    group_maximum = models.PositiveIntegerField(_("grootste groep"), null=True, blank=True)
    capacity = models.CharField(_("hoeveel tegelijk of per jaar"), max_length=200, blank=True)
    own_hours = models.DecimalField(
        _("uren die een deelnemer er zelf in steekt"),
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )

    team_approach = models.CharField(
        _("met wie tegelijk"), max_length=12, choices=choices.TeamApproach, blank=True
    )
    practice_link = models.TextField(_("band met de eigen praktijk"), max_length=2000, blank=True)
    embedding_plan = models.TextField(_("hoe het blijft"), max_length=2000, blank=True)
    co_creation = models.CharField(
        _("samen ontwikkelen"), max_length=12, choices=choices.CoCreation, blank=True
    )

    edition = models.CharField(_("editie"), max_length=80, blank=True)
    licence = models.CharField(_("licentie"), max_length=200, blank=True)
    technical_links = models.CharField(_("technische koppelingen"), max_length=300, blank=True)
    website = models.URLField(_("meer informatie"), blank=True)

    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    published = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    modified = models.DateTimeField(auto_now=True)
    price_band = models.CharField(max_length=20, choices=PriceBand, blank=True)
    evidence_level = models.CharField(
        max_length=20, choices=EvidenceLevel, default=EvidenceLevel.NONE
    )
    fair_place = models.PositiveIntegerField(default=fair_place, editable=False)
    is_demo = models.BooleanField(default=False)

    objects: ClassVar[OfferingQuerySet] = OfferingQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(fields=("status", "fair_place"), name="offering_in_fair_order"),
            models.Index(fields=("domain", "service_type"), name="offering_by_service"),
            GinIndex(fields=("sectors",), name="offering_by_sector"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="offering_has_a_title"),
            models.CheckConstraint(
                condition=SERVICE_TYPE_FITS_DOMAIN, name="offering_service_type_fits_domain"
            ),
            models.CheckConstraint(
                condition=Q(duration_length__isnull=True, duration_unit="")
                | (Q(duration_length__gte=1) & ~Q(duration_unit="")),
                name="offering_length_has_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(group_minimum__isnull=True)
                | Q(group_maximum__isnull=True)
                | Q(group_minimum__lte=F("group_maximum")),
                name="offering_group_minimum_up_to_maximum",
            ),
            models.CheckConstraint(
                condition=Q(own_hours__isnull=True) | Q(own_hours__gte=0),
                name="offering_own_hours_not_negative",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | Q(published__isnull=False),
                name="published_offering_has_a_date",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The offering's own page."""
        return reverse("catalogue:offering", kwargs={"pk": self.pk})

    @property
    def is_product(self) -> bool:
        """Whether edition, licence and technical links say something about it."""
        return self.form in choices.PRODUCTS

    def labels(self, name: str) -> list[str]:
        """What a field with several choices holds, in the reader's words."""
        words = dict(self._meta.get_field(name).base_field.flatchoices)  # type: ignore[union-attr]
        return [str(words.get(code, code)) for code in getattr(self, name)]

    def prices(self) -> tuple[Price, ...]:
        """The price lines as values for the calculator; prefetch `price_lines__tiers` for many."""
        return tuple(line.as_price() for line in self.price_lines.all())


class PriceLine(models.Model):
    """One structured price; `samenspel.catalogue.prices.Price` says what the fields mean."""

    offering = models.ForeignKey(Offering, models.CASCADE, related_name="price_lines")
    position = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(_("waarvoor"), max_length=120, blank=True)
    option = models.CharField(_("keuze"), max_length=60, blank=True)
    basis = models.CharField(_("prijs"), max_length=12, choices=Basis)
    amount = models.DecimalField(
        _("bedrag"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    vat = models.CharField(_("btw"), max_length=10, choices=Vat, default=Vat.EXCLUDED)
    vat_rate = models.DecimalField(_("btw-tarief"), max_digits=4, decimal_places=2, default=21)
    recurrence = models.CharField(
        _("hoe vaak"), max_length=8, choices=choices.Recurrence, default=choices.Recurrence.ONCE
    )
    usual_quantity = models.DecimalField(
        _("gebruikelijk aantal"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    minimum = models.PositiveIntegerField(_("minimum aantal"), default=0)
    tiering = models.CharField(_("staffel"), max_length=8, choices=Tiering, default=Tiering.NONE)
    valid_from = models.DateField(_("geldig vanaf"), null=True, blank=True)
    valid_to = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(basis=Basis.ON_REQUEST, amount__isnull=True)
                | Q(basis=Basis.FREE, amount=0)
                | (
                    ~Q(basis__in=(Basis.ON_REQUEST, Basis.FREE))
                    & Q(amount__isnull=False, amount__gte=0)
                ),
                name="price_has_an_amount_unless_on_request",
            ),
            models.CheckConstraint(
                condition=Q(vat=Vat.EXEMPT, vat_rate=0)
                | (~Q(vat=Vat.EXEMPT) & Q(vat_rate__gte=0, vat_rate__lte=50)),
                name="price_vat_rate_fits",
            ),
            models.CheckConstraint(
                condition=Q(tiering=Tiering.NONE, minimum=0) | Q(basis__in=choices.COUNTED),
                name="price_tiers_and_minimum_count_something",
            ),
            models.CheckConstraint(
                condition=Q(usual_quantity__isnull=True)
                | Q(basis__in=choices.USUALLY, usual_quantity__gt=0),
                name="price_usual_quantity_of_hours_days_licences",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=F("valid_to")),
                name="price_valid_from_before_to",
            ),
        )

    def __str__(self) -> str:
        return f"{self.amount} {self.get_basis_display()}"

    def as_price(self) -> Price:
        """This line as a value for the calculator."""
        return Price(
            basis=Basis(self.basis),
            amount=self.amount,
            label=self.label,
            option=self.option,
            vat=Vat(self.vat),
            vat_rate=self.vat_rate,
            recurrence=choices.Recurrence(self.recurrence),
            usual_quantity=self.usual_quantity,
            minimum=self.minimum,
            tiering=Tiering(self.tiering),
            tiers=tuple(Tier(tier.start, tier.amount) for tier in self.tiers.all())
            if self.pk
            else (),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
        )


class PriceTier(models.Model):
    """A further tier of a price: from `start` on, `amount` counts, until the next tier begins.

    The first tier is the amount of the line itself, so tiers cannot leave a gap or overlap.
    """

    price_line = models.ForeignKey(PriceLine, models.CASCADE, related_name="tiers")
    start = models.PositiveIntegerField()
    amount = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        ordering = ("start",)
        constraints = (
            models.UniqueConstraint(fields=("price_line", "start"), name="one_tier_per_start"),
            models.CheckConstraint(condition=Q(start__gte=2), name="tier_starts_after_the_first"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="tier_amount_not_negative"),
        )

    def __str__(self) -> str:
        return f"{self.start}: {self.amount}"


class Claim(models.Model):
    """What is said to be the effect of an offering, and what stands behind it.

    Written down by the supplier; the level is the supplier's own reading of the evidence.
    """

    offering = models.ForeignKey(Offering, models.CASCADE, related_name="claims")
    text = models.CharField(_("wat het oplevert"), max_length=400)
    evidence = models.TextField(_("waaruit dat blijkt"), max_length=2000, blank=True)
    evidence_url = models.URLField(_("adres van het onderzoek"), blank=True)
    level = models.CharField(
        _("sterkte van het bewijs"),
        max_length=20,
        choices=EvidenceLevel,
        default=EvidenceLevel.NONE,
    )
    context = models.CharField(_("waar en bij wie onderzocht"), max_length=300, blank=True)
    issuer = models.CharField(_("door wie onderzocht"), max_length=160, blank=True)
    expires = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="claim_says_something"),
            models.CheckConstraint(
                condition=Q(level=EvidenceLevel.NONE) | ~Q(issuer=""),
                name="claim_with_a_level_names_its_issuer",
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def expired(self) -> bool:
        """Whether the claim may not be relied on any more."""
        return self.expires is not None and self.expires < date.today()


class OfferingVersion(Version):
    """What an offering said when it was published."""

    offering = models.ForeignKey(Offering, models.CASCADE, related_name="versions")

    class Meta(Version.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("offering", "number"), name="one_offering_version_each"
            ),
        )
