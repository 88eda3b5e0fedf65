"""`{% load rich_text %}`, then `{{ text|rich }}` for Markdown that people wrote."""

from django import template
from django.utils.safestring import SafeString

from samenspel.common import rich_text

register = template.Library()


@register.filter
def rich(text: str, top_heading: int = 3) -> SafeString:
    """Markdown as safe HTML; the argument is the level of its first heading."""
    return rich_text.render(text or "", top_heading=top_heading)
