"""Coming into a room while somebody changes who may be in it."""

from typing import Any

import pytest
from tests.support.clock import FakeClock
from tests.support.lessons import ROOM, Lesson
from tests.support.news import RecordingBus
from tests.support.people import STUDENT

from eduverse.classrooms.errors import Banned
from eduverse.gateway.guests import Guest
from eduverse.gateway.live import LiveCampus
from eduverse.gateway.whereabouts import EngineWhereabouts
from eduverse.realtime.roster import Roster
from eduverse.realtime.server import Seat, Spot
from eduverse.realtime.tasks import Lane, Tasks
from eduverse.vocabulary.events import SocketGone
from eduverse.vocabulary.messages import ClassroomEnter, ClassroomLeave
from eduverse.vocabulary.principal import Standing


class FakeClassrooms:
    """Lets people in so many times, and then no more."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.inside: list[bool] = []
        """Whether who was asked about was said to be inside already."""

    async def demand_entry(self, principal: Any, classroom_id: str, *, inside: bool = False) -> tuple[Any, Standing]:
        self.inside.append(inside)
        self.times -= 1
        if self.times < 0:
            raise Banned
        return self, Standing.STUDENT

    title = "Planets"

    async def live_quizzes(self, classroom_id: str) -> list[Any]:
        return []


class FakeEngine:
    """The engine as far as the campus uses it on entering, itself being its hub."""

    def __init__(self) -> None:
        self.hub = self
        self.roster = Roster()
        self.rooms: dict[str, list[str]] = {}
        self.sockets: dict[str, Any] = {}

    def users_in(self, room: str) -> list[str]:
        return self.rooms.get(room, [])

    def world(self, room: str) -> None:
        return None


class FakeSocket:
    def __init__(self, engine: FakeEngine, tab: str = "tab") -> None:
        self.id = tab
        self.user = STUDENT.user_id
        self.principal = Guest(STUDENT, tab)
        self.engine = engine
        self.told: list[Any] = []
        self.lane = Lane(Tasks(), "events of a socket")

    def emit(self, event: str, payload: Any) -> None:
        self.told.append(payload)

    async def join(self, seat: Seat, *, spot: Spot, card: bytes) -> bool:
        self.engine.rooms.setdefault(seat.room, []).append(self.user)
        return True

    def leave(self, room: str) -> bool:
        self.engine.rooms[room].remove(self.user)
        return True


class Campus:
    def __init__(self, times: int) -> None:
        self.engine = FakeEngine()
        self.events = RecordingBus()
        whereabouts = EngineWhereabouts()
        classrooms = self.classrooms = FakeClassrooms(times)
        self.campus = LiveCampus(
            authenticator=None,  # type: ignore[arg-type]
            classrooms=classrooms,  # type: ignore[arg-type]
            quizzes=classrooms,
            lessons=Lesson().live.lessons,
            whereabouts=whereabouts,
            events=self.events,
            clock=FakeClock(),
            tables=[],
        )
        for part in (self.campus, whereabouts):
            part.attach(self.engine)  # type: ignore[arg-type]

    async def enter(self, socket: FakeSocket, room: str = ROOM) -> Any:
        return await self.campus._enter(socket, ClassroomEnter(classroom_id=room))  # type: ignore[arg-type]


async def test_who_is_banned_between_the_look_and_the_seat_is_out_again() -> None:
    campus = Campus(times=1)
    socket = FakeSocket(campus.engine)
    with pytest.raises(Banned):
        await campus.enter(socket)
    assert (campus.engine.users_in(ROOM), socket.principal.place) == ([], None)


async def test_who_is_inside_is_asked_about_as_such() -> None:
    """A second tab, and the look after the seat was taken: a chain that has just fallen silent throws nobody out."""
    campus = Campus(times=9)
    for tab in ("tab", "tab-2"):
        await campus.enter(FakeSocket(campus.engine, tab))
    assert campus.classrooms.inside == [False, True, True, True]


async def test_a_tab_is_in_one_room_at_a_time() -> None:
    campus = Campus(times=9)
    socket = FakeSocket(campus.engine)
    for room in (ROOM, "room-2"):
        assert (await campus.enter(socket, room)).title == "Planets"
    assert (campus.engine.users_in(ROOM), campus.engine.users_in("room-2")) == ([], ["mira"])
    assert campus.events.of(SocketGone) == [SocketGone(socket_id="tab")]


async def test_entering_the_same_room_again_ends_nothing() -> None:
    campus = Campus(times=9)
    socket = FakeSocket(campus.engine)
    for _ in range(2):
        await campus.enter(socket)
    assert campus.events.of(SocketGone) == []


async def test_who_leaves_or_is_cut_off_takes_along_what_hung_on_the_tab() -> None:
    campus = Campus(times=9)
    socket = FakeSocket(campus.engine)
    await campus.enter(socket)
    await campus.campus._leave(socket, ClassroomLeave())  # type: ignore[arg-type]
    await campus.campus.disconnect(socket, "transport close")  # type: ignore[arg-type]
    assert campus.events.of(SocketGone) == [SocketGone(socket_id="tab")] * 2
    assert socket.principal.place is None


@pytest.mark.parametrize(("why", "told"), [("kicked", True), ("left", False)])
async def test_who_is_taken_out_is_told_why_and_takes_along_what_hung_on_the_tab(why: str, told: bool) -> None:
    campus = Campus(times=9)
    socket = FakeSocket(campus.engine)
    await campus.enter(socket)
    campus.campus.expelled(socket, ROOM, why)  # type: ignore[arg-type]
    await socket.lane.drained()
    assert campus.events.of(SocketGone) == [SocketGone(socket_id="tab")]
    assert socket.principal.place is None
    assert bool(socket.told) is told
