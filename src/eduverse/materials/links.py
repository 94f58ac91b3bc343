"""Links that open one file to whoever has them, for a while: what an `<img>` or a `<video>` can carry.

A link is a sealed sentence, not an entry: `<material>.<version>.<file or page>.<until>`. It opens nothing once the
material is removed.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import msgspec

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage, equals
from eduverse.materials.catalogue import Catalogue
from eduverse.materials.errors import LinkExpired, MaterialNotFound, NotShowable, VersionNotFound
from eduverse.materials.model.kinds import INLINE, Kind
from eduverse.materials.model.material import Material, Reading, Version, source_of, version_of
from eduverse.materials.model.passages import PAGES, PASSAGES, Page, Passage, page_id
from eduverse.materials.ports import Seals
from eduverse.vocabulary.messages import MAX_SLIDES, Slide
from eduverse.vocabulary.permissions import Action
from eduverse.vocabulary.principal import Principal

__all__ = ["FilePart", "Link", "LinkService", "PageLink"]

_PURPOSE = "material-file"
_SHORT = timedelta(minutes=10)
_PLAYED = timedelta(hours=4)
"""A player asks for the next part of its file for as long as it plays."""
_LESSON = timedelta(hours=12)
"""What stands on the board is asked for by everybody who comes in until the lesson ends."""
_FILE = "file"
_COVER = 0
_WEBP = "image/webp"
_MAX_PAGES = MAX_SLIDES
_MAX_DECK = 90_000
"""Bytes; a presentation takes a little more."""
_LONGEST_SLIDE = 10_000
_ALT = 400
"""Characters of a page's text that stand for its picture."""
_PICTURED = frozenset({Kind.PDF, Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.GIF})
_PLAYABLE = frozenset({Kind.MP3, Kind.OGG, Kind.M4A, Kind.WAV, Kind.MP4, Kind.WEBM})


class Link(NamedTuple):
    path: str
    until: datetime


class FilePart(NamedTuple):
    """What is behind a link, or asked for by somebody signed in."""

    cid: str
    size: int
    media_type: str
    name: str
    inline: bool
    """Whether a browser may show it; otherwise it is saved."""


class PageLink(NamedTuple):
    number: int
    """From 1."""
    heading: str
    text: str
    picture: Link | None
    width: int
    height: int


