import pytest
from django.contrib.auth.models import AnonymousUser

from samenspel import search
from samenspel.search import audience


@pytest.fixture
def sources(monkeypatch):
    monkeypatch.setattr(audience, "_sources", [])


@pytest.mark.parametrize("nobody", [None, AnonymousUser()])
def test_visitor_sees_what_is_public(sources, nobody):
    audience.add_audience(lambda user: ["org:7"])
    assert search.tokens_for(nobody) == ("public",)


def test_account_adds_its_own_token_and_those_of_the_rooms(sources, world):
    source = lambda user: [f"org:{user.pk}", "public", "role:teacher"]  # noqa: E731
    audience.add_audience(source)
    audience.add_audience(source)
    pk = world.teacher.pk
    assert search.tokens_for(world.teacher) == (
        "public",
        f"user:{pk}",
        f"org:{pk}",
        "role:teacher",
    )
