"""Talking: who is in the room's voice, and who hears whom."""

import asyncio
from typing import Any

import pytest
from tests.support.lessons import ROOM, FakeMedia, Lesson
from tests.support.people import STUDENT, person, students

from eduverse.live.errors import NotInVoice, OutOfEarshot, VoiceFull, VoiceUnavailable
from eduverse.live.model.voice import MESH_LIMIT
from eduverse.vocabulary.events import SocketGone
from eduverse.vocabulary.messages import (
    IceServer,
    SfuAccess,
    VoiceAnswered,
    VoiceJoined,
    VoiceLeft,
    VoiceModeChanged,
    VoiceMuted,
    VoiceOffered,
    VoicePeer,
    VoiceRouteFound,
)
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Caller, NotInRoom

TOM, SAM = person("tom"), person("sam")
FAR = (0.0, 0.0, 9.0)


async def join(lesson: Lesson, caller: Caller) -> Any:
    reply = await lesson.send("voice:join", caller)
    assert isinstance(reply, VoiceJoined)
    return reply


async def talking(lesson: Lesson, count: int) -> list[Caller]:
    """So many students in the room's voice."""
    callers = [lesson.arrive(who) for who in students(count)]
    for caller in callers:
        await join(lesson, caller)
    return callers


# --- coming and going


async def test_who_joins_learns_who_is_there_and_whom_they_hear() -> None:
    lesson = Lesson()
    mira, tom = lesson.arrive(STUDENT, "m1"), lesson.arrive(TOM, "t1", at=FAR)
    ada = lesson.arrive(person("sam"), "s1")
    assert (await join(lesson, mira)).peers == []
    await join(lesson, tom)
    joined = await join(lesson, ada)
    assert joined == VoiceJoined(
        peer_id="s1",
        mode="mesh",
        peers=[
            VoicePeer(peer_id="m1", user_id="mira", name="Mira"),
            VoicePeer(peer_id="t1", user_id="tom", name="Tom"),
        ],
        audible=["m1"],
        muted=False,
        sfu=None,
        ice_servers=[IceServer(urls=["turn:turn.school.example:3478"], username="s1", credential="secret")],
    )
    assert [peer.peer_id for peer in lesson.told(VoicePeer)] == ["m1", "t1", "s1"]
    state = await lesson.state(lesson.teacher())
    assert [peer.peer_id for peer in state.voice] == ["m1", "t1", "s1"]


async def test_joining_again_is_told_to_nobody() -> None:
    lesson = Lesson()
    mira = lesson.arrive(STUDENT)
    assert await join(lesson, mira) == await join(lesson, mira)
    assert len(lesson.told(VoicePeer)) == 1


async def test_a_tab_that_left_the_room_meanwhile_does_not_join() -> None:
    lesson = Lesson()
    mira = lesson.arrive(STUDENT)
    lesson.whereabouts.tabs.clear()
    with pytest.raises(NotInRoom):
        await join(lesson, mira)
    assert lesson.live.voice.peers(ROOM) == []


async def test_each_tab_is_a_peer_and_leaves_alone() -> None:
    lesson = Lesson()
    one, two = lesson.arrive(STUDENT, "one"), lesson.arrive(STUDENT, "two")
    for tab in (one, two):
        await join(lesson, tab)
    await lesson.close_tab(one)
    assert [peer.peer_id for peer in lesson.live.voice.peers(ROOM)] == ["two"]
    await lesson.send("voice:leave", two)
    await lesson.send("voice:leave", two)
    assert lesson.told(VoiceLeft) == [
        VoiceLeft(peer_id="one", user_id="mira"),
        VoiceLeft(peer_id="two", user_id="mira"),
    ]


