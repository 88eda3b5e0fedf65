"""Boards, school sites, networks, suppliers, government, and what people are there."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import Region, Sector
from samenspel.organisations.choices import OrganisationKind, Role


class Organisation(models.Model):
    """Anything that people belong to. A school site has a `SchoolSite` beside it."""

    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(max_length=220, unique=True)
    kind = models.CharField(_("soort"), max_length=20, choices=OrganisationKind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    description = models.TextField(_("beschrijving"), blank=True)
    website = models.URLField(_("website"), blank=True)
    sectors = ArrayField(models.CharField(max_length=3, choices=Sector), default=list, blank=True)
    street = models.CharField(_("straat en nummer"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    place = models.CharField(_("plaats"), max_length=100, blank=True)
    municipality = models.CharField(_("gemeente"), max_length=100, blank=True)
    region = models.CharField(_("provincie"), max_length=20, choices=Region, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    closed_on = models.DateField(_("opgeheven op"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=200, blank=True)
    source_date = models.DateField(_("datum van de bron"), null=True, blank=True)
    is_demo = models.BooleanField(default=False)
    modified = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(longitude__range=(3.2, 7.3), latitude__range=(50.7, 53.6)),
                name="organisation_lies_in_the_netherlands",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The organisation's own page."""
        return reverse("organisations:detail", kwargs={"slug": self.slug})


class SchoolSite(models.Model):
    """What only a school site (vestiging) has, as the registry publishes it."""

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, primary_key=True, related_name="site"
    )
    brin = models.CharField(_("BRIN"), max_length=4)
    location_code = models.CharField(_("vestigingscode"), max_length=6, unique=True)
    school_type = models.CharField(_("type"), max_length=80, blank=True)
    denomination = models.CharField(_("denominatie"), max_length=80, blank=True)
    pupils = models.PositiveIntegerField(_("leerlingen"), null=True, blank=True)
    teachers = models.PositiveIntegerField(_("leraren"), null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(location_code__startswith=models.F("brin")),
                name="location_code_starts_with_brin",
            ),
        )

    def __str__(self) -> str:
        return self.location_code


class Membership(models.Model):
    """What a person is at an organisation, from when until when."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(_("rol"), max_length=20, choices=Role)
    confirmed = models.BooleanField(default=False)
    started = models.DateField(auto_now_add=True)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ("organisation__name", "role", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "organisation", "role"),
                condition=Q(ended__isnull=True),
                name="one_current_membership_per_role",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.organisation}"
