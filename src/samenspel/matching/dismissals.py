"""Remembering what a reader found not relevant: in the database, or in a visitor's session."""

import hashlib
from typing import Any

from django.http import HttpRequest

from samenspel.matching import actions
from samenspel.matching.models import Dismissal

KEY = "dismissed"
MOST = 200
"""How many a session remembers."""


def subject_of(text: str) -> str:
    """The digest under which dismissals for these words are kept."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:32]


def dismissed(request: HttpRequest, text: str) -> frozenset[str]:
    """The keys that this reader does not want to see for these words."""
    subject = subject_of(text)
    if request.user.is_authenticated:
        found = Dismissal.objects.filter(user=request.user, subject=subject)
        return frozenset(found.values_list("key", flat=True))
    return frozenset(key for about, key in request.session.get(KEY, []) if about == subject)


def dismiss(request: HttpRequest, *, text: str, key: str, reason: str) -> None:
    """Do not show `key` for these words again."""
    subject = subject_of(text)
    if request.user.is_authenticated:
        actions.dismiss(subject=subject, key=key, reason=reason, by=request.user)
    else:
        pairs: list[Any] = request.session.get(KEY, [])
        request.session[KEY] = [*pairs, [subject, key]][-MOST:]


def restore(request: HttpRequest, *, text: str) -> None:
    """Show everything for these words again."""
    subject = subject_of(text)
    if request.user.is_authenticated:
        actions.restore(subject=subject, by=request.user)
    else:
        pairs = request.session.get(KEY, [])
        request.session[KEY] = [pair for pair in pairs if pair[0] != subject]
