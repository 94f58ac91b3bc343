"""What a teacher decides about the people in the room."""

import pytest
from tests.support.lessons import ROOM, Lesson
from tests.support.people import ADMIN, EDUCATOR, STUDENT, person

from eduverse.live.errors import IsTeacher, MuteHeld, NotPresent, RoomLocked
from eduverse.vocabulary.messages import NotificationReceived, RoomRules, VoiceMuted

TOM = person("tom")


def muted_by_teacher(*user_ids: str) -> VoiceMuted:
    return VoiceMuted(user_ids=list(user_ids), muted=True, by="teacher")


async def muted(lesson: Lesson) -> list[str]:
    muted: list[str] = (await lesson.state(lesson.teacher())).muted
    return muted


# --- microphones


async def test_muting_one_is_told_once_and_undone_by_the_person() -> None:
    lesson = Lesson()
    student, teacher = lesson.arrive(STUDENT), lesson.teacher()
    for _ in range(2):
        await lesson.send("moderation:mute", teacher, userId="mira")
    assert lesson.told(VoiceMuted) == [muted_by_teacher("mira")]
    assert await muted(lesson) == ["mira"]
    await lesson.send("voice:mute-status", student, muted=False)
    assert lesson.told(VoiceMuted)[1:] == [VoiceMuted(user_ids=["mira"], muted=False, by="self")]
    assert await muted(lesson) == []


async def test_muting_all_is_one_event_and_spares_the_teachers() -> None:
    lesson = Lesson()
    lesson.arrive(STUDENT)
    lesson.arrive(ADMIN)
    lesson.arrive(TOM, at=(9.0, 0.0, 9.0))
    lesson.arrive(person("sam"), room="room-2")
    await lesson.send("moderation:mute-all", lesson.teacher())
    assert lesson.told(VoiceMuted) == [muted_by_teacher("mira", "tom")]


async def test_nobody_is_unmuted_by_a_teacher() -> None:
    """There is no event for it, and none that mutes turns into one."""
    lesson = Lesson()
    lesson.arrive(STUDENT)
    teacher = lesson.teacher()
    await lesson.send("moderation:hold-mute", teacher, on=True)
    await lesson.send("moderation:hold-mute", teacher, on=False)
    assert await muted(lesson) == ["mira"]
    assert all(news.muted for news in lesson.told(VoiceMuted))


async def test_a_room_that_is_held_muted() -> None:
    lesson = Lesson()
    student, teacher = lesson.arrive(STUDENT), lesson.teacher()
    await lesson.send("moderation:hold-mute", teacher, on=True)
    assert [rules.mute_held for rules in lesson.told(RoomRules)] == [True]
    assert lesson.told(VoiceMuted) == [muted_by_teacher("mira")]
    with pytest.raises(MuteHeld):
        await lesson.send("voice:mute-status", student, muted=False)
    for is_muted in (True, False):
        await lesson.send("voice:mute-status", teacher, muted=is_muted)
    await lesson.send("moderation:hold-mute", teacher, on=False)
    await lesson.send("voice:mute-status", student, muted=False)
    assert await muted(lesson) == []


async def test_who_is_muted_is_muted_after_coming_back_and_after_a_restart() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    await lesson.send("moderation:mute", lesson.teacher(), userId="mira")
    await lesson.leave(student)
    assert await muted(lesson) == ["mira"]
    lesson.restarted()
    assert await muted(lesson) == ["mira"]


# --- people


async def test_a_kick_takes_somebody_out_with_their_hand_and_their_light() -> None:
    lesson = Lesson()
    student, teacher = lesson.arrive(STUDENT), lesson.teacher()
    await lesson.send("classroom:hand-raise", student, raised=True)
    await lesson.send("spotlight:set", teacher, userId="mira")
    await lesson.send("moderation:kick", teacher, userId="mira")
    assert lesson.broadcaster.removed == [(ROOM, "mira", "kicked")]
    assert lesson.told(RoomRules)[-1].spotlight is None
    assert (await lesson.state(teacher)).hands == []
    await lesson.leave(student)
    await lesson.knock(STUDENT)


async def test_who_was_kicked_does_not_come_back_into_a_locked_room() -> None:
    lesson = Lesson()
    student, teacher = lesson.arrive(STUDENT), lesson.teacher()
    await lesson.send("moderation:lock", teacher, on=True)
    await lesson.send("moderation:kick", teacher, userId="mira")
    await lesson.leave(student)
    with pytest.raises(RoomLocked):
        await lesson.knock(STUDENT)


async def test_a_ban_reaches_those_who_are_not_there() -> None:
    lesson = Lesson()
    lesson.arrive(STUDENT)
    for user_id in ("mira", "tom"):
        await lesson.send("moderation:ban", lesson.teacher(), userId=user_id)
    assert lesson.classes.strangers == {"mira", "tom"}
    assert [(user_id, reason) for _, user_id, reason in lesson.broadcaster.removed] == [
        ("mira", "banned"),
        ("tom", "banned"),
    ]


async def test_a_ban_ends_what_the_room_has_of_somebody() -> None:
    lesson = Lesson()
    lesson.arrive(STUDENT)
    teacher = lesson.teacher()
    await lesson.send("moderation:lock", teacher, on=True)
    await lesson.send("spotlight:set", teacher, userId="mira")
    await lesson.send("moderation:ban", teacher, userId="mira")
    assert lesson.told(RoomRules)[-1].spotlight is None
    with pytest.raises(RoomLocked):
        await lesson.knock(STUDENT)


@pytest.mark.parametrize("event", ["moderation:mute", "moderation:kick", "moderation:ban"])
async def test_a_teacher_is_neither_muted_nor_sent_out(event: str) -> None:
    lesson = Lesson()
    lesson.arrive(ADMIN)
    for user_id in (EDUCATOR.user_id, ADMIN.user_id):
        with pytest.raises(IsTeacher):
            await lesson.send(event, lesson.teacher(), userId=user_id)
    assert (lesson.broadcaster.said, lesson.broadcaster.removed) == ([], [])


@pytest.mark.parametrize("event", ["moderation:mute", "moderation:kick", "spotlight:set"])
async def test_who_is_not_in_the_room(event: str) -> None:
    lesson = Lesson()
    lesson.arrive(STUDENT, room="room-2")
    with pytest.raises(NotPresent):
        await lesson.send(event, lesson.teacher(), userId="mira")
    assert (lesson.broadcaster.said, lesson.broadcaster.removed) == ([], [])


async def test_the_spotlight_is_on_one_person_or_none() -> None:
    lesson = Lesson()
    lesson.arrive(STUDENT)
    teacher = lesson.teacher()
    for user_id in ("mira", "mira", "ada", None):
        await lesson.send("spotlight:set", teacher, userId=user_id)
    assert [rules.spotlight for rules in lesson.told(RoomRules)] == ["mira", "ada", None]


async def test_a_notice_goes_to_the_room() -> None:
    lesson = Lesson()
    await lesson.send("notification:send", lesson.teacher(), text=" Five minutes ", level="important")
    (notice,) = lesson.told(NotificationReceived)
    assert (notice.text, notice.level, notice.name, notice.user_id) == ("Five minutes", "important", "Ada", "ada")
    assert notice.sent_at == lesson.clock.now()
