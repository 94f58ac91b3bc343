"""Asking the class."""

import asyncio
from typing import Any

import pytest
from tests.support.lessons import ROOM, Lesson
from tests.support.people import EDUCATOR, STUDENT, person, students

from eduverse.live.errors import NoOpenPoll, NoSuchOption, PollAlreadyOpen
from eduverse.vocabulary.messages import LivePoll, PollCounted

TOM = person("tom")
TEACHERS = f"teachers:{ROOM}"


async def opened(lesson: Lesson, **fields: Any) -> str:
    """The id of a poll that is open now."""
    await lesson.send("poll:open", lesson.teacher(), **fields)
    return lesson.told(LivePoll)[-1].poll_id


async def test_a_poll_from_opening_to_closing() -> None:
    lesson = Lesson()
    poll = await opened(lesson, question=" Ready? ", options=["Yes ", "No"])
    asked = lesson.told(LivePoll)[-1]
    assert (asked.question, asked.options, asked.opened_at) == ("Ready?", ["Yes", "No"], lesson.clock.now())
    for who, option in ((STUDENT, 0), (TOM, 0), (STUDENT, 1), (STUDENT, 1)):
        await lesson.send("poll:vote", lesson.arrive(who), pollId=poll, option=option)
    assert [(news.counts, news.voters) for news in lesson.told(PollCounted, TEACHERS)] == [
        ([1, 0], 1),
        ([2, 0], 2),
        ([1, 1], 2),
    ]
    assert lesson.told(PollCounted) == []
    await lesson.send("poll:close", lesson.teacher())
    assert lesson.told(PollCounted) == [PollCounted(poll_id=poll, counts=[1, 1], voters=2, open=False)]


async def test_who_votes_in_two_tabs_has_one_vote() -> None:
    lesson = Lesson()
    poll = await opened(lesson)
    for tab, option in (("one", 0), ("two", 1)):
        await lesson.send("poll:vote", lesson.arrive(STUDENT, tab), pollId=poll, option=option)
    assert lesson.told(PollCounted, TEACHERS)[-1].counts == [0, 1]


async def test_who_comes_late_gets_the_poll_and_their_own_vote_and_nobody_elses() -> None:
    lesson = Lesson()
    poll = await opened(lesson)
    await lesson.send("poll:vote", lesson.arrive(STUDENT), pollId=poll, option=1)
    lesson.restarted()
    mira, tom, ada = [await lesson.state(lesson.arrive(who)) for who in (STUDENT, TOM, EDUCATOR)]
    assert [state.poll.poll_id for state in (mira, tom, ada)] == [poll] * 3
    assert [state.my_vote for state in (mira, tom, ada)] == [1, None, None]
    assert [state.tally for state in (mira, tom)] == [None, None]
    assert ada.tally == PollCounted(poll_id=poll, counts=[0, 1], voters=1, open=True)


async def test_a_closed_poll_is_not_shown_to_who_comes_late() -> None:
    lesson = Lesson()
    poll = await opened(lesson)
    await lesson.send("poll:vote", lesson.arrive(STUDENT), pollId=poll, option=1)
    await lesson.send("poll:close", lesson.teacher())
    for who in (lesson.arrive(STUDENT), lesson.teacher()):
        state = await lesson.state(who)
        assert (state.poll, state.my_vote, state.tally) == (None, None, None)


async def test_a_class_that_votes_at_once() -> None:
    lesson = Lesson()
    poll = await opened(lesson)
    voters = [lesson.arrive(who) for who in students(40)]
    await asyncio.gather(
        *(lesson.send("poll:vote", who, pollId=poll, option=place % 2) for place, who in enumerate(voters))
    )
    told = lesson.told(PollCounted, TEACHERS)
    assert [news.voters for news in told] == list(range(1, 41))
    assert told[-1].counts == [20, 20]


async def test_what_is_refused_changes_nothing() -> None:
    lesson = Lesson()
    teacher, student = lesson.teacher(), lesson.arrive(STUDENT)
    with pytest.raises(NoOpenPoll):
        await lesson.send("poll:close", teacher)
    poll = await opened(lesson)
    with pytest.raises(PollAlreadyOpen):
        await lesson.send("poll:open", teacher)
    for fields, refused in (({"pollId": "other"}, NoOpenPoll), ({"pollId": poll, "option": 2}, NoSuchOption)):
        with pytest.raises(refused):
            await lesson.send("poll:vote", student, **fields)
    assert len(lesson.broadcaster.said) == 1
