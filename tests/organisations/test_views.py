from datetime import date

import pytest
from django.urls import reverse
from factories.organisations import MembershipFactory, OrganisationFactory, SchoolFactory
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from samenspel.common.models import AuditEvent
from samenspel.organisations.choices import OrganisationKind, Role
from samenspel.organisations.models import Membership

pytestmark = pytest.mark.django_db
INDEX = "/organisaties/"


def names(response):
    return [organisation.name for organisation in response.context["found"].page]


@pytest.fixture
def zebra(db):
    return SchoolFactory(
        name="De Zebra",
        slug="de-zebra",
        place="Ergensdorp",
        region="utrecht",
        longitude=5.12,
        latitude=52.09,
        site__brin="12AB",
        site__location_code="12AB00",
    )


@pytest.fixture
def olifant(db):
    return SchoolFactory(
        name="De Olifant", place="Zuidwolde", region="drenthe", sectors=("vo",), site__pupils=None
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zebra", ["De Zebra"]),
        ("ergens zeb", ["De Zebra"]),
        ("12ab", ["De Zebra"]),
        ("zuidwolde", ["De Olifant"]),
        ("de", ["De Olifant", "De Zebra"]),
        ("giraffe", []),
        ("100%", []),
        ("\0", ["De Olifant", "De Zebra"]),
        ("<script>alert(1)</script>", []),
    ],
)
def test_words_find_name_place_and_brin(client, zebra, olifant, words, found):
    response = client.get(INDEX, {"q": words})
    assert names(response) == found
    assertNotContains(response, "<script>alert")


def test_facets_narrow_and_count_what_another_choice_would_give(client, zebra, olifant):
    response = client.get(INDEX, {"sector": "vo"})
    groups = {group.facet.field: group for group in response.context["found"].facets}
    assert names(response) == ["De Olifant"]
    assert [(option.value, option.count) for option in groups["sectors"].options] == [
        ("po", 1),
        ("vo", 1),
    ]
    assert [(option.value, option.count) for option in groups["region"].options] == [("drenthe", 1)]


def test_unknown_facet_value_is_left_out(client, zebra):
    assert names(client.get(INDEX, {"soort": "x", "provincie": "'--"})) == ["De Zebra"]


def test_closed_school_is_shown_only_when_asked(client, zebra, olifant):
    zebra.closed_on = date(2020, 8, 1)
    zebra.save()
    assert names(client.get(INDEX)) == ["De Olifant"]
    response = client.get(INDEX, {"gesloten": "1"})
    assert names(response) == ["De Olifant", "De Zebra"]
    assertContains(response, "Gesloten")


def test_name_that_begins_with_the_words_comes_first(client):
    for name in ("Bij de Regenboog", "Regenboogschool", "Aan de Regenboog"):
        SchoolFactory(name=name)
    assert names(client.get(INDEX, {"q": "regenboog"})) == [
        "Regenboogschool",
        "Aan de Regenboog",
        "Bij de Regenboog",
    ]


def test_nothing_found_says_what_to_do(client, zebra):
    assertContains(client.get(INDEX, {"q": "giraffe"}), "Geen organisatie gevonden")


def test_empty_register_says_so(client):
    assertContains(client.get(INDEX), "Er staan nog geen organisaties in het register.")


@pytest.mark.parametrize("page", ["1", "2", "999", "x", "-1"])
def test_any_page_number_gives_a_page(client, page):
    SchoolFactory.create_batch(26)
    assert client.get(INDEX, {"pagina": page}).status_code == 200


@pytest.mark.parametrize("number", [1, 30])
def test_list_takes_few_queries_whatever_its_length(
    client, world, number, django_assert_num_queries
):
    SchoolFactory.create_batch(number, parent=OrganisationFactory(kind=OrganisationKind.BOARD))
    client.force_login(world.teacher, "samenspel.accounts.backends.SignOnBackend")
    with django_assert_num_queries(8):
        client.get(INDEX)


@pytest.mark.parametrize("number", [1, 30])
def test_page_takes_few_queries_whatever_the_number_of_sites(
    client, world, number, django_assert_num_queries
):
    board = OrganisationFactory(kind=OrganisationKind.BOARD)
    school, *_ = SchoolFactory.create_batch(number + 1, parent=board)
    client.force_login(world.teacher, "samenspel.accounts.backends.SignOnBackend")
    with django_assert_num_queries(9):
        client.get(school.get_absolute_url())