class LinkService:
    def __init__(self, storage: Storage, *, catalogue: Catalogue, seals: Seals, clock: Clock) -> None:
        self._pages = storage.collection(PAGES)
        self._passages = storage.collection(PASSAGES)
        self._catalogue = catalogue
        self._seals = seals
        self._clock = clock

    async def file(self, principal: Principal, material_id: str, number: int | None) -> FilePart:
        """A version's file, to be saved."""
        _, version = await self._catalogue.version(principal, material_id, number)
        return FilePart(version.cid, version.size, version.kind.media_type, version.name, inline=False)

    async def link(self, principal: Principal, material_id: str, number: int | None) -> Link:
        """A link to a version's file."""
        material, version = await self._catalogue.version(principal, material_id, number)
        return self._minted(material, version, _FILE, _PLAYED if version.kind in _PLAYABLE else _SHORT)

    def cover(self, material: Material) -> Link | None:
        """A link to the small picture that stands for it in a list, where it has one."""
        version = material.current
        looks = version.reading is Reading.DONE and version.kind in _PICTURED
        return self._minted(material, version, _COVER, _SHORT) if looks else None

    async def pages(self, principal: Principal, material_id: str, number: int | None) -> list[PageLink]:
        """A version's pages, slides or sections: their words, and how they look."""
        material, version = await self._catalogue.version(principal, material_id, number)
        return await self._paged(material, version, _SHORT)

    async def slides(self, principal: Principal, material_id: str) -> tuple[str, list[Slide]]:
        """The title and the slides with which a material is shown on the board, for its teacher.

        Showing it gives it to everybody in the room for the lesson, also where it is not released yet.
        """
        material = await self._catalogue.managed(principal, material_id, Action.PRESENT)
        pages = await self._paged(material, material.current, _LESSON)
        slides = list(_fitting(_slide(page) for page in pages))
        if not slides:
            raise NotShowable
        return material.title, slides

    async def opened(self, token: str) -> FilePart:
        """What a link opens now; raises `LinkExpired` for one that is old, or not ours."""
        material_id, number, page = self._read(token)
        try:
            version = version_of(await self._catalogue.kept(material_id), number)
        except (MaterialNotFound, VersionNotFound):
            raise LinkExpired from None
        if page is None:
            inline = version.kind in INLINE
            return FilePart(version.cid, version.size, version.kind.media_type, version.name, inline=inline)
        look = await self._pages.get(page_id(source_of(material_id, number), page))
        if look is None:
            raise VersionNotFound
        return FilePart(look.cid, look.size, _WEBP, f"{page}.webp", inline=True)

    def is_ours(self, token: str) -> bool:
        """Whether we made it, be it old or new."""
        return self._seals.unseal(_PURPOSE, token) is not None

    def _read(self, token: str) -> tuple[str, int, int | None]:
        parts = (self._seals.unseal(_PURPOSE, token) or "").split(".")
        if len(parts) != 4 or int(parts[3]) <= self._clock.now().timestamp():
            raise LinkExpired
        return parts[0], int(parts[1]), None if parts[2] == _FILE else int(parts[2])

    def _minted(self, material: Material, version: Version, part: int | str, life: timedelta) -> Link:
        """It holds for one to two of these lives and is the same for the length of one: browsers keep what they got."""
        span = int(life.total_seconds())
        until = (int(self._clock.now().timestamp()) // span + 2) * span
        token = self._seals.seal(_PURPOSE, f"{material.id}.{version.number}.{part}.{until}")
        suffix = version.kind.suffix if part == _FILE else ".webp"
        return Link(f"/api/files/{token}/{part}{suffix}", datetime.fromtimestamp(until, UTC))

    async def _paged(self, material: Material, version: Version, life: timedelta) -> list[PageLink]:
        source = source_of(material.id, version.number)
        pictures = (await self._pages.find(equals("source", source), limit=_MAX_PAGES + 1)).items
        passages = (await self._passages.find(equals("source", source), limit=_MAX_PAGES * 5)).items
        if not pictures and not any(passage.page for passage in passages):
            return [PageLink(place, heading, text, None, 0, 0) for place, heading, text in _sections(passages)]
        looks = {page.number: page for page in pictures if page.number != _COVER}
        words: dict[int, list[Passage]] = {}
        for passage in passages:
            words.setdefault(passage.page, []).append(passage)
        return [
            _page(number, words.get(number, []), look, self._minted(material, version, number, life) if look else None)
            for number in sorted({*looks, *words})[:_MAX_PAGES]
            for look in [looks.get(number)]
        ]


def _sections(passages: list[Passage]) -> list[tuple[int, str, str]]:
    """What has no pages is a page for each passage that has words: sections are short enough for that."""
    return [(place, passage.heading, passage.text) for place, passage in enumerate(passages[:_MAX_PAGES], start=1)]


def _page(number: int, words: list[Passage], look: Page | None, picture: Link | None) -> PageLink:
    heading = words[0].heading if words else ""
    text = "\n\n".join(passage.text for passage in words if passage.text)
    return PageLink(number, heading, text, picture, look.width if look else 0, look.height if look else 0)


def _slide(page: PageLink) -> Slide:
    if page.picture is None:
        return Slide(title=page.heading, text=page.text[:_LONGEST_SLIDE])
    return Slide(image_url=page.picture.path, image_alt=" ".join(page.text.split())[:_ALT])


def _fitting(slides: Iterable[Slide]) -> Iterator[Slide]:
    """As many as a presentation takes."""
    left = _MAX_DECK
    for slide in slides:
        left -= len(msgspec.json.encode(slide)) + 1
        if left < 0:
            return
        yield slide
