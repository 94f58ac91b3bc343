"""What attendance needs from elsewhere."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Classes", "Here", "Meeting", "Meetings", "Named", "People", "Roster"]


class Roster(Struct, frozen=True, kw_only=True):
    """Who is enrolled in a class now."""

    teacher: str
    students: tuple[str, ...]
    open: bool
    """False once the class is archived."""


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...

    async def roster(self, classroom_id: str) -> Roster | None:
        """None when there is no such class."""
        ...


class Named(Protocol):
    @property
    def user_id(self) -> str: ...
    @property
    def name(self) -> str: ...


class People(Protocol):
    async def people(self, user_ids: Sequence[str]) -> Sequence[Named]:
        """Those of `user_ids` that have an account, in the same order."""
        ...


class Here(Protocol):
    def served(self) -> Iterable[tuple[str, str]]:
        """Who is in which room through this server, as (classroom, user)."""
        ...


class Meeting(Protocol):
    """What takes place by a class's timetable."""

    @property
    def id(self) -> str:
        """Begins with `<classroom>:` and stays the same when it is moved."""
        ...

    @property
    def classroom_id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


class Meetings(Protocol):
    async def under_way(self, now: datetime) -> Sequence[Meeting]:
        """Whatever takes place now, in all classes."""
        ...

    async def between(self, classroom_id: str, since: datetime, until: datetime) -> Sequence[Meeting]: ...

    async def occurrence(self, occurrence_id: str) -> Meeting | None:
        """None when there is none with this id, or it was cancelled."""
        ...
