"""Findable things for the tests of this room, whatever other rooms have."""

import pytest
from django.contrib.auth.models import Group

from samenspel.search import outbox, registry
from samenspel.search.documents import Document


class Things:
    """Makes, changes and hides objects that are found as `thing`."""

    def __init__(self):
        self.details = {}
        """Further fields of the document, by the number of the object."""
        self.broken = set()
        self.hidden = set()

    def document(self, group):
        if group.pk in self.broken:
            raise RuntimeError("this one cannot be described")
        if group.pk in self.hidden:
            return None
        details = {"title": group.name} | self.details.get(group.pk, {})
        return Document(key=f"thing:{group.pk}", kind="thing", **details)

    def make(self, name, **details):
        group = Group.objects.create(name=name)
        self.details[group.pk] = details
        outbox.changed(group)
        return group

    def rename(self, group, name):
        group.name = name
        group.save()
        outbox.changed(group)


@pytest.fixture
def things(monkeypatch):
    """Only `thing` is findable in this test."""
    found = Things()
    monkeypatch.setattr(registry, "_sources", {})
    registry.register("thing", Group, found.document)
    return found


@pytest.fixture
def keys():
    """The keys that a question finds, best first."""
    from samenspel import search
    from samenspel.search.documents import Query

    def keys(text, **more):
        return [hit.key for hit in search.query(Query(text, **more)).hits]

    return keys
