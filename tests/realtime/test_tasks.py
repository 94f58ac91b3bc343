"""Background work, and who hears it fail."""

import asyncio

from eduverse.realtime.tasks import Lane, Tasks


async def test_a_task_that_fails_is_a_problem() -> None:
    tasks = Tasks()

    async def broken() -> None:
        raise RuntimeError("broken on purpose")

    tasks.spawn("sweeper", broken())
    await tasks.close()
    assert tasks.problems == ["sweeper failed: RuntimeError"]
    tasks.recovered("sweeper")
    assert tasks.problems == []


async def test_closing_cancels_what_does_not_end() -> None:
    tasks = Tasks()
    task = tasks.spawn("sleeper", asyncio.Event().wait())  # type: ignore[arg-type]
    await tasks.close(patience=0)
    assert task.cancelled()
    assert tasks.problems == []


async def test_a_lane_goes_on_in_order_after_a_failure() -> None:
    tasks, done = Tasks(), []
    lane = Lane(tasks, "lane")

    async def job(number: int) -> None:
        await asyncio.sleep(0)
        done.append(number)
        if number == 1:
            raise RuntimeError("broken on purpose")

    for number in range(3):
        lane.push(lambda number=number: job(number))  # type: ignore[misc]
    assert len(lane) == 3
    await tasks.close()
    assert done == [0, 1, 2]
    assert tasks.problems == ["lane failed: RuntimeError"]
    lane.push(lambda: job(3))
    await tasks.close()
    assert done[-1] == 3
