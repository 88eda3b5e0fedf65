"""Harvesting over OAI-PMH 2.0, out of files or from a server.

    for event in harvest(Source("https://…/oai", prefix="lom"), since=last_time):
        match event:
            case Harvested():  ...   # a record, or a deletion
            case Refused():    ...   # one record that cannot be used, and why
            case Page():       ...   # keep event.token: go on from there after an interruption

Deletions are only those that the source states itself, so an empty or failing source deletes
nothing. `HarvestStopped` says why the source as a whole gave up, and from which token to go on.
For the next time, keep the `response_date` of the first page and give it as `since`.
"""

from samenspel.integrations.oai_pmh.harvest import Bounds, Source, harvest, read_files
from samenspel.integrations.oai_pmh.values import (
    Event,
    Harvested,
    HarvestStopped,
    Origin,
    Page,
    Provenance,
    Refused,
)

__all__ = [
    "Bounds",
    "Event",
    "HarvestStopped",
    "Harvested",
    "Origin",
    "Page",
    "Provenance",
    "Refused",
    "Source",
    "harvest",
    "read_files",
]
