"""A live class over sockets: the official client against the whole server."""

from collections.abc import AsyncIterator, Iterator

import pytest
from tests.support.demo import Demo, demo_process
from tests.support.lively import Class, Person, enter
from tests.support.official import OfficialClient, official_client


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with demo_process(tmp_path_factory.mktemp("campus")) as running:
        yield running


@pytest.fixture
def room(demo: Demo) -> Class:
    return Class(demo)


@pytest.fixture
async def sockets() -> AsyncIterator[OfficialClient]:
    async with official_client() as client:
        yield client


@pytest.mark.parametrize("transports", [["websocket"], ["polling"], ["polling", "websocket"]])
async def test_people_see_each_other_come_move_talk_and_go(
    sockets: OfficialClient, room: Class, transports: list[str]
) -> None:
    entered = await enter(sockets, room, "ada", room.teacher, transports=transports)
    assert (entered["ok"], entered["standing"], len(entered["members"])) == (True, "teacher", 1)
    entered = await enter(sockets, room, "mira", room.mira, transports=transports)
    assert {member["userId"] for member in entered["members"]} == {room.teacher.id, room.mira.id}
    joined = await sockets.until("ada", "classroom:user-joined")
    assert joined["member"]["userId"] == room.mira.id

    x, y, z = joined["member"]["position"]
    assert await sockets.ask("mira", "avatar:move", {"position": [x - 1, y, z], "rotation": 1.5}) == {"ok": True}
    moved = await sockets.until(
        "ada", "avatar:moved", lambda batch: any(one["rotation"] == 1.5 for one in batch["avatars"])
    )
    assert {"userId": room.mira.id, "position": [x - 1, y, z], "rotation": 1.5} in moved["avatars"]

    said = await sockets.ask("mira", "chat:message", {"text": "hello", "clientId": "m1"})
    assert (await sockets.until("ada", "chat:message"))["id"] == said["message"]["id"]
    again = await sockets.ask("mira", "chat:message", {"text": "hello", "clientId": "m1"})
    assert again == said
    assert len(sockets.events("ada", "chat:message")) == 1

    await sockets.ask("mira", "chat:typing", {"typing": True})
    assert await sockets.until("ada", "chat:typing") == {"userId": room.mira.id, "typing": True}
    await sockets.ask("mira", "classroom:hand-raise", {"raised": True})
    raised = await sockets.until("ada", "classroom:hand-raised")
    assert (raised["userId"], raised["raised"]) == (room.mira.id, True)
    await sockets.ask("mira", "avatar:action", {"action": "wave"})
    assert await sockets.until("ada", "avatar:action") == {"userId": room.mira.id, "action": "wave"}

    entered = await enter(sockets, room, "tom", room.tom)
    assert [message["text"] for message in entered["chat"]] == ["hello"]
    assert next(one for one in entered["members"] if one["userId"] == room.mira.id)["handRaised"]
    assert entered["live"]["hands"] == [{"userId": room.mira.id, "raisedAt": raised["raisedAt"]}]

    assert await sockets.ask("mira", "classroom:leave") == {"ok": True}
    assert await sockets.until("ada", "classroom:user-left") == {"userId": room.mira.id, "reason": "left"}


@pytest.mark.parametrize("token", [None, "garbage", "a.b.c"])
async def test_nobody_connects_without_signing_in(sockets: OfficialClient, demo: Demo, token: str | None) -> None:
    refused = await sockets.open("nobody", demo.url, token, transports=["websocket"])
    assert refused["ok"] is False
    assert refused["data"]["code"] == "unauthenticated"


async def test_what_is_not_allowed_is_refused_by_name(sockets: OfficialClient, room: Class) -> None:
    quiz = room.quiz()
    await enter(sockets, room, "ada", room.teacher)
    assert await sockets.open("mira", room.demo.url, room.mira.token) == {"ok": True}
    wanted = [
        ("chat:message", {"text": "early"}, "not-in-room"),
        ("avatar:move", {"position": [0, 0, 0], "rotation": 0}, "not-in-room"),
        ("classroom:hand-raise", {"raised": True}, "not-in-room"),
        ("classroom:join", {"classroomId": "nowhere"}, "classroom-not-found"),
        ("classroom:join", {}, "invalid"),
        ("classroom:join", {"classroomId": room.id, "extra": 1}, "invalid"),
        ("quiz:start", {"quizId": quiz}, "forbidden"),
        ("quiz:close", {"quizId": quiz}, "forbidden"),
        ("no:such-event", {}, "unknown-event"),
    ]
    for event, payload, code in wanted:
        reply = await sockets.ask("mira", event, payload)
        assert (reply["ok"], reply["code"]) == (False, code), event
        assert reply["message"]
    assert sockets.events("ada", "chat:message") == []


