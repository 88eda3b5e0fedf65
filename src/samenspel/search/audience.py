"""Which audience tokens a reader carries."""

from collections.abc import Callable, Iterable
from typing import Any

from samenspel.search.documents import PUBLIC

_sources: list[Callable[[Any], Iterable[str]]] = []


def add_audience(source: Callable[[Any], Iterable[str]]) -> None:
    """Let a room add tokens (`"org:7"`) for a signed-in user; called in its app's `ready`."""
    if source not in _sources:
        _sources.append(source)


def tokens_for(user: Any) -> tuple[str, ...]:
    """Everything that this reader (None and the anonymous user included) may see documents of."""
    if user is None or not user.is_authenticated:
        return (PUBLIC,)
    added = (token for source in _sources for token in source(user))
    return tuple(dict.fromkeys((PUBLIC, f"user:{user.pk}", *added)))
