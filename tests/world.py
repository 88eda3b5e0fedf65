"""The people of the permission matrix and the organisations they belong to, made when asked for."""

from functools import cached_property
from typing import Any

from factories.accounts import UserFactory


class World:
    """One of each actor; an attribute is made on first use and then stays the same."""

    def __getattr__(self, name: str) -> Any:
        from matrix import ACTORS

        if name in ACTORS and name != "anonymous":
            user = UserFactory(name=name, is_administrator=name == "administrator")
            self.__dict__[name] = user
            return user
        raise AttributeError(name)

    @cached_property
    def anonymous(self) -> None:
        """Nobody is signed in."""
        return None
