"""My page: what is mine, in one place."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.portal import queries

PAGE = 12


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """My questions, the questions I joined, and as what I am here."""
    context = queries.for_my_page(request.user)
    context["page"] = Paginator(context.pop("questions"), PAGE).get_page(request.GET.get("pagina"))
    return render(request, "portal/mine.html", context)
