"""Boards, school sites, networks, suppliers, government, and what people are there."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func, Q, Value
from django.db.models.functions import Concat, Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import Region, Sector
from samenspel.organisations.choices import ImportOutcome, OrganisationKind, Role

BEFORE_A_NAME = "'\"’‘`(- "
"""Signs that a name may begin with and that say nothing of its place in a list."""


def by_name() -> Func:
    """To order by: the name without the signs before it."""
    return Func("name", Value(BEFORE_A_NAME), function="ltrim")


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations: a public register, so everyone sees every one of them."""

    def visible_to(self, user: Any) -> "OrganisationQuerySet":
        """What this reader may see: all of it, closed ones included."""
        return self.all()

    def open(self) -> "OrganisationQuerySet":
        """Without those that have closed."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=date.today()))

    def findable(self) -> "OrganisationQuerySet":
        """What search may index, with what its document needs."""
        return self.select_related("site", "parent")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """What people are where."""

    def current(self) -> "MembershipQuerySet":
        """Those that count: confirmed and not ended."""
        return self.filter(confirmed=True, ended__isnull=True)

    def visible_to(self, user: Any) -> "MembershipQuerySet":
        """A person's own; an administrator sees all."""
        if getattr(user, "is_administrator", False):
            return self.all()
        return self.filter(user_id=getattr(user, "pk", None) or 0)


class Organisation(models.Model):
    """Anything that people belong to. A school site has a `SchoolSite` beside it.

    `parent` of a school site is its board. `registry_number` is the number under which a registry
    knows the organisation: a board's DUO number. `words` is what the directory looks in; the
    database makes it.
    """

    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(max_length=220, unique=True)
    kind = models.CharField(_("soort"), max_length=20, choices=OrganisationKind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    registry_number = models.CharField(_("registratienummer"), max_length=20, blank=True)
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
    words = models.GeneratedField(
        expression=Lower(
            Concat("name", Value(" "), "place", Value(" "), "municipality", Value(" "), "postcode")
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    modified = models.DateTimeField(auto_now=True)

    objects: ClassVar[OrganisationQuerySet] = OrganisationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
            models.UniqueConstraint(
                fields=("kind", "registry_number"),
                condition=~Q(registry_number=""),
                name="one_organisation_per_registry_number",
            ),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(longitude__range=(3.2, 7.3), latitude__range=(50.7, 53.6)),
                name="organisation_lies_in_the_netherlands",
            ),
        )
        indexes = (models.Index(by_name(), "id", name="organisation_by_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The organisation's own page."""
        return reverse("organisations:detail", kwargs={"slug": self.slug})

    @property
    def is_closed(self) -> bool:
        """Whether it has closed, today or earlier."""
        return self.closed_on is not None and self.closed_on <= date.today()


class SchoolSite(models.Model):
    """What only a school site (vestiging) has, as the registry publishes it."""

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, primary_key=True, related_name="site"
    )
    brin = models.CharField(_("BRIN"), max_length=4)
    location_code = models.CharField(_("vestigingscode"), max_length=6, unique=True)
    school_type = models.CharField(_("type"), max_length=80, blank=True)
    denomination = models.CharField(_("denominatie"), max_length=80, blank=True)
    education_area = models.CharField(_("onderwijsgebied"), max_length=80, blank=True)
    pupils = models.PositiveIntegerField(_("leerlingen"), null=True, blank=True)
    teachers = models.PositiveIntegerField(_("leraren"), null=True, blank=True)
    opened_on = models.DateField(_("geopend op"), null=True, blank=True)

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

    objects: ClassVar[MembershipQuerySet] = MembershipQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering: ClassVar = ("organisation__name", "role", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "organisation", "role"),
                condition=Q(ended__isnull=True),
                name="one_current_membership_per_role",
            ),
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(ended__gte=models.F("started")),
                name="membership_ends_after_it_started",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.organisation}"


class ImportRun(models.Model):
    """One reading of a register file that was meant to change something."""

    started = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    layout = models.CharField(max_length=40)
    encoding = models.CharField(max_length=20)
    source_date = models.DateField(null=True)
    outcome = models.CharField(max_length=10, choices=ImportOutcome)
    rows = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    repeated = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-started", "-id")

    def __str__(self) -> str:
        return f"{self.file_name} {self.started:%Y-%m-%d}: {self.outcome}"


class ImportIssue(models.Model):
    """One row of a file that was refused, or joined with an earlier row for the same site."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="issues")
    line = models.PositiveIntegerField()
    field = models.CharField(max_length=60, blank=True)
    value = models.CharField(max_length=100, blank=True)
    code = models.CharField(max_length=40)
    other_line = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("line", "id")

    def __str__(self) -> str:
        return f"{self.line}: {self.code}"


class RegisterChange(models.Model):
    """One field of one school site that an import changed: what it was and what it became."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="changes")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="register_changes")
    field = models.CharField(max_length=40)
    old = models.CharField(max_length=200, blank=True)
    new = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-run", "id")

    def __str__(self) -> str:
        return f"{self.field}: {self.old} -> {self.new}"
