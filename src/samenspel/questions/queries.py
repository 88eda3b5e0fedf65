"""Reading questions, always as somebody may see them."""

from typing import Any

from django.db.models import QuerySet

from samenspel.organisations.models import Organisation
from samenspel.questions.choices import Status
from samenspel.questions.models import Question, SameQuestion


def open_questions(*, sector: str = "", domain: str = "") -> QuerySet[Question]:
    """What everyone can see, newest first, with the number of people who ask the same."""
    found = Question.objects.filter(status=Status.OPEN).with_askers()
    if sector:
        found = found.filter(sector=sector)
    if domain:
        found = found.filter(domain=domain)
    return found.select_related("organisation").order_by("-asked", "-id")


def questions_for(user: Any) -> QuerySet[Question]:
    """Somebody's own questions, what needs work first."""
    return (Question.objects.owned_by(user).with_askers().select_related("organisation")).order_by(
        "status", "-modified", "-id"
    )


def joined_by(user: Any) -> QuerySet[SameQuestion]:
    """What somebody said is their question too."""
    return SameQuestion.objects.filter(
        user=user, question__in=Question.objects.visible_to(user)
    ).select_related("question")


def organisations_of(user: Any) -> QuerySet[Organisation]:
    """Where somebody can ask on behalf of."""
    current = user.memberships.filter(ended__isnull=True, confirmed=True)
    return Organisation.objects.filter(pk__in=current.values("organisation_id"))


def askers_by_region(question_ids: list[int]) -> dict[int, dict[str, set[int]]]:
    """For each question the schools that ask it, by region: {question: {region: {school}}}."""
    found: dict[int, dict[str, set[int]]] = {}
    own = Question.objects.filter(
        pk__in=question_ids, status=Status.OPEN, organisation__isnull=False
    ).values_list("pk", "organisation__region", "organisation_id")
    others = SameQuestion.objects.filter(
        question_id__in=question_ids, organisation__isnull=False
    ).values_list("question_id", "organisation__region", "organisation_id")
    for question, region, school in own.union(others):
        found.setdefault(question, {}).setdefault(region, set()).add(school)
    return found
