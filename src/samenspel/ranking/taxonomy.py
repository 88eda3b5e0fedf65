"""What the service types are about: words that give them away, and needs as schools put them.

The data are in `service_types.toml` and `examples.toml`; whoever knows the field can improve them
without programming. After a change of the examples run `classification.learn` and keep the result
(`tests/ranking/test_classification.py` tells when that was forgotten).
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Cue:
    """A word or phrase that points to a service type, `weight` times as strongly as the rest."""

    pattern: re.Pattern[str]
    weight: int

    @classmethod
    def parsed(cls, written: str) -> "Cue":
        """A cue in the notation that `service_types.toml` explains."""
        words = written.rstrip("!").rstrip("$").removeprefix("-").replace("_", " ")
        before = "" if written.startswith("-") else r"(?<!\w)"
        after = r"(?!\w)" if written.rstrip("!").endswith("$") else ""
        pattern = re.compile(before + re.escape(words) + after)
        return cls(pattern, 2 if written.endswith("!") else 1)


@dataclass(frozen=True)
class ServiceType:
    """A service type with its domain (codes as in the facets) and its cues."""

    code: str
    domain: str
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class Example:
    """A need: its service type, how somebody offers help with it, how people ask for it."""

    service_type: str
    offered: str
    asked: tuple[str, ...]


@cache
def service_types() -> tuple[ServiceType, ...]:
    """All service types, domain by domain."""
    read = tomllib.loads(_read("service_types.toml"))
    return tuple(
        ServiceType(code, told["domain"], tuple(map(Cue.parsed, told["cues"].split())))
        for code, told in read.items()
    )


@cache
def examples() -> tuple[Example, ...]:
    """All example needs."""
    needs = tomllib.loads(_read("examples.toml"))["need"]
    return tuple(Example(n["service_type"], n["offered"], tuple(n["asked"])) for n in needs)


@cache
def examples_hash() -> str:
    """Changes when the examples do."""
    return hashlib.sha256(_read("examples.toml").encode()).hexdigest()[:16]


def _read(name: str) -> str:
    return files("samenspel.ranking").joinpath(name).read_text(encoding="utf-8")
