"""Pages for everybody: the list, an offering with its price for my school, a supplier."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.catalogue import browse, queries
from samenspel.catalogue.forms.school import SchoolForm, first_numbers
from samenspel.catalogue.models import Offering
from samenspel.catalogue.prices import Price, quotes
from samenspel.catalogue.versions import readable
from samenspel.common.versions import with_changes

PER_PAGE = 20


@require_safe
def offering_list(request: HttpRequest) -> HttpResponse:
    """Everything on offer, narrowed by facets."""
    return render(request, "catalogue/list.html", {"found": browse.offerings(request.GET)})


@require_safe
def offering_page(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is known of one offering, and what it costs the reader's school."""
    offering = get_object_or_404(queries.offerings_to_read(request.user), pk=pk)
    context = {
        **body_context(request, offering, offering.prices()),
        "claims": list(offering.claims.all()),
        "others": queries.others_like(offering, on=timezone.localdate()),
        "crumbs": [
            *_crumbs(),
            (
                offering.get_domain_display(),
                f"{reverse('catalogue:list')}?domein={offering.domain}",
            ),
            (offering.title, ""),
        ],
        "may_change": request.user.has_perm("catalogue.change_offering", offering),
        "may_withdraw": request.user.has_perm("catalogue.withdraw_offering", offering),
    }
    return render(request, "catalogue/offering.html", context)


@require_safe
def supplier_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A supplier and what it offers."""
    supplier = get_object_or_404(queries.suppliers_with_offerings(), slug=slug)
    pages = Paginator(queries.offerings_of(supplier, request.user), PER_PAGE)
    return render(
        request,
        "catalogue/supplier.html",
        {
            "supplier": supplier,
            "page": pages.get_page(request.GET.get("pagina")),
            "crumbs": [*_crumbs(), (supplier.name, "")],
        },
    )


@require_safe
def version_list(request: HttpRequest, pk: int) -> HttpResponse:
    """What an offering said before, and what changed each time."""
    offering = get_object_or_404(queries.offerings_to_read(request.user), pk=pk)
    may_change = request.user.has_perm("catalogue.change_offering", offering)
    pages = Paginator(queries.versions_of(offering), PER_PAGE)
    page = pages.get_page(request.GET.get("pagina"))
    shown = list(page.object_list)
    older = offering.versions.filter(number=shown[-1].number - 1).first() if shown else None
    return render(
        request,
        "catalogue/versions.html",
        {
            "offering": offering,
            "crumbs": [
                *_crumbs(),
                (offering.title, offering.get_absolute_url()),
                (_("Versies"), ""),
            ],
            "page": page,
            "steps": with_changes(shown, older, readable),
            "may_change": may_change,
        },
    )


def body_context(
    request: HttpRequest, offering: Offering, prices: tuple[Price, ...]
) -> dict[str, Any]:
    """What the body of the page needs: labels, price lines, numbers and sums."""
    today = timezone.localdate()
    current = tuple(price for price in prices if price.applies(today))
    known = queries.school_of(getattr(request, "membership", None))
    form = SchoolForm(
        request.GET if SchoolForm.is_asked(request.GET) else None,
        prices=current,
        initial=first_numbers(known, offering.own_hours),
    )
    return {
        "offering": offering,
        **{
            name: offering.labels(name)
            for name in ("sectors", "target_groups", "regions", "languages")
        },
        "prices": prices,
        "quotes": quotes(current, form.school(), on=today),
        "school_form": form,
        "known_school": known,
    }


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Aanbod"), reverse("catalogue:list"))]
