"""Signing on through allauth; what somebody may do is said by the rooms' rules alone."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend


class SignOnBackend(AuthenticationBackend):
    """Knows who somebody is and grants nothing: no superuser, no permissions in tables."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Never; `rules` decides."""
        return False

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Never; `rules` decides."""
        return False
