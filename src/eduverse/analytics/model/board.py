"""The leaderboard of a class: who is on it, under which name, and in which place.

A board compares people, so everybody decides for themselves: by default they are on it under a name that nobody
knows, and can put their own there or leave it. Who is under age is not on any (see ADR 16): nobody enters a year of
birth for that, a person who knows them says it, and where nobody has, the campus's own rule holds.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Literal

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.vocabulary.principal import Role

__all__ = [
    "ALIASES",
    "BOARD_CHOICES",
    "Audience",
    "BoardChoice",
    "Placed",
    "Show",
    "aliases",
    "is_underage",
    "places",
]

ALIASES = 900
"""How many names there are that nobody knows: the client makes "Curious Otter" of a number below this."""

Show = Literal["alias", "name", "off"]
Audience = Literal["school", "adults"]
"""Whom a campus is for: at a school, a student of whom nobody says anything else is under age."""


class BoardChoice(Document, frozen=True, kw_only=True):
    """Its id is the person's."""

    show: Show = "alias"
    underage: bool | None = None
    """As a teacher or an administrator said; None when nobody has."""


BOARD_CHOICES = Collection(name="board_choices", type=BoardChoice)


class Placed(Struct, frozen=True, kw_only=True):
    user_id: str
    place: int
    """From 1. Equals share a place, and the next one is as far down as there are people before it: 1, 2, 2, 4."""
    tokens: int


def is_underage(choice: BoardChoice | None, role: Role, audience: Audience) -> bool:
    if choice is not None and choice.underage is not None:
        return choice.underage
    return audience == "school" and role is Role.STUDENT


def places(tokens: Mapping[str, int]) -> list[Placed]:
    """User id -> tokens, as places; who has none has no place."""
    order = sorted(
        ((count, user_id) for user_id, count in tokens.items() if count > 0), key=lambda one: (-one[0], one[1])
    )
    placed: list[Placed] = []
    for index, (count, user_id) in enumerate(order):
        equal = placed[-1].place if placed and placed[-1].tokens == count else index + 1
        placed.append(Placed(user_id=user_id, place=equal, tokens=count))
    return placed


def aliases(students: Sequence[str], secrets: Mapping[str, str]) -> dict[str, int]:
    """A number for each student of a class, no two alike; who came first keeps theirs when others come.

    `secrets` (user id -> text that only we can make) keep anybody from computing whose number it is.
    """
    taken: dict[int, str] = {}
    for user_id in students:
        number = int.from_bytes(blake2b(secrets[user_id].encode(), digest_size=8).digest()) % ALIASES
        while number in taken:
            number = (number + 1) % ALIASES
        taken[number] = user_id
    return {user_id: number for number, user_id in taken.items()}