async def test_who_comes_while_the_room_is_held_muted_is_muted() -> None:
    lesson = Lesson()
    await lesson.send("moderation:hold-mute", lesson.teacher(), on=True)
    mira = lesson.arrive(STUDENT)
    for _ in range(2):
        assert (await join(lesson, mira)).muted
    assert not (await join(lesson, lesson.teacher())).muted
    assert lesson.told(VoiceMuted)[-1:] == [VoiceMuted(user_ids=["mira"], muted=True, by="teacher")]
    assert [news.user_ids for news in lesson.told(VoiceMuted)].count(["mira"]) == 1


async def test_somebodys_own_microphone() -> None:
    lesson = Lesson()
    mira = lesson.arrive(STUDENT)
    for muted in (False, True, True, False):
        await lesson.send("voice:mute-status", mira, muted=muted)
    assert lesson.told(VoiceMuted) == [
        VoiceMuted(user_ids=["mira"], muted=True, by="self"),
        VoiceMuted(user_ids=["mira"], muted=False, by="self"),
    ]


# --- between peers


SIGNALS = [
    ("voice:offer", {"sdp": "v=0 offer"}, VoiceOffered(from_peer="m1", user_id="mira", sdp="v=0 offer")),
    ("voice:answer", {"sdp": "v=0 answer"}, VoiceAnswered(from_peer="m1", user_id="mira", sdp="v=0 answer")),
    (
        "voice:ice-candidate",
        {"candidate": "candidate:1", "sdpMid": "0", "sdpMLineIndex": 0, "usernameFragment": "u"},
        VoiceRouteFound(
            from_peer="m1",
            user_id="mira",
            candidate="candidate:1",
            sdp_mid="0",
            sdp_m_line_index=0,
            username_fragment="u",
        ),
    ),
]


@pytest.mark.parametrize(("event", "fields", "passed_on"), SIGNALS)
async def test_signals_go_to_one_tab_with_their_sender(event: str, fields: dict[str, Any], passed_on: Any) -> None:
    lesson = Lesson()
    mira = lesson.arrive(STUDENT, "m1")
    for caller in (mira, lesson.arrive(TOM, "t1"), lesson.arrive(TOM, "t2")):
        await join(lesson, caller)
    before = len(lesson.broadcaster.said)
    await lesson.send(event, mira, to="t1", **fields)
    (said,) = lesson.broadcaster.said[before:]
    assert (said.to, said.message) == ("socket:t1", passed_on)


@pytest.mark.parametrize(("event", "fields", "_"), SIGNALS)
async def test_both_have_to_be_in_the_voice_of_the_same_room(event: str, fields: dict[str, Any], _: Any) -> None:
    lesson = Lesson()
    mira, tom = lesson.arrive(STUDENT, "m1"), lesson.arrive(TOM, "t1")
    elsewhere = lesson.arrive(SAM, "s1", room="room-2")
    await join(lesson, elsewhere)
    await join(lesson, mira)
    refused = [(mira, "t1"), (tom, "m1"), (mira, "s1"), (mira, "nobody")]
    before = len(lesson.broadcaster.said)
    for caller, to in refused:
        with pytest.raises(NotInVoice):
            await lesson.send(event, caller, to=to, **fields)
    assert len(lesson.broadcaster.said) == before


@pytest.mark.parametrize(("event", "fields", "_"), SIGNALS)
async def test_who_stands_too_far_away_is_not_reached(event: str, fields: dict[str, Any], _: Any) -> None:
    lesson = Lesson()
    mira, tom = lesson.arrive(STUDENT, "m1"), lesson.arrive(TOM, "t1", at=FAR)
    for caller in (mira, tom):
        await join(lesson, caller)
    for caller, to in ((mira, "t1"), (tom, "m1")):
        with pytest.raises(OutOfEarshot):
            await lesson.send(event, caller, to=to, **fields)
    lesson.arrive(TOM, "t1", at=(0.0, 0.0, 7.9))
    await lesson.send(event, mira, to="t1", **fields)


async def test_a_teacher_is_heard_everywhere() -> None:
    lesson = Lesson()
    ada, mira = lesson.teacher(), lesson.arrive(STUDENT, "m1", at=FAR)
    await join(lesson, ada)
    assert (await join(lesson, mira)).audible == [ada.socket_id]
    for caller, to in ((ada, "m1"), (mira, ada.socket_id)):
        await lesson.send("voice:offer", caller, to=to)


