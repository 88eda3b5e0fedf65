"""The kinds of knowledge items, with the word that stands for each in addresses."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.knowledge.models import Answer, Item, OpenMaterial, PracticeSummary, Publication


@dataclass(frozen=True)
class KnowledgeKind:
    """A kind: its word in addresses, its model, its plural, and what to call a new one.

    `adding` is empty for what only comes in by harvesting.
    """

    word: str
    model: type[Item]
    plural: str | Promise
    adding: str | Promise = ""

    @property
    def permission(self) -> str:
        """What somebody must have to add one."""
        return f"knowledge.add_{self.model.kind}"


KINDS = {
    kind.word: kind
    for kind in (
        KnowledgeKind("antwoord", Answer, _("Antwoorden"), _("Nieuw antwoord")),
        KnowledgeKind(
            "samenvatting",
            PracticeSummary,
            _("Praktijksamenvattingen"),
            _("Nieuwe praktijksamenvatting"),
        ),
        KnowledgeKind("publicatie", Publication, _("Publicaties"), _("Nieuwe publicatie")),
        KnowledgeKind("materiaal", OpenMaterial, _("Open leermateriaal")),
    )
}
WRITTEN = {word: kind for word, kind in KINDS.items() if kind.adding}
"""The kinds that people write here."""


class WrittenKindConverter:
    """`<written:kind>` in an address: a kind that people write."""

    regex = "|".join(WRITTEN)

    def to_python(self, value: str) -> KnowledgeKind:
        """The kind."""
        return WRITTEN[value]

    def to_url(self, value: KnowledgeKind | str) -> str:
        """The word."""
        return value if isinstance(value, str) else value.word
