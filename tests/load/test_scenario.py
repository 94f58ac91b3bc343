"""Short runs against a real server in a process of its own."""

from pathlib import Path

import pytest

from eduverse.app.crowd import private_campus, put_under_load
from eduverse.load.accounts import Teacher
from eduverse.load.errors import LoadError, NoCampus, ServerUnreachable
from eduverse.load.report import Plan, Report

NOBODY = Teacher("", "")


async def load(plan: Plan, url: str | None = None, teacher: Teacher = NOBODY) -> Report:
    return await put_under_load(plan, seed=1, url=url, teacher=teacher, progress=lambda _: None)


async def test_people_walk_and_talk_on_a_campus_of_their_own() -> None:
    report = await load(Plan(rooms=1, users=5, hz=10, seconds=2, chats_per_minute=60))
    assert report.passed, report.findings
    assert report.speech.said
    assert report.speech.heard == report.speech.said * 5
    assert report.latencies.moves.count
    assert report.latencies.joins.count == 5
    assert report.throughput.updates_received > 0
    assert report.refused == 0


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
