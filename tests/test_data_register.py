"""Every field of every model is classed in the data register, and nothing else is."""

import pytest

from samenspel.common.register import Kind, entries, fields


@pytest.fixture
def names():
    return {name for name, _ in fields()}


def test_every_field_is_classed(names):
    assert names - entries().keys() == set()


def test_no_entry_without_a_field(names):
    assert entries().keys() - names == set()


def test_personal_entries_say_what_erasure_does():
    personal = {Kind.PERSONAL, Kind.SPECIAL}
    silent = [
        name for name, entry in entries().items() if entry.kind in personal and not entry.on_erasure
    ]
    assert silent == []
