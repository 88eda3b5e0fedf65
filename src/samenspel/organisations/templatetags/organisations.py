"""Organisations in words."""

from django import template

from samenspel.common.taxonomy import Sector
from samenspel.organisations import documents, messages, school_types

register = template.Library()
register.filter("summary", documents.summary)
register.filter("type_in_words", school_types.in_words)
register.filter("field_in_words", messages.field_label)


@register.filter
def sector_label(sector: str) -> str:
    """The word for a sector."""
    return str(Sector(sector).label)