async def test_the_spotlight_is_heard_everywhere_while_it_is_on() -> None:
    lesson = Lesson()
    mira, tom = lesson.arrive(STUDENT, "m1"), lesson.arrive(TOM, "t1", at=FAR)
    await join(lesson, mira)
    await lesson.send("spotlight:set", lesson.teacher(), userId="tom")
    assert (await join(lesson, tom)).audible == ["m1"]
    for caller, to in ((mira, "t1"), (tom, "m1")):
        await lesson.send("voice:offer", caller, to=to)
    await lesson.send("spotlight:set", lesson.teacher(), userId=None)
    with pytest.raises(OutOfEarshot):
        await lesson.send("voice:offer", mira, to="t1")


# --- many


async def test_a_mesh_is_for_few() -> None:
    lesson = Lesson()
    first, *_ = await talking(lesson, MESH_LIMIT)
    with pytest.raises(VoiceFull):
        await join(lesson, lesson.arrive(STUDENT))
    assert len(lesson.live.voice.peers(ROOM)) == MESH_LIMIT
    assert (await join(lesson, first)).mode == "mesh"
    await lesson.send("voice:leave", first)
    assert (await join(lesson, lesson.arrive(STUDENT))).mode == "mesh"


async def test_beyond_that_everybody_goes_over_to_the_media_server() -> None:
    lesson = Lesson(media=FakeMedia())
    callers = await talking(lesson, MESH_LIMIT)
    joined = await join(lesson, lesson.arrive(STUDENT, "m1"))
    assert (joined.mode, joined.sfu) == (
        "sfu",
        SfuAccess(url="wss://media.school.example", token=f"{ROOM}/m1/Mira"),
    )
    changed = [one.to for one in lesson.broadcaster.said if one.message == VoiceModeChanged(mode="sfu")]
    assert changed == [f"socket:{caller.socket_id}" for caller in callers]
    assert {(await join(lesson, caller)).mode for caller in callers} == {"sfu"}
    assert len([one for one in lesson.broadcaster.said if isinstance(one.message, VoiceModeChanged)]) == MESH_LIMIT


async def test_who_leaves_a_mesh_was_never_at_the_media_server() -> None:
    media = FakeMedia()
    lesson = Lesson(media=media)
    for caller in await talking(lesson, MESH_LIMIT):
        await lesson.send("voice:leave", caller)
    assert media.taken_out == []


async def test_who_is_sent_out_is_taken_out_of_the_media_server() -> None:
    media = FakeMedia()
    lesson = Lesson(media=media)
    callers = await talking(lesson, MESH_LIMIT + 1)
    await lesson.order.on_socket_gone(SocketGone(socket_id=callers[0].socket_id))
    assert media.taken_out == [(ROOM, callers[0].socket_id)]


async def test_a_room_goes_back_to_a_mesh_once_its_voice_is_empty() -> None:
    lesson = Lesson(media=FakeMedia())
    callers = await talking(lesson, MESH_LIMIT + 1)
    for caller in callers[1:]:
        await lesson.send("voice:leave", caller)
    assert (await join(lesson, callers[1])).mode == "sfu"
    for caller in callers[:2]:
        await lesson.send("voice:leave", caller)
    assert (await join(lesson, callers[0])).mode == "mesh"


async def test_a_media_server_that_is_down_is_needed_by_many_alone() -> None:
    media = FakeMedia()
    lesson = Lesson(media=media)
    media.wrong = "it does not answer"
    await talking(lesson, MESH_LIMIT)
    with pytest.raises(VoiceUnavailable):
        await join(lesson, lesson.arrive(STUDENT))
    assert len(lesson.live.voice.peers(ROOM)) == MESH_LIMIT


# --- two servers


