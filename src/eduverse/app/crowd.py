"""A private campus to put under load: a server process of its own, on data made for it and thrown away with it."""

import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from time import monotonic
from typing import NamedTuple

from eduverse.app.campus import Services
from eduverse.app.serve import open_services
from eduverse.app.settings import PREFIX, Settings
from eduverse.auth.model import User
from eduverse.auth.passwords import Argon2Passwords
from eduverse.auth.service import Registration
from eduverse.classrooms.model import Visibility
from eduverse.classrooms.service import NewClassroom
from eduverse.load.accounts import Attendee, Crowd, Teacher, archive, gather_crowd
from eduverse.load.process import Served, served
from eduverse.load.report import Plan, Report
from eduverse.load.rest import Rest
from eduverse.load.scenario import run
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Role

__all__ = ["TEACHER", "PrivateCampus", "private_campus", "put_under_load", "seed_crowd", "serving"]

_PASSWORD = "nobody signs in with this one"  # noqa: S105 (a campus that lives for a minute, on the loopback address)
TEACHER = Teacher("teacher@load.eduverse.example", _PASSWORD)
"""Who may open more classrooms on a private campus."""
_EARLY = 120.0
"""Seconds before the end of a token in which it is exchanged for the next."""


class PrivateCampus(NamedTuple):
    server: Served
    crowd: Crowd
    teacher: Teacher
    """Who may open more classrooms."""
    setup_seconds: float


async def put_under_load(
    plan: Plan, *, seed: int, url: str | None, teacher: Teacher, progress: Callable[[str], None]
) -> Report:
    """Of the campus at `url`, where `teacher` opens the rooms; without one, of a private campus."""
    if url is None:
        async with private_campus(rooms=plan.rooms, users=plan.users) as campus:
            progress(f"a private campus is open at {campus.crowd.url}")
            return await run(
                campus.crowd,
                plan,
                setup_seconds=campus.setup_seconds,
                server_pid=campus.server.pid,
                seed=seed,
                progress=progress,
            )
    began = monotonic()
    async with Rest(url) as rest:
        crowd = await gather_crowd(rest, teacher, rooms=plan.rooms, users=plan.users, progress=progress)
        try:
            return await run(
                crowd, plan, setup_seconds=monotonic() - began, server_pid=None, seed=seed, progress=progress
            )
        finally:
            await archive(rest, crowd)


@asynccontextmanager
async def private_campus(*, rooms: int, users: int) -> AsyncIterator[PrivateCampus]:
    """A campus with so many classrooms of so many students, all signed in."""
    began = monotonic()
    with tempfile.TemporaryDirectory(prefix="eduverse-load-") as data:
        attendees = await seed_crowd(data, rooms=rooms, users=users)
        seeded = monotonic() - began
        with serving(data) as server:
            yield PrivateCampus(server, Crowd(server.url, attendees), TEACHER, seeded)


def serving(data: str) -> AbstractContextManager[Served]:
    """A server process on this data folder, at a free port."""
    command = [sys.executable, "-m", "eduverse.app.cli", "serve", "--port", "0", "--data", data]
    return served(command, r"is open at (http://\S+)", _environment())


def _environment() -> dict[str, str]:
    """None of the operator's own settings: they might lead to a real campus's data."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**kept, f"{PREFIX}LOG_LEVEL": "warning"}


async def seed_crowd(data: str, *, rooms: int, users: int) -> list[Attendee]:
    """Accounts and seats, by the services themselves. Their passwords are hashed in next to no time: it is not
    signing in that is put under load."""
    cheap = Argon2Passwords(time_cost=1, memory_kib=8)
    async with open_services(Settings(data=data), passwords=cheap) as services:
        wish = Registration(TEACHER.email, TEACHER.password, "Teacher", Role.EDUCATOR, AvatarData())
        teacher = _principal(await services.auth.create_user(wish))
        attendees: list[Attendee] = []
        for room in range(rooms):
            new = NewClassroom(f"Load test {room + 1}", "", "", Visibility.PUBLIC, users)
            classroom = (await services.classrooms.open(teacher, new)).classroom.id
            numbers = range(room * users + 1, (room + 1) * users + 1)
            attendees += [await _enrol(services, number, classroom) for number in numbers]
        return attendees


async def _enrol(services: Services, number: int, classroom: str) -> Attendee:
    name = f"Walker {number}"
    wish = Registration(f"walker-{number}@load.eduverse.example", _PASSWORD, name, Role.STUDENT, AvatarData())
    signed_in = await services.auth.register(wish)
    await services.classrooms.join(_principal(signed_in.user), classroom, None)
    return Attendee(
        user_id=signed_in.user.id,
        name=name,
        room=classroom,
        token=signed_in.access_token,
        refresh_token=signed_in.refresh_token,
        good_until=monotonic() + signed_in.expires_in - _EARLY,
    )


def _principal(user: User) -> Principal:
    return Principal(user_id=user.id, session_id="seed", name=user.name, role=user.role, avatar_data=user.avatar_data)
