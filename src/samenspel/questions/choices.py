"""The life of a question, and who asks.

draft -> open -> withdrawn
           ^---------'
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("Concept")
    OPEN = "open", _("Gesteld")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


TRANSITIONS: dict[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.OPEN,),
    Status.OPEN: (Status.WITHDRAWN,),
    Status.WITHDRAWN: (Status.OPEN,),
}


class AskerRole(models.TextChoices):
    """As what somebody asks; their own words for it, whatever their membership says."""

    TEACHER = "leraar", _("Leraar")
    TEAM = "team", _("Lerarenteam")
    SUPPORT = "ib", _("Intern begeleider of zorgcoördinator")
    LEADER = "schoolleider", _("Schoolleider")
    BOARD = "bestuur", _("Bestuurder")


MAX_TEXT = 5000
"""Characters in a question; longer texts belong in an attachment or a conversation."""