def peers(lesson: Lesson) -> list[str]:
    return [one.peer_id for one in lesson.live.voice.peers(ROOM)]


async def test_both_servers_know_who_talks_and_one_tells() -> None:
    here = Lesson()
    there = Lesson(beside=here)
    mira, tom = here.arrive(STUDENT, "m1"), there.arrive(TOM, "t1")
    await join(here, mira)
    assert [one.peer_id for one in (await join(there, tom)).peers] == ["m1"]
    assert peers(here) == peers(there) == ["m1", "t1"]
    assert [one.peer_id for one in here.told(VoicePeer)] == ["m1"]
    assert [one.peer_id for one in there.told(VoicePeer)] == ["t1"]
    await here.close_tab(mira)
    assert peers(here) == peers(there) == ["t1"]
    assert (len(here.told(VoiceLeft)), len(there.told(VoiceLeft))) == (1, 0)


async def test_a_signal_reaches_a_peer_at_the_other_server_and_only_within_earshot() -> None:
    here = Lesson()
    there = Lesson(beside=here)
    mira = here.arrive(STUDENT, "m1")
    await join(here, mira)
    await join(there, there.arrive(TOM, "t1"))
    here.whereabouts.people[ROOM, "tom"] = Standing.STUDENT, (0.0, 0.0, 1.0)
    await here.send("voice:offer", mira, to="t1", sdp="v=0")
    offered = VoiceOffered(from_peer="m1", user_id="mira", sdp="v=0")
    assert here.broadcaster.messages(VoiceOffered, "socket:t1") == [offered]
    here.whereabouts.people[ROOM, "tom"] = Standing.STUDENT, FAR
    with pytest.raises(OutOfEarshot):
        await here.send("voice:offer", mira, to="t1", sdp="v=0")


async def at_once(here: Lesson, there: Lesson) -> list[Any]:
    """One at each server, for whom there is one place, in that order; what they are answered."""
    here.order.hold()
    both = [asyncio.create_task(join(one, one.arrive(who))) for one, who in ((here, STUDENT), (there, TOM))]
    for _ in range(20):
        await asyncio.sleep(0)
    assert not any(task.done() for task in both)
    await here.order.release()
    return await asyncio.gather(*both, return_exceptions=True)


async def test_of_two_who_want_the_last_place_at_once_one_has_it() -> None:
    here = Lesson()
    there = Lesson(beside=here)
    await talking(here, MESH_LIMIT - 1)
    first, second = await at_once(here, there)
    assert first.mode == "mesh"
    assert isinstance(second, VoiceFull)
    assert peers(here) == peers(there)
    assert len(peers(here)) == MESH_LIMIT


async def test_the_room_goes_over_once_and_each_peer_is_told_once_by_its_server() -> None:
    media = FakeMedia()
    here = Lesson(media=media)
    there = Lesson(media=media, beside=here)
    callers = await talking(here, MESH_LIMIT - 2)
    await join(there, there.arrive(SAM))
    assert [answer.mode for answer in await at_once(here, there)] == ["mesh", "sfu"]
    changed = VoiceModeChanged(mode="sfu")
    told = [[one.to for one in lesson.broadcaster.said if one.message == changed] for lesson in (here, there)]
    assert told == [[f"socket:{one.socket_id}" for one in callers] + ["socket:tab-of-mira"], ["socket:tab-of-sam"]]
    assert (await join(here, callers[0])).mode == (await join(there, there.arrive(SAM))).mode == "sfu"


async def test_a_killed_server_takes_its_peers_along_and_who_noticed_tells() -> None:
    here = Lesson()
    there = Lesson(beside=here)
    await join(here, here.arrive(STUDENT, "m1"))
    await join(there, there.arrive(STUDENT, "m2"))
    here.order.killed(noticed_by=there.order)
    assert peers(there) == ["m2"], "a person's other tab, at another server, goes on talking"
    assert there.told(VoiceLeft) == [VoiceLeft(peer_id="m1", user_id="mira")]
