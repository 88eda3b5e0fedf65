"""What the home page and my page show."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q

from samenspel.catalogue.models import Offering
from samenspel.knowledge.models import Publication
from samenspel.organisations.choices import OrganisationKind
from samenspel.organisations.models import Organisation
from samenspel.questions import queries as questions
from samenspel.questions.choices import Status
from samenspel.questions.models import Question

LATEST = 3
ANYONE = AnonymousUser()


def for_home() -> dict[str, Any]:
    """The newest questions, and how much there is of everything."""
    counts = Organisation.objects.filter(closed_on__isnull=True).aggregate(
        schools=Count("pk", filter=Q(kind=OrganisationKind.SCHOOL)),
        suppliers=Count("pk", filter=Q(kind=OrganisationKind.SUPPLIER)),
    )
    return {
        "latest": questions.open_questions()[:LATEST],
        "counts": counts
        | {
            "questions": Question.objects.filter(status=Status.OPEN).count(),
            "offerings": Offering.objects.visible_to(ANYONE).count(),
            "publications": Publication.objects.visible_to(ANYONE).count(),
        },
    }


def for_my_page(user: Any) -> dict[str, Any]:
    """A person's questions, what they joined, and where they work."""
    return {
        "questions": questions.questions_for(user),
        "joined": questions.joined_by(user),
        "memberships": user.memberships.filter(ended__isnull=True).select_related("organisation"),
    }
