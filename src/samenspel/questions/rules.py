"""Who may do what with a question. Read aloud: an owner may change it; nobody else may."""

from typing import Any

import rules

from samenspel.questions.choices import Status
from samenspel.questions.models import Question


@rules.predicate
def is_owner(user: Any, question: Question) -> bool:
    """The person who asked."""
    return bool(question.owner_id == user.pk)


@rules.predicate
def is_open(user: Any, question: Question) -> bool:
    """Everyone can see it."""
    return question.status == Status.OPEN


@rules.predicate
def is_draft_or_withdrawn(user: Any, question: Question) -> bool:
    """Only its owner can see it."""
    return question.status != Status.OPEN


rules.add_perm("questions.change_question", is_owner)
rules.add_perm("questions.ask_question", is_owner & is_draft_or_withdrawn)
rules.add_perm("questions.withdraw_question", is_owner & is_open)
rules.add_perm("questions.share_question", ~is_owner & is_open)
