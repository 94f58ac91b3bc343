"""The gradebook routes, on a campus with real quizzes."""

import base64
from collections.abc import AsyncIterator

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.vocabulary.principal import Role

ORAL = {"id": "oral", "title": "Oral exam", "categoryId": "c1", "maxPoints": 20, "released": True}
SET_UP = {
    "version": 0,
    "categories": [{"id": "c1", "title": "Exams", "weight": 60}],
    "columns": [ORAL],
    "bands": [{"label": "A", "start": 0.9}],
}


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus() as campus:
        yield campus


async def a_class(campus: MemoryCampus) -> tuple[httpx.AsyncClient, httpx.AsyncClient, str]:
    teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    room = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]["id"]
    await student.post(f"/api/classrooms/{room}/join", json={})
    return teacher, student, f"/api/gradebook/{room}"


async def test_a_gradebook_from_set_up_to_the_students_eyes(campus: MemoryCampus) -> None:
    teacher, student, path = await a_class(campus)
    assert (await teacher.get(path)).json()["book"]["version"] == 0
    assert (await teacher.put(path, json=SET_UP)).json()["version"] == 1
    assert problem(await teacher.put(path, json=SET_UP))["code"] == "gradebook-changed"
    row = (await teacher.put(f"{path}/marks/mira/oral", json={"points": 18, "revision": 0})).json()
    assert (row["cells"]["oral"]["points"], row["total"]["fraction"], row["total"]["label"]) == (18, 0.9, "A")
    late = await teacher.put(f"{path}/marks/mira/oral", json={"points": 3, "revision": 0})
    assert problem(late)["current"]["points"] == 18
    history = (await teacher.get(f"{path}/marks/mira/oral")).json()
    assert [(one["points"], one["byName"], one["imported"]) for one in history["items"]] == [(18, "Ada", False)]
    mine = (await student.get(f"{path}/mine")).json()
    assert mine["mine"]["total"]["categories"][0]["lines"] == [
        {"columnId": "oral", "points": 18, "maxPoints": 20, "counted": "counted"}
    ]
    assert problem(await student.get(path))["code"] == "forbidden"
    assert problem(await teacher.get(f"{path}/mine"))["code"] == "forbidden"


async def test_tables_go_out_and_come_in(campus: MemoryCampus) -> None:
    teacher, _, path = await a_class(campus)
    await teacher.put(path, json=SET_UP)
    out = await teacher.get(f"{path}/export", params={"kind": "xlsx"})
    assert out.content.startswith(b"PK")
    assert "grades.xlsx" in out.headers["content-disposition"]
    file = {"content": base64.b64encode(b"Name;Oral exam\nMira;7,5\nNobody;1\n").decode()}
    plan = (await teacher.post(f"{path}/import/preview", json=file)).json()
    assert [(one["points"], one["name"]) for one in plan["changes"]] == [(7.5, "Mira")]
    assert plan["unmatched"] == [{"line": 3, "text": "Nobody", "column": None, "why": "noStudent"}]
    taken = await teacher.post(f"{path}/import", json={**file, "fingerprint": plan["fingerprint"]})
    assert taken.status_code == 200
    again = await teacher.post(f"{path}/import", json={**file, "fingerprint": plan["fingerprint"]})
    assert problem(again)["code"] == "import-changed"
    assert (await teacher.get(path)).json()["rows"][0]["cells"]["oral"]["points"] == 7.5
    assert b"7.5" in (await teacher.get(f"{path}/export")).content


async def test_bad_input_is_refused(campus: MemoryCampus) -> None:
    teacher, _, path = await a_class(campus)
    await teacher.put(path, json=SET_UP)
    headers = {"content-type": "application/json"}
    for points in ("-1", "21", "1e400", '"3"', "NaN"):
        body = f'{{"points": {points}, "revision": 0}}'.encode()
        answer = await teacher.put(f"{path}/marks/mira/oral", content=body, headers=headers)
        assert answer.status_code in (400, 422), points
    for content in ("?", "é"):
        unreadable = await teacher.post(f"{path}/import/preview", json={"content": content})
        assert problem(unreadable)["code"] == "unreadable-table"
    assert problem(await teacher.get("/api/gradebook/nowhere"))["code"] == "classroom-not-found"
