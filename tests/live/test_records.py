"""One document of a kind per classroom."""

import asyncio
from functools import partial

from tests.support.clock import NOON
from tests.support.faults import Call, FaultyStorage

from eduverse.live.model.room import LIVE_ROOMS, LiveRoom, lower_hand, mute, raise_hand
from eduverse.live.records import Records
from eduverse.storage.memory import MemoryStorage


async def test_it_is_there_as_soon_as_somebody_looks_and_stored_when_it_changes() -> None:
    storage = FaultyStorage()
    rooms = Records(storage, LIVE_ROOMS)
    assert await rooms.of("room") == LiveRoom(id="room")
    assert await rooms.change("room", partial(lower_hand, user_id="mira")) is None
    assert Call("live_rooms", "insert") not in storage.calls
    changed = await rooms.change("room", partial(mute, user_ids=["mira"]))
    assert changed == await rooms.of("room")
    assert changed is not None
    assert (changed.version, changed.muted) == (1, ("mira",))
    assert await rooms.change("room", partial(mute, user_ids=["mira"])) is None


async def test_nothing_is_lost_between_processes() -> None:
    shared = MemoryStorage()
    processes = [Records(FaultyStorage(shared), LIVE_ROOMS) for _ in range(3)]
    users = [f"user-{number}" for number in range(30)]
    await asyncio.gather(
        *(
            processes[place % 3].change("room", partial(raise_hand, user_id=user, at=NOON))
            for place, user in enumerate(users)
        )
    )
    assert {hand.user_id for hand in (await processes[0].of("room")).hands} == set(users)


async def test_all_that_is_under_way() -> None:
    rooms = Records(MemoryStorage(), LIVE_ROOMS)
    for number in range(120):
        await rooms.change(f"room-{number}", partial(mute, user_ids=["mira"]))
    assert len([room async for room in rooms.under_way()]) == 120
