"""Who takes part: accounts on a campus, each with a seat in a classroom, and access tokens that stay good."""

import asyncio
import hmac
from collections.abc import Callable
from time import monotonic
from typing import Final, NamedTuple

from eduverse.kernel.structs import Struct
from eduverse.load.errors import RestRefused
from eduverse.load.rest import Rest

__all__ = ["Attendee", "Crowd", "Passes", "Teacher", "archive", "gather_crowd"]

_HOST: Final = "load.eduverse.example"
_AT_ONCE: Final = 8
_EARLY: Final = 120.0
"""Seconds before its end in which a token is exchanged for the next."""

Progress = Callable[[str], None]


class Teacher(NamedTuple):
    """Somebody who may open classrooms."""

    email: str
    password: str


class Attendee(Struct, frozen=True, kw_only=True):
    """Somebody with an account and a seat, signed in."""

    user_id: str
    name: str
    room: str
    """The classroom's id."""
    token: str
    refresh_token: str | None
    good_until: float
    """By the monotonic clock."""


class Crowd(NamedTuple):
    url: str
    attendees: list[Attendee]
    teacher_token: str = ""


class _User(Struct, frozen=True, kw_only=True):
    id: str


class _Session(Struct, frozen=True, kw_only=True):
    token: str
    expires_in: int
    refresh_token: str | None
    user: _User


class _Classroom(Struct, frozen=True, kw_only=True):
    id: str


class _Opened(Struct, frozen=True, kw_only=True):
    classroom: _Classroom
    join_code: str | None


async def gather_crowd(rest: Rest, teacher: Teacher, *, rooms: int, users: int, progress: Progress) -> Crowd:
    """Opens private classrooms, and seats `users` students in each.

    The students' accounts have names that stay the same, and passwords that follow from the teacher's: a second run
    signs in to those of the first. Raises `RestRefused`.
    """
    session = await rest.post("/api/auth/login", {"email": teacher.email, "password": teacher.password}, _Session)
    opened = [await _open_room(rest, session.token, number, users) for number in range(rooms)]
    gate, done = asyncio.Semaphore(_AT_ONCE), 0

    async def seat(number: int) -> Attendee:
        nonlocal done
        async with gate:
            attendee = await _seat(rest, number, teacher.password, opened[number // users])
        done += 1
        if done % 25 == 0 or done == rooms * users:
            progress(f"{done} of {rooms * users} accounts are seated")
        return attendee

    attendees = await asyncio.gather(*(seat(number) for number in range(rooms * users)))
    return Crowd(rest.url, attendees, session.token)


async def archive(rest: Rest, crowd: Crowd) -> None:
    """Closes the classrooms for good; the accounts stay, for the next time."""
    for room in {attendee.room for attendee in crowd.attendees}:
        await rest.post(f"/api/classrooms/{room}/archive", {}, _Classroom, crowd.teacher_token)


class Passes:
    """Access tokens: they are good for some minutes, and a run may take longer."""

    def __init__(self, rest: Rest, attendees: list[Attendee]) -> None:
        self._rest = rest
        self._of = {attendee.user_id: attendee for attendee in attendees}

    async def fresh(self, user_id: str) -> str:
        attendee = self._of[user_id]
        if monotonic() > attendee.good_until and attendee.refresh_token is not None:
            body = {"refreshToken": attendee.refresh_token}
            attendee = _attendee(
                await self._rest.post("/api/auth/refresh", body, _Session), attendee.name, attendee.room
            )
            self._of[user_id] = attendee
        return attendee.token


async def _open_room(rest: Rest, token: str, number: int, users: int) -> _Opened:
    wish = {"title": f"Load test {number + 1}", "visibility": "private", "capacity": users}
    return await rest.post("/api/classrooms/create", wish, _Opened, token)


async def _seat(rest: Rest, number: int, secret: str, opened: _Opened) -> Attendee:
    """Of two teachers, each has students of their own."""
    name = f"Walker {number + 1}"
    email = f"walker-{_derived(secret, 'class')[:12]}-{number + 1}@{_HOST}"
    password = _derived(secret, email)
    session = await _sign_in(rest, email, password, name)
    await rest.post(
        f"/api/classrooms/{opened.classroom.id}/join", {"code": opened.join_code}, _Classroom, session.token
    )
    return _attendee(session, name, opened.classroom.id)


def _derived(secret: str, purpose: str) -> str:
    return hmac.digest(secret.encode(), purpose.encode(), "sha256").hex()


async def _sign_in(rest: Rest, email: str, password: str, name: str) -> _Session:
    try:
        wish = {"email": email, "password": password, "name": name}
        return await rest.post("/api/auth/register", wish, _Session)
    except RestRefused as refused:
        if refused.status != 409:
            raise
    return await rest.post("/api/auth/login", {"email": email, "password": password}, _Session)


def _attendee(session: _Session, name: str, room: str) -> Attendee:
    return Attendee(
        user_id=session.user.id,
        name=name,
        room=room,
        token=session.token,
        refresh_token=session.refresh_token,
        good_until=monotonic() + session.expires_in - _EARLY,
    )
