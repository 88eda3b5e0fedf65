"""People who sign in. What they are at which organisation is a `Membership` in `organisations`."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes accounts with the mail address as name."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An ordinary account; without a password only passkeys or single sign-on let it in."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An administrator of the application."""
        return self.create_user(email, password, is_administrator=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. `current_role` is set per request by `organisations` from the chosen membership."""

    email = models.EmailField(_("e-mailadres"), max_length=254, unique=True)
    name = models.CharField(_("naam"), max_length=120, blank=True)
    language = models.CharField(_("taal"), max_length=5, default="nl")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    current_role: str = ""

    class Meta:
        constraints = (
            models.UniqueConstraint(Lower("email"), name="one_account_per_mail_address"),
        )

    def __str__(self) -> str:
        return self.name or self.email.split("@")[0]

    @property
    def is_staff(self) -> bool:
        """Whether this is an administrator (a name that Django asks for)."""
        return self.is_administrator
