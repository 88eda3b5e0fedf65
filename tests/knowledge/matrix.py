from factories.knowledge import (
    AnswerFactory,
    OpenMaterialFactory,
    PracticeSummaryFactory,
    PublicationFactory,
)
from matrix import row, signed_in

from knowledge.test_views import filled_in
from samenspel.knowledge.choices import Access, Status

FACTORIES = {
    "publicatie": PublicationFactory,
    "samenvatting": PracticeSummaryFactory,
    "antwoord": AnswerFactory,
}
COMPLETE = {
    "publicatie": {},
    "samenvatting": {"for_whom": "Groep 4", "evidence_explanation": "Twee studies"},
    "antwoord": {},
}
NAMES = {"publicatie": "publication", "samenvatting": "summary", "antwoord": "answer"}


def item(word, status, named=True):
    def kwargs(world):
        made = FACTORIES[word](owner=world.institute, status=status, **COMPLETE[word])
        return {"kind": word, "pk": made.pk} if named else {"pk": made.pk}

    return kwargs


def brokers_item(status):
    def kwargs(world):
        return {"kind": "antwoord", "pk": AnswerFactory(owner=world.network, status=status).pk}

    return kwargs


def kind(word):
    return lambda world: {"kind": word}


def sent(word):
    return lambda world: filled_in(word, wish="save")


def closed(world):
    return {"pk": PublicationFactory(access=Access.SUMMARY).pk}


def material(status):
    return lambda world: {"pk": OpenMaterialFactory(status=status).pk}


ROWS = [
    row("knowledge:list", everyone=200),
    row("knowledge:material", state="published", kwargs=material(Status.PUBLISHED), everyone=200),
    row(
        "knowledge:material",
        state="withdrawn",
        kwargs=material(Status.WITHDRAWN),
        everyone=404,
        administrator=200,
    ),
    row("knowledge:denied-access", "POST", state="closed", kwargs=closed, everyone=302),
    signed_in("knowledge:mine", answer=403, researcher=200, broker=200),
]
for word, name in NAMES.items():
    published, draft, withdrawn = (
        item(word, status) for status in (Status.PUBLISHED, Status.DRAFT, Status.WITHDRAWN)
    )
    own = {"researcher": 200}
    adds = own | ({"broker": 200} if word == "antwoord" else {})
    saves = dict.fromkeys(adds, 302)
    ROWS += [
        row(
            f"knowledge:{name}",
            state="published",
            kwargs=item(word, Status.PUBLISHED, named=False),
            everyone=200,
        ),
        row(
            f"knowledge:{name}",
            state="draft",
            kwargs=item(word, Status.DRAFT, named=False),
            everyone=404,
            **own,
        ),
        row(
            f"knowledge:{name}",
            state="withdrawn",
            kwargs=item(word, Status.WITHDRAWN, named=False),
            everyone=404,
            administrator=200,
            **own,
        ),
        row("knowledge:versions", state=f"{word} published", kwargs=published, everyone=200),
        row("knowledge:versions", state=f"{word} draft", kwargs=draft, everyone=404, **own),
        row(
            "knowledge:versions",
            state=f"{word} withdrawn",
            kwargs=withdrawn,
            everyone=404,
            administrator=200,
            **own,
        ),
        signed_in("knowledge:add", state=word, kwargs=kind(word), answer=403, **adds),
        signed_in(
            "knowledge:add",
            "POST",
            state=word,
            kwargs=kind(word),
            data=sent(word),
            answer=403,
            **saves,
        ),
    ]
    for state, kwargs, hidden in (
        ("published", published, 403),
        ("draft", draft, 404),
        ("withdrawn", withdrawn, 404),
    ):
        administrator = 404 if state == "draft" else 403
        others = {
            "state": f"{word} {state}",
            "kwargs": kwargs,
            "answer": hidden,
            "administrator": administrator,
        }
        ROWS += [
            signed_in("knowledge:edit", **others, researcher=200),
            signed_in("knowledge:edit", "POST", **others, data=sent(word), researcher=302),
            signed_in("knowledge:publish", "POST", **others, researcher=302),
            signed_in(
                "knowledge:withdraw",
                "POST",
                **{**others, "administrator": 404 if state == "draft" else 302},
                researcher=302,
            ),
        ]
ROWS.append(
    signed_in(
        "knowledge:edit",
        state="answer of a broker's network",
        kwargs=brokers_item(Status.PUBLISHED),
        answer=403,
        broker=200,
    )
)
