"""Every route × method × actor × object state gives the declared answer; none is undeclared."""

import importlib
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from matrix import ACTORS, LOGIN, Exempt, Row

ROOMS = sorted(path.parent.name for path in Path(__file__).parent.glob("*/matrix.py"))
DECLARED = [item for room in ROOMS for item in importlib.import_module(f"{room}.matrix").ROWS]
ROWS = [item for item in DECLARED if isinstance(item, Row)]
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def routes(resolver=None, namespace=""):
    """The full name of every route in the URLconf, and the pattern of those without a name."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}" if pattern.name else str(pattern.pattern)


def ask(world, actor, method, address, data):
    """The answer to one request by one actor, as a status or LOGIN."""
    cache.clear()  # No rate limit of the actor before.
    client = Client()
    user = getattr(world, actor)
    if user is not None:
        client.force_login(user, backend="samenspel.accounts.backends.SignOnBackend")
    response = (
        client.generic(method, address)
        if method not in ("GET", "POST")
        else (client.get(address, data) if method == "GET" else client.post(address, data))
    )
    to_login = response.status_code == 302 and response["Location"].startswith(
        reverse("account_login")
    )
    return LOGIN if to_login else response.status_code


def test_every_route_is_declared():
    known = {item.route for item in DECLARED}
    assert set(routes()) - known == set()


def test_no_declared_route_has_gone():
    assert {item.route for item in DECLARED} - set(routes()) == set()


@pytest.mark.parametrize("row", ROWS, ids=str)
@pytest.mark.django_db
def test_row(row, world):
    answers = {}
    for actor in ACTORS:
        address = reverse(row.route, kwargs=row.kwargs(world))
        answers[actor] = ask(world, actor, row.method, address, row.data(world))
    assert answers == row.expected


UNDECLARED = sorted(
    {
        (row.route, method)
        for row in ROWS
        for method in METHODS
        if (row.route, method) not in {(other.route, other.method) for other in ROWS}
    }
)


@pytest.mark.parametrize(("route", "method"), UNDECLARED, ids=lambda value: value)
@pytest.mark.django_db
def test_undeclared_method_is_refused(route, method, world):
    row = next(row for row in ROWS if row.route == route)
    address = reverse(route, kwargs=row.kwargs(world))
    for actor in ("anonymous", "administrator"):
        assert ask(world, actor, method, address, {}) in (405, LOGIN, 403, 404)


def test_exempt_routes_have_a_reason():
    assert all(item.reason for item in DECLARED if isinstance(item, Exempt))
