"""The attendance routes, over a whole campus."""

from collections.abc import AsyncIterator
from typing import Any, NamedTuple

import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.vocabulary.events import RoomEntered, RoomExited
from eduverse.vocabulary.principal import Role


class Class(NamedTuple):
    campus: MemoryCampus
    room: str
    teacher: Any
    mira: Any
    tom: Any

    async def session(self) -> dict[str, Any]:
        """A session of twenty minutes, to which Mira came and Tom did not."""
        opened = (await self.teacher.post("/api/attendance/sessions", json={"classroomId": self.room})).json()
        events, clock = self.campus.campus.services.events, self.campus.clock
        for user in ("ada", "mira"):
            await events.publish(RoomEntered(classroom_id=self.room, user_id=user, at=clock.now()))
        clock.advance(60)
        for user in ("ada", "mira"):
            await events.publish(RoomExited(classroom_id=self.room, user_id=user, at=clock.now()))
        closed = await self.teacher.post(f"/api/attendance/sessions/{opened['id']}/close")
        result: dict[str, Any] = closed.json()
        return result


@pytest.fixture
async def school() -> AsyncIterator[Class]:
    async with memory_campus() as campus:
        teacher = await campus.signed_in("ada", Role.EDUCATOR)
        opened = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]
        students = [await campus.signed_in(name) for name in ("mira", "tom")]
        for student in students:
            await student.post(f"/api/classrooms/{opened['id']}/join", json={})
        yield Class(campus, opened["id"], teacher, *students)


async def test_a_session_from_opening_to_its_report(school: Class) -> None:
    opened = await school.teacher.post("/api/attendance/sessions", json={"classroomId": school.room, "title": " Lab "})
    assert (opened.status_code, opened.json()["title"], opened.json()["state"]) == (201, "Lab", "open")
    again = await school.teacher.post("/api/attendance/sessions", json={"classroomId": school.room})
    assert (again.status_code, problem(again)["code"]) == (409, "session-is-open")
    path = f"/api/attendance/sessions/{opened.json()['id']}"
    assert (await school.teacher.post(f"{path}/close")).json()["state"] == "closed"
    closed = await school.session()
    assert (closed["counts"]["present"], closed["counts"]["absent"], closed["number"]) == (1, 1, 2)
    listed = (await school.teacher.get("/api/attendance/sessions", params={"classroomId": school.room})).json()
    assert [one["number"] for one in listed["items"]] == [2, 1]
    report = (await school.teacher.get(f"/api/attendance/sessions/{closed['id']}/report")).json()
    assert [(row["name"], row["status"], len(row["spans"])) for row in report["rows"]] == [
        ("Mira", "present", 1),
        ("Tom", "absent", 0),
    ]
    assert report["rows"][0]["checkInTime"] == "2026-03-02T12:00:00Z"
    assert report["policy"]["lateAfterMinutes"] == 5
    voided = await school.teacher.post(f"/api/attendance/sessions/{closed['id']}/void")
    assert voided.json()["state"] == "notHeld"
    assert (await school.teacher.post(f"/api/attendance/sessions/{closed['id']}/count")).json()["state"] == "closed"


async def test_marking_with_a_reason(school: Class) -> None:
    session = (await school.session())["id"]
    body = {"sessionId": session, "userId": "tom", "status": "late", "reason": "the tram"}
    marked = await school.teacher.post("/api/attendance/mark", json=body)
    assert (marked.status_code, marked.json()["status"], marked.json()["measuredStatus"]) == (200, "late", "absent")
    record = marked.json()["id"]
    back = await school.teacher.put(f"/api/attendance/{record}/status", json={"status": None, "reason": "mistaken"})
    assert [(one["byName"], one["was"], one["status"], one["reason"]) for one in back.json()["history"]] == [
        ("Ada", "absent", "late", "the tram"),
        ("Ada", "late", "absent", "mistaken"),
    ]
    mira = f"/api/attendance/{session}:mira/checkout"
    left = await school.teacher.put(mira, json={"checkOutTime": "2026-03-02T12:00:15Z"})
    assert (left.json()["status"], left.json()["checkOutTime"]) == ("partial", "2026-03-02T12:00:15Z")
    assert (await school.teacher.put(mira, json={"undo": True})).json()["status"] == "present"
    for student in (school.mira, school.tom):
        refused = [
            await student.post("/api/attendance/mark", json=body),
            await student.put(f"/api/attendance/{record}/status", json={"status": "present", "reason": "I was"}),
            await student.put(f"/api/attendance/{record}/checkout", json={}),
        ]
        assert {problem(answer)["code"] for answer in refused} == {"forbidden"}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("post", "mark", {"sessionId": "{}", "userId": "tom", "status": "asleep", "reason": "x"}),
        ("post", "mark", {"sessionId": "{}", "userId": "tom", "status": "late", "reason": " "}),
        ("post", "mark", {"sessionId": "{}", "userId": "tom", "status": "late"}),
        ("put", "{}:mira/checkout", {"checkOutTime": "2026-03-02T12:00:15"}),
        ("put", "{}:mira/checkout", {"checkOutTime": "2020-03-02T12:00:15Z"}),
        ("post", "excuses", {"sessionId": "{}", "text": ""}),
        ("put", "policy/{}", {"lateAfterMinutes": -1}),
    ],
)
async def test_what_does_not_fit_is_refused(school: Class, method: str, path: str, body: dict[str, Any]) -> None:
    session = (await school.session())["id"]
    filled = {key: session if value == "{}" else value for key, value in body.items()}
    answer = await getattr(school.teacher, method)(f"/api/attendance/{path.format(session)}", json=filled)
    assert problem(answer)["status"] == 422


