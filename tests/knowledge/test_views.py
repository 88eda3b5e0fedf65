from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from factories.knowledge import (
    AnswerFactory,
    HarvestSourceFactory,
    OpenMaterialFactory,
    PracticeSummaryFactory,
    PublicationFactory,
)
from factories.organisations import MembershipFactory, OrganisationFactory

from samenspel.common.taxonomy import Domain, EvidenceLevel, ServiceType
from samenspel.knowledge.browse import ItemsOfAllKinds
from samenspel.knowledge.choices import Access, Status
from samenspel.knowledge.models import Answer, DeniedAccess, PracticeSummary, Publication
from samenspel.organisations.choices import Role

pytestmark = pytest.mark.django_db

FACTORIES = (PublicationFactory, PracticeSummaryFactory, AnswerFactory, OpenMaterialFactory)


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def researcher(world):
    client = Client()
    client.force_login(world.researcher)
    return client


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_any_number(client, count, django_assert_num_queries):
    for factory in FACTORIES:
        factory.create_batch(count)
    with django_assert_num_queries(9):
        response = client.get(reverse("knowledge:list"))
    assert text_of(response).count("card-link") == count * 4


def test_list_is_newest_first_over_all_kinds_and_pages(client):
    items = [factory() for _round in range(6) for factory in FACTORIES]
    for age, item in enumerate(items):
        type(item).objects.filter(pk=item.pk).update(modified=timezone.now() - timedelta(days=age))
    pages = [client.get(f"{reverse('knowledge:list')}?pagina={n}") for n in (1, 2)]
    shown = [item for page in pages for item in page.context["found"].page]
    assert shown == items


def test_slice_of_one_kind():
    items = PublicationFactory.create_batch(3)
    newest = ItemsOfAllKinds({"publication": Publication.objects.all()})
    assert (newest[0:2], len(newest)) == ([items[2], items[1]], 3)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("soort=answer", {"antwoord"}),
        ("soort=publication&soort=material", {"publicatie", "materiaal"}),
        ("soort=offering", {"publicatie", "materiaal", "samenvatting", "antwoord"}),
        ("sector=vo", {"materiaal"}),
        ("domein=organisatie", {"samenvatting"}),
        ("bewijs=sterke_aanwijzingen", {"antwoord"}),
        ("bewijs=sterke_aanwijzingen&soort=publication", set()),
        ("q=publi%00", {"publicatie"}),
        ("pagina=veel", {"publicatie", "materiaal", "samenvatting", "antwoord"}),
    ],
)
def test_list_narrowed_by(client, chosen, expected):
    PublicationFactory(title="publicatie")
    OpenMaterialFactory(title="materiaal", sectors=["vo"])
    PracticeSummaryFactory(
        title="samenvatting",
        domain=Domain.ORGANISATION,
        service_type=ServiceType.RESEARCH,
        evidence_level=EvidenceLevel.NONE,
    )
    AnswerFactory(title="antwoord", evidence_level=EvidenceLevel.STRONG)
    PublicationFactory(title="concept", status=Status.DRAFT)
    response = client.get(f"{reverse('knowledge:list')}?{chosen}")
    assert {item.title for item in response.context["found"].page} == expected


@pytest.mark.parametrize("factory", FACTORIES)
def test_page_of_each_kind_helps_to_use_it(client, factory):
    item = factory()
    text = text_of(client.get(item.get_absolute_url()))
    assert item.title in text
    assert "Wat kun je hiermee?" in text


@pytest.mark.parametrize("factory", FACTORIES)
@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_few_queries_for_any_number(
    client, factory, count, django_assert_max_num_queries
):
    item = factory()
    factory.create_batch(count)
    if hasattr(item, "publications"):
        item.publications.set(PublicationFactory.create_batch(count))
    with django_assert_max_num_queries(6):
        client.get(item.get_absolute_url())


def test_summary_shows_what_it_rests_on_and_the_other_way_round(client):
    publication, summary = PublicationFactory(title="Onderzoek"), PracticeSummaryFactory()
    summary.publications.add(publication)
    assert "Onderzoek" in text_of(client.get(summary.get_absolute_url()))
    assert summary.title in text_of(client.get(publication.get_absolute_url()))


