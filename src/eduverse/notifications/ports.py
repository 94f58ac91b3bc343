"""What notifications need from elsewhere."""

from typing import Protocol

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["ClassCard", "Classes", "Reader", "Readers"]


class ClassCard(Struct, frozen=True, kw_only=True):
    """A classroom, as far as telling its people needs to know it."""

    title: str
    teacher: str
    """A user id."""
    students: tuple[str, ...]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...

    async def card(self, classroom_id: str) -> ClassCard:
        """Raises the classroom's own problem when there is none."""
        ...


class Reader(Struct, frozen=True, kw_only=True):
    """Somebody who can be written to."""

    email: str
    name: str


class Readers(Protocol):
    async def reader(self, user_id: str) -> Reader | None:
        """None for somebody who is gone, or whose address nobody has confirmed to be theirs."""
        ...
