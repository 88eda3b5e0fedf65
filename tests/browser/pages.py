"""The pages that every browser test walks: each room lists its own in `tests/<room>/pages.py`.

    PAGES = [("questions:detail", lambda world: {"pk": world.question.pk}, "teacher"), ...]

A fourth value is the query: `("portal:search", nothing, "anonymous", "q=taal")`.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Page:
    """One route as one actor sees it."""

    route: str
    kwargs: Callable[[Any], dict[str, Any]]
    actor: str
    query: str = ""

    def __str__(self) -> str:
        return f"{self.route}{'?' if self.query else ''}{self.query} {self.actor}"


ROOMS = sorted(
    path.parent.name for path in TESTS.glob("*/pages.py") if path.parent.name != "browser"
)
PAGES = [
    Page(*values) for room in ROOMS for values in importlib.import_module(f"{room}.pages").PAGES
]