def test_text_of_others_is_cleaned(client):
    summary = PracticeSummaryFactory(says="# Kop\n\n<script>x</script> [a](javascript:x)")
    text = text_of(client.get(summary.get_absolute_url()))
    assert "<h3>Kop</h3>" in text
    assert "<script>x" not in text
    assert 'href="javascript' not in text


def test_open_publication_leads_to_its_text(client):
    publication = PublicationFactory(licence="CC BY 4.0", licence_code="cc-by-4.0")
    text = text_of(client.get(publication.get_absolute_url()))
    assert f'href="{publication.url}"' in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert "Ik heb geen toegang" not in text


def test_denied_access_is_counted_once_for_a_reader():
    publication = PublicationFactory(access=Access.LIBRARY)
    address = reverse("knowledge:denied-access", args=[publication.pk])
    client = Client()
    assert "We tellen mee" in text_of(client.post(address, follow=True))
    client.post(address)
    assert DeniedAccess.objects.count() == 1
    Client().post(address)
    assert DeniedAccess.objects.count() == 2


def test_access_to_what_is_open_cannot_be_denied(client):
    publication = PublicationFactory()
    assert client.post(reverse("knowledge:denied-access", args=[publication.pk])).status_code == 404


@pytest.mark.parametrize(("number", "shown"), [(4, False), (5, True)])
def test_few_denials_are_not_shown(client, number, shown):
    publication = PublicationFactory(access=Access.SUMMARY)
    for _time in range(number):
        DeniedAccess.objects.create(publication=publication)
    text = text_of(client.get(publication.get_absolute_url()))
    assert (f"{number} keer kon iemand niet" in text) is shown


def test_harvested_item_says_where_it_comes_from(client):
    source = HarvestSourceFactory(name="Bron van lessen")
    material = OpenMaterialFactory(source=source, harvested_identifier="oai:bron:7")
    text = text_of(client.get(material.get_absolute_url()))
    assert "Bron van lessen" in text
    assert "oai:bron:7" in text


def filled_in(word, **values):
    fields = {
        "antwoord": {"text": "Veel lezen.", "answered_on": "2026-03-01", "evidence_level": "geen"},
        "samenvatting": {
            "lead": "Lees.",
            "says": "Lees veel.",
            "for_whom": "Groep 4.",
            "evidence_level": "goede_aanwijzingen",
            "evidence_explanation": "Twee studies.",
            "monday": "- Lees.",
        },
        "publicatie": {
            "description": "Over lezen.",
            "authors": "A. Auteur\nB. Auteur",
            "year": "2022",
            "publication_type": "rapport",
            "access": "open",
            "url": "example.org/tekst",
            "doi": "https://doi.org/10.1234/ab.5",
            "keywords": "lezen\nlezen\ntaal",
        },
    }[word]
    return {"title": "Lezen", "sectors": ["po"], "service_type": "team-of-sectie"} | fields | values


@pytest.mark.parametrize(
    ("word", "model"),
    [("antwoord", Answer), ("samenvatting", PracticeSummary), ("publicatie", Publication)],
)
def test_each_kind_is_written_published_changed_and_compared(researcher, world, word, model):
    researcher.post(reverse("knowledge:add", args=[word]), filled_in(word, wish="publish"))
    item = model.objects.get()
    assert (item.status, item.owner, item.domain) == (
        Status.PUBLISHED,
        world.institute,
        "professionalisering",
    )
    address = reverse("knowledge:edit", args=[word, item.pk])
    assert 'value="Lezen"' in text_of(researcher.get(address))
    researcher.post(address, filled_in(word, wish="save", title="Beter lezen"))
    text = text_of(Client().get(reverse("knowledge:versions", args=[word, item.pk])))
    assert "Lezen</del>" in text
    assert "Beter lezen</ins>" in text


def test_lists_come_back_as_they_went_in(researcher):
    researcher.post(reverse("knowledge:add", args=["publicatie"]), filled_in("publicatie"))
    item = Publication.objects.get()
    assert (item.authors, item.keywords, item.doi, item.url) == (
        ["A. Auteur", "B. Auteur"],
        ["lezen", "taal"],
        "10.1234/ab.5",
        "https://example.org/tekst",
    )
    form = researcher.get(reverse("knowledge:edit", args=["publicatie", item.pk])).context["form"]
    assert form["authors"].value() == "A. Auteur\nB. Auteur"


