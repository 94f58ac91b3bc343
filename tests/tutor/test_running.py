"""Answers that are being given."""

import asyncio

import pytest

from eduverse.tutor.running import Run, Runs


async def told(run: Run, after: int = 0) -> list[tuple[int, str, str]]:
    return [(one.number, one.what, one.text) async for one in run.follow(after)]


async def test_it_can_be_followed_from_anywhere_and_by_many() -> None:
    runs, run = Runs(), Run("a", "mira")

    async def work(one: Run) -> None:
        for word in ("one ", "two ", "three"):
            one.tell(word)
            await asyncio.sleep(0)

    runs.start(run, work)
    first, late = await asyncio.gather(told(run), told(run, 2))
    assert first == [(1, "delta", "one "), (2, "delta", "two "), (3, "delta", "three")]
    assert late == [(3, "delta", "three")]
    assert (run.text, runs.get("a"), runs.of("mira")) == ("one two three", None, 0)
    assert await told(run, 99) == []


async def test_what_was_replaced_is_not_told_to_who_comes_late() -> None:
    runs, run = Runs(), Run("a", "mira")

    async def work(one: Run) -> None:
        one.tell("secret")
        one.replace("nothing")

    runs.start(run, work)
    await run.finished()
    assert await told(run) == [(2, "replace", "nothing")]
    assert run.text == "nothing"


async def test_one_that_fails_ends_and_one_that_is_closed_too() -> None:
    runs, broken, endless = Runs(), Run("a", "mira"), Run("b", "mira")

    async def fail(_: Run) -> None:
        raise RuntimeError("oh")

    async def wait(_: Run) -> None:
        await asyncio.Event().wait()

    runs.start(broken, fail)
    runs.start(endless, wait)
    assert runs.of("mira") == 2
    await broken.finished()
    await runs.close()
    await endless.finished()
    assert runs.of("mira") == 0


async def test_cancelling_before_it_began_does_nothing() -> None:
    run = Run("a", "mira")
    run.cancel()
    assert run.cancelled
    with pytest.raises(asyncio.TimeoutError):
        async with asyncio.timeout(0.01):
            await run.finished()
