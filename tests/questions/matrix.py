from factories.questions import DraftFactory, QuestionFactory, SameQuestionFactory
from matrix import row, signed_in


def opened(world):
    return {"pk": QuestionFactory(owner=world.teacher).pk}


def draft(world):
    return {"pk": DraftFactory(owner=world.teacher).pk}


def joined(world):
    question = QuestionFactory(owner=world.teacher)
    SameQuestionFactory(question=question, user=world.colleague)
    return {"pk": question.pk}


def words(world):
    return {"text": "Hoe help ik kleuters aan meer woorden?", "version": "1"}


ROWS = [
    row("questions:list", everyone=200),
    row("questions:detail", state="open", kwargs=opened, everyone=200),
    row("questions:detail", state="draft", kwargs=draft, everyone=404, teacher=200),
    signed_in("questions:edit", answer=403, teacher=200, state="open", kwargs=opened),
    signed_in("questions:edit", answer=404, teacher=200, state="draft", kwargs=draft),
    signed_in("questions:edit", "POST", answer=403, teacher=302, kwargs=opened, data=words),
    signed_in("questions:autosave", "POST", answer=403, teacher=200, kwargs=opened, data=words),
    signed_in("questions:ask", answer=404, teacher=200, state="draft", kwargs=draft),
    signed_in("questions:ask", answer=403, state="open", kwargs=opened),
    signed_in("questions:ask", "POST", answer=404, teacher=302, state="draft", kwargs=draft),
    signed_in("questions:ask", "POST", answer=403, state="open", kwargs=opened),
    signed_in("questions:withdraw", "POST", answer=403, teacher=302, kwargs=opened),
    signed_in("questions:join", "POST", answer=302, teacher=403, state="open", kwargs=opened),
    signed_in("questions:join", "POST", answer=404, teacher=403, state="draft", kwargs=draft),
    signed_in("questions:leave", "POST", answer=302, kwargs=joined),
]
