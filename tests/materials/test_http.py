"""The material routes, and the links that open a file."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem
from tests.support.files import MARKDOWN, a_pdf, an_image, samples
from tests.support.shelves import InProcessReader

from eduverse.app.settings import Settings
from eduverse.gateway.headers import SECURITY_HEADERS
from eduverse.materials.model.kinds import INLINE, Kind
from eduverse.vocabulary.principal import Role

SANDBOX = "sandbox; default-src 'none'"


class School:
    """A class with a teacher and a student, and somebody who is in neither."""

    def __init__(self, campus: MemoryCampus) -> None:
        self.campus = campus
        self.room = ""

    async def open(self) -> None:
        self.ada = await self.campus.signed_in("ada", Role.EDUCATOR)
        self.mira = await self.campus.signed_in("mira")
        self.sam = await self.campus.signed_in("sam")
        made = await self.ada.post("/api/classrooms/create", json={"title": "Planets"})
        self.room = made.json()["classroom"]["id"]
        await self.mira.post(f"/api/classrooms/{self.room}/join", json={})

    async def upload(self, data: bytes, *, title: str = "", name: str = "Sun & moon.x") -> httpx.Response:
        query = {"classroomId": self.room, "title": title, "name": name}
        return await self.ada.post("/api/materials", params=query, content=data)

    async def shelved(self, data: bytes, *, released: bool = True, **named: Any) -> str:
        """The id of a material that has been read."""
        material: str = (await self.upload(data, **named)).json()["id"]
        await self.campus.campus.services.materials.settling.settle()
        if released:
            await self.ada.post(f"/api/materials/{material}/release", json={})
        return material


@pytest.fixture
async def school(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[School]:
    monkeypatch.setattr("eduverse.app.materials.ProcessReader", InProcessReader)
    async with memory_campus() as campus:
        school = School(campus)
        await school.open()
        yield school


async def test_a_material_from_uploading_to_removing(school: School) -> None:
    added = await school.upload(a_pdf(), title=" Stars ")
    assert added.status_code == 201
    material = added.json()
    path = f"/api/materials/{material['id']}"
    assert (material["title"], material["releaseAt"], material["archived"]) == ("Stars", None, False)
    assert (material["current"]["kind"], material["current"]["name"]) == ("pdf", "Sun & moon.pdf")
    assert "cid" not in added.text.lower()
    assert problem(await school.mira.get(path))["code"] == "material-not-found"
    released = await school.ada.post(f"{path}/release", json={"at": "2026-03-02T13:00:00Z"})
    assert released.json()["releaseAt"] == "2026-03-02T13:00:00Z"
    assert (await school.mira.get("/api/materials", params={"classroomId": school.room})).json() == {"items": []}
    school.campus.clock.advance(3600)
    school.mira = school.campus.client(school.campus.keys.access_token("mira", "s-mira", school.campus.clock.now()))
    school.ada = school.campus.client(school.campus.keys.access_token("ada", "s-ada", school.campus.clock.now()))
    listed = (await school.mira.get("/api/materials", params={"classroomId": school.room})).json()["items"]
    assert [one["title"] for one in listed] == ["Stars"]
    newer = await school.ada.post(f"{path}/versions", params={"name": "b"}, content=an_image())
    assert [one["number"] for one in newer.json()["versions"]] == [1, 2]
    assert [one["number"] for one in (await school.mira.get(path)).json()["versions"]] == [2]
    changed = await school.ada.put(path, json={"title": "Suns", "archived": True})
    assert (changed.json()["title"], changed.json()["archived"]) == ("Suns", True)
    assert (await school.ada.post(f"{path}/withhold")).json()["releaseAt"] is None
    assert (await school.ada.delete(path)).status_code == 204
    assert problem(await school.ada.get(path))["code"] == "material-not-found"


async def test_the_order(school: School) -> None:
    ids = [(await school.upload(MARKDOWN, title=title)).json()["id"] for title in "abc"]
    body = {"classroomId": school.room, "materialIds": ids[::-1]}
    arranged = await school.ada.put("/api/materials/order", json=body)
    assert [one["title"] for one in arranged.json()["items"]] == ["c", "b", "a"]
    listed = await school.ada.get("/api/materials", params={"classroomId": school.room})
    assert [one["title"] for one in listed.json()["items"]] == ["c", "b", "a"]
    assert problem(await school.mira.put("/api/materials/order", json=body))["code"] == "forbidden"


async def test_what_is_refused(school: School) -> None:
    for data in (b"", b"<svg/>", b"MZ\x90"):
        refused = await school.upload(data)
        assert (refused.status_code, problem(refused)["code"]) == (415, "unsupported-kind")
    query = {"classroomId": school.room}
    assert problem(await school.mira.post("/api/materials", params=query, content=a_pdf()))["code"] == "forbidden"
    nowhere = await school.ada.post("/api/materials", params={"classroomId": "nowhere"}, content=a_pdf())
    assert problem(nowhere)["code"] == "classroom-not-found"
    assert problem(await school.ada.post("/api/materials", content=a_pdf()))["status"] == 422
    assert problem(await school.sam.get("/api/materials", params=query))["code"] == "forbidden"


async def test_an_upload_may_be_larger_than_other_bodies_but_has_its_own_bound() -> None:
    async with memory_campus(Settings(material_megabytes=2)) as campus:
        school = School(campus)
        await school.open()
        assert (await school.upload(b"ID3" + bytes(1_500_000))).status_code == 201
        refused = await school.upload(b"ID3" + bytes(2_000_000))
        assert (refused.status_code, problem(refused)["code"]) == (413, "material-too-large")


# --- the file itself


async def test_a_file_is_saved_and_never_run(school: School) -> None:
    material = await school.shelved(MARKDOWN, name="Übung\u202e 1.html")
    answer = await school.mira.get(f"/api/materials/{material}/file")
    assert answer.content == MARKDOWN
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"_bung  1.md\"; filename*=UTF-8''%C3%9Cbung%20%201.md"
    )
    expected = {**SECURITY_HEADERS, "content-security-policy": SANDBOX}
    assert {name: answer.headers[name] for name in expected} == expected
    assert answer.headers.get_list("content-security-policy") == [SANDBOX]
    assert "content-encoding" not in answer.headers
    assert problem(await school.sam.get(f"/api/materials/{material}/file"))["code"] == "material-not-found"


async def test_parts_and_tags(school: School) -> None:
    data = samples()[Kind.WAV]
    path = f"/api/materials/{await school.shelved(data)}/file"
    whole = await school.mira.get(path)
    tag = whole.headers["etag"]
    assert (whole.headers["accept-ranges"], whole.headers["content-length"]) == ("bytes", str(len(data)))
    part = await school.mira.get(path, headers={"range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, data[4:8])
    assert part.headers["content-range"] == f"bytes 4-7/{len(data)}"
    assert part.headers["content-length"] == "4"
    again = await school.mira.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    older = await school.mira.get(path, headers={"range": "bytes=4-7", "if-range": '"another"'})
    assert (older.status_code, older.content) == (200, data)
    beyond = await school.mira.get(path, headers={"range": "bytes=99999-"})
    assert (beyond.status_code, problem(beyond)["size"]) == (416, len(data))


async def test_older_versions_are_still_there_for_the_teacher(school: School) -> None:
    material = await school.shelved(a_pdf())
    await school.ada.post(f"/api/materials/{material}/versions", content=MARKDOWN)
    path = f"/api/materials/{material}/file"
    assert (await school.ada.get(path)).content == MARKDOWN
    assert (await school.ada.get(path, params={"version": 1})).content == a_pdf()
    assert problem(await school.ada.get(path, params={"version": 3}))["code"] == "version-not-found"
    for part in ("file", "link", "pages"):
        refused = await school.mira.get(f"/api/materials/{material}/{part}", params={"version": 1})
        assert problem(refused)["code"] == "version-not-found"


# --- links


async def test_a_link_opens_a_file_for_whoever_has_it(school: School) -> None:
    for kind, data in samples().items():
        link = (await school.mira.get(f"/api/materials/{await school.shelved(data)}/link")).json()
        answer = await school.campus.client().get(link["url"])
        assert (answer.status_code, answer.content) == (200, data)
        shown = answer.headers["content-disposition"].partition(";")[0]
        assert shown == ("inline" if kind in INLINE else "attachment")
        assert answer.headers["content-type"].partition(";")[0] == kind.media_type
        assert answer.headers["content-security-policy"] == SANDBOX
        assert answer.headers["cache-control"] == "private, max-age=600"


async def test_a_link_ends(school: School) -> None:
    anybody = school.campus.client()
    url = (await school.mira.get(f"/api/materials/{await school.shelved(an_image())}/link")).json()["url"]
    school.campus.clock.advance(600)
    assert (await anybody.get(url)).status_code == 200
    school.campus.clock.advance(600)
    late = await anybody.get(url)
    assert (late.status_code, problem(late)["code"]) == (403, "link-expired")


async def test_a_link_that_we_did_not_make(school: School) -> None:
    url = (await school.mira.get(f"/api/materials/{await school.shelved(an_image())}/link")).json()["url"]
    token = url.split("/")[3]
    other = school.campus.keys.seal("device", token.rpartition(".")[0].partition(".")[2])
    for forged in (token[:-1] + ("A" if token[-1] != "A" else "B"), "x", token.replace(".file.", ".1."), other):
        refused = await school.campus.client().get(f"/api/files/{forged}/a.png")
        assert problem(refused)["code"] == "link-expired"


async def test_a_link_opens_nothing_of_what_is_removed(school: School) -> None:
    material = await school.shelved(an_image())
    url = (await school.ada.get(f"/api/materials/{material}/link")).json()["url"]
    anybody = school.campus.client()
    await school.ada.delete(f"/api/materials/{material}")
    assert problem(await anybody.get(url))["code"] == "link-expired"


# --- pages and slides


async def test_pages_have_words_and_a_look(school: School) -> None:
    material = await school.shelved(a_pdf())
    pages = (await school.mira.get(f"/api/materials/{material}/pages")).json()["items"]
    assert [(one["number"], one["text"], one["width"]) for one in pages] == [
        (1, "The sun is a star.", 1600),
        (2, "The moon is not.", 1600),
    ]
    look = await school.campus.client().get(pages[1]["pictureUrl"])
    assert (look.headers["content-type"], look.content[:4]) == ("image/webp", b"RIFF")
    cover = (await school.mira.get(f"/api/materials/{material}")).json()["coverUrl"]
    small = await school.campus.client().get(cover)
    assert (small.headers["content-type"], small.content[:4]) == ("image/webp", b"RIFF")
    assert len(small.content) < len(look.content)


async def test_sections_are_pages_without_a_look(school: School) -> None:
    material = await school.shelved(MARKDOWN)
    pages = (await school.mira.get(f"/api/materials/{material}/pages")).json()["items"]
    assert [(one["number"], one["heading"], one["pictureUrl"]) for one in pages] == [
        (1, "Planets", None),
        (2, "Saturn", None),
    ]


async def test_slides_for_the_board(school: School) -> None:
    pictured = await school.shelved(a_pdf(), title="Stars", released=False)
    shown = (await school.ada.get(f"/api/materials/{pictured}/slides")).json()
    assert shown["title"] == "Stars"
    assert [(one["title"], one["text"], one["imageAlt"]) for one in shown["slides"]] == [
        ("", "", "The sun is a star."),
        ("", "", "The moon is not."),
    ]
    school.campus.clock.advance(6 * 3600)
    assert (await school.campus.client().get(shown["slides"][0]["imageUrl"])).status_code == 200


async def test_who_may_show_and_what_can_be_shown(school: School) -> None:
    written, sound = await school.shelved(MARKDOWN), await school.shelved(samples()[Kind.WAV])
    slides = (await school.ada.get(f"/api/materials/{written}/slides")).json()["slides"]
    assert [one["title"] for one in slides] == ["Planets", "Saturn"]
    assert problem(await school.mira.get(f"/api/materials/{written}/slides"))["code"] == "forbidden"
    assert problem(await school.ada.get(f"/api/materials/{sound}/slides"))["code"] == "not-showable"
