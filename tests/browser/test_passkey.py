"""A passkey is added and used under our security policy, with a key that the browser imitates."""

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from samenspel.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "een lange zin om binnen te komen"


@pytest.fixture
def member():
    user = User.objects.create_user("anna@example.org", PASSWORD, name="Anna")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def page(new_page):
    page = new_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return page


def test_passkey_is_added_and_signs_in(page, member):
    page.goto(reverse("account_login"))
    page.fill("#id_login", member.email)
    page.fill("#id_password", PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_selector(".menu-account")

    page.goto(reverse("mfa_add_webauthn"))
    page.fill("#id_password", PASSWORD)  # asked again before anything about security changes
    page.locator("main form button").first.click()
    page.fill("#id_name", "Laptop")
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda url: "/webauthn/add" not in url)
    assert member.authenticator_set.filter(type="webauthn").exists()

    page.context.clear_cookies()
    page.goto(reverse("account_login"))
    page.click("#passkey_login")
    page.wait_for_selector(".menu-account")
    assert "Anna" in page.locator(".menu-account").inner_text()
