"""The schedule routes and the calendar."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from icalendar import Calendar
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.vocabulary.principal import Role

WEEKLY = {
    "title": " Lesson ",
    "zone": "Europe/Berlin",
    "firstDate": "2026-03-02",
    "lastDate": "2026-06-30",
    "weekdays": [3, 0, 0],
    "startTime": "09:00",
    "durationMinutes": 45,
}


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus() as campus:
        yield campus


async def classroom(campus: MemoryCampus) -> tuple[Any, Any, str]:
    """A teacher, a student of theirs and the path of their timetable."""
    teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    opened = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]
    await student.post(f"/api/classrooms/{opened['id']}/join", json={})
    return teacher, student, f"/api/classrooms/{opened['id']}/schedule"


async def test_a_timetable_from_planning_to_removing(campus: MemoryCampus) -> None:
    teacher, student, path = await classroom(campus)
    made = await teacher.post(path, json=WEEKLY)
    assert made.status_code == 201
    meeting = made.json()
    assert (meeting["title"], meeting["weekdays"], meeting["startTime"], meeting["changes"]) == (
        *("Lesson", [0, 3]),
        *("09:00", []),
    )
    week = (await student.get(path, params={"from": "2026-03-02", "days": 7})).json()
    assert [one["startsAt"] for one in week["occurrences"]] == ["2026-03-02T08:00:00Z", "2026-03-05T08:00:00Z"]
    one = f"{path}/{meeting['id']}"
    moved = await teacher.put(f"{one}/days/2026-03-05", json={"movedTo": "2026-03-06", "startTime": "14:00"})
    assert moved.json()["changes"] == [
        {"on": "2026-03-05", "movedTo": "2026-03-06", "startTime": "14:00", "durationMinutes": None}
    ]
    await teacher.put(f"{one}/days/2026-03-02", json={})
    week = (await student.get(path, params={"from": "2026-03-02"})).json()["occurrences"]
    assert [(each["cancelled"], each["moved"], each["startsAt"][:13]) for each in week] == [
        (True, False, "2026-03-02T08"),
        (False, True, "2026-03-06T13"),
    ]
    restored = await teacher.delete(f"{one}/days/2026-03-02")
    assert (restored.status_code, len(restored.json()["changes"])) == (200, 1)
    nearest = (await student.get("/api/schedule/next")).json()["items"]
    assert [each["startsAt"][:13] for each in nearest] == ["2026-03-06T13"]
    changed = await teacher.put(one, json={**WEEKLY, "weekdays": [], "title": "Once"})
    assert (changed.json()["title"], changed.json()["lastDate"]) == ("Once", "2026-03-02")
    assert (await teacher.delete(one)).status_code == 204
    assert (await student.get(path)).json() == {"meetings": [], "occurrences": []}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"zone": "Moon/Base"}, "unfit-meeting"),
        ({"startTime": "25:00"}, "invalid"),
        ({"startTime": "09:00\n"}, "invalid"),
        ({"durationMinutes": 0}, "invalid"),
        ({"weekdays": [7]}, "invalid"),
        ({"firstDate": "tomorrow"}, "invalid"),
        ({"firstDate": "9999-12-31", "lastDate": "9999-12-31"}, "unfit-meeting"),
        ({"lastDate": "2020-01-01"}, "unfit-meeting"),
        ({"room": "x"}, "invalid"),
    ],
)
async def test_what_does_not_fit_is_refused(campus: MemoryCampus, wrong: dict[str, Any], code: str) -> None:
    teacher, _, path = await classroom(campus)
    answer = await teacher.post(path, json={**WEEKLY, **wrong})
    assert (answer.status_code, problem(answer)["code"]) == (422, code)


async def test_who_may_not(campus: MemoryCampus) -> None:
    teacher, student, path = await classroom(campus)
    meeting = (await teacher.post(path, json=WEEKLY)).json()["id"]
    stranger = await campus.signed_in("sam")
    refused = [
        await student.post(path, json=WEEKLY),
        await student.put(f"{path}/{meeting}", json=WEEKLY),
        await student.delete(f"{path}/{meeting}"),
        await student.put(f"{path}/{meeting}/days/2026-03-02", json={}),
        await student.delete(f"{path}/{meeting}/days/2026-03-02"),
        await stranger.get(path),
    ]
    assert {(answer.status_code, problem(answer)["code"]) for answer in refused} == {(403, "forbidden")}
    assert problem(await teacher.put(f"{path}/{meeting}/days/2026-03-03", json={}))["code"] == "no-such-occurrence"
    assert problem(await teacher.put(f"{path}/nothing", json=WEEKLY))["code"] == "meeting-not-found"
    for day in ("9999-12-31", "0001-01-01"):
        assert problem(await teacher.get(path, params={"from": day}))["code"] == "unfit-meeting"
    assert problem(await teacher.put(f"{path}/{meeting}/days/never", json={}))["code"] == "no-such-occurrence"


async def test_a_calendar_program_reads_without_signing_in(campus: MemoryCampus) -> None:
    teacher, student, path = await classroom(campus)
    await teacher.post(path, json=WEEKLY)
    assert (await student.get("/api/calendar")).json() == {"active": False, "madeAt": None}
    address = (await student.post("/api/calendar")).json()["path"]
    assert (await student.get("/api/calendar")).json()["active"]
    program = campus.client()
    answer = await program.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.headers["cache-control"] == "private, max-age=300"
    (event,) = Calendar.from_ical(answer.content).events
    assert str(event["summary"]) == "Planets: Lesson"
    again = await program.get(address, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await student.post("/api/calendar", json={})
    assert problem(await program.get(address))["code"] == "calendar-not-found"
    for wrong in ("/api/calendar/x.ics", "/api/calendar/x", address.removesuffix(".ics"), f"{address}.ics"):
        assert problem(await program.get(wrong))["status"] == 404
    assert (await student.delete("/api/calendar")).status_code == 204
    assert (await program.get("/api/calendar")).status_code == 401
