from factories.accounts import ProfileFactory
from matrix import row, signed_in


def public(world):
    return {"slug": ProfileFactory(is_public=True, headline="Helpt bij taal").slug}


def hidden(world):
    return {"slug": ProfileFactory(user=world.teacher, is_public=False).slug}


THIRD_PARTY = (
    "account_login account_logout account_signup account_inactive account_change_password "
    "account_set_password account_email account_email_verification_sent account_confirm_email "
    "account_reset_password account_reset_password_done account_reset_password_from_key "
    "account_reset_password_from_key_done account_reauthenticate account_confirm_login_code "
    "account_request_login_code mfa_index mfa_authenticate mfa_reauthenticate mfa_activate_totp "
    "mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes "
    "mfa_download_recovery_codes mfa_list_webauthn mfa_add_webauthn mfa_remove_webauthn "
    "mfa_edit_webauthn mfa_reauthenticate_webauthn mfa_login_webauthn mfa_signup_webauthn mfa_trust"
)
ROWS = [
    signed_in("accounts:profile"),
    signed_in("accounts:profile", "POST", data=lambda world: {}),
    row("accounts:person", state="public", kwargs=public, everyone=200),
    row("accounts:person", state="hidden", kwargs=hidden, everyone=404, teacher=200),
    row("accounts:demo-sign-in", kwargs=public, everyone=404),
]
