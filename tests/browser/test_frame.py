"""What the frame of every page does for a keyboard, a small screen, and without script."""

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()"


def test_first_tab_reaches_the_content(page):
    page.goto(reverse("ui:gallery"))
    page.keyboard.press("Tab")
    assert page.locator(".skip-link").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "inhoud"


def test_menu_opens_without_script_and_holds_the_navigation(new_page):
    page = new_page(360, java_script_enabled=False)
    page.goto(reverse("ui:gallery"))
    assert not page.locator(".menu-main nav").is_visible()
    page.locator(".menu-main > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu-main nav").is_visible()
    assert not page.locator("[data-dismiss]").first.is_visible()


def test_escape_closes_the_menu_and_returns_to_its_button(new_page):
    page = new_page(360)
    page.goto(reverse("ui:gallery"))
    page.locator(".menu-main > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator(".menu-main nav").is_visible()
    assert page.evaluate(FOCUSED) == "Menu"


def test_wrong_form_puts_the_focus_on_its_summary_and_leads_to_the_field(page):
    page.goto(reverse("account_signup"))
    page.locator("main form button").first.click()
    page.wait_for_selector(".error-summary")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.locator(".error-summary a").first.click()
    assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"


def test_counter_warns_and_cuts_nothing_off(new_page):
    page = new_page()
    page.goto(reverse("ui:gallery"))
    page.fill("#id_text", "x" * 410)
    counter = page.locator("[data-counter-for=id_text]")
    assert counter.inner_text() == "10 tekens te veel"
    assert len(page.input_value("#id_text")) == 410


def test_facets_stand_open_beside_results_and_closed_above_them_on_a_phone(new_page):
    for width, visible in ((1280, True), (360, False)):
        page = new_page(width)
        page.goto(reverse("ui:gallery"))
        assert page.locator("#verfijnen input[name=sector]").first.is_visible() is visible
