"""What an owner sees and does on the pages of a question."""

import pytest
from django.urls import reverse
from factories.questions import DraftFactory, QuestionFactory

from samenspel.questions import actions
from samenspel.questions.models import SameQuestion


@pytest.fixture
def owner(client, world):
    client.force_login(world.teacher)
    return client


def edit(client, question, name="questions:edit", **values):
    values = {"text": question.text, "title": question.title, "version": "1"} | values
    return client.post(reverse(name, kwargs={"pk": question.pk}), values)


def test_name_of_the_asker_is_shown_to_nobody(client, world):
    world.teacher.name = "Wilhelmina Zonderland"
    world.teacher.save()
    question = QuestionFactory(owner=world.teacher)
    for user in (None, world.colleague, world.administrator):
        if user:
            client.force_login(user)
        assert "Zonderland" not in client.get(question.get_absolute_url()).content.decode()


def test_conflict_shows_both_texts_and_saves_nothing(owner, world):
    question = QuestionFactory(owner=world.teacher, text="Eerst?")
    actions.change(question=question, version=1, values={"text": "Elders?"}, by=world.teacher)
    response = edit(owner, question, text="Hier?")
    page = response.content.decode()
    question.refresh_from_db()
    assert (response.status_code, question.text) == (409, "Elders?")
    assert ("Elders?" in page, "Hier?" in page) == (True, True)
    assert 'value="2"' in page


def test_second_attempt_after_a_conflict_is_saved(owner, world):
    question = QuestionFactory(owner=world.teacher)
    actions.change(question=question, version=1, values={"text": "Elders?"}, by=world.teacher)
    edit(owner, question, text="Samen?", version="2")
    question.refresh_from_db()
    assert question.text == "Samen?"


def test_autosave_hands_the_new_version_to_the_form(owner, world):
    question = DraftFactory(owner=world.teacher)
    page = edit(owner, question, "questions:autosave", text="Verder?").content.decode()
    assert ("Vanzelf bewaard" in page, 'value="2"' in page) == (True, True)


def test_autosave_of_an_empty_text_says_so_and_keeps_the_old(owner, world):
    question = DraftFactory(owner=world.teacher, text="Eerst?")
    page = edit(owner, question, "questions:autosave", text="").content.decode()
    question.refresh_from_db()
    assert ("Nog niet bewaard" in page, question.text) == (True, "Eerst?")


def test_question_of_another_school_cannot_be_chosen(owner, world):
    question = DraftFactory(owner=world.teacher)
    response = edit(owner, question, organisation=str(world.other_school.pk))
    question.refresh_from_db()
    assert (response.status_code, question.organisation) == (200, None)


def test_withdrawing_hides_the_question_from_others(owner, world, client):
    question = QuestionFactory(owner=world.teacher)
    owner.post(reverse("questions:withdraw", kwargs={"pk": question.pk}))
    client.logout()
    assert client.get(question.get_absolute_url()).status_code == 404


def test_joining_keeps_the_words_and_the_school(client, world):
    question = QuestionFactory(owner=world.teacher)
    client.force_login(world.other_teacher)
    address = reverse("questions:join", kwargs={"pk": question.pk})
    client.post(address, {"words": "Bij ons ook.\x00"})
    same = SameQuestion.objects.get()
    assert (same.words, same.organisation) == ("Bij ons ook.", world.other_school)
