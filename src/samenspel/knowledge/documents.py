"""How knowledge items are found."""

from collections.abc import Sequence

from samenspel.common.rich_text import plain
from samenspel.knowledge.choices import Status
from samenspel.knowledge.models import (
    Answer,
    Item,
    OpenMaterial,
    PracticeSummary,
    Publication,
    Record,
)
from samenspel.search.documents import Document

LEAD = 400
"""Characters of a description that stand in for a lead: more would not be embedded anyway."""


def publication_document(publication: Publication) -> Document | None:
    """A publication for the index."""
    return _record(publication, publication.get_publication_type_display())


def material_document(material: OpenMaterial) -> Document | None:
    """An open learning material for the index."""
    return _record(material, material.material_type)


def summary_document(summary: PracticeSummary) -> Document | None:
    """A practice summary for the index."""
    return shown_summary(
        summary,
        parts=[
            plain(summary.says),
            summary.for_whom,
            plain(summary.monday),
            summary.cost,
            summary.evidence_explanation,
        ],
    )


def shown_summary(summary: PracticeSummary, parts: Sequence[str] = ()) -> Document | None:
    """What a page shows of a practice summary that was found, with `parts` as its text."""
    return _document(
        summary,
        lead=summary.lead or plain(summary.says)[:LEAD],
        parts=parts,
        evidence_level=summary.evidence_level,
    )


def answer_document(answer: Answer) -> Document | None:
    """An answer for the index."""
    return shown_answer(answer, parts=[plain(answer.text), answer.limits])


def shown_answer(answer: Answer, parts: Sequence[str] = ()) -> Document | None:
    """What a page shows of an answer that was found, with `parts` as its text."""
    return _document(
        answer,
        lead=answer.lead or plain(answer.text)[:LEAD],
        parts=parts,
        evidence_level=answer.evidence_level,
    )


def _record(record: Record, type_name: str) -> Document | None:
    return _document(
        record,
        lead=record.lead or record.description[:LEAD],
        parts=[
            record.description,
            ", ".join(record.keywords),
            type_name,
            record.publisher,
            ", ".join(record.authors),
        ],
    )


def _document(
    item: Item, *, lead: str, parts: Sequence[str], evidence_level: str = ""
) -> Document | None:
    if item.status != Status.PUBLISHED:
        return None
    service = item.get_service_type_display() if item.service_type else ""
    return Document(
        key=f"{item.kind}:{item.pk}",
        kind=item.kind,
        title=item.title,
        lead=lead,
        text="\n".join(part for part in [*parts, service] if part),
        sectors=tuple(item.sectors),
        domain=item.domain,
        service_type=item.service_type,
        evidence_level=evidence_level,
        modified=item.modified.date(),
    )
