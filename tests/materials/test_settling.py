"""What follows from a material: cut off anywhere, run twice, and nothing is lost, doubled or left behind."""

import asyncio

import pytest
from tests.support.faults import Crash, FaultyStorage, When
from tests.support.files import MARKDOWN, a_pdf, a_pptx, an_image, samples
from tests.support.people import EDUCATOR
from tests.support.shelves import MaterialCampus

from eduverse.kernel.content import ContentMissing, ContentUnavailable
from eduverse.materials.model.kinds import Kind
from eduverse.materials.model.material import MATERIALS, Material, Reading, Version
from eduverse.materials.model.passages import PAGES, PASSAGES, Page, Passage

DAY = 25 * 3600.0


async def passages(campus: MaterialCampus) -> list[Passage]:
    return (await campus.storage.collection(PASSAGES).find(limit=1000)).items


async def pages(campus: MaterialCampus) -> list[Page]:
    return (await campus.storage.collection(PAGES).find(limit=1000)).items


async def settled(campus: MaterialCampus) -> None:
    for _ in range(5):
        await campus.settling.settle()


async def assert_read(campus: MaterialCampus, material: Material) -> None:
    """It is read once, and all its files outlive a collection."""
    now = await campus.service.get(EDUCATOR, material.id)
    assert [(one.reading, one.pages) for one in now.versions] == [(Reading.DONE, 2)]
    assert not now.unsettled
    assert [(one.page, one.ordinal, one.text) for one in await passages(campus)] == [
        (1, 0, "The sun is a star."),
        (2, 1, "The moon is not."),
    ]
    looks = await pages(campus)
    assert [one.number for one in looks] == [0, 1, 2]
    campus.clock.advance(DAY)
    await campus.settling.collect()
    assert await campus.file(now.current.cid) == a_pdf()
    for look in looks:
        assert len(await campus.file(look.cid)) == look.size


async def test_words_and_looks_are_kept_with_their_places() -> None:
    campus = MaterialCampus()
    material = await campus.added(a_pdf())
    assert await campus.settling.settle() == 1
    assert await campus.settling.settle() == 0
    await assert_read(campus, material)
    one = (await passages(campus))[0]
    assert (one.id, one.source) == (f"{material.id}:1:00000", f"{material.id}:1")
    assert (one.classroom_id, one.material_id, one.material_version) == (material.classroom_id, material.id, 1)


async def test_every_kind_settles() -> None:
    campus = MaterialCampus()
    for data in samples().values():
        await campus.added(data)
    await settled(campus)
    done = (await campus.storage.collection(MATERIALS).find(limit=100)).items
    states = {one.current.kind: (one.current.reading, one.current.pages, one.unsettled) for one in done}
    paged = {Kind.PDF: 2, Kind.PPTX: 2, Kind.PNG: 1, Kind.JPEG: 1, Kind.WEBP: 1, Kind.GIF: 1}
    assert states == {kind: (Reading.DONE, paged.get(kind, 0), False) for kind in Kind}


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_kill_anywhere_is_made_good(when: When) -> None:
    """Every write of the settling is once the last thing that a process did."""
    for place in range(1, 20):
        faulty = FaultyStorage()
        campus = MaterialCampus(faulty)
        material = await campus.added(a_pdf())
        faulty.crash_at_write(place, when)
        try:
            await settled(campus)
        except Crash:
            campus.storage = faulty.inner
            campus.restarted()
            await settled(campus)
        else:
            assert place == 7, "two passages, three pictures, the material: six writes"
            return
        await assert_read(campus, material)
    raise AssertionError("it never came to an end")


async def test_two_processes_at_once() -> None:
    one = MaterialCampus()
    other = MaterialCampus(one.storage, one.content)
    material = await one.added(a_pdf())
    await asyncio.gather(one.settling.settle(), other.settling.settle())
    await assert_read(one, material)


async def test_what_cannot_be_read_can_still_be_used() -> None:
    campus = MaterialCampus()
    material = await campus.added(b"%PDF-1.7 torn")
    await settled(campus)
    now = await campus.service.get(EDUCATOR, material.id)
    assert (now.current.reading, now.unsettled) == (Reading.FAILED, False)
    campus.clock.advance(DAY)
    await campus.settling.collect()
    assert await campus.file(now.current.cid) == b"%PDF-1.7 torn"


async def test_a_file_that_is_lost_is_not_waited_for() -> None:
    campus = MaterialCampus()
    material = await campus.added(a_pdf())
    campus.clock.advance(DAY)
    await campus.content.collect()
    await settled(campus)
    assert (await campus.service.get(EDUCATOR, material.id)).current.reading is Reading.FAILED


async def test_one_that_fails_keeps_no_other_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    campus = MaterialCampus()
    first, second = await campus.added(a_pdf()), await campus.added(a_pptx())
    read = campus.settling._read

    async def fail_for_the_first(material: Material, version: Version) -> tuple[Reading, int]:
        if material.id == first.id:
            raise ContentUnavailable
        return await read(material, version)

    monkeypatch.setattr(campus.settling, "_read", fail_for_the_first)
    with pytest.raises(ContentUnavailable):
        await campus.settling.settle()
    assert (await campus.service.get(EDUCATOR, second.id)).current.reading is Reading.DONE
    monkeypatch.undo()
    await settled(campus)
    assert (await campus.service.get(EDUCATOR, first.id)).current.reading is Reading.DONE


async def test_versions_are_read_each() -> None:
    campus = MaterialCampus()
    material = await campus.added(MARKDOWN)
    await campus.service.add_version(EDUCATOR, material.id, campus.upload(a_pptx()))
    await settled(campus)
    assert campus.reader.read_times == 2
    assert [one.source[-1] for one in await passages(campus)] == ["1", "1", "2", "2"]
    await campus.service.add_version(EDUCATOR, material.id, campus.upload(an_image()))
    await settled(campus)
    assert campus.reader.read_times == 3


@pytest.mark.parametrize("when", ["before", "after"])
async def test_what_is_removed_leaves_nothing_behind(when: When) -> None:
    for place in range(1, 20):
        faulty = FaultyStorage()
        campus = MaterialCampus(faulty)
        material = await campus.read(a_pdf())
        await campus.service.add_version(EDUCATOR, material.id, campus.upload(an_image()))
        await settled(campus)
        await campus.service.remove(EDUCATOR, material.id)
        faulty.crash_at_write(place, when)
        finished = True
        try:
            await settled(campus)
        except Crash:
            finished = False
            campus.storage = faulty.inner
            campus.restarted()
            await settled(campus)
        assert (await passages(campus), await pages(campus)) == ([], [])
        assert await campus.storage.collection(MATERIALS).count() == 0
        campus.clock.advance(DAY)
        await campus.settling.collect()
        for version in material.versions:
            with pytest.raises(ContentMissing):
                await campus.file(version.cid)
        if finished:
            return
    raise AssertionError("it never came to an end")
