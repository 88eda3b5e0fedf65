"""Dismissing suggestions, and taking that back."""

from typing import Any

from django.db import transaction

from samenspel.common import audit
from samenspel.matching.models import Dismissal


@transaction.atomic
def dismiss(*, subject: str, key: str, reason: str, by: Any) -> Dismissal:
    """Remember that this suggestion does not help this person with this subject."""
    dismissal, _ = Dismissal.objects.update_or_create(
        user=by, subject=subject, key=key, defaults={"reason": reason}
    )
    audit.record("suggestion.dismissed", dismissal, by=by, key=key, reason=reason)
    return dismissal


@transaction.atomic
def restore(*, subject: str, by: Any) -> int:
    """Forget every dismissal of this person for this subject; how many there were."""
    found = Dismissal.objects.filter(user=by, subject=subject)
    for dismissal in found:
        audit.record("suggestion.restored", dismissal, by=by, key=dismissal.key)
    count, _ = found.delete()
    return count
