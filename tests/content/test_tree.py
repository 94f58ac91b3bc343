"""Trees that others have made to do harm: each is refused, soon and without much memory."""

import asyncio
from collections.abc import Callable, Sequence

import pytest
from tests.ports.content_contract import cut, whole
from tests.support.clock import FakeClock

from eduverse.content import hamt, unixfs
from eduverse.content.car import header, section
from eduverse.content.cid import DAG_PB, RAW, Cid
from eduverse.content.local import memory_content
from eduverse.content.store import BlockContent
from eduverse.content.unixfs import Link
from eduverse.kernel.content import ContentDamaged, NoSuchPath

Blocks = dict[Cid, bytes]
NOTHING, A = Cid.of(RAW, b""), Cid.of(RAW, b"a")


@pytest.fixture
def content() -> BlockContent:
    return memory_content(FakeClock())


def node(blocks: Blocks, block: bytes) -> Cid:
    cid = Cid.of(DAG_PB, block)
    blocks[cid] = block
    return cid


def file(blocks: Blocks, below: Sequence[Cid], sizes: Sequence[int]) -> Cid:
    return node(blocks, unixfs.file([Link(cid, 1) for cid in below], sizes))


async def take_in(content: BlockContent, root: Cid, blocks: Blocks) -> str:
    sections = [section(cid, block) for cid, block in {**blocks, NOTHING: b"", A: b"a"}.items()]
    taken = await content.take_in(cut(b"".join([header([root]), *sections])))
    assert taken.missing == ()
    return str(root)


def too_deep(blocks: Blocks) -> Cid:
    here = A
    for _ in range(40):
        here = file(blocks, [here], [1])
    return here


def doubled(blocks: Blocks) -> Cid:
    """1000 to the 7th leaves, of which each is said to have a byte and has none."""
    here = NOTHING
    for _ in range(7):
        here = file(blocks, [here] * 1_000, [1] * 1_000)
    return here


def longer_than_said(blocks: Blocks) -> Cid:
    return file(blocks, [file(blocks, [A, A], [1, 1])], [1])


def a_directory_inside(blocks: Blocks) -> Cid:
    return file(blocks, [node(blocks, unixfs.directory([]))], [1])


@pytest.mark.parametrize("make", [too_deep, doubled, longer_than_said, a_directory_inside])
async def test_a_file_that_is_not_as_it_says(content: BlockContent, make: Callable[[Blocks], Cid]) -> None:
    blocks: Blocks = {}
    cid = await take_in(content, make(blocks), blocks)
    async with asyncio.timeout(5):
        with pytest.raises(ContentDamaged):
            await whole(content.read(cid))


async def test_what_is_linked_a_million_times_is_visited_once(content: BlockContent) -> None:
    blocks: Blocks = {}
    cid = await take_in(content, doubled(blocks), blocks)
    async with asyncio.timeout(5):
        await content.pin(cid, "m1")
        archive = await whole(content.export(cid))
    assert len(archive) < 1_000_000


async def test_a_shard_that_is_met_twice(content: BlockContent) -> None:
    blocks: Blocks = {}
    here = node(blocks, unixfs.shard([Link(A, 1, "00a")], 1))
    for _ in range(20):
        here = node(blocks, unixfs.shard([Link(here, 1, "00"), Link(here, 1, "01")], 3))
    cid = await take_in(content, here, blocks)
    with pytest.raises(ContentDamaged):
        [entry async for entry in content.entries(cid)]


async def test_shards_that_go_deeper_than_a_hash(content: BlockContent) -> None:
    blocks: Blocks = {}
    here = node(blocks, unixfs.shard([], 0))
    for level in reversed(range(12)):
        here = node(blocks, unixfs.shard([Link(here, 1, hamt.slot("a", level % hamt.LEVELS))], 1))
    cid = await take_in(content, here, blocks)
    with pytest.raises(ContentDamaged):
        await content.find(cid, ["a"])


async def test_a_shard_that_leads_to_something_else(content: BlockContent) -> None:
    for block in (unixfs.directory([Link(A, 1, "a")]), unixfs.file([], [])):
        blocks: Blocks = {}
        inner = node(blocks, block)
        cid = await take_in(content, node(blocks, unixfs.shard([Link(inner, 1, hamt.slot("a", 0))], 1)), blocks)
        with pytest.raises(NoSuchPath):
            await content.find(cid, ["a"])
        with pytest.raises(ContentDamaged):
            [entry async for entry in content.entries(cid)]


async def test_a_file_with_bytes_in_its_node(content: BlockContent) -> None:
    """As others write it, and as leaves were before they were raw blocks."""
    blocks: Blocks = {}
    leaves = [node(blocks, b"\x0a\x09\x08\x02\x12\x03" + text + b"\x18\x03") for text in (b"abc", b"def")]
    cid = await take_in(content, file(blocks, leaves, [3, 3]), blocks)
    assert await whole(content.read(cid)) == b"abcdef"
    assert await whole(content.read(cid, 2, 4)) == b"cd"
    assert await content.size(cid) == 6
