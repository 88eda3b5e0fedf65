"""How an offering is found."""

from dataclasses import replace

from samenspel.catalogue.choices import Status
from samenspel.catalogue.models import Offering
from samenspel.catalogue.wording import price_in_words
from samenspel.common.rich_text import plain
from samenspel.common.taxonomy import Region
from samenspel.search.documents import Document


def offering_document(offering: Offering) -> Document | None:
    """A published offering for the index.

    The supplier's name is among the words and not in the title or lead, from which the meaning is
    taken: who offers something does not decide how high it stands.
    """
    shown = shown_offering(offering)
    if shown is None:
        return None
    labels = [
        offering.get_service_type_display(),
        offering.get_form_display(),
        *offering.labels("target_groups"),
    ]
    parts = [
        plain(offering.description),
        offering.practice_link,
        offering.embedding_plan,
        ", ".join(str(label) for label in labels),
        *(price_in_words(price) for price in offering.prices()),
        *(claim.text for claim in offering.claims.all()),
        offering.supplier.name,
    ]
    return replace(shown, text="\n".join(part for part in parts if part))


def shown_offering(offering: Offering) -> Document | None:
    """What a page shows of a published offering that was found."""
    if offering.status != Status.PUBLISHED:
        return None
    return Document(
        key=f"offering:{offering.pk}",
        kind="offering",
        title=offering.title,
        lead=offering.lead,
        sectors=tuple(offering.sectors),
        domain=offering.domain,
        service_type=offering.service_type,
        region=tuple(offering.regions) or tuple(Region.values),
        price_band=offering.price_band,
        evidence_level=offering.evidence_level,
        modified=offering.modified.date(),
    )
