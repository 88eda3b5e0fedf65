"""Pages for the browser tests: (route, keyword arguments out of the world, actor)."""

from factories.knowledge import (
    AnswerFactory,
    OpenMaterialFactory,
    PracticeSummaryFactory,
    PublicationFactory,
)
from matrix import nothing

from knowledge.matrix import closed, item, kind
from samenspel.knowledge.choices import Status


def resting(factory):
    def kwargs(world):
        made = factory(owner=world.institute, says="# Kop\n\nTekst.", for_whom="Groep 4")
        made.publications.set(PublicationFactory.create_batch(2))
        factory.create_batch(2)
        return {"pk": made.pk}

    return kwargs


def answer(world):
    made = AnswerFactory(owner=world.institute, limits="Alleen groep 3.")
    made.publications.set(PublicationFactory.create_batch(2))
    return {"pk": made.pk}


def publication(world):
    made = PublicationFactory(owner=world.institute, language="en", doi="10.1234/ab.5")
    PracticeSummaryFactory().publications.add(made)
    return {"pk": made.pk}


def material(world):
    return {"pk": OpenMaterialFactory(description="Een les.", keywords=["breuken"]).pk}


PAGES = [
    ("knowledge:list", nothing, "anonymous"),
    ("knowledge:list", nothing, "researcher", "bewijs=geen"),
    ("knowledge:summary", resting(PracticeSummaryFactory), "anonymous"),
    ("knowledge:answer", answer, "researcher"),
    ("knowledge:publication", publication, "anonymous"),
    ("knowledge:publication", closed, "anonymous"),
    ("knowledge:material", material, "anonymous"),
    ("knowledge:versions", item("antwoord", Status.PUBLISHED), "researcher"),
    ("knowledge:mine", nothing, "researcher"),
    ("knowledge:add", kind("publicatie"), "researcher"),
    ("knowledge:add", kind("samenvatting"), "researcher"),
    ("knowledge:edit", item("antwoord", Status.DRAFT), "researcher"),
]
