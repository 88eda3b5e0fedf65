"""What people do with their own account."""

from typing import Any

from django.db import transaction
from django.utils.text import slugify

from samenspel.accounts.models import Profile, User
from samenspel.common import audit
from samenspel.search import outbox


@transaction.atomic
def change_profile(*, user: User, values: dict[str, Any], by: User) -> Profile:
    """Save what a person tells about themselves; `values` are cleaned fields of the form."""
    profile = profile_of(user)
    changed = []
    for name, value in values.items():
        owner = user if name in {"name", "language"} else profile
        if getattr(owner, name) != value:
            setattr(owner, name, value)
            changed.append(name)
    user.save()
    profile.save()
    audit.record("profile.changed", profile, by=by, fields=sorted(changed))
    outbox.changed(profile)
    return profile


def profile_of(user: User) -> Profile:
    """The person's profile, made on first use with an address that nobody else has."""
    profile = Profile.objects.filter(user=user).first()
    if profile is None:
        slug = f"{slugify(user.name) or 'persoon'}-{user.pk}"
        profile, _ = Profile.objects.get_or_create(user=user, defaults={"slug": slug})
    return profile
