"""What a reader found not relevant stays away, for that reader and that subject only."""

from django.urls import reverse
from factories.questions import QuestionFactory

from samenspel.matching.models import Dismissal
from samenspel.search import outbox


def found(client, words):
    return client.get(reverse("portal:search"), {"q": words}).content.decode()


def dismiss(client, question, words="woordenschat"):
    return client.post(
        reverse("portal:dismiss"),
        {"text": words, "key": f"question:{question.pk}", "reason": "outdated"},
    )


def made(live_index):
    question = QuestionFactory(title="Woordenschat bij kleuters", text="Meer woordenschat?")
    outbox.changed(question)
    live_index()
    return question


def test_dismissed_result_stays_away_for_a_visitor(client, live_index):
    question = made(live_index)
    assert question.get_absolute_url() in found(client, "woordenschat")
    dismiss(client, question)
    assert question.get_absolute_url() not in found(client, "Woordenschat ")
    assert question.get_absolute_url() in found(client, "kleuters")


def test_dismissal_of_one_person_changes_nothing_for_another(client, live_index, world):
    question = made(live_index)
    client.force_login(world.teacher)
    dismiss(client, question)
    dismiss(client, question)
    assert Dismissal.objects.count() == 1
    assert question.get_absolute_url() not in found(client, "woordenschat")
    client.force_login(world.colleague)
    assert question.get_absolute_url() in found(client, "woordenschat")


def test_restoring_shows_everything_again(client, live_index, world):
    question = made(live_index)
    client.force_login(world.teacher)
    dismiss(client, question)
    client.post(reverse("portal:restore"), {"text": "woordenschat"})
    assert question.get_absolute_url() in found(client, "woordenschat")


def test_dismissal_with_an_unknown_reason_says_what_to_do(client, db):
    response = client.post(
        reverse("portal:dismiss"), {"text": "a", "key": "question:1", "reason": "zomaar"}
    )
    assert response.status_code == 422
    assert "kies een reden" in response.content.decode()


def test_return_address_elsewhere_is_not_followed(client, db):
    response = client.post(
        reverse("portal:dismiss"),
        {"text": "a", "key": "question:1", "reason": "outdated", "back": "https://elders.example/"},
    )
    assert response["Location"] == reverse("portal:search")
