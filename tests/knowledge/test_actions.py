from datetime import date

import pytest
from django.db import IntegrityError, transaction
from factories.knowledge import (
    AnswerFactory,
    HarvestSourceFactory,
    OpenMaterialFactory,
    PublicationFactory,
)

from samenspel.common.models import AuditEvent
from samenspel.common.publishing import NotNow, NotReady
from samenspel.knowledge import actions
from samenspel.knowledge.choices import Status
from samenspel.knowledge.models import Answer, DeniedAccess, PracticeSummary, Publication
from samenspel.search.models import OutboxEntry

pytestmark = pytest.mark.django_db

ANSWER = {"title": "Hoe leer je lezen?", "text": "Veel lezen.", "answered_on": date(2026, 3, 1)}


@pytest.fixture
def draft(world):
    return actions.add(
        model=Answer,
        owner=world.institute,
        fields=ANSWER,
        publications=[PublicationFactory(title="Lezen")],
        by=world.researcher,
    )


def test_added_item_is_a_draft_that_nobody_finds(draft):
    assert draft.status == Status.DRAFT
    assert not OutboxEntry.objects.exists()


def test_published_item_keeps_a_version_and_goes_to_the_index(draft, world):
    actions.publish(item=draft, by=world.researcher)
    version = draft.versions.get()
    assert (version.author, version.snapshot["publications"]) == (world.researcher, ["Lezen"])
    assert version.snapshot["fields"]["answered_on"] == "2026-03-01"
    assert OutboxEntry.objects.get().kind == "answer"
    assert list(AuditEvent.objects.order_by("id").values_list("action", flat=True)) == [
        "answer.added",
        "answer.published",
    ]


def test_change_of_a_published_item_is_a_new_version(draft, world):
    actions.publish(item=draft, by=world.researcher)
    for _twice in range(2):
        actions.change(item=draft, fields={"text": "Nog meer lezen."}, by=world.researcher)
    assert [version.number for version in draft.versions.all()] == [2, 1]


def test_incomplete_item_is_not_published(world):
    with pytest.raises(NotReady) as refused:
        actions.add(
            model=PracticeSummary,
            owner=world.institute,
            fields={"title": "Lezen", "says": "Lees."},
            publish=True,
            by=world.researcher,
        )
    assert refused.value.missing == [
        "in het kort",
        "voor wie",
        "waarom zo zeker",
        "wat je maandag kunt doen",
    ]
    assert not PracticeSummary.objects.exists()


def test_withdrawn_item_can_come_back(draft, world):
    with pytest.raises(NotNow):
        actions.withdraw(item=draft, by=world.researcher)
    actions.publish(item=draft, by=world.researcher)
    assert actions.withdraw(item=draft, by=world.researcher).status == Status.WITHDRAWN
    assert actions.publish(item=draft, by=world.researcher).status == Status.PUBLISHED


def test_licence_gets_our_name(world):
    publication = actions.add(
        model=Publication,
        owner=world.institute,
        fields={"title": "Lezen", "licence": "CC BY-NC 4.0"},
        by=world.researcher,
    )
    assert publication.licence_code == "cc-by-nc-4.0"


def test_denied_access_counts_the_role_and_not_the_person(world):
    world.teacher.current_role = "teacher"
    actions.count_denied_access(publication=PublicationFactory(), by=world.teacher)
    assert DeniedAccess.objects.get().role == "teacher"
    assert AuditEvent.objects.get(action="publication.access_denied").actor_id is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"year": 20},
        {"url": "", "access": "open"},
        {"owner": None},
        {"harvested_identifier": "a"},
        {"published": None},
        {"domain": "organisatie"},
    ],
    ids=str,
)
def test_database_refuses_a_contradiction(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicationFactory(**wrong)


def test_database_refuses_a_harvested_record_twice():
    source = HarvestSourceFactory()
    OpenMaterialFactory(source=source, harvested_identifier="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        OpenMaterialFactory(source=source, harvested_identifier="a")


def test_service_type_may_be_left_out():
    assert AnswerFactory(domain="", service_type="").pk
