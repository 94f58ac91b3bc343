"""The shelf of a class."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from tests.support.files import MARKDOWN, a_docx, a_pdf, an_archive, an_image, chunked, samples
from tests.support.people import EDUCATOR, STRANGER, STUDENT
from tests.support.shelves import ROOM, MaterialCampus

from eduverse.app.settings import Settings
from eduverse.classrooms.errors import ClassroomArchivedAlready
from eduverse.materials.errors import (
    MaterialNotFound,
    QuotaExceeded,
    TooLarge,
    TooManyMaterials,
    TooManyVersions,
    UnsupportedKind,
)
from eduverse.materials.model import material as rules
from eduverse.materials.model.kinds import Kind
from eduverse.materials.service import Changes, Upload
from eduverse.vocabulary.permissions import Forbidden


@pytest.fixture
def campus() -> MaterialCampus:
    campus = MaterialCampus()
    campus.classes.strangers.add(STRANGER.user_id)
    return campus


# --- uploading


async def test_a_file_is_what_is_in_it_whatever_it_is_called(campus: MaterialCampus) -> None:
    for kind, data in samples().items():
        added = await campus.added(data, "", name="Notes on planets.exe")
        assert (added.current.kind, added.current.size) == (kind, len(data))
        assert added.current.name == f"Notes on planets{kind.suffix}"
        assert added.title == "Notes on planets"
        assert await campus.file(added.current.cid) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html><script>alert(1)</script>",
        b"MZ\x90",
        an_archive({"a.txt": b"a"}),
        MARKDOWN * 200 + b"\xff",
        MARKDOWN * 200 + b"\0",
        MARKDOWN * 200 + b"\xc3",
    ],
)
async def test_all_others_are_refused(campus: MaterialCampus, data: bytes) -> None:
    with pytest.raises(UnsupportedKind):
        await campus.added(data, name="a.pdf")
    assert await campus.service.of_classroom(EDUCATOR, ROOM) == []


async def test_only_the_teacher_of_an_open_class_uploads(campus: MaterialCampus) -> None:
    for who in (STUDENT, STRANGER):
        with pytest.raises(Forbidden):
            await campus.added(a_pdf(), who=who)
    material = await campus.added(a_pdf())
    campus.classes.archived.add(ROOM)
    with pytest.raises(ClassroomArchivedAlready):
        await campus.added(a_pdf())
    with pytest.raises(ClassroomArchivedAlready):
        await campus.service.add_version(EDUCATOR, material.id, campus.upload(a_pdf()))
    assert len(await campus.service.of_classroom(EDUCATOR, ROOM)) == 1


async def test_a_file_has_a_size_whatever_its_sender_says() -> None:
    campus = MaterialCampus(settings=Settings(material_megabytes=1, class_megabytes=2))
    sound = b"ID3" + bytes(999_997)
    for data, announced in ((sound + b"x", None), (sound + b"x", 10), (b"ID3", 1_000_001)):
        with pytest.raises(TooLarge):
            await campus.service.add(EDUCATOR, ROOM, "", Upload(chunked(data, 50_000), "a", announced))
    for _ in range(2):
        await campus.added(sound)
    with pytest.raises(QuotaExceeded):
        await campus.added(b"ID3")
    with pytest.raises(TooLarge):
        await MaterialCampus().added(b"word " * 400_001)


async def test_what_is_too_large_is_not_read_to_its_end() -> None:
    campus, sent = MaterialCampus(settings=Settings(material_megabytes=1)), 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"ID3" + bytes(99_997)

    with pytest.raises(TooLarge):
        await campus.service.add(EDUCATOR, ROOM, "", Upload(endless(), "a", None))
    assert sent == 11


async def test_how_many_there_may_be(campus: MaterialCampus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eduverse.materials.service.MAX_MATERIALS", 2)
    monkeypatch.setattr(rules, "MAX_VERSIONS", 2)
    material = await campus.added(a_pdf())
    await campus.added(a_pdf())
    with pytest.raises(TooManyMaterials):
        await campus.added(a_pdf())
    await campus.service.add_version(EDUCATOR, material.id, campus.upload(an_image()))
    with pytest.raises(TooManyVersions):
        await campus.service.add_version(EDUCATOR, material.id, campus.upload(an_image()))


async def test_a_newer_version_takes_the_place_of_the_older_which_stays(campus: MaterialCampus) -> None:
    material = await campus.read(a_docx())
    newer = await campus.service.add_version(EDUCATOR, material.id, campus.upload(an_image(), "b.png"))
    assert [(one.number, one.kind) for one in newer.versions] == [(1, Kind.DOCX), (2, Kind.PNG)]
    assert (newer.current.number, newer.title, newer.release_at) == (2, material.title, material.release_at)
    with pytest.raises(MaterialNotFound):
        await campus.service.add_version(STRANGER, material.id, campus.upload(an_image()))
    with pytest.raises(Forbidden):
        await campus.service.add_version(STUDENT, material.id, campus.upload(an_image()))


# --- who sees what


async def test_students_see_what_is_released(campus: MaterialCampus) -> None:
    material = await campus.added(a_pdf())
    later = campus.clock.now() + timedelta(hours=1)
    service = campus.service

    async def sees(who: object = STUDENT) -> bool:
        return bool(await service.of_classroom(STUDENT, ROOM))

    assert not await sees()
    with pytest.raises(MaterialNotFound):
        await service.get(STUDENT, material.id)
    await service.release(EDUCATOR, material.id, later)
    assert not await sees()
    campus.clock.advance(3600)
    assert await sees()
    assert (await service.get(STUDENT, material.id)).id == material.id
    await service.change(EDUCATOR, material.id, Changes(archived=True))
    assert not await sees()
    await service.change(EDUCATOR, material.id, Changes(archived=False, title="Moons"))
    assert await sees()
    await service.withhold(EDUCATOR, material.id)
    assert not await sees()
    assert [one.title for one in await service.of_classroom(EDUCATOR, ROOM)] == ["Moons"]


async def test_strangers_see_nothing(campus: MaterialCampus) -> None:
    material = await campus.read(a_pdf())
    with pytest.raises(Forbidden):
        await campus.service.of_classroom(STRANGER, ROOM)
    with pytest.raises(MaterialNotFound):
        await campus.service.get(STRANGER, material.id)
    for step in (
        campus.service.withhold(STUDENT, material.id),
        campus.service.remove(STUDENT, material.id),
        campus.service.release(STUDENT, material.id, None),
        campus.service.change(STUDENT, material.id, Changes(title="Mine")),
        campus.service.arrange(STUDENT, ROOM, []),
    ):
        with pytest.raises(Forbidden):
            await step


async def test_the_order_is_the_teachers(campus: MaterialCampus) -> None:
    a, b, c = [(await campus.added(a_pdf(), title)).id for title in "abc"]

    async def order() -> str:
        return "".join(one.title for one in await campus.service.of_classroom(EDUCATOR, ROOM))

    assert await order() == "abc"
    await campus.service.arrange(EDUCATOR, ROOM, [c, a, "gone", c])
    assert await order() == "cab"
    await campus.added(a_pdf(), "d")
    assert await order() == "cabd"
    await campus.service.arrange(EDUCATOR, ROOM, [b])
    assert await order() == "bacd"


async def test_what_is_removed_is_gone_for_everybody(campus: MaterialCampus) -> None:
    material = await campus.read(a_pdf())
    await campus.service.remove(EDUCATOR, material.id)
    assert await campus.service.of_classroom(EDUCATOR, ROOM) == []
    for step in (campus.service.get(EDUCATOR, material.id), campus.service.remove(EDUCATOR, material.id)):
        with pytest.raises(MaterialNotFound):
            await step
