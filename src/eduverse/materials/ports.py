"""What materials need from elsewhere."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Protocol

from eduverse.kernel.structs import Struct
from eduverse.materials.model.kinds import Kind
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Classes", "Length", "Part", "Picture", "Read", "Reader", "Seals", "Unreadable"]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...

    async def demand_open(self, classroom_id: str) -> None:
        """Raises the classroom's own problem when it is archived."""
        ...


class Seals(Protocol):
    def seal(self, purpose: str, text: str) -> str:
        """The text as a token that only we can make, of characters that a path may have."""
        ...

    def unseal(self, purpose: str, token: str) -> str | None:
        """The text of a token that we made for this purpose; None for every other."""
        ...


class Length(Struct, frozen=True, kw_only=True, tag="length"):
    pages: int


class Part(Struct, frozen=True, kw_only=True, tag="part"):
    """The text of a page, a slide (`page` from 1) or a section (`page` 0)."""

    page: int
    heading: str
    text: str


class Picture(Struct, frozen=True, kw_only=True, tag="picture"):
    """How a page looks."""

    page: int
    """From 1; 0 is a small picture of the first page, for lists."""
    width: int
    height: int
    body: bytes
    """WebP."""


Read = Length | Part | Picture


class Unreadable(Exception):
    """A file that cannot be read, or not within what reading may cost. It will not get better by trying again."""


class Reader(Protocol):
    """Looks into files that anybody may have made, at a safe distance."""

    async def office(self, file: AsyncIterator[bytes], /) -> Kind | None:
        """Which office document an archive is; None for every other, and for one that is not safe to open."""
        ...

    def read(self, kind: Kind, file: AsyncIterator[bytes], /) -> AsyncGenerator[Read]:
        """What is in a file, in its order, the length first. Raises `Unreadable`; close it to stop."""
        ...
