"""What kinds of organisation there are and what a person can be there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    BOARD = "board", _("Bestuur")
    SCHOOL = "school", _("School")
    NETWORK = "network", _("Netwerk")
    SUPPLIER = "supplier", _("Aanbieder")
    GOVERNMENT = "government", _("Overheid")
    KNOWLEDGE = "knowledge_institute", _("Kennisinstelling")


class Role(models.TextChoices):
    """Who uses Samenspel and as what; a person can be several things in several places."""

    TEACHER = "teacher", _("Leraar")
    SCHOOL_LEADER = "school_leader", _("Schoolleider")
    BOARD = "board", _("Bestuurder")
    BROKER = "broker", _("Kennismakelaar")
    CONNECTOR = "connector", _("Verbinder")
    COORDINATOR = "network_coordinator", _("Netwerkcoördinator")
    SUPPLIER = "supplier", _("Aanbieder")
    RESEARCHER = "researcher", _("Onderzoeker")
    ASSESSOR = "assessor", _("Lid erkenningscommissie")
    ANALYST = "government_analyst", _("Beleidsmedewerker")
    PARTNER = "platform_partner", _("Platformpartner")
