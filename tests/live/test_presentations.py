"""Showing slides to the room."""

import asyncio

import pytest
from tests.support.lessons import Lesson
from tests.support.people import ADMIN, STUDENT

from eduverse.live.errors import NoPresentation, NoSuchSlide, PresentationTooLarge
from eduverse.vocabulary.messages import LivePresentation, PresentationStopped, SlideChanged


async def test_slides_from_start_to_stop() -> None:
    lesson = Lesson()
    teacher = lesson.teacher()
    await lesson.send("presentation:start", teacher, title=" Planets ")
    (started,) = lesson.told(LivePresentation)
    assert (started.title, len(started.slides), started.index, started.revision) == ("Planets", 3, 0, 0)
    assert (started.presenter_id, started.presenter_name, started.started_at) == ("ada", "Ada", lesson.clock.now())
    for index in (1, 1, 2):
        await lesson.send("presentation:slide-change", teacher, index=index)
    shown = started.presentation_id
    assert lesson.told(SlideChanged) == [
        SlideChanged(presentation_id=shown, index=1, revision=1),
        SlideChanged(presentation_id=shown, index=2, revision=2),
    ]
    await lesson.send("presentation:stop", teacher)
    assert lesson.told(PresentationStopped) == [PresentationStopped(presentation_id=shown)]
    assert (await lesson.state(teacher)).presentation is None


async def test_who_comes_late_sees_the_slide_that_is_shown_also_after_a_restart() -> None:
    lesson = Lesson()
    await lesson.send("presentation:start", lesson.teacher())
    await lesson.send("presentation:slide-change", lesson.teacher(), index=2)
    lesson.restarted()
    shown = (await lesson.state(lesson.arrive(STUDENT))).presentation
    assert (shown.index, shown.revision, shown.slides[2].title) == (2, 1, "Three")


async def test_a_new_presentation_takes_the_place_of_the_old() -> None:
    lesson = Lesson()
    for who in (lesson.teacher(), lesson.arrive(ADMIN)):
        await lesson.send("presentation:start", who)
    first, second = lesson.told(LivePresentation)
    assert first.presentation_id != second.presentation_id
    assert (await lesson.state(lesson.teacher())).presentation == second


async def test_of_two_who_change_it_the_last_one_wins_and_the_revisions_tell_which() -> None:
    lesson = Lesson()
    one, other = lesson.teacher(), lesson.arrive(ADMIN)
    await lesson.send("presentation:start", one)
    await asyncio.gather(
        *(lesson.send("presentation:slide-change", who, index=index) for who in (one, other) for index in (1, 2, 0))
    )
    told = lesson.told(SlideChanged)
    assert [news.revision for news in told] == list(range(1, len(told) + 1))
    assert (await lesson.state(one)).presentation.index == told[-1].index


async def test_what_is_refused_changes_nothing() -> None:
    lesson = Lesson()
    teacher = lesson.teacher()
    for event in ("presentation:stop", "presentation:slide-change"):
        with pytest.raises(NoPresentation):
            await lesson.send(event, teacher)
    with pytest.raises(PresentationTooLarge):
        await lesson.send("presentation:start", teacher, slides=[{"text": "x" * 10_000}] * 11)
    assert lesson.broadcaster.said == []
    await lesson.send("presentation:start", teacher)
    with pytest.raises(NoSuchSlide):
        await lesson.send("presentation:slide-change", teacher, index=3)
    assert len(lesson.broadcaster.said) == 1
