"""Drafts of somebody without an account: kept in the session, claimed at sign-in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.dispatch import receiver

from samenspel.questions import actions
from samenspel.questions.models import Question

KEY = "question_draft"


def keep(session: SessionBase, values: dict[str, str]) -> None:
    """Keep (or replace) the one draft of this session."""
    session[KEY] = {name: value for name, value in values.items() if value}


def kept(session: SessionBase) -> dict[str, str]:
    """The draft of this session, or nothing."""
    draft = session.get(KEY)
    return dict(draft) if isinstance(draft, dict) else {}


def forget(session: SessionBase) -> None:
    """Drop the draft of this session."""
    session.pop(KEY, None)


@receiver(user_logged_in)
def claim(request: Any, user: Any, **kwargs: Any) -> Question | None:
    """Turn the session's draft into a draft of the person who signs in."""
    if request is None:
        return None
    draft = kept(request.session)
    if not draft.get("text"):
        return None
    question = actions.start(by=user, **draft)
    forget(request.session)
    request.session["claimed_draft"] = question.pk
    return question