async def test_an_excuse(school: Class) -> None:
    session = (await school.session())["id"]
    sent = await school.tom.post("/api/attendance/excuses", json={"sessionId": session, "text": "dentist"})
    assert sent.json()["excuse"]["state"] == "pending"
    (waiting,) = (await school.teacher.get(f"/api/attendance/excuses/{school.room}")).json()["items"]
    path = f"/api/attendance/excuses/{waiting['id']}"
    assert problem(await school.tom.put(path, json={"accept": True}))["code"] == "forbidden"
    decided = (await school.teacher.put(path, json={"accept": True, "note": "ok"})).json()
    assert (decided["status"], decided["excuse"]["state"], decided["excuse"]["note"]) == ("excused", "accepted", "ok")


async def test_an_excuse_for_what_the_timetable_has_in_store(school: Class) -> None:
    plan = {"zone": "UTC", "firstDate": "2026-03-03", "startTime": "10:00", "durationMinutes": 45}
    await school.teacher.post(f"/api/classrooms/{school.room}/schedule", json=plan)
    (coming,) = (await school.tom.get("/api/schedule/next")).json()["items"]
    sent = await school.tom.post("/api/attendance/excuses", json={"sessionId": coming["id"], "text": "a wedding"})
    assert (sent.json()["status"], sent.json()["sessionStartsAt"]) == (None, "2026-03-03T10:00:00Z")
    decided = await school.teacher.put(f"/api/attendance/excuses/{sent.json()['id']}", json={"accept": False})
    assert decided.json()["excuse"]["state"] == "declined"


async def test_each_sees_their_own(school: Class) -> None:
    await school.session()
    own = (await school.tom.get(f"/api/attendance/history/{school.room}")).json()["items"]
    assert [(one["userId"], one["status"], one["held"]) for one in own] == [("tom", "absent", True)]
    peek = await school.tom.get(f"/api/attendance/history/{school.room}", params={"userId": "mira"})
    assert problem(peek)["code"] == "forbidden"
    everybody = (await school.teacher.get(f"/api/attendance/history/{school.room}")).json()["items"]
    assert len(everybody) == 2
    (mine,) = (await school.mira.get("/api/attendance/my-stats")).json()["items"]
    assert (mine["classroomId"], mine["tally"]["present"], mine["tally"]["rate"]) == (school.room, 1, 1.0)
    stats = (await school.teacher.get(f"/api/attendance/stats/{school.room}")).json()["items"]
    assert [(row["name"], row["tally"]["leftEarly"], row["tally"]["absent"]) for row in stats] == [
        ("Mira", 0, 0),
        ("Tom", 0, 1),
    ]
    assert problem(await school.mira.get(f"/api/attendance/stats/{school.room}"))["code"] == "forbidden"


async def test_files(school: Class) -> None:
    session = (await school.session())["id"]
    for path in (f"sessions/{session}/export", f"export/{school.room}"):
        text = await school.teacher.get(f"/api/attendance/{path}")
        assert text.headers["content-type"].startswith("text/csv")
        assert "attachment" in text.headers["content-disposition"]
        assert text.text.count("\r\n") == 3
        book = await school.teacher.get(f"/api/attendance/{path}", params={"format": "xlsx"})
        assert book.content[:2] == b"PK"
        assert problem(await school.mira.get(f"/api/attendance/{path}"))["code"] == "forbidden"
        assert problem(await school.teacher.get(f"/api/attendance/{path}?format=pdf"))["status"] == 422


async def test_a_policy(school: Class) -> None:
    path = f"/api/attendance/policy/{school.room}"
    policy = (await school.mira.get(path)).json()
    changed = await school.teacher.put(path, json={**policy, "lateAfterMinutes": 1, "automatic": False})
    assert (changed.json()["lateAfterMinutes"], changed.json()["automatic"]) == (1, False)
    assert (await school.mira.get(path)).json() == changed.json()
    assert problem(await school.mira.put(path, json=policy))["code"] == "forbidden"


async def test_what_is_not_there(school: Class) -> None:
    for answer in (
        await school.teacher.get("/api/attendance/sessions/nothing/report"),
        await school.teacher.put("/api/attendance/nothing/status", json={"status": None, "reason": "x"}),
        await school.teacher.put("/api/attendance/nothing:tom/status", json={"status": None, "reason": "x"}),
        await school.teacher.get(f"/api/attendance/sessions/{school.room}:extra:9/report"),
    ):
        assert problem(answer)["status"] == 404
