"""Pages for researchers and brokers: what they keep, the form, publishing and withdrawing."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.common.publishing import NotNow, NotReady, Status
from samenspel.knowledge import actions, queries
from samenspel.knowledge.forms import FORMS, ItemForm, OwnerForm
from samenspel.knowledge.kinds import WRITTEN, KnowledgeKind
from samenspel.knowledge.models import Item
from samenspel.knowledge.views.reading import PER_PAGE, body_context


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What the organisations for which somebody writes keep, one kind at a time."""
    allowed = [kind for kind in WRITTEN.values() if request.user.has_perm(kind.permission)]
    if not allowed:
        raise PermissionDenied
    kept = {kind: queries.items_managed_by(kind.model, request.user) for kind in allowed}
    counts = {kind: found.count() for kind, found in kept.items()}
    asked = WRITTEN.get(request.GET.get("soort", ""))
    chosen = asked if asked in kept else max(allowed, key=lambda kind: counts[kind] > 0)
    page = Paginator(kept[chosen], PER_PAGE).get_page(request.GET.get("pagina"))
    tabs = [
        {
            "href": f"?soort={kind.word}",
            "label": kind.plural,
            "count": counts[kind],
            "current": kind == chosen,
        }
        for kind in allowed
    ]
    context = {"page": page, "kind": chosen, "tabs": tabs, "allowed": allowed}
    return render(request, "knowledge/mine.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, kind: KnowledgeKind) -> HttpResponse:
    """A new item."""
    if not request.user.has_perm(kind.permission):
        raise PermissionDenied
    return _edit(request, kind, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, kind: KnowledgeKind, pk: int) -> HttpResponse:
    """Change an item."""
    return _edit(request, kind, _item(request, kind, pk, "knowledge.change_item"))


@login_required
@require_POST
def publish(request: HttpRequest, kind: KnowledgeKind, pk: int) -> HttpResponse:
    """Show an item to everybody."""
    item = _item(request, kind, pk, "knowledge.publish_item")
    try:
        actions.publish(item=item, by=request.user)
    except NotReady as error:
        messages.error(request, not_ready(error))
        return redirect("knowledge:edit", kind=kind, pk=pk)
    messages.success(request, _("Gepubliceerd."))
    return redirect(item)


@login_required
@require_POST
def withdraw(request: HttpRequest, kind: KnowledgeKind, pk: int) -> HttpResponse:
    """Take an item out of sight."""
    item = _item(request, kind, pk, "knowledge.withdraw_item")
    try:
        actions.withdraw(item=item, by=request.user)
    except NotNow:
        messages.info(request, _("Dit was al niet meer te zien."))
    else:
        messages.success(request, _("Ingetrokken. De versies blijven bewaard."))
    return redirect(item)


def not_ready(error: NotReady) -> str:
    """What is missing, in one sentence."""
    return _("Nog niet te publiceren. Vul eerst aan: %(missing)s.") % {
        "missing": ", ".join(error.missing)
    }


def _item(request: HttpRequest, kind: KnowledgeKind, pk: int, permission: str) -> Item:
    item = get_object_or_404(queries.items_to_read(kind.model, request.user), pk=pk)
    if not request.user.has_perm(permission, item):
        raise PermissionDenied
    return item


def _edit(request: HttpRequest, kind: KnowledgeKind, item: Item | None) -> HttpResponse:
    """The form, its preview, or what became of it; the button that was pressed decides."""
    data = request.POST if request.method == "POST" else None
    owners = queries.owners_of(kind.model, request.user)
    form = FORMS[kind.model](data, instance=item)
    choice = OwnerForm(data, owners=owners) if item is None and owners.count() > 1 else None
    context: dict[str, Any] = {"form": form, "owner_form": choice, "kind": kind, "stored": item}
    wish = request.POST.get("wish", "save") if data is not None else ""
    status = 200
    if wish and _is_valid(form, choice):
        owner = item.owner if item else choice.cleaned_data["owner"] if choice else owners.get()
        if wish == "preview":
            form.instance.owner = owner
            context |= body_context(form.instance, form.rests_on())
            context["preview"] = True
        else:
            try:
                return redirect(_save(request, form, item, owner, publish=wish == "publish"))
            except NotReady as error:
                context["problem"] = not_ready(error)
    elif wish:
        status = 400
    return render(request, "knowledge/form.html", context, status=status)


def _is_valid(form: ItemForm, choice: OwnerForm | None) -> bool:
    valid = [part.is_valid() for part in (form, choice) if part is not None]
    return all(valid)


def _save(
    request: HttpRequest, form: ItemForm, item: Item | None, owner: Any, *, publish: bool
) -> Item:
    what = {"fields": form.values(), "publications": form.rests_on(), "publish": publish}
    saved: Item = (
        actions.add(model=form._meta.model, owner=owner, by=request.user, **what)
        if item is None
        else actions.change(item=item, by=request.user, **what)
    )
    messages.success(
        request,
        _("Opgeslagen en gepubliceerd.")
        if saved.status == Status.PUBLISHED
        else _("Opgeslagen als concept."),
    )
    return saved
