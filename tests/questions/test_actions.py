import pytest
from django.contrib.auth.models import AnonymousUser
from factories.questions import DraftFactory, QuestionFactory

from samenspel.common.models import AuditEvent
from samenspel.questions import actions
from samenspel.questions.choices import Status
from samenspel.questions.models import Question, SameQuestion
from samenspel.search.models import OutboxEntry


def test_start_keeps_a_draft_that_only_its_owner_sees(world):
    question = actions.start(text="Hoe help ik ze?", by=world.teacher, organisation=world.school)
    assert (question.status, question.title, question.region) == (
        Status.DRAFT,
        "Hoe help ik ze?",
        "utrecht",
    )
    visible = [
        Question.objects.visible_to(user).exists()
        for user in (world.teacher, world.colleague, world.administrator, AnonymousUser())
    ]
    assert visible == [True, False, False, False]


def test_change_counts_versions_and_names_the_fields(world):
    question = QuestionFactory(owner=world.teacher)
    changed = actions.change(
        question=question, version=1, values={"text": "Anders?"}, by=world.teacher
    )
    event = AuditEvent.objects.get(action="question.changed")
    assert (changed.version, event.details) == (2, {"fields": ["text"]})


def test_change_without_difference_leaves_no_trace(world):
    question = QuestionFactory(owner=world.teacher)
    actions.change(question=question, version=1, values={"text": question.text}, by=world.teacher)
    assert AuditEvent.objects.count() == 0


def test_change_after_somebody_else_saved_is_refused(world):
    question = QuestionFactory(owner=world.teacher)
    actions.change(question=question, version=1, values={"text": "Eerst?"}, by=world.teacher)
    with pytest.raises(actions.SomebodyElseSaved) as refused:
        actions.change(question=question, version=1, values={"text": "Later?"}, by=world.teacher)
    assert refused.value.current.text == "Eerst?"


def test_ask_opens_the_question_and_tells_the_index(world):
    question = DraftFactory(owner=world.teacher)
    asked = actions.ask(question=question, by=world.teacher)
    entries = list(OutboxEntry.objects.values_list("kind", "object_id"))
    assert (asked.status, asked.asked is not None, entries) == (
        Status.OPEN,
        True,
        [("question", question.pk)],
    )


def test_asking_again_after_withdrawal_keeps_the_first_date(world):
    question = QuestionFactory(owner=world.teacher)
    actions.withdraw(question=question, by=world.teacher)
    assert actions.ask(question=question, by=world.teacher).asked == question.asked


def test_withdrawing_a_draft_is_not_possible(world):
    with pytest.raises(actions.NotPossible):
        actions.withdraw(question=DraftFactory(owner=world.teacher), by=world.teacher)


def test_joining_twice_counts_once(world):
    question = QuestionFactory(owner=world.teacher)
    for _ in range(2):
        actions.join(question=question, by=world.other_teacher, organisation=world.other_school)
    assert SameQuestion.objects.count() == 1
    assert AuditEvent.objects.filter(action="question.joined").count() == 1


def test_leaving_takes_the_joining_back(world):
    question = QuestionFactory(owner=world.teacher)
    actions.join(question=question, by=world.other_teacher)
    actions.leave(question=question, by=world.other_teacher)
    assert SameQuestion.objects.count() == 0
