"""The life of what organisations publish: declared once for the rooms that share it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("Concept")
    PUBLISHED = "published", _("Gepubliceerd")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


TRANSITIONS = {
    Status.DRAFT: (Status.PUBLISHED,),
    Status.PUBLISHED: (Status.PUBLISHED, Status.WITHDRAWN),
    Status.WITHDRAWN: (Status.PUBLISHED,),
}
"""Publishing again makes a new version; what was ever public is withdrawn, never a draft again."""


class NotReady(Exception):
    """It misses what readers need; `missing` holds the labels of the empty parts."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class NotNow(Exception):
    """What is asked cannot be done in the state that it is in."""


def moved(status: str, to: Status) -> Status:
    """The new status, or NotNow when the life of a thing does not lead there."""
    if to not in TRANSITIONS[Status(status)]:
        raise NotNow(f"{status} -> {to}")
    return to