async def test_an_outsider_does_not_enter(sockets: OfficialClient, room: Class) -> None:
    room.mira.http.post(f"/api/classrooms/{room.id}/leave").raise_for_status()
    assert (await enter(sockets, room, "mira", room.mira))["code"] == "forbidden"


async def test_enrolling_is_told_to_the_room(sockets: OfficialClient, room: Class) -> None:
    room.mira.http.post(f"/api/classrooms/{room.id}/leave").raise_for_status()
    await enter(sockets, room, "ada", room.teacher)
    room.mira.http.post(f"/api/classrooms/{room.id}/join").raise_for_status()
    joined = await sockets.until("ada", "classroom:user-joined")
    assert (joined["userId"], joined["member"]) == (room.mira.id, None)


async def test_a_quiz_from_start_to_close(sockets: OfficialClient, room: Class) -> None:
    quiz = room.quiz()
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "mira", room.mira)
    assert await sockets.ask("ada", "quiz:start", {"quizId": quiz}) == {"ok": True}
    started = await sockets.until("mira", "quiz:started")
    assert (started["quizId"], started["questionCount"]) == (quiz, 1)

    attempt = room.mira.http.post(f"/api/quiz/{quiz}/start").raise_for_status().json()
    question = attempt["questions"][0]["id"]
    answer = {"value": True, "revision": 0}
    room.mira.http.put(f"/api/quiz/{quiz}/answers/{question}", json=answer).raise_for_status()
    await sockets.until("ada", "quiz:user-progress", lambda progress: progress["answered"] == 1)
    progress = await sockets.ask("mira", "quiz:progress", {"quizId": quiz})
    assert progress == {"ok": True, "progress": {"quizId": quiz, "answered": 1, "questionCount": 1}}
    room.mira.http.post(f"/api/quiz/{quiz}/submit").raise_for_status()
    done = await sockets.until("ada", "quiz:user-progress", lambda progress: progress["state"] == "submitted")
    assert (done["userId"], done["score"]) == (room.mira.id, 1.0)
    assert sockets.events("mira", "quiz:user-progress") == []

    assert await sockets.ask("ada", "quiz:close", {"quizId": quiz}) == {"ok": True}
    assert await sockets.until("mira", "quiz:closed") == {"quizId": quiz}


async def test_a_second_tab_is_the_same_person(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "tab 1", room.mira)
    await sockets.until("ada", "classroom:user-joined")
    entered = await enter(sockets, room, "tab 2", room.mira)
    assert len(entered["members"]) == 2
    await sockets.ask("tab 1", "classroom:leave")
    await sockets.ask("tab 2", "chat:message", {"text": "still here"})
    await sockets.until("ada", "chat:message")
    assert sockets.events("ada", "classroom:user-left") == []
    assert len(sockets.events("ada", "classroom:user-joined")) == 1


async def test_a_cut_connection_comes_back_before_anybody_notices(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "mira", room.mira, reconnectionDelay=10)
    await sockets.until("ada", "classroom:user-joined")
    mark = len(sockets.seen)
    await sockets.cut("mira")
    await sockets.until("mira", "#connect", after=mark)
    assert (await sockets.ask("mira", "classroom:join", {"classroomId": room.id}))["ok"]
    assert sockets.events("ada", "classroom:user-left") == []


async def test_archiving_empties_the_room(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "mira", room.mira)
    room.teacher.http.post(f"/api/classrooms/{room.id}/archive").raise_for_status()
    assert await sockets.until("mira", "classroom:closed") == {"classroomId": room.id, "reason": "archived"}
    reply = await sockets.ask("mira", "classroom:join", {"classroomId": room.id})
    assert reply["code"] == "classroom-archived"
    assert (await sockets.ask("mira", "chat:message", {"text": "hello?"}))["ok"] is False


async def test_signing_out_closes_the_sockets_of_that_session_alone(sockets: OfficialClient, room: Class) -> None:
    other = Person(room.demo, room.demo.accounts[1])
    await enter(sockets, room, "here", room.mira)
    await enter(sockets, room, "there", other)
    room.mira.http.post("/api/auth/logout").raise_for_status()
    assert await sockets.until("here", "#disconnect") == {"reason": "io server disconnect"}
    assert (await sockets.ask("there", "chat:message", {"text": "still in"}))["ok"]
