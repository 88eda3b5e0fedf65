"""The gallery: every component in every state, for whoever builds a page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.ui.gallery import samples


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show the components and how to write them."""
    return render(request, "ui/gallery.html", samples(request))
