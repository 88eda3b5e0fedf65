from factories.accounts import ProfileFactory
from matrix import row, signed_in

BOTH = ("GET", "POST")
FIRST_PROVE = (
    "authenticate",
    "reauthenticate",
    "activate_totp",
    "generate_recovery_codes",
    "add_webauthn",
    "reauthenticate_webauthn",
    "login_webauthn",
)


def public(world):
    return {"slug": ProfileFactory(is_public=True, headline="Helpt bij taal").slug}


def hidden(world):
    return {"slug": world.object("hidden", lambda: ProfileFactory(user=world.teacher)).slug}


def link(world):
    return {"key": "not-a-key"}


def reset_link(world):
    return {"uidb36": "1", "key": "not-a-key"}


def passkey(world):
    return {"pk": 1}


ROWS = [
    signed_in("accounts:profile"),
    signed_in("accounts:profile", "POST", data=lambda world: {}),
    row("accounts:person", state="public", kwargs=public, everyone=200),
    row("accounts:person", state="hidden", kwargs=hidden, everyone=404, teacher=200),
    row("accounts:demo-sign-in", kwargs=public, everyone=404),
    # What allauth serves. A redirect means: nothing to do here, or first prove who you are.
    *(
        row(f"account_{name}", m, everyone=302, anonymous=200)
        for name in ("login", "signup")
        for m in BOTH
    ),
    row("account_logout", everyone=200, anonymous=302),
    row("account_logout", "POST", everyone=302),
    row("account_inactive", everyone=200),
    row("account_email_verification_sent", everyone=200),
    *(signed_in("account_reauthenticate", m) for m in BOTH),
    signed_in("account_email"),
    signed_in("account_email", "POST", answer=302),
    *(signed_in("account_change_password", m) for m in BOTH),
    *(signed_in("account_set_password", m, answer=302) for m in BOTH),
    *(row("account_reset_password", m, everyone=200) for m in BOTH),
    row("account_reset_password_done", everyone=200),
    *(row("account_reset_password_from_key", m, kwargs=reset_link, everyone=200) for m in BOTH),
    row("account_reset_password_from_key_done", everyone=200),
    *(signed_in("account_confirm_login_code", m, answer=302) for m in BOTH),
    row("account_confirm_email", kwargs=link, everyone=200),
    row("account_confirm_email", "POST", kwargs=link, everyone=404),
    signed_in("mfa_index"),
    signed_in("mfa_list_webauthn"),
    signed_in("mfa_view_recovery_codes", answer=404),
    *(signed_in("mfa_deactivate_totp", m, answer=404) for m in BOTH),
    *(signed_in("mfa_download_recovery_codes", m, answer=404) for m in BOTH),
    *(signed_in(f"mfa_{name}", m, answer=302) for name in FIRST_PROVE for m in BOTH),
    *(
        signed_in(f"mfa_{n}_webauthn", m, kwargs=passkey, answer=302)
        for n in ("edit", "remove")
        for m in BOTH
    ),
]
