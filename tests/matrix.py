"""The permission matrix: who gets which answer on which address, in which state of the object.

Each room lists its routes in `tests/<room>/matrix.py` as `ROWS`. `test_permission_matrix.py` walks
the URLconf, so a route that nobody declared fails. A method that a route does not declare must
answer 405 to everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

ACTORS = (
    "anonymous",
    "teacher",  # owner of what the world makes
    "colleague",  # another teacher of the same school
    "other_teacher",  # of another school
    "school_leader",  # of the teacher's school
    "broker",
    "coordinator",
    "supplier",  # of the world's supplier
    "other_supplier",
    "researcher",
    "analyst",
    "administrator",
)
LOGIN = "login"
"""Sent to the sign-in page."""


def nothing(world: Any) -> dict[str, Any]:
    """No keyword arguments or form data."""
    return {}


@dataclass(frozen=True)
class Row:
    """One route and method in one state: the answer for each actor (a status or LOGIN)."""

    route: str
    method: str
    expected: dict[str, int | str]
    state: str = ""
    kwargs: Callable[[Any], dict[str, Any]] = nothing
    data: Callable[[Any], dict[str, Any]] = nothing

    def __str__(self) -> str:
        return f"{self.method} {self.route}" + (f" [{self.state}]" if self.state else "")


@dataclass(frozen=True)
class Exempt:
    """A route that the matrix need not try, with the reason."""

    route: str
    reason: str = field(default="")


def row(
    route: str,
    method: str = "GET",
    *,
    everyone: int | str | None = None,
    state: str = "",
    kwargs: Callable[[Any], dict[str, Any]] = nothing,
    data: Callable[[Any], dict[str, Any]] = nothing,
    **by_actor: int | str,
) -> Row:
    """Declare a row: `everyone` is the answer for the actors that `by_actor` does not name."""
    expected = {actor: by_actor.pop(actor, everyone) for actor in ACTORS}
    if by_actor:
        raise ValueError(f"{route}: no such actor: {', '.join(by_actor)}")
    missing = [actor for actor, answer in expected.items() if answer is None]
    if missing:
        raise ValueError(f"{route}: no answer declared for {', '.join(missing)}")
    return Row(route, method, expected, state, kwargs, data)  # type: ignore[arg-type]


def signed_in(route: str, method: str = "GET", *, answer: int = 200, **more: Any) -> Row:
    """A row for everyone with an account."""
    return row(route, method, everyone=answer, **{"anonymous": LOGIN} | more)
