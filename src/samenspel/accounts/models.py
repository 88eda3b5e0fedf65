"""People who sign in. What they are at which organisation is a `Membership` in `organisations`."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import Domain, Region, Sector


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


class ProfileQuerySet(models.QuerySet["Profile"]):
    """Profiles as somebody may see them."""

    def visible_to(self, user: Any) -> "ProfileQuerySet":
        """Public profiles for everyone, and one's own."""
        public = Q(is_public=True, user__is_active=True)
        return self.filter(public | Q(user_id=user.pk) if user.is_authenticated else public)


class Profile(models.Model):
    """What a person tells about what they can help with; found by others only when public."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="profile")
    slug = models.SlugField(max_length=140, unique=True)
    headline = models.CharField(_("wat je doet, in één zin"), max_length=160, blank=True)
    bio = models.TextField(_("over jou"), max_length=3000, blank=True)
    themes = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    sectors = ArrayField(models.CharField(max_length=3, choices=Sector), default=list, blank=True)
    domain = models.CharField(_("domein"), max_length=20, choices=Domain, blank=True)
    region = models.CharField(_("provincie"), max_length=20, choices=Region, blank=True)
    is_public = models.BooleanField(_("anderen kunnen mij vinden"), default=False)
    modified = models.DateTimeField(auto_now=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(is_public=False) | ~Q(headline=""),
                name="public_profile_says_what_the_person_does",
            ),
        )

    def __str__(self) -> str:
        return str(self.user)

    def get_absolute_url(self) -> str:
        """The public page of this person."""
        return reverse("accounts:person", kwargs={"slug": self.slug})

    @property
    def sector_names(self) -> list[str]:
        """The sectors in the reader's language."""
        return [str(Sector(sector).label) for sector in self.sectors]

    @property
    def is_demo(self) -> bool:
        """Whether this is a fictitious person."""
        return self.user.is_demo
