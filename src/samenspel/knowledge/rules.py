"""Who may do what with knowledge items."""

from typing import Any

import rules

from samenspel.organisations.choices import Role


@rules.predicate
def writes_for_the_owner(user: Any, item: Any) -> bool:
    """Has a writing role at the organisation that keeps the item; harvested records have none."""
    return bool(
        item.owner_id
        and user.is_authenticated
        and user.memberships.current()
        .filter(role__in=item.written_by, organisation=item.owner_id)
        .exists()
    )


@rules.predicate
def is_researcher(user: Any) -> bool:
    """Does research at some organisation."""
    return _has_role(user, (Role.RESEARCHER,))


@rules.predicate
def is_researcher_or_broker(user: Any) -> bool:
    """Does research, or brokers knowledge, at some organisation."""
    return _has_role(user, (Role.RESEARCHER, Role.BROKER))


@rules.predicate
def is_administrator(user: Any) -> bool:
    """Keeps the application going; has no say over what is written."""
    return bool(getattr(user, "is_administrator", False))


def _has_role(user: Any, roles: tuple[Role, ...]) -> bool:
    return bool(
        user.is_authenticated and user.memberships.current().filter(role__in=roles).exists()
    )


rules.add_perm("knowledge.add_publication", is_researcher)
rules.add_perm("knowledge.add_summary", is_researcher)
rules.add_perm("knowledge.add_answer", is_researcher_or_broker)
rules.add_perm("knowledge.change_item", writes_for_the_owner)
rules.add_perm("knowledge.publish_item", writes_for_the_owner)
rules.add_perm("knowledge.withdraw_item", writes_for_the_owner | is_administrator)
