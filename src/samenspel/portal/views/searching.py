"""One search page over everything."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samenspel import search as index
from samenspel.matching import dismissals
from samenspel.matching.choices import DismissalReason
from samenspel.matching.groups import asker_of
from samenspel.matching.reasons import with_reasons
from samenspel.matching.shown import shown
from samenspel.portal.forms import DismissForm, SearchForm
from samenspel.search.documents import Query
from samenspel.search.facets import FACETS, filters_from, groups_from

PAGE = 20
DEEPEST = 50
"""Pages; who needs more narrows the search."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for words and facets in the address, so that it can be shared."""
    form = SearchForm(request.GET)
    context: dict[str, Any] = {"form": form}
    if not form.is_valid():
        return render(request, "portal/search.html", context, status=422)
    text, filters = form.cleaned_data["q"], filters_from(request.GET)
    number = _page_number(request)
    results = index.query(
        Query(
            text=text,
            audience=index.tokens_for(request.user),
            filters=filters,
            facets=tuple(facet.field for facet in FACETS),
            limit=PAGE,
            offset=(number - 1) * PAGE,
            newest_first=form.cleaned_data["sorteer"] == "datum",
        )
    )
    hidden = dismissals.dismissed(request, text) if text else frozenset()
    items = shown(results.hits, request.user, without=hidden)
    asker = asker_of(request)
    context |= {
        "text": text,
        "dismissal_reasons": DismissalReason.choices,
        "items": with_reasons(items, asker=asker) if text else items,
        "total": results.total,
        "mended": results.mended,
        "degraded": results.degraded,
        "hidden": len(hidden),
        "groups": groups_from(results.facets, filters),
        "filtered": bool(filters),
        "page": Paginator(range(min(results.total, PAGE * DEEPEST)), PAGE).get_page(number),
    }
    template = "portal/search_results.html" if request.htmx else "portal/search.html"  # type: ignore[attr-defined]
    return render(request, template, context)


def _page_number(request: HttpRequest) -> int:
    number = request.GET.get("pagina", "1")
    return min(max(int(number), 1), DEEPEST) if number.isdecimal() and len(number) < 5 else 1


def _back(request: HttpRequest, address: str) -> str:
    """Where to go on: an address of this site, else the search page."""
    here = {request.get_host()}
    return address if url_has_allowed_host_and_scheme(address, here) else reverse("portal:search")


@never_cache
@require_POST
def dismiss(request: HttpRequest) -> HttpResponse:
    """Do not show this suggestion again for these words."""
    form = DismissForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "back": _back(request, request.POST.get("back", ""))}
        return render(request, "portal/dismiss.html", context, status=422)
    values = form.cleaned_data
    dismissals.dismiss(request, text=values["text"], key=values["key"], reason=values["reason"])
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "portal/dismissed.html", {"text": values["text"]})
    return redirect(_back(request, values["back"]))


@never_cache
@require_POST
def restore(request: HttpRequest) -> HttpResponse:
    """Show everything for these words again."""
    dismissals.restore(request, text=request.POST.get("text", ""))
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(_("Alles wordt weer getoond als je opnieuw zoekt."))
    return redirect(_back(request, request.POST.get("back", "")))
