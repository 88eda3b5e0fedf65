"""Fifty people at once: invariants hold, and without the lock they would not."""

import threading

import pytest
from django.db import connection
from factories.accounts import UserFactory
from factories.questions import QuestionFactory

from samenspel.questions import actions
from samenspel.questions.models import Question, SameQuestion

PARALLEL = 20


def together(work, count=PARALLEL):
    """Run `work(i)` in threads that start at the same moment; what each returned or raised."""
    barrier, outcomes = threading.Barrier(count), [None] * count

    def run(index):
        try:
            barrier.wait(30)
            outcomes[index] = work(index)
        except Exception as error:
            outcomes[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_of_many_changes_to_one_version_exactly_one_wins():
    question = QuestionFactory()
    outcomes = together(
        lambda index: actions.change(
            question=question, version=1, values={"text": f"Tekst {index}"}, by=question.owner
        )
    )
    won = [outcome for outcome in outcomes if isinstance(outcome, Question)]
    refused = [o for o in outcomes if isinstance(o, actions.SomebodyElseSaved)]
    saved = Question.objects.get()
    assert (len(won), len(refused), saved.version) == (1, PARALLEL - 1, 2)
    assert saved.text == won[0].text


@pytest.mark.django_db(transaction=True)
def test_joining_many_times_at_once_counts_once():
    question, user = QuestionFactory(), UserFactory()
    outcomes = together(lambda index: actions.join(question=question, by=user))
    assert [type(outcome) for outcome in outcomes] == [SameQuestion] * PARALLEL
    assert SameQuestion.objects.count() == 1
