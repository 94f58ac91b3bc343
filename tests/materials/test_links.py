"""Links and slides."""

from datetime import timedelta

import pytest
from tests.support.files import MARKDOWN, a_pdf, an_image, samples
from tests.support.people import EDUCATOR, STRANGER, STUDENT
from tests.support.shelves import MaterialCampus

from eduverse.materials.errors import LinkExpired, MaterialNotFound
from eduverse.materials.model.kinds import Kind
from eduverse.materials.service import Changes
from eduverse.vocabulary.messages import MAX_SLIDES


@pytest.fixture
def campus() -> MaterialCampus:
    campus = MaterialCampus()
    campus.classes.strangers.add(STRANGER.user_id)
    return campus


def token_of(path: str) -> str:
    return path.split("/")[3]


async def test_a_link_stays_the_same_for_its_life_and_holds_for_up_to_two(campus: MaterialCampus) -> None:
    lives = {Kind.PNG: timedelta(minutes=10), Kind.WAV: timedelta(hours=4)}
    for kind, life in lives.items():
        material = await campus.read(samples()[kind])
        first = await campus.links.link(STUDENT, material.id, None)
        assert life <= first.until - campus.clock.now() <= 2 * life
        campus.clock.advance((first.until - campus.clock.now() - life).total_seconds() - 1)
        assert await campus.links.link(STUDENT, material.id, None) == first
        campus.clock.advance(2)
        assert await campus.links.link(STUDENT, material.id, None) != first
        assert (await campus.links.opened(token_of(first.path))).cid == material.current.cid
        campus.clock.advance(life.total_seconds())
        with pytest.raises(LinkExpired):
            await campus.links.opened(token_of(first.path))


async def test_strangers_get_none(campus: MaterialCampus) -> None:
    material = await campus.read(an_image())
    for step in (campus.links.link, campus.links.pages, campus.links.file):
        with pytest.raises(MaterialNotFound):
            await step(STRANGER, material.id, None)


async def test_the_teacher_still_sees_what_is_archived(campus: MaterialCampus) -> None:
    material = await campus.read(an_image())
    await campus.service.change(EDUCATOR, material.id, Changes(archived=True))
    link = await campus.links.link(EDUCATOR, material.id, None)
    assert (await campus.links.opened(token_of(link.path))).media_type == "image/png"
    with pytest.raises(MaterialNotFound):
        await campus.links.link(STUDENT, material.id, None)


async def test_a_cover_is_there_once_it_has_been_read(campus: MaterialCampus) -> None:
    material = await campus.added(a_pdf())
    assert campus.links.cover(material) is None
    read = await campus.read(a_pdf())
    cover = campus.links.cover(read)
    assert cover is not None
    assert (await campus.links.opened(token_of(cover.path))).media_type == "image/webp"
    assert campus.links.cover(await campus.read(MARKDOWN)) is None


async def test_slides_are_as_many_as_a_presentation_takes(campus: MaterialCampus) -> None:
    many = await campus.read(b"".join(b"# Part %d\nText\n" % number for number in range(150)))
    assert len((await campus.links.slides(EDUCATOR, many.id))[1]) == MAX_SLIDES
    long = await campus.read(b"".join(b"# Part %d\n%b\n" % (number, b"long " * 290) for number in range(90)))
    assert 50 < len((await campus.links.slides(EDUCATOR, long.id))[1]) < 70
