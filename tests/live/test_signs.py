"""What people show without a word."""

from tests.support.lessons import Lesson
from tests.support.people import STUDENT, person

from eduverse.vocabulary.messages import AvatarActed, HandRaised, ReactionShown

TOM = person("tom")


async def hands(lesson: Lesson) -> list[str]:
    return [hand.user_id for hand in (await lesson.state(lesson.teacher())).hands]


async def test_a_hand_is_told_when_it_changes() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    for raised in (False, True, True, False):
        await lesson.send("classroom:hand-raise", student, raised=raised)
    now = lesson.clock.now()
    assert lesson.told(HandRaised) == [
        HandRaised(user_id="mira", raised=True, raised_at=now),
        HandRaised(user_id="mira", raised=False),
    ]


async def test_who_raised_a_hand_first_is_first() -> None:
    lesson = Lesson()
    for who in (TOM, STUDENT):
        await lesson.send("classroom:hand-raise", lesson.arrive(who), raised=True)
        lesson.clock.advance(1)
    await lesson.send("classroom:hand-raise", lesson.arrive(TOM, "another tab"), raised=True)
    assert await hands(lesson) == ["tom", "mira"]


async def test_a_hand_stays_while_any_tab_stays() -> None:
    lesson = Lesson()
    first, second = lesson.arrive(STUDENT, "one"), lesson.arrive(STUDENT, "two")
    await lesson.send("classroom:hand-raise", first, raised=True)
    await lesson.close_tab(first)
    assert await hands(lesson) == ["mira"]
    await lesson.close_tab(second)
    await lesson.leave(second)
    lesson.arrive(STUDENT)
    assert await hands(lesson) == []
    assert [news.raised for news in lesson.told(HandRaised)] == [True, False]


async def test_who_leaves_without_a_hand_up_is_not_told_of() -> None:
    lesson = Lesson()
    await lesson.leave(lesson.arrive(STUDENT))
    assert lesson.broadcaster.said == []


async def test_a_hand_survives_a_restart_and_is_shown_when_its_owner_is_back() -> None:
    lesson = Lesson()
    await lesson.send("classroom:hand-raise", lesson.arrive(STUDENT), raised=True)
    lesson.restarted()
    assert await hands(lesson) == []
    lesson.arrive(STUDENT)
    assert await hands(lesson) == ["mira"]


async def test_gestures_and_reactions_float_by() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    await lesson.send("avatar:action", student, action="wave")
    await lesson.send("reaction:send", student, emoji="party")
    assert lesson.told(AvatarActed) == [AvatarActed(user_id="mira", action="wave")]
    assert lesson.told(ReactionShown) == [ReactionShown(user_id="mira", emoji="party")]
