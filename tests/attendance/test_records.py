"""When who was in which room."""

from datetime import timedelta

from tests.support.clock import NOON

from eduverse.attendance.model.presence import INTERVALS, Interval
from eduverse.attendance.records import PresenceRecords
from eduverse.storage.memory import MemoryStorage


async def test_who_was_where_and_since_when_in_bounded_quantity() -> None:
    storage = MemoryStorage()
    for hour in range(6):
        at = NOON + timedelta(hours=hour)
        who, where = ("mira", "tom")[hour % 2], ("r1", "r2")[hour // 4]
        await storage.collection(INTERVALS).insert(
            Interval(id=f"i{hour}", user_id=who, classroom_id=where, check_in_time=at, last_seen_time=at)
        )
    records = PresenceRecords(storage)
    assert [one.id for one in await records.of_person("mira", most=2)] == ["i4", "i2"]
    since = NOON + timedelta(hours=1)
    assert [one.id for one in await records.of_class("r1", since, most=100)] == ["i3", "i2", "i1"]
    assert [one.id for one in await records.of_class("r1", since, most=2)] == ["i3", "i2"]
    assert [one.id for one in await records.of_class("r1", since, user_id="mira", most=9)] == ["i2"]
    assert [one.id for one in await records.entered_since(NOON + timedelta(hours=4), most=9)] == ["i5", "i4"]
