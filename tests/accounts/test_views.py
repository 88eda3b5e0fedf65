import pytest
from django.core import mail
from django.urls import reverse
from factories.accounts import ProfileFactory, UserFactory

from samenspel.accounts.models import Profile, User
from samenspel.common.models import AuditEvent

PASSWORD = "een lang wachtwoord 1"


def sign_up(client, **changes):
    values = {
        "name": "Anna",
        "email": "anna@example.org",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    return client.post(reverse("account_signup"), values | changes)


def test_signing_up_asks_to_confirm_by_mail(client, db):
    sign_up(client)
    user = User.objects.get()
    assert (user.name, len(mail.outbox), mail.outbox[0].to) == ("Anna", 1, ["anna@example.org"])
    assert client.get(reverse("portal:mine")).status_code == 302


def test_confirmed_address_can_sign_in(client, db):
    sign_up(client)
    link = next(word for word in mail.outbox[0].body.split() if "confirm-email" in word)
    client.post(link)
    client.post(reverse("account_logout"))
    client.post(reverse("account_login"), {"login": "anna@example.org", "password": PASSWORD})
    assert client.get(reverse("portal:mine")).status_code == 200


def test_signing_up_without_a_name_keeps_what_was_typed(client, db):
    response = sign_up(client, name="")
    assert (response.status_code, User.objects.count()) == (200, 0)
    assert 'value="anna@example.org"' in response.content.decode()


def test_signing_up_with_a_known_address_does_not_tell_so(client, db):
    UserFactory(email="anna@example.org")
    response = sign_up(client)
    assert (response.status_code, response["Location"]) == (
        302,
        reverse("account_email_verification_sent"),
    )


def test_saved_profile_is_found_by_others_only_when_public(client, world):
    client.force_login(world.teacher)
    values = {"name": "Tessa", "language": "nl", "headline": "", "is_public": "on", "themes": ""}
    refused = client.post(reverse("accounts:profile"), values)
    assert "Vul dit in" in refused.content.decode()
    client.post(reverse("accounts:profile"), values | {"headline": "Taal", "themes": "taal, taal"})
    profile = Profile.objects.get(user=world.teacher)
    assert (profile.is_public, profile.themes, profile.user.name) == (True, ["taal"], "Tessa")
    assert AuditEvent.objects.filter(action="profile.changed").count() == 1


@pytest.fixture
def demo_person(db):
    return ProfileFactory(user=UserFactory(is_demo=True, name="Demo"))


def test_demo_sign_in_works_in_demo_mode(client, demo_person, settings):
    settings.DEMO, settings.DEBUG = True, True
    response = client.get(reverse("accounts:demo-sign-in", kwargs={"slug": demo_person.slug}))
    assert (response.status_code, client.session["_auth_user_id"]) == (
        302,
        str(demo_person.user.pk),
    )


def test_demo_sign_in_is_impossible_without_debug(client, demo_person, settings):
    settings.DEMO, settings.DEBUG = True, False
    response = client.get(reverse("accounts:demo-sign-in", kwargs={"slug": demo_person.slug}))
    assert (response.status_code, "_auth_user_id" in client.session) == (404, False)


def test_demo_sign_in_never_lets_in_as_a_real_person(client, settings, db):
    settings.DEMO, settings.DEBUG = True, True
    real = ProfileFactory()
    response = client.get(reverse("accounts:demo-sign-in", kwargs={"slug": real.slug}))
    assert (response.status_code, "_auth_user_id" in client.session) == (404, False)
