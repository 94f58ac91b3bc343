"""A lesson over sockets, with all the tabs people have: the official client against the whole server."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.demo import Demo, demo_process
from tests.support.lively import Class, Person, enter, people_of
from tests.support.official import OfficialClient, official_client

DONE = {"ok": True}
SLIDES = {"title": "Planets", "slides": [{"title": "One"}, {"title": "Two", "text": "*Moons*"}]}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with demo_process(tmp_path_factory.mktemp("campus")) as running:
        yield running


@pytest.fixture(scope="module")
def people(demo: Demo) -> list[Person]:
    """Signed in once: a password takes its time."""
    return people_of(demo)


@pytest.fixture
def room(demo: Demo, people: list[Person]) -> Class:
    return Class(demo, people)


@pytest.fixture
async def sockets() -> AsyncIterator[OfficialClient]:
    async with official_client() as client:
        yield client


async def everybody(sockets: OfficialClient, room: Class) -> None:
    for name, person in (("ada", room.teacher), ("mira", room.mira), ("tom", room.tom)):
        assert (await enter(sockets, room, name, person))["ok"]


async def again(sockets: OfficialClient, room: Class, name: str) -> Any:
    """The code of the refusal, or None."""
    return (await sockets.ask(name, "classroom:join", {"classroomId": room.id})).get("code")


async def refusals(sockets: OfficialClient, name: str, *events: tuple[str, dict[str, Any]]) -> list[str | None]:
    return [(await sockets.ask(name, event, payload)).get("code") for event, payload in events]


# --- the door


async def test_a_locked_room_is_behind_those_who_are_inside(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "mira", room.mira, reconnectionDelay=10)
    assert await sockets.ask("ada", "moderation:lock", {"on": True}) == DONE
    assert (await sockets.until("mira", "classroom:changed"))["locked"]
    assert (await enter(sockets, room, "tom", room.tom))["code"] == "room-locked"
    mark = len(sockets.seen)
    await sockets.cut("mira")
    await sockets.until("mira", "#connect", after=mark)
    assert await again(sockets, room, "mira") is None
    entered = await enter(sockets, room, "mira's other tab", room.mira)
    assert entered["live"]["rules"]["locked"]
    await sockets.ask("ada", "moderation:lock", {"on": False})
    assert await again(sockets, room, "tom") is None


async def test_the_lobby(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    assert await sockets.ask("ada", "moderation:lobby", {"on": True}) == DONE
    assert (await enter(sockets, room, "mira", room.mira))["code"] == "in-lobby"
    assert (await sockets.until("ada", "lobby:waiting"))["userId"] == room.mira.id
    assert (await sockets.ask("mira", "chat:message", {"text": "hello?"}))["code"] == "not-in-room"
    late = await enter(sockets, room, "ada's other tab", room.teacher)
    assert [person["userId"] for person in late["live"]["waiting"]] == [room.mira.id]
    assert await sockets.ask("ada", "lobby:admit", {"userId": room.mira.id}) == DONE
    assert await sockets.until("mira", "lobby:admitted") == {"classroomId": room.id}
    assert await again(sockets, room, "mira") is None

    assert (await enter(sockets, room, "tom", room.tom))["code"] == "in-lobby"
    await sockets.close("tom")
    assert (await sockets.until("ada", "lobby:left", lambda news: news["userId"] == room.tom.id))["userId"]


# --- out of the door


async def test_a_kick_takes_every_tab_and_is_not_for_ever(sockets: OfficialClient, room: Class) -> None:
    await everybody(sockets, room)
    await enter(sockets, room, "mira's other tab", room.mira)
    assert await sockets.ask("ada", "moderation:kick", {"userId": room.mira.id}) == DONE
    for tab in ("mira", "mira's other tab"):
        assert await sockets.until(tab, "classroom:closed") == {"classroomId": room.id, "reason": "kicked"}
    assert await sockets.until("tom", "classroom:user-left") == {"userId": room.mira.id, "reason": "removed"}
    assert await refusals(sockets, "mira", ("chat:message", {"text": "?"})) == ["not-in-room"]
    assert await again(sockets, room, "mira") is None


async def test_a_ban_takes_effect_at_once_and_until_it_is_lifted(sockets: OfficialClient, room: Class) -> None:
    await everybody(sockets, room)
    await enter(sockets, room, "mira's other tab", room.mira)
    assert await sockets.ask("ada", "moderation:ban", {"userId": room.mira.id}) == DONE
    for tab in ("mira", "mira's other tab"):
        assert await sockets.until(tab, "classroom:closed") == {"classroomId": room.id, "reason": "banned"}
        assert await again(sockets, room, tab) == "banned"
    assert room.mira.http.get(f"/api/classrooms/{room.id}").json()["code"] == "banned"
    room.teacher.http.delete(f"/api/classrooms/{room.id}/bans/{room.mira.id}").raise_for_status()
    assert await again(sockets, room, "mira") == "forbidden"
    room.mira.http.post(f"/api/classrooms/{room.id}/join").raise_for_status()
    assert await again(sockets, room, "mira") is None

    room.teacher.http.post(f"/api/classrooms/{room.id}/bans/{room.tom.id}").raise_for_status()
    assert (await sockets.until("tom", "classroom:closed"))["reason"] == "banned"


# --- leading a class


async def test_what_a_teacher_leads_reaches_the_class_and_who_comes_late(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "mira", room.mira)
    assert await sockets.ask("ada", "presentation:start", SLIDES) == DONE
    started = await sockets.until("mira", "presentation:started")
    assert await sockets.ask("ada", "presentation:slide-change", {"index": 1}) == DONE
    changed = await sockets.until("mira", "presentation:slide-changed")
    assert changed == {"presentationId": started["presentationId"], "index": 1, "revision": 1}
    assert await sockets.ask("ada", "poll:open", {"question": "Clear?", "options": ["Yes", "No"]}) == DONE
    poll = (await sockets.until("mira", "poll:opened"))["pollId"]
    assert await sockets.ask("mira", "poll:vote", {"pollId": poll, "option": 1}) == DONE
    counted = {"pollId": poll, "counts": [0, 1], "voters": 1}
    assert await sockets.until("ada", "poll:counted") == {**counted, "open": True}
    await sockets.ask("ada", "moderation:mute", {"userId": room.mira.id})
    muted = {"userIds": [room.mira.id], "muted": True, "by": "teacher"}
    assert await sockets.until("mira", "voice:mute-status") == muted
    await sockets.ask("ada", "notification:send", {"text": "Five minutes"})
    assert (await sockets.until("mira", "notification:received"))["text"] == "Five minutes"

    live = (await enter(sockets, room, "tom", room.tom))["live"]
    assert (live["presentation"]["index"], live["presentation"]["slides"][1]["text"]) == (1, "*Moons*")
    assert (live["poll"]["pollId"], live["myVote"], live["tally"], live["muted"]) == (poll, None, None, [room.mira.id])
    assert (await enter(sockets, room, "mira's other tab", room.mira))["live"]["myVote"] == 1
    assert await sockets.ask("ada", "poll:close") == DONE
    assert await sockets.until("tom", "poll:counted") == {**counted, "open": False}
    assert sockets.events("mira", "poll:counted") == [{**counted, "open": False}]


async def test_a_student_leads_nothing(sockets: OfficialClient, room: Class) -> None:
    await everybody(sockets, room)
    said = await sockets.ask("ada", "chat:message", {"text": "welcome"})
    mark = len(sockets.seen)
    wanted: list[tuple[str, dict[str, Any]]] = [
        ("chat:delete", {"messageId": said["message"]["id"]}),
        ("moderation:kick", {"userId": room.tom.id}),
        ("moderation:ban", {"userId": room.tom.id}),
        ("moderation:mute-all", {}),
        ("moderation:lock", {"on": True}),
        ("spotlight:set", {"userId": room.mira.id}),
        ("notification:send", {"text": "School is out"}),
        ("presentation:start", SLIDES),
        ("poll:open", {"question": "?", "options": ["a", "b"]}),
    ]
    assert await refusals(sockets, "mira", *wanted) == ["forbidden"] * len(wanted)
    await sockets.ask("tom", "chat:message", {"text": "still here"})
    await sockets.until("ada", "chat:message", after=mark)
    of_the_teacher = {news.event for news in sockets.seen[mark:]} - {"avatar:moved", "classroom:user-joined"}
    assert of_the_teacher == {"chat:message"}


# --- talking


async def test_chat_is_read_back_and_taken_back(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "mira", room.mira)
    ids = [
        (await sockets.ask("mira", "chat:message", {"text": text}))["message"]["id"] for text in ("one", "two", "three")
    ]
    assert await sockets.ask("ada", "chat:delete", {"messageId": ids[1]}) == DONE
    assert await sockets.until("mira", "chat:deleted") == {"messageId": ids[1]}
    chat = (await enter(sockets, room, "tom", room.tom))["chat"]
    assert [message["text"] for message in chat] == ["one", "three"]
    page = room.tom.http.get(f"/api/classrooms/{room.id}/chat", params={"limit": 1}).json()
    assert [message["text"] for message in page["items"]] == ["three"]


async def test_a_hand_stays_while_any_tab_stays(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "mira", room.mira)
    await enter(sockets, room, "mira's other tab", room.mira)
    await sockets.ask("mira", "classroom:hand-raise", {"raised": True})
    await sockets.ask("mira", "classroom:leave")
    hands = (await enter(sockets, room, "tom", room.tom))["live"]["hands"]
    assert [hand["userId"] for hand in hands] == [room.mira.id]
    await sockets.ask("mira's other tab", "classroom:leave")
    await sockets.until("ada", "classroom:hand-raised", lambda hand: not hand["raised"])
    entered = await enter(sockets, room, "mira again", room.mira)
    assert entered["live"]["hands"] == []


async def test_too_many_reactions_are_too_many(sockets: OfficialClient, room: Class) -> None:
    await enter(sockets, room, "ada", room.teacher)
    await enter(sockets, room, "mira", room.mira)
    codes = await refusals(sockets, "mira", *[("reaction:send", {"emoji": "party"})] * 12)
    assert codes[:6] == [None] * 6
    assert "too-fast" in codes
    assert await sockets.until("ada", "reaction:shown") == {"userId": room.mira.id, "emoji": "party"}


async def in_voice(sockets: OfficialClient, name: str) -> Any:
    joined = await sockets.ask(name, "voice:join")
    assert (joined["ok"], joined["mode"]) == (True, "mesh")
    return joined


async def test_two_browsers_find_each_other(sockets: OfficialClient, room: Class) -> None:
    await everybody(sockets, room)
    mira = (await in_voice(sockets, "mira"))["peerId"]
    joined = await in_voice(sockets, "tom")
    tom = joined["peerId"]
    assert joined["peers"] == [{"peerId": mira, "userId": room.mira.id, "name": "Mira Lindqvist"}]
    assert joined["audible"] == [mira]
    assert (await sockets.until("ada", "voice:joined", lambda peer: peer["peerId"] == tom))["userId"] == room.tom.id

    assert await sockets.ask("tom", "voice:offer", {"to": mira, "sdp": "v=0 offer"}) == DONE
    offered = await sockets.until("mira", "voice:offer")
    assert offered == {"from": tom, "userId": room.tom.id, "sdp": "v=0 offer"}
    assert await sockets.ask("mira", "voice:answer", {"to": offered["from"], "sdp": "v=0 answer"}) == DONE
    assert (await sockets.until("tom", "voice:answer"))["sdp"] == "v=0 answer"
    candidate = {"candidate": "candidate:1", "sdpMid": "0", "sdpMLineIndex": 0, "usernameFragment": None}
    assert await sockets.ask("tom", "voice:ice-candidate", {"to": mira, **candidate}) == DONE
    assert await sockets.until("mira", "voice:ice-candidate") == {"from": tom, "userId": room.tom.id, **candidate}
    assert [news.event for news in sockets.seen if news.socket == "ada" and "offer" in news.event] == []

    await sockets.ask("mira", "avatar:move", {"position": [-8, 0, -8], "rotation": 0})
    too_far = [("voice:offer", {"to": tom, "sdp": "v=0"}), ("voice:answer", {"to": tom, "sdp": "v=0"})]
    assert await refusals(sockets, "mira", *too_far) == ["out-of-earshot"] * 2
    await sockets.ask("ada", "spotlight:set", {"userId": room.mira.id})
    assert await refusals(sockets, "mira", *too_far) == [None, None]
    outside = [("voice:offer", {"to": mira, "sdp": "v=0"}), ("voice:offer", {"to": "nobody", "sdp": "v=0"})]
    assert await refusals(sockets, "ada", *outside) == ["not-in-voice"] * 2


async def test_a_peer_is_a_tab_and_goes_with_it(sockets: OfficialClient, room: Class) -> None:
    await everybody(sockets, room)
    await enter(sockets, room, "mira's other tab", room.mira)
    peers = [(await in_voice(sockets, name))["peerId"] for name in ("mira", "mira's other tab", "tom")]
    assert len(set(peers)) == 3
    await sockets.ask("tom", "voice:offer", {"to": peers[1], "sdp": "for this tab"})
    await sockets.until("mira's other tab", "voice:offer")
    assert sockets.events("mira", "voice:offer") == []

    await sockets.close("mira's other tab")
    assert (await sockets.until("tom", "voice:left"))["peerId"] == peers[1]
    await sockets.ask("ada", "moderation:kick", {"userId": room.mira.id})
    assert (await sockets.until("tom", "voice:left", lambda left: left["peerId"] == peers[0]))["userId"] == room.mira.id
    await sockets.ask("tom", "classroom:leave")
    assert (await sockets.until("ada", "voice:left", lambda left: left["peerId"] == peers[2]))["userId"] == room.tom.id


# --- a kill in between


async def test_a_killed_server_goes_on_with_the_lesson(sockets: OfficialClient, tmp_path: Path) -> None:
    with demo_process(tmp_path) as demo:
        room = Class(demo)
        await everybody(sockets, room)
        said = await sockets.ask("mira", "chat:message", {"text": "hello", "clientId": "m1"})
        await sockets.ask("mira", "classroom:hand-raise", {"raised": True})
        await sockets.ask("ada", "presentation:start", SLIDES)
        await sockets.ask("ada", "poll:open", {"question": "Clear?", "options": ["Yes", "No"]})
        poll = (await sockets.until("mira", "poll:opened"))["pollId"]
        await sockets.ask("mira", "poll:vote", {"pollId": poll, "option": 1})
        await sockets.ask("ada", "moderation:mute", {"userId": room.tom.id})
        await sockets.ask("ada", "moderation:lock", {"on": True})
        demo.kill()
        await asyncio.gather(*(sockets.close(name) for name in ("ada", "mira", "tom")))
    with demo_process(tmp_path) as demo:
        room.demo = demo
        entered = await enter(sockets, room, "mira", room.mira)
        live = entered["live"]
        assert (live["rules"]["locked"], live["presentation"]["title"], live["muted"]) == (
            *(True, "Planets"),
            [room.tom.id],
        )
        assert (live["poll"]["pollId"], live["myVote"]) == (poll, 1)
        assert [hand["userId"] for hand in live["hands"]] == [room.mira.id]
        assert [message["text"] for message in entered["chat"]] == ["hello"]
        repeated = await sockets.ask("mira", "chat:message", {"text": "hello", "clientId": "m1"})
        assert repeated == said
