"""What happens to accounts inside allauth, written in the audit trail."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.dispatch import receiver

from samenspel.common import audit

NAMES = {
    id(account.user_signed_up): "account.made",
    id(account.password_changed): "account.password_changed",
    id(account.password_reset): "account.password_reset",
    id(account.email_added): "account.mail_address_added",
    id(account.email_removed): "account.mail_address_removed",
    id(mfa.authenticator_added): "account.second_factor_added",
    id(mfa.authenticator_removed): "account.second_factor_removed",
    id(user_logged_in): "account.signed_in",
    id(user_logged_out): "account.signed_out",
}


@receiver(
    [
        account.user_signed_up,
        account.password_changed,
        account.password_reset,
        account.email_added,
        account.email_removed,
        mfa.authenticator_added,
        mfa.authenticator_removed,
        user_logged_in,
        user_logged_out,
    ]
)
def write_down(signal: Any, user: Any, **kwargs: Any) -> None:
    """Record what somebody did with their account; nobody signs out twice."""
    if user is not None:
        with transaction.atomic():
            audit.record(NAMES[id(signal)], user, by=user)


@receiver(account.email_confirmed)
def write_down_confirmation(email_address: Any, **kwargs: Any) -> None:
    """Record that a mail address is somebody's."""
    with transaction.atomic():
        audit.record("account.mail_address_confirmed", email_address.user, by=email_address.user)
