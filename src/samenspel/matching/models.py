"""What people found not relevant, and why (D2)."""

from django.conf import settings
from django.db import models

from samenspel.matching.choices import DismissalReason


class Dismissal(models.Model):
    """One person, one subject, one suggestion that does not help there.

    `subject` is a digest of what was asked: enough to recognise the same words again, not enough
    to read them.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="dismissals")
    subject = models.CharField(max_length=32)
    key = models.CharField(max_length=60)
    reason = models.CharField(max_length=20, choices=DismissalReason)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "subject", "key"), name="dismissed_once_per_subject"
            ),
        )

    def __str__(self) -> str:
        return f"{self.key}: {self.get_reason_display()}"
