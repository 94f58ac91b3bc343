"""What every `Content` must do. An adapter's test-suite is this class with a `content` fixture.

An adapter that cannot keep a clause overrides that test by name, with the reason.
"""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest
from tests.support.chacha import stream_of
from tests.support.clock import FakeClock

from eduverse.content.car import CarReader, header, section
from eduverse.content.cid import Cid
from eduverse.content.local import memory_content
from eduverse.kernel.content import (
    ArchiveInvalid,
    Content,
    ContentMissing,
    Entry,
    Found,
    Kind,
    NoSuchPath,
    NotAFile,
    Reference,
    Scope,
)

EMPTY = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"
HELLO = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"
ONE_PIECE = "bafkreiacndfy443ter6qr2tmbbdhadvxxheowwf75s6zehscklu6ezxmta"
TWO_PIECES = "bafybeigmix7t42i6jacydtquhet7srwvgpizfg7gjbq7627d35mjomtu64"
"""What `ipfs add` with this profile gives for nothing, `hello world`, and 1 MiB (and a byte) of a known key stream."""
EMPTY_FOLDER = "bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354"
FOLDER = "bafybeigx7qulkd76kpjgiinemdzd7yjs4jld7zbsovva6mqnyx44ecevza"
"""What `ipfs add -r` gives for `put_folder`'s,"""
FULL_FOLDER = "bafybeihaaybe7sg2dp4baxo3h26mq3m2d32ovvthzkgqjsefjtpzo4fpce"
SHARDED_FOLDER = "bafybeigywyr5etknx6wvroetpx4wzqndwmzg5347phf6ipvfraws3w3w4q"
"""and for 4,095 and 4,096 files of an `x` each, named by numbers of 20 digits: the latter are too many for a block."""
IN_FOLDER = (8, 9)
"""Blocks of `FOLDER` that are collected: a node keeps the empty directory, which it makes use of itself."""
MEBIBYTE = 1 << 20
DAY = 24 * 3600.0


async def cut(data: bytes, size: int = 65_536) -> AsyncIterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]


