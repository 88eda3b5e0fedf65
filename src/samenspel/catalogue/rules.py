"""Who may do what with offerings."""

from typing import Any

import rules

from samenspel.organisations.choices import Role


@rules.predicate
def works_for_the_supplier(user: Any, offering: Any) -> bool:
    """Is a current, confirmed member of the supplier, as supplier."""
    return bool(
        user.is_authenticated
        and user.memberships.current()
        .filter(role=Role.SUPPLIER, organisation=offering.supplier_id)
        .exists()
    )


@rules.predicate
def works_for_a_supplier(user: Any) -> bool:
    """Supplies for at least one organisation."""
    return bool(
        user.is_authenticated and user.memberships.current().filter(role=Role.SUPPLIER).exists()
    )


@rules.predicate
def is_administrator(user: Any) -> bool:
    """Keeps the application going; has no say over what a supplier offers."""
    return bool(getattr(user, "is_administrator", False))


rules.add_perm("catalogue.add_offering", works_for_a_supplier)
rules.add_perm("catalogue.change_offering", works_for_the_supplier)
rules.add_perm("catalogue.publish_offering", works_for_the_supplier)
rules.add_perm("catalogue.withdraw_offering", works_for_the_supplier | is_administrator)
