"""The main job in a real browser: typing, by keyboard alone, and without a script."""

import re

import pytest
from django.urls import reverse
from factories.questions import QuestionFactory
from playwright.sync_api import expect

from samenspel.questions.models import SameQuestion
from samenspel.search import outbox

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def question(live_index):
    made = QuestionFactory(title="Woordenschat bij kleuters", text="Hoe komen ze aan woorden?")
    outbox.changed(made)
    live_index()
    return made


def test_typing_shows_the_same_question_and_keeps_the_draft(new_page, question):
    page = new_page()
    page.goto(reverse("portal:home"))
    page.get_by_label("Wat speelt er").press_sequentially("woordenschat kleuters")
    expect(page.get_by_role("link", name=question.title)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Dezelfde vraag elders: 1")).to_have_count(1)
    page.goto(reverse("portal:ask"))
    expect(page.get_by_label("Wat speelt er")).to_have_value("woordenschat kleuters")


def test_joining_the_same_question_takes_the_keyboard_only(new_page, question, world):
    page = new_page(user=world.teacher)
    page.goto(reverse("portal:home"))
    page.get_by_label("Wat speelt er").focus()
    page.keyboard.type("woordenschat kleuters")
    join = page.get_by_role("button", name=re.compile("Dit is ook mijn vraag"))
    expect(join).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        if join.evaluate("element => element === document.activeElement"):
            break
    expect(join).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Genoteerd: dit is ook jouw vraag.")).to_be_visible()
    assert SameQuestion.objects.get().question == question


def test_asking_works_without_a_script(new_page, question, world):
    page = new_page(user=world.teacher, java_script_enabled=False)
    page.goto(reverse("portal:home"))
    page.get_by_label("Wat speelt er").fill("Hoe vergroot ik de woordenschat van kleuters?")
    page.get_by_role("button", name="Kijk wat er al is").click()
    expect(page.get_by_role("link", name=question.title)).to_be_visible()
    page.get_by_role("button", name="Stel deze vraag").click()
    page.get_by_role("button", name="Stel deze vraag").click()
    expect(page.get_by_text("Je vraag is gesteld.")).to_be_visible()


def test_dismissed_result_makes_place_at_once(new_page, question):
    page = new_page()
    page.goto(f"{reverse('portal:search')}?q=woordenschat")
    page.get_by_text("Niet relevant").first.click()
    page.get_by_role("button", name="Verberg dit").click()
    expect(page.get_by_text("Verborgen voor deze vraag.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("link", name=question.title)).to_have_count(0)


def test_answer_that_comes_late_leaves_the_keyboard_where_it_is(new_page, question):
    page = new_page()
    page.goto(reverse("portal:home"))
    page.get_by_label("Wat speelt er").fill("woordenschat kleuters")
    link = page.locator("#suggesties").get_by_role("link", name=question.title, exact=True)
    with page.expect_response("**/suggesties/?met=betekenis"):
        link.focus()
    page.wait_for_function("!document.querySelector('.htmx-request')")
    expect(link).to_be_focused()
