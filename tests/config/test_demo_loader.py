"""Loading the fictitious content: whole, once, marked, and with somebody in every role."""

from datetime import timedelta
from decimal import Decimal

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from samenspel.accounts.models import Profile, User
from samenspel.catalogue.models import Claim, Offering, OfferingVersion, PriceLine, PriceTier
from samenspel.common.models import AuditEvent
from samenspel.common.taxonomy import Domain, Sector
from samenspel.config import demo, demo_content
from samenspel.knowledge.models import Answer, PracticeSummary, Publication
from samenspel.organisations.choices import Role
from samenspel.organisations.models import Membership, Organisation, SchoolSite
from samenspel.questions.choices import Status
from samenspel.questions.models import Question, SameQuestion
from samenspel.search import registry
from samenspel.search.models import OutboxEntry

KNOWLEDGE = (Publication, PracticeSummary, Answer)
LOADED = (Organisation, Profile, Question, Offering, *KNOWLEDGE)
BESIDE = (
    *(User, EmailAddress, SchoolSite, Membership, SameQuestion),
    *(PriceLine, PriceTier, Claim, OfferingVersion, AuditEvent, OutboxEntry),
    *(PracticeSummary.publications.through, Answer.publications.through),
)


def counts():
    return {model.__name__: model.objects.count() for model in (*LOADED, *BESIDE)}


@pytest.fixture(scope="module")
def lines(django_db_setup, django_db_blocker):
    """What was told while loading; the content goes again when the tests of this file are done."""
    told = []
    with django_db_blocker.unblock(), transaction.atomic():
        demo_content.load(told.append)
        yield told
        transaction.set_rollback(True)


@pytest.fixture
def said(lines, db):
    return lines


def test_there_is_enough_of_everything(said):
    assert Organisation.objects.count() >= 30
    assert User.objects.count() >= 40
    assert Question.objects.filter(status=Status.OPEN).count() >= 150
    assert set(Question.objects.values_list("sector", flat=True)) == set(Sector)
    assert Offering.objects.published().count() >= 120
    assert set(Offering.objects.values_list("domain", flat=True)) == set(Domain)
    assert sum(model.objects.published().count() for model in KNOWLEDGE) >= 100
    assert min(counts().values()) > 0


def test_loading_twice_changes_nothing(said):
    before = counts()
    Question.objects.filter(status=Status.OPEN).first().delete()
    again = []
    demo_content.load(again.append)
    assert again == []
    assert counts() == before | {
        "Question": before["Question"] - 1,
        "SameQuestion": SameQuestion.objects.count(),
        "OutboxEntry": before["OutboxEntry"] + 1,  # The deletion itself.
    }


def test_every_object_that_can_be_marked_is(said):
    marked = [
        model
        for model in apps.get_models()
        if any(field.name == "is_demo" for field in model._meta.fields)
    ]
    assert {User, Organisation, Question, Offering, *KNOWLEDGE} <= set(marked)
    for model in marked:
        assert not model.objects.filter(is_demo=False).exists()


def test_progress_is_told_for_each_kind(said):
    assert said[0] == f"{Organisation.objects.count()} organisaties gemaakt."
    assert len(said) == len(LOADED)


@pytest.mark.parametrize("model", LOADED)
def test_each_kind_leaves_one_audit_event(said, model):
    event = AuditEvent.objects.get(object_type=model._meta.label_lower, action="demo.loaded")
    assert event.details == {"count": model.objects.count()}
    assert event.actor_id is None


def test_everything_findable_waits_for_the_index(said):
    for source in registry.sources():
        waiting = OutboxEntry.objects.filter(kind=source.kind).values_list("object_id", flat=True)
        assert set(source.queryset().values_list("pk", flat=True)) <= set(waiting)
    assert {source.model for source in registry.sources()} >= set(LOADED)


def test_nobody_has_a_password_and_every_address_is_confirmed(said):
    assert all(not user.has_usable_password() for user in User.objects.all())
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == User.objects.count()


@pytest.mark.parametrize("role", Role)
def test_every_role_is_somebodys_who_can_sign_in_at_once(said, role):
    people = User.objects.filter(
        memberships__in=Membership.objects.current().filter(role=role), profile__isnull=False
    )
    assert people.exists()


def test_addresses_for_every_role_and_the_administrator_are_printed(said, capsys):
    demo._print_addresses(8123)
    printed = capsys.readouterr().out
    keeper = User.objects.get(is_administrator=True)
    assert f"http://127.0.0.1:8123/demo/inloggen/{keeper.profile.slug}/" in printed
    assert printed.count("/demo/inloggen/") == len(Role) + 1


def test_schools_belong_to_their_board(said):
    sites = SchoolSite.objects.select_related("organisation__parent")
    assert {site.organisation.parent.kind for site in sites} == {"board"}


def test_times_count_back_from_today(said):
    now = timezone.now()
    for question in Question.objects.filter(status=Status.OPEN):
        assert now - timedelta(days=549) < question.asked < now
        assert question.modified < now - timedelta(hours=12)
    assert Question.objects.filter(status=Status.DRAFT, asked__isnull=True).exists()
    for model in (Offering, *KNOWLEDGE):
        assert not model.objects.filter(modified__gt=now - timedelta(hours=12)).exists()


def test_same_questions_come_after_the_question_and_from_others(said):
    for same in SameQuestion.objects.select_related("question"):
        assert same.created > same.question.asked
        assert same.user_id != same.question.owner_id
        assert same.organisation_id


def test_offerings_are_sorted_by_price_and_evidence(said):
    assert len(set(Offering.objects.values_list("price_band", flat=True))) >= 5
    assert len(set(Offering.objects.values_list("evidence_level", flat=True))) >= 4
    free = Offering.objects.filter(price_lines__basis="free").distinct()
    assert all(offering.price_band for offering in free)


def test_each_offering_has_one_version_that_says_what_it_says(said):
    version = OfferingVersion.objects.select_related("offering").filter(
        offering__price_lines__tiers__isnull=False
    )[0]
    lines = version.offering.prices()
    assert OfferingVersion.objects.count() == Offering.objects.count()
    assert version.published == version.offering.published
    assert version.snapshot["fields"]["title"] == version.offering.title
    assert [Decimal(price["amount"]) for price in version.snapshot["prices"]] == [
        line.amount for line in lines
    ]


def test_claims_point_at_the_study_behind_them(said):
    linked = Claim.objects.exclude(evidence_url="").values_list("evidence_url", flat=True)
    assert set(linked) <= set(Publication.objects.values_list("url", flat=True))
    assert linked


def test_knowledge_rests_on_publications(said):
    assert not PracticeSummary.objects.filter(publications__isnull=True).exists()
    assert not Answer.objects.filter(publications__isnull=True).exists()
