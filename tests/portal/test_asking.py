"""The main job without a script: type, see, keep, ask, join."""

import pytest
from django.urls import reverse
from factories.questions import QuestionFactory

from samenspel.questions import drafts
from samenspel.questions.choices import Status
from samenspel.questions.models import Question
from samenspel.search import outbox

TEXT = "Hoe help ik kleuters aan meer woorden?"


def post(client, name="portal:ask", **values):
    return client.post(reverse(name), {"text": TEXT, **values})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Typ eerst je vraag"),
        ("   ", "Typ eerst je vraag"),
        ("\x00", "Typ eerst je vraag"),
        ("a" * 1_000_000, "Je vraag is te lang: 1000000 tekens"),
    ],
    ids=["empty", "blank", "NUL alone", "1 MB"],
)
def test_unusable_question_says_what_to_do(client, db, text, message):
    response = post(client, text=text)
    assert response.status_code == 422
    assert message in response.content.decode()


def test_too_long_question_is_not_lost(client, db):
    assert "a" * 6000 in post(client, text="a" * 6000).content.decode()


def test_nul_in_a_question_is_left_out(client, db):
    post(client, text=f"{TEXT}\x00", intention="keep")
    assert drafts.kept(client.session)["text"] == TEXT


def test_script_in_a_question_stays_text(client, db):
    page = post(client, text="<script>alert(1)</script> Wat nu?").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_asking_shows_four_groups_without_an_account(client, live_index):
    question = QuestionFactory(title="Meer woorden voor kleuters")
    outbox.changed(question)
    live_index()
    page = post(client).content.decode()
    titles = [
        "Dezelfde vraag elders",
        "Antwoorden die er al zijn",
        "Aanbod dat past",
        "Mensen en organisaties die kunnen helpen",
    ]
    assert [title for title in titles if title not in page] == []
    assert question.get_absolute_url() in page


def test_question_with_personal_data_is_not_asked_unseen(client, world):
    client.force_login(world.teacher)
    post(
        client,
        text="Mijn leerling Sanne de Vries (06-12345678) leest slecht. Wat nu?",
        intention="ask",
    )
    question = Question.objects.get()
    address = reverse("questions:ask", kwargs={"pk": question.pk})
    refused = client.post(address)
    question.refresh_from_db()
    assert (refused.status_code, question.status) == (422, Status.DRAFT)
    assert "Sanne de Vries" in refused.content.decode()
    client.post(address, {"checked": "on"})
    question.refresh_from_db()
    assert question.status == Status.OPEN


def test_draft_without_account_is_claimed_at_sign_in(client, world):
    from factories.accounts import UserFactory

    post(client, intention="keep")
    user = UserFactory(email="anna@example.org", password="een lang wachtwoord 1")
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    client.post(
        reverse("account_login"), {"login": user.email, "password": "een lang wachtwoord 1"}
    )
    question = Question.objects.get()
    assert (question.text, question.owner, question.status) == (TEXT, user, Status.DRAFT)
    assert drafts.kept(client.session) == {}


def test_kept_draft_with_account_is_a_question_of_the_school(client, world):
    client.force_login(world.teacher)
    post(client, intention="keep", sector="po")
    question = Question.objects.get()
    assert (question.organisation, question.region, question.sector) == (
        world.school,
        "utrecht",
        "po",
    )


def test_typing_keeps_the_draft_and_shows_groups(client, db):
    response = client.post(
        reverse("portal:suggestions"), {"text": TEXT}, headers={"HX-Request": "true"}
    )
    page = response.content.decode()
    assert ("Bewaard in dit venster" in page, "Aanbod dat past" in page, "<html" in page) == (
        True,
        True,
        False,
    )
    assert drafts.kept(client.session)["text"] == TEXT


def test_emptied_field_forgets_the_draft(client, db):
    client.post(reverse("portal:suggestions"), {"text": TEXT})
    client.post(reverse("portal:suggestions"), {"text": ""})
    assert drafts.kept(client.session) == {}
