"""Writing the audit trail."""

from typing import Any

from django.db import connection, models

from samenspel.common.middleware import request_id
from samenspel.common.models import AuditEvent


class OutsideTransaction(RuntimeError):
    """An act and its audit event must stand or fall together."""


def record(action: str, subject: models.Model, *, by: Any, **details: Any) -> AuditEvent:
    """Write that `by` did `action` (`"question.published"`) to `subject`, in its transaction.

    `by` is a user or None for the system itself. `details` are JSON values: names of changed
    fields, states, counts; never texts that a person wrote.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(f"{action} needs @transaction.atomic around it")
    return AuditEvent.objects.create(
        actor_id=getattr(by, "pk", None),
        actor_role=getattr(by, "current_role", "") or "",
        action=action,
        object_type=subject._meta.label_lower,
        object_id=str(subject.pk),
        details=details,
        request_id=request_id.get(),
    )
