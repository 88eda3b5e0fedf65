"""Everything that can happen to a question."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from samenspel.common import audit
from samenspel.organisations.models import Organisation
from samenspel.questions.choices import TRANSITIONS, Status
from samenspel.questions.models import Question, SameQuestion
from samenspel.questions.titles import title_of
from samenspel.search import outbox

FIELDS = ("title", "text", "sector", "role", "organisation", "domain", "service_type")


class SomebodyElseSaved(Exception):
    """The question changed since this form was opened; `current` holds what is saved now."""

    def __init__(self, current: Question) -> None:
        super().__init__(current.pk)
        self.current = current


class NotPossible(Exception):
    """The question is not in a state from which this can be done."""


@transaction.atomic
def start(*, text: str, by: Any, is_demo: bool = False, **values: Any) -> Question:
    """Keep what somebody typed as a draft of theirs."""
    question = Question(owner=by, text=text, is_demo=is_demo)
    _take_over(question, values)
    question.save()
    audit.record("question.started", question, by=by)
    return question


@transaction.atomic
def change(*, question: Question, version: int, values: dict[str, Any], by: Any) -> Question:
    """Save new words of the owner; refused when somebody saved after `version` was opened."""
    current = Question.objects.select_for_update().get(pk=question.pk)
    if current.version != version:
        raise SomebodyElseSaved(current)
    changed = _take_over(current, values)
    if changed:
        current.version += 1
        current.save()
        audit.record("question.changed", current, by=by, fields=changed)
        outbox.changed(current)
    return current


@transaction.atomic
def ask(*, question: Question, by: Any) -> Question:
    """Make the question visible to everyone."""
    current = _moved(question, Status.OPEN)
    current.asked = current.asked or timezone.now()
    current.save()
    audit.record("question.asked", current, by=by)
    outbox.changed(current)
    return current


@transaction.atomic
def withdraw(*, question: Question, by: Any) -> Question:
    """Take the question out of sight; its owner keeps it."""
    current = _moved(question, Status.WITHDRAWN)
    current.save()
    audit.record("question.withdrawn", current, by=by)
    outbox.changed(current)
    return current


@transaction.atomic
def join(
    *, question: Question, by: Any, organisation: Organisation | None = None, words: str = ""
) -> SameQuestion:
    """Say that this is one's own question too; saying it twice changes nothing."""
    same, is_new = SameQuestion.objects.get_or_create(
        question=question, user=by, defaults={"organisation": organisation, "words": words}
    )
    if is_new:
        audit.record("question.joined", question, by=by)
    return same


@transaction.atomic
def leave(*, question: Question, by: Any) -> None:
    """Take back that this is one's own question too."""
    removed, _ = SameQuestion.objects.filter(question=question, user=by).delete()
    if removed:
        audit.record("question.left", question, by=by)


def _moved(question: Question, to: Status) -> Question:
    current = Question.objects.select_for_update().get(pk=question.pk)
    if to not in TRANSITIONS[Status(current.status)]:
        raise NotPossible(f"{current.status} -> {to}")
    current.status = to
    return current


def _take_over(question: Question, values: dict[str, Any]) -> list[str]:
    """Set the fields that differ and what follows from them; the names of what changed."""
    changed = [
        name for name in FIELDS if name in values and getattr(question, name) != values[name]
    ]
    for name in changed:
        setattr(question, name, values[name])
    question.title = question.title.strip() or title_of(question.text)
    if question.organisation:
        question.region = question.organisation.region
    return changed
