"""What the templates of all rooms need: optional links and parts, initials, pages."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.template import TemplateDoesNotExist
from django.template.context import Context
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe

from samenspel.common.taxonomy import EvidenceLevel, Kind

register = template.Library()


@register.simple_tag
def first_url(*names: str) -> str:
    """The address of the first route in `names` that exists (without arguments), or nothing."""
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return ""


@register.simple_tag
def asset(name: str) -> str:
    """The address of a static file, also when its manifest is the very thing that is broken."""
    try:
        return static(name)
    except ValueError:
        return f"{settings.STATIC_URL}{name}"


@register.simple_tag(takes_context=True)
def part_if_any(context: Context, name: str) -> SafeString:
    """A template of a higher room that may not be there, rendered in this context."""
    try:
        found = context.template.engine.get_template(name)  # type: ignore[union-attr]
    except TemplateDoesNotExist:
        return SafeString("")
    return mark_safe(found.render(context))  # noqa: S308 # nosec B308 B703


@register.filter
def initials(name: object) -> str:
    """One or two letters for a round badge: "Anna de Vries" gives AV."""
    words = [word for word in str(name).split() if word[0].isalpha()]
    capitals = [word for word in words if word[0].isupper()] or words
    letters = [capitals[0][0], capitals[-1][0]] if len(capitals) > 1 else [w[0] for w in capitals]
    return "".join(letters).upper() or "?"


@register.filter
def page_numbers(page: Page[Any]) -> Iterator[int | str]:
    """The page numbers to show, with an ellipsis for those left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag(takes_context=True)
def page_address(context: Context, name: str, number: int) -> str:
    """The query of this page with another page number; also inside components."""
    query = context["request"].GET.copy()
    query[name] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def rungs(level: object) -> list[bool]:
    """For the evidence ladder: five rungs, filled up to `level` (a value or number, 0 to 5)."""
    levels = EvidenceLevel.values
    text = str(level)
    height = levels.index(text) if text in levels else int(text) if text.isdigit() else 0
    return [rung < height for rung in range(len(levels) - 1)]


KINDS = {
    "question": ("question", "question"),
    "answer": ("knowledge", "answer"),
    "summary": ("knowledge", "summary"),
    "publication": ("knowledge", "publication"),
    "material": ("knowledge", "material"),
    "offering": ("supply", "offering"),
    "organisation": ("people", "organisation"),
    "person": ("people", "person"),
    "network": ("people", "network"),
}


@register.filter
def kind_tone(kind: object) -> str:
    """The colour group of a kind: question, knowledge, supply or people."""
    return KINDS.get(str(kind), ("", ""))[0]


@register.filter
def kind_icon(kind: object) -> str:
    """The icon of a kind."""
    return KINDS.get(str(kind), ("", "file"))[1]


@register.filter
def kind_label(kind: object) -> str:
    """The word for a kind, as `common.taxonomy.Kind` has it."""
    return str(Kind(str(kind)).label) if str(kind) in Kind.values else str(kind)


@register.filter
def evidence_label(level: object) -> str:
    """The words for an evidence level."""
    values = EvidenceLevel.values
    return str(EvidenceLevel(str(level)).label) if str(level) in values else str(level)


@register.filter
def button_class(attrs: dict[str, Any]) -> str:
    """The rank and size of a button of allauth, out of its tags."""
    tags = set(attrs.get("tags") or ())
    size = " button-small" if "tool" in tags else ""
    if "danger" in tags:
        return "button-danger" + size
    if "link" in tags:
        return "utrecht-button--subtle" + size
    if attrs.get("href") or tags & {"outline", "secondary", "minor", "panel"}:
        return "utrecht-button--secondary-action" + size
    return "utrecht-button--primary-action" + size