def test_list_as_csv_holds_every_row_and_no_formula(client, zebra):
    zebra.name = "=HYPERLINK(1)"
    zebra.save()
    lines = client.get("/organisaties/organisaties.csv").getvalue().decode().splitlines()
    assert lines[0].startswith("naam;soort;straat en nummer")
    assert lines[1].startswith("'=HYPERLINK(1);school;")


def test_page_shows_register_map_and_source(client, zebra):
    zebra.source, zebra.source_date = "scholen.csv", date(2024, 11, 1)
    zebra.save()
    response = client.get("/organisaties/de-zebra/")
    assertContains(response, "12AB00")
    assertContains(response, "Basisschool in Ergensdorp, 240 leerlingen.")
    assertContains(response, 'cx="41.4"', count=2)
    assertContains(response, "Bron: scholen.csv, stand van 1 november 2024.")


def test_unknown_number_of_pupils_is_said(client, olifant):
    assertContains(client.get(olifant.get_absolute_url()), "niet bekend")


def test_page_lists_the_other_schools_of_the_board(client, zebra, olifant):
    board = OrganisationFactory(name="Stichting Dier", kind=OrganisationKind.BOARD)
    board.children.set([zebra, olifant])
    page = client.get("/organisaties/de-zebra/")
    assert [site.name for site in page.context["sites"]] == ["De Olifant"]
    of_board = client.get(board.get_absolute_url())
    assert [site.name for site in of_board.context["sites"]] == ["De Olifant", "De Zebra"]


def test_school_without_a_board_lists_the_sites_of_its_brin(client, zebra):
    SchoolFactory(name="De Zebra, bovenbouw", site__brin="12AB", site__location_code="12AB01")
    page = client.get("/organisaties/de-zebra/")
    assert [site.name for site in page.context["sites"]] == ["De Zebra, bovenbouw"]


def test_closed_school_keeps_its_page_and_cannot_be_joined(client, world, zebra):
    zebra.closed_on = date(2020, 8, 1)
    zebra.save()
    client.force_login(world.teacher, "samenspel.accounts.backends.SignOnBackend")
    assertContains(client.get("/organisaties/de-zebra/"), "Gesloten sinds 1 augustus 2020")
    response = client.post("/organisaties/de-zebra/aanmelden/", {"role": "teacher"})
    assert response.status_code == 403


def test_unknown_organisation_is_not_found(client):
    assert client.get("/organisaties/bestaat-niet/").status_code == 404


@pytest.fixture
def as_user(client):
    def sign_in(user):
        client.force_login(user, "samenspel.accounts.backends.SignOnBackend")
        return client

    return sign_in


def test_teacher_joins_at_once(as_user, world, zebra):
    as_user(world.other_teacher).post("/organisaties/de-zebra/aanmelden/", {"role": "teacher"})
    membership = Membership.objects.get(organisation=zebra)
    assert (membership.user, membership.role, membership.confirmed) == (
        world.other_teacher,
        Role.TEACHER,
        True,
    )


@pytest.mark.parametrize("role", ["school_leader", "broker"])
def test_other_role_waits_to_be_confirmed(as_user, world, zebra, role):
    as_user(world.other_teacher).post("/organisaties/de-zebra/aanmelden/", {"role": role})
    assert not Membership.objects.get(organisation=zebra).confirmed


@pytest.mark.parametrize("role", ["government_analyst", "supplier", "administrator", ""])
def test_role_that_does_not_fit_the_organisation_is_refused(as_user, world, zebra, role):
    as_user(world.other_teacher).post("/organisaties/de-zebra/aanmelden/", {"role": role})
    assert not Membership.objects.filter(organisation=zebra).exists()


def test_joining_twice_makes_one_membership(as_user, world, zebra):
    client = as_user(world.other_teacher)
    for _ in range(2):
        client.post("/organisaties/de-zebra/aanmelden/", {"role": "teacher"})
    assert Membership.objects.filter(organisation=zebra).count() == 1
    assert AuditEvent.objects.filter(action="membership.started").count() == 1


def test_leader_confirms_and_the_membership_counts(as_user, world):
    waiting = MembershipFactory(
        user=world.broker, organisation=world.school, role=Role.BROKER, confirmed=False
    )
    as_user(world.school_leader).post(f"/organisaties/rol/{waiting.pk}/bevestigen/")
    assert waiting in Membership.objects.current()
    assert AuditEvent.objects.filter(action="membership.confirmed").count() == 1


