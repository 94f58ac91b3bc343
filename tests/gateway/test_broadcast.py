"""The slices' broadcaster over the engine: which sockets an event is handed to."""

from typing import Any

import pytest
from tests.support.people import EDUCATOR, STRANGER, STUDENT

from eduverse.gateway.broadcast import TEACHERS, EngineBroadcaster
from eduverse.gateway.guests import Guest
from eduverse.vocabulary.messages import QuizClosed, Typing
from eduverse.vocabulary.principal import Principal, Standing
from eduverse.vocabulary.sockets import Place

NEWS = QuizClosed(quiz_id="quiz")


class FakeSocket:
    def __init__(self, who: Principal, room: str | None, standing: Standing = Standing.STUDENT) -> None:
        self.user = who.user_id
        self.rooms = {room} if room else set()
        self.groups = {TEACHERS} if standing is Standing.TEACHER else set()
        self.id = f"tab of {who.user_id}"
        self.principal = Guest(who, self.id)
        self.principal.place = Place(classroom_id=room, standing=standing) if room else None


class FakeEngine:
    """The engine as far as the broadcaster uses it, itself being its hub."""

    def __init__(self, *sockets: FakeSocket) -> None:
        self.sockets = list(sockets)
        self.sent: list[tuple[str, str]] = []
        self.volatile: list[str] = []
        self.removed: list[tuple[str, str, str, str]] = []
        self.closed: list[str] = []
        self.hub = self.channels = self

    def emit_to_room(
        self,
        room: str,
        event: str,
        _: Any,
        *,
        group: str | None = None,
        skip: str | None = None,
        volatile: bool = False,
    ) -> None:
        here = [one for one in self.sockets if room in one.rooms and one.user != skip]
        self.sent += [(one.user, event) for one in here if group is None or group in one.groups]
        self.volatile += [event] if volatile else []

    def emit_to_user(self, user: str, event: str, _: Any) -> None:
        self.sent.append((user, event))

    def emit_to_socket(self, socket_id: str, event: str, _: Any) -> None:
        self.sent += [(one.user, event) for one in self.sockets if one.id == socket_id]

    def users_in(self, room: str) -> list[str]:
        return [one.user for one in self.sockets if room in one.rooms]

    def present_count(self, room: str) -> int:
        return len(self.users_in(room))

    def sockets_of(self, user: str) -> list[FakeSocket]:
        return [one for one in self.sockets if one.user == user]

    def remove(self, room: str, user: str, reason: str, why: str) -> None:
        self.removed.append((room, user, reason, why))

    def sign_out(self, login: str) -> None:
        self.closed.append(login)


class Campus:
    def __init__(self) -> None:
        self.teacher = FakeSocket(EDUCATOR, "room", Standing.TEACHER)
        self.student = FakeSocket(STUDENT, "room")
        self.elsewhere = FakeSocket(STRANGER, "other", Standing.TEACHER)
        self.engine = FakeEngine(self.teacher, self.student, self.elsewhere)
        self.broadcaster = EngineBroadcaster()
        self.broadcaster.attach(self.engine)  # type: ignore[arg-type]


@pytest.fixture
def campus() -> Campus:
    return Campus()


def test_to_a_room_to_its_teachers_to_a_person_and_to_a_tab(campus: Campus) -> None:
    campus.broadcaster.to_room("room", NEWS)
    campus.broadcaster.to_room("room", NEWS, skip_user=STUDENT.user_id)
    campus.broadcaster.to_teachers("room", NEWS)
    campus.broadcaster.to_user(STRANGER.user_id, NEWS)
    campus.broadcaster.to_socket("tab of mira", NEWS)
    campus.broadcaster.to_socket("tab that is gone", NEWS)
    users = ["ada", "mira", "ada", "ada", "sam", "mira"]
    assert campus.engine.sent == [(user, "quiz:closed") for user in users]


def test_what_is_worth_nothing_later_is_volatile(campus: Campus) -> None:
    campus.broadcaster.to_room("room", NEWS)
    campus.broadcaster.to_room("room", Typing(user_id="mira", typing=True))
    assert campus.engine.volatile == ["chat:typing"]


async def test_who_is_removed_and_why(campus: Campus) -> None:
    await campus.broadcaster.remove("room", STUDENT.user_id, "banned")
    await campus.broadcaster.remove("room", STUDENT.user_id, "left")
    assert campus.engine.removed == [("room", "mira", "removed", "banned"), ("room", "mira", "left", "left")]


async def test_everybody_is_removed_when_a_classroom_is_archived(campus: Campus) -> None:
    await campus.broadcaster.remove("room", None, "archived")
    assert campus.engine.removed == [("room", "ada", "removed", "archived"), ("room", "mira", "removed", "archived")]


def test_a_session_that_ended_loses_its_connections(campus: Campus) -> None:
    campus.broadcaster.disconnect_session(STUDENT.session_id)
    assert campus.engine.closed == [STUDENT.session_id]


def test_how_many_are_present(campus: Campus) -> None:
    assert (campus.broadcaster.present_count("room"), campus.broadcaster.present_count("empty")) == (2, 0)


async def test_where_nobody_is_served_nobody_is_told() -> None:
    broadcaster = EngineBroadcaster()
    broadcaster.to_room("room", NEWS)
    broadcaster.to_teachers("room", NEWS)
    broadcaster.to_user("mira", NEWS)
    broadcaster.to_socket("a tab", NEWS)
    await broadcaster.remove("room", None, "archived")
    broadcaster.disconnect_session("a session")
    assert broadcaster.present_count("room") == 0