async def whole(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


async def put_folder(content: Content) -> Reference:
    big, hello, empty, one = [
        (await content.put(cut(data))).cid for data in (bytes(MEBIBYTE) + b"1", b"hello world", b"", b"e")
    ]
    inner = (await content.put_directory({"b.txt": hello})).cid
    nothing = (await content.put_directory({})).cid
    return await content.put_directory({"é.txt": one, "big": big, "a": inner, "empty": nothing, "Z": empty})


async def put_many(content: Content, count: int) -> str:
    one = (await content.put(cut(b"x"))).cid
    return (await content.put_directory({f"{number:020}": one for number in range(count)})).cid


async def names_in(archive: bytes) -> list[str]:
    reader = CarReader(cut(archive))
    return [*map(str, await reader.roots()), "|", *[str(cid) async for cid, _ in reader.blocks()]]


class ContentContract(ABC):
    @pytest.fixture
    def clock(self) -> FakeClock:
        return FakeClock()

    @pytest.fixture
    @abstractmethod
    async def content(self, clock: FakeClock) -> AsyncIterator[Content]:
        """An empty store."""
        yield  # type: ignore[misc]

    async def test_a_file_has_the_name_that_kubo_gives_it(self, content: Content) -> None:
        over = stream_of("chunk-v1-seed", MEBIBYTE + 1)
        files = {EMPTY: b"", HELLO: b"hello world", ONE_PIECE: over[:-1], TWO_PIECES: over}
        for cid, data in files.items():
            put = await content.put(cut(data))
            assert (put.cid, put.size) == (cid, len(data))
            assert await content.size(cid) == len(data)
            assert await whole(content.read(cid)) == data

    async def test_how_a_file_is_cut_changes_nothing(self, content: Content) -> None:
        data = stream_of("cuts", 2 * MEBIBYTE + 77)
        names = {(await content.put(cut(data, size))).cid for size in (9_999, MEBIBYTE, MEBIBYTE + 1, 10 * MEBIBYTE)}
        assert len(names) == 1

    async def test_a_part_of_a_file(self, content: Content) -> None:
        data = stream_of("ranges", 3 * MEBIBYTE + 5)
        cid = (await content.put(cut(data))).cid
        for start, end in (
            (0, 1),
            (0, 0),
            (MEBIBYTE - 1, MEBIBYTE + 1),
            (MEBIBYTE, 2 * MEBIBYTE),
            (5, 3 * MEBIBYTE + 1),
            (3 * MEBIBYTE, 9 * MEBIBYTE),
            (9 * MEBIBYTE, 10 * MEBIBYTE),
        ):
            assert await whole(content.read(cid, start, end)) == data[start:end]
        assert await whole(content.read(cid, 2 * MEBIBYTE)) == data[2 * MEBIBYTE :]

    async def test_what_is_not_there(self, content: Content) -> None:
        assert await content.size(HELLO) is None
        assert await content.size(TWO_PIECES) is None
        with pytest.raises(ContentMissing):
            await whole(content.read(TWO_PIECES))
        with pytest.raises(ContentMissing):
            await content.pin(TWO_PIECES, "m1:1")
        await content.unpin(TWO_PIECES, "m1:1")

    @pytest.mark.parametrize(
        "text", ["", "x", "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", HELLO.upper(), "../keys"]
    )
    async def test_what_is_no_name(self, content: Content, text: str) -> None:
        with pytest.raises(ValueError, match="CID"):
            await content.size(text)

    async def test_what_breaks_off_goes_to_the_caller(self, content: Content) -> None:
        async def broken() -> AsyncIterator[bytes]:
            yield bytes(3 * MEBIBYTE)
            raise ConnectionError

        with pytest.raises(ConnectionError):
            await content.put(broken())

    async def test_only_what_nobody_wants_is_collected(self, content: Content, clock: FakeClock) -> None:
        kept = (await content.put(cut(stream_of("kept", MEBIBYTE + 9)))).cid
        lost = (await content.put(cut(stream_of("lost", MEBIBYTE + 9)))).cid
        await content.pin(kept, "m1:1")
        assert await content.collect() == 0
        clock.advance(DAY + 1)
        fresh = (await content.put(cut(b"fresh"))).cid
        assert await content.collect() == 3
        assert [await content.size(one) for one in (kept, lost, fresh)] == [MEBIBYTE + 9, None, 5]
        assert await whole(content.read(kept)) == stream_of("kept", MEBIBYTE + 9)

    async def test_a_file_is_kept_until_its_last_owner_gives_it_up(self, content: Content, clock: FakeClock) -> None:
        cid = (await content.put(cut(b"shared"))).cid
        for owner in ("m1:1", "m1:1", "m2:1"):
            await content.pin(cid, owner)
        clock.advance(2 * DAY)
        await content.unpin(cid, "m1:1")
        assert await content.collect() == 0
        await content.unpin(cid, "m2:1")
        assert await content.collect() == 1

    async def test_pinning_what_is_old_keeps_it(self, content: Content, clock: FakeClock) -> None:
        cid = (await content.put(cut(bytes(2 * MEBIBYTE)))).cid
        clock.advance(2 * DAY)
        await content.pin(cid, "m1:1")
        assert await content.collect() == 0
        assert await whole(content.read(cid)) == bytes(2 * MEBIBYTE)

    async def test_putting_what_is_old_keeps_it_for_another_day(self, content: Content, clock: FakeClock) -> None:
        cid = (await content.put(cut(b"again"))).cid
        clock.advance(2 * DAY)
        assert (await content.put(cut(b"again"))).cid == cid
        assert await content.collect() == 0

    async def test_files_that_share_pieces(self, content: Content, clock: FakeClock) -> None:
        head = stream_of("head", MEBIBYTE)
        short, long = [await content.put(cut(head + tail)) for tail in (b"a", b"b")]
        await content.pin(long.cid, "m1:1")
        clock.advance(2 * DAY)
        await content.collect()
        assert await content.size(short.cid) is None
        assert await whole(content.read(long.cid)) == head + b"b"

    async def test_a_directory_has_the_name_that_kubo_gives_it(self, content: Content) -> None:
        assert (await content.put_directory({})).cid == EMPTY_FOLDER
        assert (await put_folder(content)).cid == FOLDER
        assert [entry.name async for entry in content.entries(FOLDER)] == ["Z", "a", "big", "empty", "é.txt"]

    async def test_a_large_directory_is_sharded(self, content: Content) -> None:
        assert await put_many(content, 4_095) == FULL_FOLDER
        assert await put_many(content, 4_096) == SHARDED_FOLDER
        there = [entry async for entry in content.entries(SHARDED_FOLDER)]
        one = (await content.put(cut(b"x"))).cid
        assert sorted(there, key=lambda entry: entry.name) == [
            Entry(name=f"{number:020}", cid=one, total=1) for number in range(4_096)
        ]
        for number in (0, 77, 4_095):
            assert (await content.find(SHARDED_FOLDER, [f"{number:020}"])).trail == (SHARDED_FOLDER, one)
        with pytest.raises(NoSuchPath):
            await content.find(SHARDED_FOLDER, ["4096"])

    async def test_what_stands_at_a_path(self, content: Content) -> None:
        await put_folder(content)
        inner = (await content.find(FOLDER, ["a"])).cid
        assert await content.find(FOLDER) == Found(cid=FOLDER, kind=Kind.DIRECTORY, size=0, trail=(FOLDER,))
        assert await content.find(FOLDER, ["a", "b.txt"]) == Found(
            cid=HELLO, kind=Kind.FILE, size=11, trail=(FOLDER, inner, HELLO)
        )
        assert (await content.find(FOLDER, ["big"])).size == MEBIBYTE + 1
        for path in (["b"], ["a", "b.txt", "c"], ["big", "0"], [""], ["a", ""], ["."], ["empty", "x"]):
            with pytest.raises(NoSuchPath):
                await content.find(FOLDER, path)
        with pytest.raises(ContentMissing):
            await content.find(TWO_PIECES, ["x"])

    async def test_a_directory_is_no_file_and_a_file_no_directory(self, content: Content) -> None:
        await put_folder(content)
        with pytest.raises(NotAFile):
            await whole(content.read(FOLDER))
        with pytest.raises(NotAFile):
            await content.size(FOLDER)
        with pytest.raises(NoSuchPath):
            [entry async for entry in content.entries(HELLO)]

    @pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\0", "é" * 128])
    async def test_what_is_no_name_in_a_directory(self, content: Content, name: str) -> None:
        cid = (await content.put(cut(b"x"))).cid
        with pytest.raises(ValueError, match="name"):
            await content.put_directory({name: cid})

    async def test_a_directory_of_what_is_not_there(self, content: Content) -> None:
        with pytest.raises(ContentMissing):
            await content.put_directory({"hello": HELLO})

    async def test_a_pinned_directory_keeps_all_that_is_in_it(self, content: Content, clock: FakeClock) -> None:
        await put_folder(content)
        await content.pin(FOLDER, "c1")
        clock.advance(2 * DAY)
        assert await content.collect() == 0
        assert await whole(content.read(HELLO)) == b"hello world"
        await content.unpin(FOLDER, "c1")
        clock.advance(2 * DAY)
        assert await content.collect() in IN_FOLDER
        with pytest.raises(ContentMissing):
            await content.find(FOLDER)

    async def test_a_block(self, content: Content) -> None:
        await put_folder(content)
        assert await content.block(HELLO) == b"hello world"
        assert Cid.parse(FOLDER).names(await content.block(FOLDER))
        with pytest.raises(ContentMissing):
            await content.block(ONE_PIECE)

    async def test_an_archive_holds_everything_once_depth_first(self, content: Content) -> None:
        await put_folder(content)
        at = {entry.name: entry.cid async for entry in content.entries(FOLDER)}
        pieces = [str(Cid.of(0x55, piece)) for piece in (bytes(MEBIBYTE), b"1")]
        assert await names_in(await whole(content.export(FOLDER))) == [
            *(FOLDER, "|", FOLDER, at["Z"], at["a"], HELLO, at["big"], *pieces, at["empty"], at["é.txt"])
        ]

    async def test_an_archive_of_a_part(self, content: Content) -> None:
        await put_folder(content)
        at = {entry.name: entry.cid async for entry in content.entries(FOLDER)}
        pieces = [str(Cid.of(0x55, piece)) for piece in (bytes(MEBIBYTE), b"1")]
        for path, scope, expected in (
            (["a"], Scope.ALL, [FOLDER, at["a"], HELLO]),
            (["a"], Scope.ENTITY, [FOLDER, at["a"]]),
            (["big"], Scope.ENTITY, [FOLDER, at["big"], *pieces]),
            (["big"], Scope.BLOCK, [FOLDER, at["big"]]),
            ([], Scope.BLOCK, [FOLDER]),
        ):
            assert await names_in(await whole(content.export(FOLDER, path, scope))) == [FOLDER, "|", *expected]
        with pytest.raises(NoSuchPath):
            await whole(content.export(FOLDER, ["x"]))

    async def test_an_archive_is_taken_in(self, content: Content, clock: FakeClock) -> None:
        elsewhere = memory_content(clock)
        await put_folder(elsewhere)
        archive = await whole(elsewhere.export(FOLDER))
        taken = await content.take_in(cut(archive, 999))
        assert (taken.roots, taken.blocks, taken.missing) == ((FOLDER,), 9, ())
        await content.pin(FOLDER, "c1")
        clock.advance(2 * DAY)
        assert await content.collect() == 0
        assert await whole(content.export(FOLDER)) == archive
        assert (await content.take_in(cut(archive))).missing == ()

    async def test_an_archive_without_all_blocks_is_told(self, content: Content, clock: FakeClock) -> None:
        elsewhere = memory_content(clock)
        await put_folder(elsewhere)
        taken = await content.take_in(elsewhere.export(FOLDER, scope=Scope.ENTITY))
        assert {*taken.missing, EMPTY_FOLDER} == {entry.cid async for entry in elsewhere.entries(FOLDER)}
        with pytest.raises(ContentMissing):
            await content.pin(FOLDER, "c1")
        await content.take_in(elsewhere.export(FOLDER))
        await content.pin(FOLDER, "c1")

    async def test_an_archive_is_kept_for_a_day(self, content: Content, clock: FakeClock) -> None:
        elsewhere = memory_content(clock)
        await put_folder(elsewhere)
        await content.take_in(elsewhere.export(FOLDER))
        assert await content.collect() == 0
        clock.advance(2 * DAY)
        assert await content.collect() in IN_FOLDER

    async def test_a_block_that_is_not_what_its_name_says(self, content: Content) -> None:
        hello = Cid.parse(HELLO)
        with pytest.raises(ArchiveInvalid, match=HELLO):
            await content.take_in(cut(header([hello]) + section(hello, b"hello w0rld")))
        assert await content.size(HELLO) is None

    async def test_an_archive_of_something_else(self, content: Content) -> None:
        other = Cid.of(0x70, b"\x0a\x02\x08\x04")
        with pytest.raises(ArchiveInvalid, match="neither a file nor a directory"):
            await content.take_in(cut(header([other]) + section(other, b"\x0a\x02\x08\x04")))

    async def test_it_says_that_it_is_well(self, content: Content) -> None:
        await content.ping()
