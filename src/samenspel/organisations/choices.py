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


SELF_DECLARED = (Role.TEACHER,)
"""What anyone with an account may say of themselves at a school; other roles are given."""

MANAGING = (Role.SCHOOL_LEADER, Role.BOARD, Role.COORDINATOR, Role.SUPPLIER)
"""Who keeps the page and the people of their own organisation up to date."""

ROLES_AT = {
    OrganisationKind.SCHOOL: (Role.TEACHER, Role.SCHOOL_LEADER, Role.BROKER, Role.CONNECTOR),
    OrganisationKind.BOARD: (Role.BOARD, Role.BROKER, Role.CONNECTOR),
    OrganisationKind.NETWORK: (
        Role.COORDINATOR,
        Role.BROKER,
        Role.CONNECTOR,
        Role.ASSESSOR,
        Role.PARTNER,
    ),
    OrganisationKind.SUPPLIER: (Role.SUPPLIER, Role.CONNECTOR),
    OrganisationKind.GOVERNMENT: (Role.ANALYST, Role.ASSESSOR),
    OrganisationKind.KNOWLEDGE: (
        Role.RESEARCHER,
        Role.BROKER,
        Role.CONNECTOR,
        Role.SUPPLIER,
        Role.PARTNER,
    ),
}
"""What somebody can be at which kind of organisation."""


class ImportOutcome(models.TextChoices):
    """How the import of a register file ended."""

    APPLIED = "applied", _("Verwerkt")
    PARTLY = "partly", _("Alleen de goede regels verwerkt")
    REFUSED = "refused", _("Niets verwerkt")
