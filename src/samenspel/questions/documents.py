"""How a question becomes a search document."""

from samenspel.common.taxonomy import Sector
from samenspel.questions.choices import Status
from samenspel.questions.models import Question
from samenspel.search.documents import Document


def question_document(question: Question) -> Document | None:
    """An open question; drafts and withdrawn questions are found by nobody."""
    if question.status != Status.OPEN:
        return None
    return Document(
        key=f"question:{question.pk}",
        kind="question",
        title=question.title,
        lead=question.text,
        # Who names no sector can be found in all of them.
        sectors=(question.sector,) if question.sector else tuple(Sector.values),
        domain=question.domain,
        service_type=question.service_type,
        region=question.region,
        modified=question.asked.date() if question.asked else None,
    )
