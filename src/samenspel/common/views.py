"""Error pages, the language switch's neighbours, and the health address."""

from http import HTTPStatus

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

FRIENDLY = {400, 403, 404, 500}


def error_page(request: HttpRequest, status: int, reason: str = "") -> HttpResponse:
    """The page for an error, with the request id so that somebody can ask about it."""
    from samenspel.common.middleware import request_id

    context = {"request_id": request_id.get(), "reason": reason, "status": status}
    template = f"common/errors/{status}.html"
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        # No request: the fault may sit in what the page's frame needs (session, database).
        response = HttpResponse(render_to_string(template, context), status=status)
    else:
        response = render(request, template, context, status=status)
    response.friendly = True  # type: ignore[attr-defined]
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be read."""
    return error_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: it exists and you may know so, but you may not do this."""
    return error_page(request, 403, reason=str(exception or ""))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long or came from elsewhere."""
    return error_page(request, 403, reason="csrf")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: it is not there, or you may not know that it is."""
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing of the page's frame is asked of the database."""
    return error_page(request, 500)


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Whether the process answers and reaches its database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "fail", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "pass"})
