"""The classroom routes."""

from collections.abc import AsyncIterator

import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.vocabulary.principal import Role

NEW = {"title": " Planets ", "subject": "Astronomy", "capacity": 2}


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus() as campus:
        yield campus


async def test_a_classroom_from_opening_to_archiving(campus: MemoryCampus) -> None:
    teacher = await campus.signed_in("ada", Role.EDUCATOR)
    opened = await teacher.post("/api/classrooms/create", json=NEW)
    assert opened.status_code == 201
    room = opened.json()["classroom"]
    assert (room["title"], room["standing"], room["studentCount"], opened.json()["joinCode"]) == (
        *("Planets", "teacher", 0),
        None,
    )
    path = f"/api/classrooms/{room['id']}"
    student = await campus.signed_in("mira")
    assert (await student.get(path)).json()["standing"] == "outsider"
    joined = await student.post(f"{path}/join", json={})
    assert (joined.status_code, joined.json()["standing"], joined.json()["studentCount"]) == (200, "student", 1)
    members = (await student.get(f"{path}/members")).json()["items"]
    assert [(one["userId"], one["standing"]) for one in members] == [("ada", "teacher"), ("mira", "student")]
    assert "@" not in (await student.get(f"{path}/members")).text
    changed = await teacher.put(path, json={"title": "Moons", "capacity": 1})
    assert (changed.json()["title"], changed.json()["capacity"], changed.json()["subject"]) == ("Moons", 1, "Astronomy")
    full = await (await campus.signed_in("tom")).post(f"{path}/join", json={})
    assert (full.status_code, problem(full)["code"]) == (409, "classroom-full")
    assert (await student.post(f"{path}/leave", json={})).json()["standing"] == "outsider"
    assert (await teacher.post(f"{path}/archive", json={})).json()["status"] == "archived"
    over = await student.post(f"{path}/join", json={})
    assert (over.status_code, problem(over)["code"]) == (409, "classroom-archived")


async def test_a_private_classroom_wants_its_code(campus: MemoryCampus) -> None:
    teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    opened = (await teacher.post("/api/classrooms/create", json={**NEW, "visibility": "private"})).json()
    path = f"/api/classrooms/{opened['classroom']['id']}"
    assert opened["joinCode"] not in (await teacher.get(path)).text
    assert problem(await student.post(f"{path}/join"))["code"] == "wrong-join-code"
    rotated = (await teacher.post(f"{path}/join-code", json={})).json()["joinCode"]
    assert problem(await student.post(f"{path}/join", json={"code": opened["joinCode"]}))["code"] == "wrong-join-code"
    assert (await student.get("/api/classrooms")).json()["items"] == []
    assert (await student.post(f"{path}/join", json={"code": rotated})).status_code == 200
    mine = (await student.get("/api/classrooms", params={"mine": "enrolled"})).json()["items"]
    assert [one["id"] for one in mine] == [opened["classroom"]["id"]]


async def test_lists_have_cursors_and_filters(campus: MemoryCampus) -> None:
    teacher = await campus.signed_in("ada", Role.EDUCATOR)
    for number in range(3):
        campus.clock.advance(1)
        await teacher.post("/api/classrooms/create", json={**NEW, "title": f"Room {number}", "subject": f"S{number}"})
    first = (await teacher.get("/api/classrooms", params={"limit": 2})).json()
    rest = (await teacher.get("/api/classrooms", params={"limit": 2, "cursor": first["next"]})).json()
    assert [one["title"] for one in [*first["items"], *rest["items"]]] == ["Room 2", "Room 1", "Room 0"]
    assert rest["next"] is None
    found = (await teacher.get("/api/classrooms", params={"search": "room", "subject": "S1"})).json()["items"]
    assert [one["title"] for one in found] == ["Room 1"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"limit": "0"}, "limit"),
        ({"limit": "101"}, "limit"),
        ({"limit": "many"}, "limit"),
        ({"mine": "yours"}, "mine"),
        ({"status": "gone"}, "status"),
        ({"search": "x" * 201}, "search"),
    ],
)
async def test_a_wrong_filter_is_named(campus: MemoryCampus, query: dict[str, str], field: str) -> None:
    answer = await (await campus.signed_in("mira")).get("/api/classrooms", params=query)
    assert [one["field"] for one in problem(answer)["errors"]] == [field]


async def test_who_may_not(campus: MemoryCampus) -> None:
    teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    room = (await teacher.post("/api/classrooms/create", json=NEW)).json()["classroom"]["id"]
    refused = [
        await student.post("/api/classrooms/create", json=NEW),
        await student.put(f"/api/classrooms/{room}", json={}),
        await student.post(f"/api/classrooms/{room}/archive", json={}),
        await student.post(f"/api/classrooms/{room}/join-code", json={}),
        await student.get(f"/api/classrooms/{room}/members"),
    ]
    assert {(answer.status_code, problem(answer)["code"]) for answer in refused} == {(403, "forbidden")}
    assert problem(await student.get("/api/classrooms/nothing"))["code"] == "classroom-not-found"
    assert problem(await student.get("/api/classrooms?cursor=x"))["code"] == "bad-cursor"


async def test_a_classroom_is_closed_to_somebody_and_opened_again(campus: MemoryCampus) -> None:
    teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    path = f"/api/classrooms/{(await teacher.post('/api/classrooms/create', json=NEW)).json()['classroom']['id']}"
    await student.post(f"{path}/join", json={})
    assert (await teacher.post(f"{path}/bans/mira")).status_code == 204
    assert (await teacher.get(f"{path}/bans")).json() == {"items": [{"userId": "mira", "name": "Mira"}]}
    for answer in (await student.get(path), await student.post(f"{path}/join")):
        assert (answer.status_code, problem(answer)["code"]) == (403, "banned")
    assert (await student.get("/api/classrooms")).json()["items"] == []
    assert (await teacher.delete(f"{path}/bans/mira")).status_code == 204
    assert (await student.get(path)).json()["standing"] == "outsider"
    refused = [
        await student.get(f"{path}/bans"),
        await student.post(f"{path}/bans/ada"),
        await student.delete(f"{path}/bans/mira"),
    ]
    assert {problem(answer)["code"] for answer in refused} == {"forbidden"}
    assert problem(await teacher.post(f"{path}/bans/nobody"))["code"] == "person-not-found"
