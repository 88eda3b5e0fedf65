"""The people of the permission matrix and the organisations they belong to, made when asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from factories.accounts import UserFactory
from factories.organisations import MembershipFactory, OrganisationFactory, SchoolFactory

from samenspel.accounts.models import User
from samenspel.organisations.choices import OrganisationKind, Role
from samenspel.organisations.models import Organisation


class World:
    """One of each actor; a person or organisation is made on first use and then stays the same."""

    anonymous = None

    def _person(self, name: str, organisation: Organisation, role: Role) -> User:
        user = UserFactory(name=name)
        MembershipFactory(user=user, organisation=organisation, role=role)
        return user

    @cached_property
    def school(self) -> Organisation:
        return SchoolFactory(name="De Regenboog", slug="de-regenboog")

    @cached_property
    def other_school(self) -> Organisation:
        return SchoolFactory(name="Het Kompas", slug="het-kompas")

    @cached_property
    def network(self) -> Organisation:
        return OrganisationFactory(
            name="Netwerk Noord", slug="netwerk-noord", kind=OrganisationKind.NETWORK
        )

    @cached_property
    def supplier_organisation(self) -> Organisation:
        return OrganisationFactory(name="Taalbureau", slug="taalbureau")

    @cached_property
    def other_supplier_organisation(self) -> Organisation:
        return OrganisationFactory(name="Rekenhuis", slug="rekenhuis")

    @cached_property
    def institute(self) -> Organisation:
        return OrganisationFactory(
            name="Lectoraat Taal", slug="lectoraat-taal", kind=OrganisationKind.KNOWLEDGE
        )

    @cached_property
    def ministry(self) -> Organisation:
        return OrganisationFactory(
            name="Ministerie", slug="ministerie", kind=OrganisationKind.GOVERNMENT
        )

    @cached_property
    def teacher(self) -> User:
        return self._person("teacher", self.school, Role.TEACHER)

    @cached_property
    def colleague(self) -> User:
        return self._person("colleague", self.school, Role.TEACHER)

    @cached_property
    def other_teacher(self) -> User:
        return self._person("other_teacher", self.other_school, Role.TEACHER)

    @cached_property
    def school_leader(self) -> User:
        return self._person("school_leader", self.school, Role.SCHOOL_LEADER)

    @cached_property
    def broker(self) -> User:
        return self._person("broker", self.network, Role.BROKER)

    @cached_property
    def coordinator(self) -> User:
        return self._person("coordinator", self.network, Role.COORDINATOR)

    @cached_property
    def supplier(self) -> User:
        return self._person("supplier", self.supplier_organisation, Role.SUPPLIER)

    @cached_property
    def other_supplier(self) -> User:
        return self._person("other_supplier", self.other_supplier_organisation, Role.SUPPLIER)

    @cached_property
    def researcher(self) -> User:
        return self._person("researcher", self.institute, Role.RESEARCHER)

    @cached_property
    def analyst(self) -> User:
        return self._person("analyst", self.ministry, Role.ANALYST)

    @cached_property
    def administrator(self) -> User:
        return UserFactory(name="administrator", is_administrator=True)

    def __repr__(self) -> str:
        return "World()"

    def object(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` returns, made once under this name (for objects that rooms add)."""
        if name not in self._objects:
            self._objects[name] = make()
        return self._objects[name]

    @cached_property
    def _objects(self) -> dict[str, Any]:
        return {}
