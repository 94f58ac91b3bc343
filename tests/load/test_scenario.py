"""Short runs against a real server in a process of its own."""

import pytest

from eduverse.app.crowd import private_campus, put_under_load
from eduverse.load.accounts import Teacher, gather_crowd
from eduverse.load.errors import LoadError, NoCampus, ServerUnreachable
from eduverse.load.report import Plan, Report
from eduverse.load.rest import Rest

NOBODY = Teacher("", "")


async def load(plan: Plan, url: str | None = None, teacher: Teacher = NOBODY) -> Report:
    return await put_under_load(plan, seed=1, url=url, teacher=teacher, progress=lambda _: None)


async def test_people_walk_and_talk_where_a_teacher_opens_rooms_for_them() -> None:
    async with private_campus(rooms=1, users=1) as campus:
        url, teacher = campus.server.url, campus.teacher
        report = await load(Plan(rooms=1, users=5, hz=10, seconds=2, chats_per_minute=60), url, teacher)
        async with Rest(url) as rest:
            again = await gather_crowd(rest, teacher, rooms=2, users=1, progress=lambda _: None)
    assert report.passed, report.findings
    assert report.speech.said
    assert report.speech.heard == report.speech.said * 5
    assert report.latencies.moves.count
    assert report.latencies.joins.count == 5
    assert report.throughput.updates_received > 0
    assert report.refused == 0
    assert [attendee.name for attendee in again.attendees] == ["Walker 1", "Walker 2"]
    assert len({attendee.room for attendee in again.attendees}) == 2


async def test_nothing_is_lost_in_chaos_and_a_storm() -> None:
    report = await load(Plan(rooms=2, users=4, hz=10, seconds=3, chats_per_minute=60, chaos=True, storm=8))
    assert report.passed, report.findings
    assert report.connections.storm is not None
    assert report.connections.lost >= report.connections.storm.connections >= 1


@pytest.mark.parametrize(
    ("url", "error"), [("ftp://school.example", NoCampus), ("http://127.0.0.1:1", ServerUnreachable)]
)
async def test_no_campus_is_said_so(url: str, error: type[LoadError]) -> None:
    with pytest.raises(error):
        await load(Plan(rooms=1, users=1, hz=10, seconds=1), url, Teacher("t@school.example", "a password"))
