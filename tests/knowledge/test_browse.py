import pytest
from django.urls import reverse
from factories.knowledge import (
    AnswerFactory,
    OpenMaterialFactory,
    PracticeSummaryFactory,
    PublicationFactory,
)

from samenspel.knowledge.choices import Status
from samenspel.knowledge.documents import answer_document, material_document, summary_document
from samenspel.search import outbox

pytestmark = pytest.mark.django_db


def ask(client, words=""):
    return client.get(f"{reverse('knowledge:list')}?{words}")


def titles(response):
    return {item.title for item in response.context["found"].page}


def counts(response, parameter):
    for group in response.context["found"].facets:
        if group.facet.parameter == parameter:
            return {option.value: option.count for option in group.options}
    return {}


@pytest.fixture
def indexed(live_index):
    """An item of each kind about breuken, indexed."""
    outbox.changed(
        AnswerFactory(title="Breuken: hoe leg je ze uit?"),
        PracticeSummaryFactory(title="Rekenen met breuken"),
        PublicationFactory(title="Breuken onderzocht"),
        OpenMaterialFactory(title="Les over breuken"),
        AnswerFactory(title="Hoe leer je lezen?"),
    )
    live_index()


def test_words_find_all_kinds(client, indexed):
    response = ask(client, "q=breuk")
    assert len(titles(response)) == 4
    assert counts(response, "soort") == {
        "answer": 1,
        "summary": 1,
        "publication": 1,
        "material": 1,
    }


def test_kind_narrows_what_words_find(client, indexed):
    assert titles(ask(client, "q=breuken&soort=material")) == {"Les over breuken"}


def test_facets_are_counted_without_words(client, indexed):
    assert counts(ask(client), "soort")["answer"] == 2


def test_text_of_a_page_is_in_its_document():
    summary = PracticeSummaryFactory(says="**Praat** over de tekst.", lead="", monday="- Lees voor")
    document = summary_document(summary)
    assert document.lead == "Praat over de tekst."
    assert "Lees voor" in document.text
    assert document.evidence_level == summary.evidence_level


def test_material_is_found_by_its_description_and_keywords():
    material = OpenMaterialFactory(description="Pizza’s verdelen.", keywords=["breuken"])
    document = material_document(material)
    assert (document.kind, document.lead) == ("material", "Pizza’s verdelen.")
    assert "breuken" in document.text


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_what_is_not_public_has_no_document(status):
    assert answer_document(AnswerFactory(status=status)) is None
