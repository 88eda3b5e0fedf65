"""Finding things: the few functions that other rooms use.

`query` and `suggest` look things up, `neighbours` gives what lies near in meaning, `tokens_for`
says what a reader may see; `outbox.changed` reports a change and `registry.register` makes a model
findable. Everything is loaded when it is called, so that pure code can use the values in
`documents` without Django.
"""

from collections.abc import Sequence
from typing import Any

from samenspel.search.documents import PUBLIC, Query, Results


def query(wanted: Query) -> Results:
    """What this query finds; never fails for want of an index (see `Results.degraded`)."""
    return query_each([wanted])[0]


def query_each(wanted: Sequence[Query]) -> list[Results]:
    """The same for several queries with one text, such as the groups of a page, in one go."""
    from samenspel.search import service

    return service.query_each(wanted)


def suggest(
    text: str,
    audience: Sequence[str] = (PUBLIC,),
    kinds: Sequence[str] = (),
    limit: int = 8,
) -> Results:
    """What somebody who is still typing may mean: by words, the last one perhaps unfinished."""
    filters = {"kind": tuple(kinds)} if kinds else {}
    return query(
        Query(text, tuple(audience), filters=filters, limit=limit, meaning=False, prefix=True)
    )


def neighbours(
    key: str,
    audience: Sequence[str] = (PUBLIC,),
    kinds: Sequence[str] = (),
    limit: int = 10,
) -> list[tuple[str, float]]:
    """The documents nearest in meaning to an indexed one as (key, cosine), without itself.

    Empty as long as that document has no vector.
    """
    from samenspel.search import service

    return service.neighbours(key, audience=audience, kinds=kinds, limit=limit)


def tokens_for(user: Any) -> tuple[str, ...]:
    """The audience tokens of a reader: what they may see documents of."""
    from samenspel.search import audience

    return audience.tokens_for(user)
