"""Every page, for each kind of reader: no WCAG 2.2 AA fault, at both widths, light and dark."""

import pytest
from django.urls import reverse

from browser.conftest import WIDTHS
from browser.pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("shown", PAGES, ids=str)
def test_page_is_accessible(shown, world, new_page, axe, live_server):
    address = reverse(shown.route, kwargs=shown.kwargs(world))
    page = new_page(user=getattr(world, shown.actor))
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    response = page.goto(f"{address}?{shown.query}" if shown.query else address)
    assert response.status == 200
    faults = {}
    # Another colour scheme changes nothing but colours.
    for scheme, rules in (("light", None), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for name, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 900})
            if found := axe(page, rules):
                faults[f"{name} {scheme}"] = found
            if (over := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
                faults[f"{name} {scheme}, wider than the window"] = over
    assert faults == {}
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []
    assert [text for text in said if "Content Security Policy" in text] == []


def test_a_fault_is_seen(new_page, axe):
    page = new_page()
    page.goto(reverse("ui:gallery"))
    page.evaluate("document.querySelector('main').innerHTML = '<h1>A</h1><input><img src=x>'")
    assert {fault.split(":")[0] for fault in axe(page)} == {"label", "image-alt"}
