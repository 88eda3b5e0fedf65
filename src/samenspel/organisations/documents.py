"""How an organisation becomes a search document."""

from django.utils.translation import gettext as _

from samenspel.organisations import school_types
from samenspel.organisations.models import Organisation
from samenspel.search.documents import Document


def organisation_document(organisation: Organisation) -> Document | None:
    """What can be found of an organisation; a closed one is found by nobody.

    A school that tells nothing of itself is found by name and place only.
    """
    if organisation.is_closed:
        return None
    site = getattr(organisation, "site", None)
    codes = (site.location_code, site.brin, site.denomination) if site else ()
    board = organisation.parent.name if organisation.parent else ""
    return Document(
        key=f"organisation:{organisation.pk}",
        kind="organisation",
        title=organisation.name,
        lead=" ".join(part for part in (summary(organisation), organisation.description) if part),
        text=" ".join(part for part in (organisation.municipality, board, *codes) if part),
        sectors=tuple(organisation.sectors),
        region=organisation.region,
        modified=organisation.source_date or organisation.modified.date(),
        meaning=site is None or bool(organisation.description),
    )


def summary(organisation: Organisation) -> str:
    """One line: what it is, where, how big."""
    site = getattr(organisation, "site", None)
    what = school_types.in_words(site.school_type) if site else organisation.get_kind_display()
    what = what[:1].upper() + what[1:]
    if organisation.place:
        what = _("%(what)s in %(place)s") % {"what": what, "place": organisation.place}
    if site and site.pupils is not None:
        what = _("%(what)s, %(number)s leerlingen") % {"what": what, "number": site.pupils}
    return f"{what}."
