"""Pages for everybody: the list, one item, its versions, and counting that access was denied."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.common.versions import with_changes
from samenspel.integrations import licences
from samenspel.knowledge import actions, browse, queries
from samenspel.knowledge.choices import Access
from samenspel.knowledge.kinds import KINDS, WRITTEN, KnowledgeKind
from samenspel.knowledge.models import Item, Publication, Record
from samenspel.knowledge.versions import readable

PER_PAGE = 20
COUNTED = "denied_access_counted"
"""In the session: the publications for which this reader was counted, so that once is once."""


@require_safe
def item_list(request: HttpRequest) -> HttpResponse:
    """All knowledge, narrowed by facets."""
    may_write = any(request.user.has_perm(kind.permission) for kind in WRITTEN.values())
    return render(
        request,
        "knowledge/list.html",
        {"found": browse.items(request.GET), "may_write": may_write},
    )


@require_safe
def item_page(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """All that is known of one item."""
    item = get_object_or_404(queries.items_to_read(KINDS[word].model, request.user), pk=pk)
    context: dict[str, Any] = {
        **body_context(item, queries.publications_behind(item, request.user)),
        "word": word,
        "is_written": word in WRITTEN,
        "others": queries.others_like(item),
        "crumbs": [*_crumbs(item), (item.title, "")],
        "may_change": request.user.has_perm("knowledge.change_item", item),
        "may_withdraw": request.user.has_perm("knowledge.withdraw_item", item),
    }
    if isinstance(item, Publication):
        context["built_on"] = queries.built_on(item)
        context["denied_count"] = queries.denied_count(item)
        context["is_counted"] = item.pk in request.session.get(COUNTED, ())
    return render(request, "knowledge/item.html", context)


def body_context(item: Item, publications: Any) -> dict[str, Any]:
    """What the body of an item's page needs."""
    context: dict[str, Any] = {"item": item, "publications": publications}
    if isinstance(item, Record):
        context["licence_url"] = licences.license_url(item.licence_code)
        context["is_open"] = item.access == Access.OPEN
    return context


@require_safe
def version_list(request: HttpRequest, kind: KnowledgeKind, pk: int) -> HttpResponse:
    """What an item said before, and what changed each time."""
    item = get_object_or_404(queries.items_to_read(kind.model, request.user), pk=pk)
    page = Paginator(queries.versions_of(item), PER_PAGE).get_page(request.GET.get("pagina"))
    shown = list(page.object_list)
    older = queries.versions_of(item).filter(number=shown[-1].number - 1).first() if shown else None
    context = {
        "item": item,
        "crumbs": [*_crumbs(item), (item.title, item.get_absolute_url()), (_("Versies"), "")],
        "page": page,
        "steps": with_changes(shown, older, partial(readable, kind.model)),
        "may_change": request.user.has_perm("knowledge.change_item", item),
    }
    return render(request, "knowledge/versions.html", context)


@require_POST
def denied_access(request: HttpRequest, pk: int) -> HttpResponse:
    """Count that this reader cannot get at the full text, once."""
    publication = get_object_or_404(queries.items_to_read(Publication, request.user), pk=pk)
    if publication.access == Access.OPEN:
        raise Http404
    counted = request.session.get(COUNTED, [])
    if publication.pk not in counted:
        actions.count_denied_access(publication=publication, by=request.user)
        request.session[COUNTED] = [*counted, publication.pk][-100:]
    messages.success(request, _("Dank je. We tellen mee dat je niet bij deze tekst kunt."))
    return redirect(publication)


def _crumbs(item: Item) -> list[tuple[str, str]]:
    knowledge = reverse("knowledge:list")
    crumbs = [(_("Kennis"), knowledge)]
    if item.domain:
        crumbs.append((item.get_domain_display(), f"{knowledge}?domein={item.domain}"))  # type: ignore[attr-defined]
    return crumbs
