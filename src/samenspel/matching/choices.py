"""Why somebody finds a suggestion not relevant."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DismissalReason(models.TextChoices):
    OTHER_SUBJECT = "other_subject", _("het gaat over iets anders")
    OTHER_SECTOR = "other_sector", _("het is voor een andere sector of doelgroep")
    ALREADY_TRIED = "already_tried", _("dit hebben we al geprobeerd")
    TOO_EXPENSIVE = "too_expensive", _("het kost te veel tijd of geld")
    OUTDATED = "outdated", _("het is verouderd")
