"""Who may do what with organisations and with what people are there."""

from typing import Any

import rules

from samenspel.organisations.choices import MANAGING, Role
from samenspel.organisations.models import Membership, Organisation


@rules.predicate
def manages(user: Any, organisation: Organisation) -> bool:
    """Leads or represents the organisation, or sits on the board above it."""
    if not user.is_authenticated:
        return False
    current = user.memberships.current()
    if current.filter(organisation=organisation, role__in=MANAGING).exists():
        return True
    above = organisation.parent_id
    return bool(above and current.filter(organisation=above, role=Role.BOARD).exists())


@rules.predicate
def manages_its_organisation(user: Any, membership: Membership) -> bool:
    """Leads or represents the organisation that the membership is of."""
    return bool(manages(user, membership.organisation))


@rules.predicate
def is_own(user: Any, membership: Membership) -> bool:
    """The membership is the person's own."""
    return bool(membership.user_id == user.pk)


@rules.predicate
def is_administrator(user: Any) -> bool:
    """Keeps the application going."""
    return bool(getattr(user, "is_administrator", False))


@rules.predicate
def is_open(user: Any, organisation: Organisation) -> bool:
    """The organisation has not closed."""
    return not organisation.is_closed


rules.add_perm("organisations.change_organisation", manages | is_administrator)
rules.add_perm("organisations.see_people", manages | is_administrator)
rules.add_perm("organisations.join_organisation", rules.is_authenticated & is_open)
rules.add_perm(
    "organisations.confirm_membership", ~is_own & (manages_its_organisation | is_administrator)
)
rules.add_perm("organisations.end_membership", is_own | manages_its_organisation | is_administrator)
