"""Pages that explain Samenspel, and two files for machines."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """A page of text; `name` is fixed by the address."""
    return render(request, f"portal/about/{name}.html", {"contact": settings.CONTACT})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may visit: the pages, not every way to filter them."""
    lines = ["User-agent: *", "Disallow: /zoeken/", "Disallow: /account/", "Disallow: /mijn/", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell about a weakness (RFC 9116)."""
    expires = timezone.now() + timedelta(days=180)
    lines = [
        f"Contact: mailto:{settings.CONTACT}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: nl, en",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")
