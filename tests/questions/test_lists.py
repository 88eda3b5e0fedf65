"""Lists cost the same number of queries for one and for three."""

import pytest
from django.urls import reverse
from factories.organisations import SchoolFactory
from factories.questions import QuestionFactory, SameQuestionFactory

QUERIES = {"questions:list": 5, "portal:mine": 9}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("route", QUERIES)
def test_list_takes_the_same_queries_for_any_number(
    client, world, django_assert_max_num_queries, route, count
):
    for _ in range(count):
        question = QuestionFactory(owner=world.teacher, organisation=SchoolFactory())
        SameQuestionFactory(question=question)
        SameQuestionFactory(user=world.teacher)
    client.force_login(world.teacher)
    client.get(reverse(route))
    with django_assert_max_num_queries(QUERIES[route]):
        page = client.get(reverse(route)).content.decode()
    assert page.count("nog 1 ander vraagt dit") == count + (
        count if route == "questions:list" else 0
    )


def test_empty_list_says_what_to_do_next(client, db):
    page = client.get(reverse("questions:list")).content.decode()
    assert "Nog geen vragen hier" in page
    assert reverse("portal:home") in page


def test_list_shows_only_the_chosen_sector(client, db):
    mine, other = QuestionFactory(sector="po"), QuestionFactory(sector="mbo")
    page = client.get(reverse("questions:list"), {"sector": "mbo"}).content.decode()
    assert (other.title in page, mine.title in page) == (True, False)


@pytest.mark.parametrize("page", ["0", "999", "x", "-1"])
def test_page_number_out_of_range_shows_a_page(client, db, page):
    QuestionFactory()
    assert client.get(reverse("questions:list"), {"pagina": page}).status_code == 200
