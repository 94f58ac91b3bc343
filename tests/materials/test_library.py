"""Reading what is released: for the tutor, and for whoever looks for a word."""

import pytest
from tests.support.files import a_pdf, a_pptx
from tests.support.people import EDUCATOR, STRANGER, STUDENT
from tests.support.shelves import ROOM, MaterialCampus

from eduverse.materials.service import Changes
from eduverse.vocabulary.permissions import Forbidden


@pytest.fixture
def campus() -> MaterialCampus:
    campus = MaterialCampus()
    campus.classes.strangers.add(STRANGER.user_id)
    return campus


async def found(campus: MaterialCampus, text: str) -> list[tuple[str, int, str]]:
    hits = await campus.library.search(STUDENT, ROOM, text)
    return [(hit.title, hit.passage.page, hit.passage.text) for hit in hits]


async def test_a_passage_is_found_with_its_title_and_page(campus: MaterialCampus) -> None:
    await campus.read(a_pdf(), "Stars")
    assert await found(campus, "moon") == [("Stars", 2, "The moon is not.")]
    assert await found(campus, "comet") == []


async def test_what_is_not_released_is_not_looked_through(campus: MaterialCampus) -> None:
    """Not even for its teacher: the tutor cites what everybody in the class may read."""
    material = await campus.read(a_pdf(), released=False)
    for who in (STUDENT, EDUCATOR):
        assert await campus.library.search(who, ROOM, "moon") == []
        assert await campus.library.passages(who, ROOM) == []
        assert await campus.library.passages(who, ROOM, material_id=material.id) == []
    await campus.service.release(EDUCATOR, material.id, None)
    assert len(await found(campus, "moon")) == 1
    await campus.service.change(EDUCATOR, material.id, Changes(archived=True))
    assert await found(campus, "moon") == []


async def test_other_classes_and_strangers(campus: MaterialCampus) -> None:
    await campus.read(a_pdf())
    assert await campus.library.search(STUDENT, "another-room", "moon") == []
    for step in (campus.library.search(STRANGER, ROOM, "moon"), campus.library.passages(STRANGER, ROOM)):
        with pytest.raises(Forbidden):
            await step


async def test_only_the_current_version_is_read(campus: MaterialCampus) -> None:
    material = await campus.read(a_pdf())
    await campus.service.add_version(EDUCATOR, material.id, campus.upload(a_pptx()))
    while await campus.settling.settle():
        pass
    assert await found(campus, "moon") == []
    assert [page for _, page, _ in await found(campus, "nile")] == [1]
    headings = [hit.passage.heading for hit in await campus.library.passages(STUDENT, ROOM, material_id=material.id)]
    assert headings == ["Rivers", "Lakes"]


async def test_the_passages_of_a_page(campus: MaterialCampus) -> None:
    material = await campus.read(a_pdf())
    hits = await campus.library.passages(STUDENT, ROOM, material_id=material.id, page=2)
    assert [hit.passage.text for hit in hits] == ["The moon is not."]
