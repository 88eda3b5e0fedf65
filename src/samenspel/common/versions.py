"""Versions that are shown: what something said when it was published, and what changed since.

A room makes a table of versions from `Version` and says how one of its objects becomes a snapshot
(JSON values) and how a snapshot is read (label -> text).
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from django.conf import settings
from django.db import models


class Version(models.Model):
    """One publication: everything it said, when, and by whom. Versions are never changed."""

    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    published = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ("-number",)

    def __str__(self) -> str:
        return f"{self.number} ({self.published:%Y-%m-%d})"


class Kept(StrEnum):
    """What became of a piece of text between two versions."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """A sentence or line, and what became of it."""

    kept: Kept
    text: str


@dataclass(frozen=True)
class Change:
    """One named part that differs, as pieces in reading order."""

    label: str
    pieces: tuple[Piece, ...]


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """What differs between two read snapshots, sentence by sentence, in the order of `after`."""
    labels = [*after, *(label for label in before if label not in after)]
    return tuple(
        Change(label, tuple(_pieces(before.get(label, ""), after.get(label, ""))))
        for label in labels
        if before.get(label, "") != after.get(label, "")
    )


def label_of(model: type[models.Model], name: str) -> str:
    """The words for a field in the reader's language."""
    field = model._meta.get_field(name)
    assert isinstance(field, models.Field)
    return str(field.verbose_name)


def with_changes(
    shown: Sequence[Version],
    older: Version | None,
    read: Callable[[Mapping[str, Any]], Mapping[str, str]],
) -> list[tuple[Version, tuple[Change, ...]]]:
    """Versions, newest first, each with what changed since the one before it.

    `older` is the one before the last that is shown; `read` makes label -> text of a snapshot.
    """
    before = [*shown[1:], older]
    return [
        (version, difference(read(former.snapshot), read(version.snapshot)) if former else ())
        for version, former in zip(shown, before, strict=False)
    ]


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _sentences(before), _sentences(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield from (Piece(Kept.SAME, text) for text in old[old_start:old_end])
        else:
            yield from (Piece(Kept.REMOVED, text) for text in old[old_start:old_end])
            yield from (Piece(Kept.ADDED, text) for text in new[new_start:new_end])


def _sentences(text: str) -> list[str]:
    pieces = re.split(r"\n+|(?<=[.!?])\s+", text)
    return [piece.strip() for piece in pieces if piece.strip()]
