"""What every page's frame needs to know."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Whether this is the demo, and the address to return to after a change of language."""
    return {"demo": settings.DEMO, "here": request.get_full_path()}
