"""The audit trail: what was done, to what, by whom, written in the transaction that did it."""

from django.db import models


class AuditEvent(models.Model):
    """One act. Only ever added: a trigger in the database refuses change and removal.

    People and objects are named by number, without foreign keys, so that erasing a person or an
    object needs no change here. `details` holds field names and states, never personal text.
    """

    at = models.DateTimeField(auto_now_add=True)
    actor_id = models.BigIntegerField(null=True)
    actor_role = models.CharField(max_length=40, blank=True)
    action = models.CharField(max_length=80)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=40)
    details = models.JSONField(default=dict)
    request_id = models.CharField(max_length=40, default="-")

    class Meta:
        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=("object_type", "object_id", "at"), name="audit_by_object"),
            models.Index(fields=("actor_id", "at"), name="audit_by_actor"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.object_type}:{self.object_id}"