def test_nobody_confirms_their_own_role(as_user, world):
    waiting = MembershipFactory(
        user=world.school_leader, organisation=world.school, role=Role.BROKER, confirmed=False
    )
    response = as_user(world.school_leader).post(f"/organisaties/rol/{waiting.pk}/bevestigen/")
    assert response.status_code == 403


def test_unconfirmed_leader_manages_nothing(as_user, world, zebra):
    MembershipFactory(
        user=world.broker, organisation=zebra, role=Role.SCHOOL_LEADER, confirmed=False
    )
    assert as_user(world.broker).get("/organisaties/de-zebra/mensen/").status_code == 403


def test_board_manages_its_schools(as_user, world, zebra):
    zebra.parent = OrganisationFactory(kind=OrganisationKind.BOARD)
    zebra.save()
    MembershipFactory(user=world.broker, organisation=zebra.parent, role=Role.BOARD)
    assert as_user(world.broker).get("/organisaties/de-zebra/mensen/").status_code == 200


def test_people_are_not_on_the_public_page(client, world):
    world.teacher.name = "Kanarie Pietersen"
    world.teacher.save()
    assertNotContains(client.get(world.school.get_absolute_url()), "Kanarie")


def test_leaving_ends_the_membership_and_keeps_it(as_user, world):
    membership = world.teacher.memberships.get()
    response = as_user(world.teacher).post(f"/organisaties/rol/{membership.pk}/beeindigen/")
    assertRedirects(response, world.school.get_absolute_url())
    membership.refresh_from_db()
    assert membership.ended is not None
    assert not world.teacher.memberships.current().exists()


def test_page_is_changed_and_audited_by_field_names_only(as_user, world):
    as_user(world.school_leader).post(
        f"/organisaties/{world.school.slug}/bewerken/",
        {"description": "Een fijne school.", "website": "www.regenboog.example"},
    )
    world.school.refresh_from_db()
    assert (world.school.description, world.school.website) == (
        "Een fijne school.",
        "https://www.regenboog.example",
    )
    event = AuditEvent.objects.get(action="organisation.changed")
    assert event.details == {"fields": ["description", "website"]}


@pytest.mark.parametrize("website", ["javascript:alert(1)", "geen adres"])
def test_bad_website_is_refused_and_what_was_typed_stays(as_user, world, website):
    response = as_user(world.school_leader).post(
        f"/organisaties/{world.school.slug}/bewerken/",
        {"description": "Een fijne school.", "website": website},
    )
    assertContains(response, "Een fijne school.")
    world.school.refresh_from_db()
    assert world.school.website == ""


def test_switching_role_lasts_for_the_session(as_user, world, zebra):
    second = MembershipFactory(user=world.teacher, organisation=zebra, role=Role.BROKER)
    client = as_user(world.teacher)
    assert client.get(INDEX).wsgi_request.membership.organisation == world.school
    response = client.post(
        reverse("organisations:switch"), {"membership": second.pk, "next": "/organisaties/?q=x"}
    )
    assertRedirects(response, "/organisaties/?q=x")
    request = client.get(INDEX).wsgi_request
    assert (request.membership, request.user.current_role) == (second, Role.BROKER)


def test_membership_that_ended_is_acted_as_no_more(as_user, world, zebra):
    second = MembershipFactory(user=world.teacher, organisation=zebra, role=Role.BROKER)
    client = as_user(world.teacher)
    client.post(reverse("organisations:switch"), {"membership": second.pk})
    Membership.objects.filter(pk=second.pk).update(ended=date(2099, 1, 1))
    assert client.get(INDEX).wsgi_request.membership.organisation == world.school


@pytest.mark.parametrize("chosen", ["", "x", "0", "99999999999999999999"])
def test_membership_of_nobody_cannot_be_chosen(as_user, world, chosen):
    response = as_user(world.teacher).post(reverse("organisations:switch"), {"membership": chosen})
    assert response.status_code == 404


def test_membership_of_another_cannot_be_chosen(as_user, world):
    other = world.colleague.memberships.get()
    response = as_user(world.teacher).post(
        reverse("organisations:switch"), {"membership": other.pk}
    )
    assert response.status_code == 404


def test_switching_leads_nowhere_else(as_user, world):
    own = world.teacher.memberships.get()
    response = as_user(world.teacher).post(
        reverse("organisations:switch"), {"membership": own.pk, "next": "https://elders.example/"}
    )
    assert response["Location"] == "/"
