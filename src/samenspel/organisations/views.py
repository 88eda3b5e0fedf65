"""The directory, an organisation's page, and what people are there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.organisations import actions, directory, dutch_map, queries
from samenspel.organisations.forms import JoinForm, PageForm
from samenspel.organisations.middleware import SESSION_KEY
from samenspel.organisations.models import Membership, Organisation

SITES_SHOWN = 100


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """Every organisation, narrowed by words and facets."""
    found = directory.find(request.GET, request.user)
    return render(request, "organisations/list.html", {"found": found})


@require_safe
def organisation_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same list as a file for a spreadsheet."""
    lines = directory.as_csv(request.GET, request.user)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="organisaties.csv"'
    return response


@require_safe
def organisation_page(request: HttpRequest, slug: str) -> HttpResponse:
    """All that is known of one organisation, with its place on the map."""
    organisation = _found(request, slug)
    sites = list(queries.sites_beside(organisation, request.user)[: SITES_SHOWN + 1])
    context = {
        "organisation": organisation,
        "sites": sites[:SITES_SHOWN],
        "more_sites": len(sites) > SITES_SHOWN,
        "point": _point(organisation),
        "points": [point for site in sites if (point := _point(site))],
        "drawing": {"width": dutch_map.WIDTH, "height": dutch_map.HEIGHT},
        "own": list(queries.own_at(organisation, request.user)),
        "join_form": JoinForm(organisation=organisation),
        "changes": organisation.register_changes.select_related("run")[:10],
        "may_join": request.user.has_perm("organisations.join_organisation", organisation),
        "may_change": request.user.has_perm("organisations.change_organisation", organisation),
    }
    return render(request, "organisations/organisation.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what the organisation tells about itself."""
    organisation = _found(request, slug)
    _allowed(request, "change_organisation", organisation)
    form = PageForm(request.POST or None, instance=organisation)
    if request.method == "POST" and form.is_valid():
        # The form has filled the instance; compare with what is stored.
        stored = get_object_or_404(Organisation, pk=organisation.pk)
        actions.change_page(organisation=stored, values=form.cleaned_data, by=request.user)
        messages.success(request, _("De pagina is aangepast."))
        return redirect(stored)
    context = {"organisation": organisation, "form": form}
    return render(request, "organisations/edit.html", context)


@login_required
@require_POST
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what you are here."""
    organisation = _found(request, slug)
    _allowed(request, "join_organisation", organisation)
    form = JoinForm(request.POST, organisation=organisation)
    if not form.is_valid():
        messages.error(request, _("Kies wat je hier bent."))
        return redirect(organisation)
    membership = actions.join(
        organisation=organisation, role=form.cleaned_data["role"], by=request.user
    )
    if membership.confirmed:
        messages.success(request, _("Je hoort nu bij %s.") % organisation)
    else:
        messages.info(
            request,
            _("Je aanmelding staat klaar. Iemand van %s of een beheerder bevestigt haar.")
            % organisation,
        )
    return redirect(organisation)


@login_required
@require_safe
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is here, and who waits to be confirmed."""
    organisation = _found(request, slug)
    _allowed(request, "see_people", organisation)
    context = {"organisation": organisation, "people": queries.people_of(organisation)}
    return render(request, "organisations/people.html", context)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm what somebody says to be."""
    membership = _membership(pk)
    _allowed(request, "confirm_membership", membership)
    actions.confirm(membership=membership, by=request.user)
    messages.success(request, _("%s is bevestigd.") % membership.user)
    return redirect("organisations:people", slug=membership.organisation.slug)


@login_required
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a membership."""
    membership = _membership(pk)
    _allowed(request, "end_membership", membership)
    actions.end(membership=membership, by=request.user)
    if membership.user_id == request.user.pk:
        messages.success(request, _("Je hoort niet meer bij %s.") % membership.organisation)
        return redirect(membership.organisation)
    messages.success(request, _("%s hoort hier niet meer bij.") % membership.user)
    return redirect("organisations:people", slug=membership.organisation.slug)


@login_required
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Choose as what you are here, for this session."""
    chosen = request.POST.get("membership", "")
    mine = queries.memberships_for(request.user)
    membership = get_object_or_404(mine, pk=int(chosen) if chosen.isdecimal() else 0)
    request.session[SESSION_KEY] = membership.pk
    messages.success(request, _("Je bent nu hier als %s.") % membership)
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if is_ours else "/")


def _found(request: HttpRequest, slug: str) -> Organisation:
    return get_object_or_404(queries.organisation_pages(request.user), slug=slug)


def _membership(pk: int) -> Membership:
    open_ones = Membership.objects.filter(ended__isnull=True)
    return get_object_or_404(open_ones.select_related("organisation", "user"), pk=pk)


def _allowed(request: HttpRequest, permission: str, subject: Model) -> None:
    if not request.user.has_perm(f"organisations.{permission}", subject):
        raise PermissionDenied


def _point(organisation: Organisation) -> dutch_map.Point | None:
    if organisation.longitude is None or organisation.latitude is None:
        return None
    return dutch_map.project(organisation.longitude, organisation.latitude)
