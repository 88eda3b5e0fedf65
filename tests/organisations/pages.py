from datetime import date

from factories.organisations import MembershipFactory, OrganisationFactory, SchoolFactory

from samenspel.organisations.choices import OrganisationKind, Role


def nothing(world):
    return {}


def school(world):
    """A school with a place on the map, a board with another school, and people."""
    made = world.school
    if made.parent is None:
        made.parent = OrganisationFactory(
            name="Stichting Dier", slug="stichting-dier", kind=OrganisationKind.BOARD
        )
        made.longitude, made.latitude = 5.12, 52.09
        made.source, made.source_date = "scholen.csv", date(2024, 11, 1)
        made.save()
        SchoolFactory(name="De Olifant", parent=made.parent, longitude=6.0, latitude=53.0)
        MembershipFactory(
            user=world.colleague, organisation=made, role=Role.BROKER, confirmed=False
        )
    return {"slug": made.slug}


def board(world):
    school(world)
    return {"slug": "stichting-dier"}


PAGES = [
    ("organisations:index", nothing, "teacher"),
    ("organisations:index", nothing, "anonymous", "q=bestaat+niet"),
    ("organisations:detail", school, "anonymous"),
    ("organisations:detail", school, "teacher"),
    ("organisations:detail", board, "anonymous"),
    ("organisations:edit", school, "school_leader"),
    ("organisations:people", school, "school_leader"),
]
