"""The life of a knowledge item, and the words with which it is described."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenspel.common.publishing import Status as Status


class PublicationType(models.TextChoices):
    REPORT = "rapport", _("Onderzoeksrapport")
    ARTICLE = "artikel", _("Artikel")
    REVIEW = "overzicht", _("Overzichtsstudie")
    EVALUATION = "evaluatie", _("Beleidsevaluatie")
    THESIS = "scriptie", _("Proefschrift of scriptie")
    BOOK = "boek", _("Boek of hoofdstuk")
    GUIDE = "handreiking", _("Handreiking")
    COLLECTION = "bundeling", _("Themabundel")
    OTHER = "anders", _("Andere publicatie")


class Access(models.TextChoices):
    """How a reader legally gets at the full text."""

    OPEN = "open", _("Vrij te lezen")
    LIBRARY = "library", _("Via een bibliotheek of abonnement")
    SUMMARY = "summary", _("Alleen de samenvatting")


class RunStatus(models.TextChoices):
    RUNNING = "running", _("Bezig of afgebroken")
    DONE = "done", _("Klaar")
    FAILED = "failed", _("Mislukt")