def test_answer_names_its_publications_by_address_or_number(researcher):
    first, second = PublicationFactory.create_batch(2)
    lines = f"https://samenspel.example{first.get_absolute_url()} titel\n{second.pk}"
    researcher.post(
        reverse("knowledge:add", args=["antwoord"]), filled_in("antwoord", publications=lines)
    )
    answer = Answer.objects.get()
    assert set(answer.publications.all()) == {first, second}
    form = researcher.get(reverse("knowledge:edit", args=["antwoord", answer.pk])).context["form"]
    assert first.get_absolute_url() in form["publications"].value()


@pytest.mark.parametrize(
    ("word", "wrong", "message"),
    [
        ("antwoord", {"title": ""}, "id_title"),
        ("antwoord", {"publications": "999"}, "We vinden geen publicatie bij “999”."),
        ("antwoord", {"publications": "zomaar"}, "We vinden geen publicatie bij “zomaar”."),
        ("antwoord", {"publications": "9" * 30}, "We vinden geen publicatie"),
        ("antwoord", {"answered_on": "gisteren"}, "id_answered_on"),
        ("publicatie", {"url": "", "access": "open"}, "Waar is de tekst vrij te lezen?"),
        ("publicatie", {"doi": "abc"}, "Een DOI begint met 10."),
        ("publicatie", {"year": "20"}, "Dit is geen jaar van uitgave."),
        ("publicatie", {"authors": "x" * 201}, "Deze regel is te lang"),
        ("publicatie", {"keywords": "\n".join(map(str, range(61)))}, "Hoogstens 60 regels."),
        ("publicatie", {"url": "javascript:x"}, "id_url"),
        ("samenvatting", {"says": "a\0b"}, "id_says"),
    ],
)
def test_error_keeps_what_was_filled_in(researcher, word, wrong, message):
    response = researcher.post(
        reverse("knowledge:add", args=[word]), filled_in(word, wish="save", **wrong)
    )
    assert response.status_code == 400
    text = text_of(response)
    assert message in text
    assert "is violated" not in text
    assert "checked" in text


def test_preview_shows_the_page_and_saves_nothing(researcher):
    response = researcher.post(
        reverse("knowledge:add", args=["samenvatting"]), filled_in("samenvatting", wish="preview")
    )
    text = text_of(response)
    assert "Er is nog niets opgeslagen." in text
    assert "<h1>Lezen</h1>" in text
    assert not PracticeSummary.objects.exists()


def test_publishing_what_is_not_complete_says_what_is_missing(researcher):
    response = researcher.post(
        reverse("knowledge:add", args=["antwoord"]), filled_in("antwoord", wish="publish", text="")
    )
    assert "Vul eerst aan: antwoord." in text_of(response)
    assert not Answer.objects.exists()


def test_who_writes_for_two_organisations_chooses(researcher, world):
    second = MembershipFactory(
        user=world.researcher, organisation=OrganisationFactory(), role=Role.RESEARCHER
    ).organisation
    address = reverse("knowledge:add", args=["antwoord"])
    researcher.post(address, filled_in("antwoord", owner=second.pk))
    assert Answer.objects.get().owner == second
    stranger = OrganisationFactory()
    assert researcher.post(address, filled_in("antwoord", owner=stranger.pk)).status_code == 400


@pytest.mark.parametrize("count", [1, 3])
def test_own_list_takes_the_same_queries(researcher, world, count, django_assert_num_queries):
    AnswerFactory.create_batch(count, owner=world.institute)
    with django_assert_num_queries(11):
        response = researcher.get(f"{reverse('knowledge:mine')}?soort=antwoord")
    assert text_of(response).count("Bewerken<") == count


def test_broker_sees_only_answers_among_what_can_be_added(world):
    client = Client()
    client.force_login(world.broker)
    text = text_of(client.get(reverse("knowledge:mine")))
    assert "Nieuw antwoord" in text
    assert "Nieuwe publicatie" not in text
