"""Pages for suppliers: their offerings, the form, publishing and withdrawing."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.catalogue import actions, queries
from samenspel.catalogue.choices import Status
from samenspel.catalogue.editing import Editing
from samenspel.catalogue.models import Offering
from samenspel.catalogue.views.reading import PER_PAGE, body_context
from samenspel.common.publishing import NotNow, NotReady


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The offerings of the suppliers for which somebody works."""
    _check(request, "catalogue.add_offering")
    pages = Paginator(queries.offerings_managed_by(request.user), PER_PAGE)
    return render(
        request, "catalogue/mine.html", {"page": pages.get_page(request.GET.get("pagina"))}
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new offering."""
    _check(request, "catalogue.add_offering")
    suppliers = queries.suppliers_of(request.user)
    editing = Editing(request.POST if request.method == "POST" else None, suppliers=suppliers)
    return _edit(request, editing, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an offering."""
    offering = get_object_or_404(queries.offerings_to_read(request.user), pk=pk)
    _check(request, "catalogue.change_offering", offering)
    editing = Editing(request.POST if request.method == "POST" else None, offering=offering)
    return _edit(request, editing, offering)


@login_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an offering to everybody."""
    offering = get_object_or_404(queries.offerings_to_read(request.user), pk=pk)
    _check(request, "catalogue.publish_offering", offering)
    try:
        actions.publish(offering=offering, by=request.user)
    except NotReady as error:
        messages.error(request, not_ready(error))
        return redirect("catalogue:edit", pk=pk)
    messages.success(request, _("Je aanbod is gepubliceerd."))
    return redirect(offering)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an offering out of sight."""
    offering = get_object_or_404(queries.offerings_to_read(request.user), pk=pk)
    _check(request, "catalogue.withdraw_offering", offering)
    try:
        actions.withdraw(offering=offering, by=request.user)
    except NotNow:
        messages.info(request, _("Dit aanbod was al niet meer te zien."))
    else:
        messages.success(request, _("Dit aanbod is ingetrokken. De versies blijven bewaard."))
    return redirect(offering)


def not_ready(error: NotReady) -> str:
    """What is missing, in one sentence."""
    return _("Nog niet te publiceren. Vul eerst aan: %(missing)s.") % {
        "missing": ", ".join(error.missing)
    }


def _check(request: HttpRequest, permission: str, offering: Offering | None = None) -> None:
    if not request.user.has_perm(permission, offering):
        raise PermissionDenied


def _edit(request: HttpRequest, editing: Editing, offering: Offering | None) -> HttpResponse:
    """The form, its preview, or what became of it; the button that was pressed decides."""
    wish = request.POST.get("wish", "save") if request.method == "POST" else ""
    context: dict[str, Any] = {"editing": editing, "offering": offering}
    if wish.startswith("more-"):
        editing.add_row(wish.removeprefix("more-"))
    elif wish == "edit":
        editing.forget_errors()
    elif wish and editing.is_valid():
        if wish == "preview":
            return render(request, "catalogue/preview.html", _preview(request, editing))
        try:
            saved = _save(request, editing, offering, publish=wish == "publish")
        except NotReady as error:
            context["problem"] = not_ready(error)
        else:
            return redirect(saved)
    status = 400 if wish in ("save", "publish", "preview") and editing.has_errors else 200
    return render(request, "catalogue/form.html", context, status=status)


def _save(
    request: HttpRequest, editing: Editing, offering: Offering | None, *, publish: bool
) -> Offering:
    if offering is None:
        saved = actions.add(
            supplier=editing.supplier, **editing.values(), publish=publish, by=request.user
        )
    else:
        saved = actions.change(
            offering=offering, **editing.values(), publish=publish, by=request.user
        )
    published = saved.status == Status.PUBLISHED
    messages.success(
        request, _("Opgeslagen en gepubliceerd.") if published else _("Opgeslagen als concept.")
    )
    return saved


def _preview(request: HttpRequest, editing: Editing) -> dict[str, Any]:
    offering, values = editing.offering_as_filled_in(), editing.values()
    return {
        **body_context(request, offering, tuple(values["prices"])),
        "claims": values["claims"],
        "preview": True,
        "sent": list(_sent(request)),
    }


def _sent(request: HttpRequest) -> Any:
    """What the form held, to be sent along by the buttons below the preview."""
    for name, values in request.POST.lists():
        if name not in ("csrfmiddlewaretoken", "wish"):
            yield from ((name, value) for value in values)
