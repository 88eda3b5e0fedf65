from factories.organisations import MembershipFactory
from matrix import LOGIN, row, signed_in

from samenspel.organisations.choices import Role

PUBLIC = ["organisations:index", "organisations:csv"]


def school(world):
    return {"slug": world.school.slug}


def supplier(world):
    return {"slug": world.supplier_organisation.slug}


def of_colleague(world):
    """A colleague who says to be a broker at the teacher's school."""
    waiting = world.object(
        "waiting",
        lambda: MembershipFactory(
            user=world.colleague, organisation=world.school, role=Role.BROKER, confirmed=False
        ),
    )
    return {"pk": waiting.pk}


def of_teacher(world):
    """The teacher's own membership, running again for every actor."""
    membership = world.teacher.memberships.get()
    membership.ended = None
    membership.save()
    return {"pk": membership.pk}


ONLY_MANAGERS = {"everyone": 403, "anonymous": LOGIN, "administrator": 200, "school_leader": 200}
CHANGED = {**ONLY_MANAGERS, "administrator": 302, "school_leader": 302}

ROWS = [
    *(row(route, everyone=200) for route in PUBLIC),
    row("organisations:detail", everyone=200, kwargs=school),
    row("organisations:detail", everyone=200, kwargs=supplier, state="supplier"),
    row("organisations:edit", kwargs=school, **ONLY_MANAGERS),
    row(
        "organisations:edit",
        "POST",
        kwargs=school,
        data=lambda world: {"description": "Een fijne school.", "website": ""},
        **CHANGED,
    ),
    row(
        "organisations:edit",
        kwargs=supplier,
        state="supplier",
        everyone=403,
        anonymous=LOGIN,
        administrator=200,
        supplier=200,
    ),
    signed_in(
        "organisations:join",
        "POST",
        answer=302,
        kwargs=school,
        data=lambda world: {"role": Role.TEACHER},
    ),
    row("organisations:people", kwargs=school, **ONLY_MANAGERS),
    row("organisations:confirm", "POST", kwargs=of_colleague, **CHANGED),
    row("organisations:end", "POST", kwargs=of_teacher, **{**CHANGED, "teacher": 302}),
    signed_in("organisations:switch", "POST", answer=404, data=lambda world: {"membership": "0"}),
]
