"""What every `Content` must do. An adapter's test-suite is this class with a `content` fixture.

An adapter that cannot keep a clause overrides that test by name, with the reason.
"""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest
from tests.support.chacha import stream_of
from tests.support.clock import FakeClock

from eduverse.kernel.content import Content, ContentMissing

EMPTY = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"
HELLO = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"
ONE_PIECE = "bafkreiacndfy443ter6qr2tmbbdhadvxxheowwf75s6zehscklu6ezxmta"
TWO_PIECES = "bafybeigmix7t42i6jacydtquhet7srwvgpizfg7gjbq7627d35mjomtu64"
"""What `ipfs add` with this profile gives for nothing, `hello world`, and 1 MiB (and a byte) of a known key stream."""
MEBIBYTE = 1 << 20
DAY = 24 * 3600.0


async def cut(data: bytes, size: int = 65_536) -> AsyncIterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]


async def whole(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


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

    async def test_it_says_that_it_is_well(self, content: Content) -> None:
        await content.ping()
