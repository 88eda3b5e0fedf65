from factories.questions import DraftFactory, QuestionFactory
from matrix import row, signed_in


def opened(world):
    return {"pk": QuestionFactory(owner=world.teacher).pk}


def draft(world):
    return {"pk": DraftFactory(owner=world.teacher).pk}


def typed(world):
    return {"text": "Hoe help ik kleuters aan meer woorden?", "intention": "look"}


def kept(world):
    return {"text": "Hoe help ik kleuters aan meer woorden?", "intention": "keep"}


def dismissal(world):
    return {"text": "woorden", "key": "question:1", "reason": "outdated", "back": "/zoeken/"}


ROWS = [
    row("portal:home", everyone=200),
    row("portal:ask", everyone=200),
    row("portal:ask", "POST", state="look", data=typed, everyone=200),
    row("portal:ask", "POST", state="keep", data=kept, everyone=302),
    row("portal:suggestions", "POST", data=typed, everyone=200),
    row("portal:discard", "POST", everyone=302),
    row("portal:for-question", state="open", kwargs=opened, everyone=200),
    row("portal:for-question", state="draft", kwargs=draft, everyone=404, teacher=200),
    row("portal:search", everyone=200),
    row("portal:dismiss", "POST", data=dismissal, everyone=302),
    row("portal:restore", "POST", data=dismissal, everyone=302),
    signed_in("portal:mine"),
    row("portal:about", everyone=200),
    row("portal:how-search-works", everyone=200),
    row("portal:accessibility", everyone=200),
    row("portal:privacy", everyone=200),
    row("portal:contact", everyone=200),
    row("portal:robots", everyone=200),
    row("portal:security", everyone=200),
]
