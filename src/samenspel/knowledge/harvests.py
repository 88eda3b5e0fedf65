"""Where harvested records come from, and every run that fetched them."""

from django.db import models
from django.db.models import Q

from samenspel.knowledge.choices import RunStatus


class HarvestSource(models.Model):
    """A repository that is harvested over OAI-PMH."""

    base_url = models.URLField(max_length=500, unique=True)
    name = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name or self.base_url


class HarvestRun(models.Model):
    """One harvest. `resumption_token` is where it goes on when it was broken off.

    `since` is the `from` that was asked for; `responded` the source's clock at the start, from
    which the next harvest goes on.
    """

    source = models.ForeignKey(HarvestSource, models.CASCADE, related_name="runs")
    origin = models.CharField(max_length=1000)
    metadata_prefix = models.CharField(max_length=40, blank=True)
    set_spec = models.CharField(max_length=200, blank=True)
    since = models.DateTimeField(null=True, blank=True)
    responded = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=RunStatus, default=RunStatus.RUNNING)
    started = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True, blank=True)
    resumption_token = models.TextField(blank=True)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    deleted = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-started", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(status=RunStatus.RUNNING) | Q(finished__isnull=False),
                name="ended_harvest_has_an_end",
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.started:%Y-%m-%d %H:%M}"


class HarvestError(models.Model):
    """A record that could not be taken in, and why; or the failure that ended the run."""

    run = models.ForeignKey(HarvestRun, models.CASCADE, related_name="errors")
    identifier = models.CharField(max_length=500, blank=True)
    message = models.CharField(max_length=500)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.identifier}: {self.message}"
