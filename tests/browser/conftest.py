"""A real browser for the tests that need one: Chromium of the machine, through Playwright.

`CHROMIUM` names another one. Without a browser these tests are skipped, but not where `CI` is
`true`: there a missing browser is a failure.
"""

import os
import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"wide": 1280, "phone": 360}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def missing(what: str) -> None:
    """Skip on a laptop, fail in CI."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(what)


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole session."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found or not Path(found).is_file():
        missing("No chromium found; install it or let CHROMIUM name one.")
    # Playwright runs an event loop in this thread; Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def assets():
    """The built style sheet and fonts."""
    from samenspel.ui.assets import AssetsError, build

    try:
        build(PROJECT)
    except AssetsError as error:
        missing(str(error))


@pytest.fixture
def new_page(chromium, assets, live_server):
    """A function that opens a page at a width, signed in as a user or not."""
    contexts = []

    def open_page(width=WIDTHS["wide"], user=None, **options):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900 if width > 500 else 740},
            locale="nl-NL",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        if user is not None:
            sign_in(context, live_server, user)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS.keys())
def page(request, new_page):
    """A page of a visitor, wide and on a phone."""
    return new_page(request.param)


def sign_in(context, live_server, user):
    """Give the browser a session of `user`, without the sign-in form."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user, backend="samenspel.accounts.backends.SignOnBackend")
    context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                "url": live_server.url,
            }
        ]
    )


@pytest.fixture(scope="session")
def axe():
    """A function that returns the WCAG 2.2 AA violations of an opened page, or of some rules."""
    script = PROJECT / "node_modules" / "axe-core" / "axe.min.js"

    def violations(page, rules=None):
        if not script.is_file():
            missing("axe-core is not there; run `npm ci`.")
        if not page.evaluate("typeof window.axe === 'object'"):
            page.evaluate(script.read_text("utf-8"))  # not a script element: the policy forbids it
        found = page.evaluate(
            "only => axe.run(document, {runOnly: only})",
            {"type": "rule", "values": rules} if rules else {"type": "tag", "values": LEVELS},
        )["violations"]
        return [
            f"{item['id']}: {node['target']} {node['failureSummary'].splitlines()[1].strip()}"
            for item in found
            for node in item["nodes"]
        ]

    return violations
