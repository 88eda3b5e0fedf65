"""How a person becomes a search document."""

from samenspel.accounts.models import Profile
from samenspel.common.taxonomy import Sector
from samenspel.search.documents import Document


def profile_document(profile: Profile) -> Document | None:
    """A public profile; None for somebody who does not want to be found."""
    if not (profile.is_public and profile.user.is_active):
        return None
    return Document(
        key=f"person:{profile.pk}",
        kind="person",
        title=f"{profile.user}: {profile.headline}",
        lead=", ".join(profile.themes),
        text=profile.bio,
        # Who names no sector can be found in all of them.
        sectors=tuple(profile.sectors or Sector.values),
        domain=profile.domain,
        region=profile.region,
        modified=profile.modified.date(),
    )
