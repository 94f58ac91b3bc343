"""The adapter on a server that answers as a node does, and on one that fails."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ports.content_contract import DAY, HELLO, MEBIBYTE, TWO_PIECES, ContentContract, cut, whole
from tests.support.chacha import stream_of
from tests.support.clock import FakeClock
from tests.support.faults import Crash, FaultyStorage, When
from tests.support.kubo_server import Fault, KuboServer, kubo_server

from eduverse.content.cid import RAW, Cid
from eduverse.content.kubo import store
from eduverse.content.kubo.store import open_kubo
from eduverse.kernel.content import Content, ContentDamaged, ContentMissing, ContentUnavailable
from eduverse.storage.memory import MemoryStorage


@pytest.fixture
async def node() -> AsyncIterator[KuboServer]:
    async with kubo_server() as served:
        yield served


@pytest.fixture
def storage() -> FaultyStorage:
    return FaultyStorage(MemoryStorage())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def content(clock: FakeClock, node: KuboServer, storage: FaultyStorage, tmp_path: Path) -> AsyncIterator[Content]:
    async with open_kubo(node.url, None, storage=storage, clock=clock, drafts=tmp_path) as opened:
        yield opened


class TestKubo(ContentContract):
    @pytest.fixture
    async def content(self, content: Content) -> Content:
        return content


class TestOpening:
    async def test_nobody_is_there(self, clock: FakeClock, tmp_path: Path) -> None:
        async with kubo_server() as gone:
            url = gone.url
        with pytest.raises(ContentUnavailable, match=f"The IPFS node at {url} does not answer"):
            await self.open(url, clock, tmp_path)

    async def test_somebody_else_is_there(self, node: KuboServer, clock: FakeClock, tmp_path: Path) -> None:
        with pytest.raises(ContentUnavailable, match="404: this is no RPC interface"):
            await self.open(f"{node.url}/elsewhere", clock, tmp_path)

    @pytest.mark.parametrize("auth", ["basic:ada:s3:cret", "bearer:t0ken"])
    async def test_with_a_secret(self, node: KuboServer, clock: FakeClock, tmp_path: Path, auth: str) -> None:
        node.auth = {"basic:ada:s3:cret": "Basic YWRhOnMzOmNyZXQ=", "bearer:t0ken": "Bearer t0ken"}[auth]
        await self.open(node.url, clock, tmp_path, auth)
        for wrong in (None, "bearer:wr0ng"):
            with pytest.raises(ContentUnavailable, match="403: EDUVERSE_IPFS_AUTH does not let us") as caught:
                await self.open(node.url, clock, tmp_path, wrong)
            assert "wr0ng" not in str(caught.value)

    async def open(self, url: str, clock: FakeClock, drafts: Path, auth: str | None = None) -> None:
        async with open_kubo(url, auth, storage=MemoryStorage(), clock=clock, drafts=drafts):
            pass


class TestPutting:
    async def test_each_block_is_sent_once(self, content: Content, node: KuboServer) -> None:
        await content.put(cut(bytes(3 * MEBIBYTE)))
        assert len(node.blocks) == 2

    async def test_it_is_kept_on_the_node_at_once(self, content: Content, node: KuboServer) -> None:
        cid = (await content.put(cut(b"hello world"))).cid
        assert node.pins == {Cid.parse(cid)}

    async def test_a_pin_is_not_set_twice(self, content: Content, node: KuboServer) -> None:
        """The node would take it away in between."""
        await content.put(cut(b"hello world"))
        node.asked.clear()
        await content.put(cut(b"hello world"))
        await content.pin(HELLO, "m1:1")
        assert not {"pin/add", "pin/rm"} & {*node.asked}
        assert node.imports == [True, False]

    async def test_what_is_damaged_is_told_and_mended(self, content: Content, node: KuboServer) -> None:
        await content.put(cut(b"hello world"))
        await content.pin(HELLO, "m1:1")
        node.blocks[Cid.parse(HELLO)] = b"hello w0rld"
        with pytest.raises(ContentDamaged):
            await whole(content.read(HELLO))
        await content.put(cut(b"hello world"))
        assert await whole(content.read(HELLO)) == b"hello world"
        assert node.pins == {Cid.parse(HELLO)}

    async def test_damage_in_what_files_share(self, content: Content, node: KuboServer) -> None:
        head = stream_of("head", MEBIBYTE)
        for tail in (b"a", b"b"):
            await content.put(cut(head + tail))
        pins = set(node.pins)
        node.blocks[Cid.of(RAW, head)] = b"rust"
        with pytest.raises(ContentDamaged, match="Once the node has been started again"):
            await content.put(cut(head + b"a"))
        assert node.pins == pins

    async def test_what_breaks_off_never_reaches_the_node(self, content: Content, node: KuboServer) -> None:
        async def broken() -> AsyncIterator[bytes]:
            yield bytes(3 * MEBIBYTE)
            raise ConnectionError

        with pytest.raises(ConnectionError):
            await content.put(broken())
        assert node.asked == ["version"]

    async def test_a_disk_of_ours_that_is_gone(self, content: Content, tmp_path: Path) -> None:
        await asyncio.to_thread(tmp_path.rmdir)
        with pytest.raises(ContentUnavailable, match="cannot be kept while it is sent on"):
            await content.put(cut(bytes(3 * MEBIBYTE)))


class TestCollecting:
    async def test_what_others_have_pinned_stays_theirs(
        self, content: Content, node: KuboServer, clock: FakeClock
    ) -> None:
        node.blocks[Cid.parse(HELLO)] = b"hello world"
        node.pins.add(Cid.parse(HELLO))
        await content.put(cut(b"hello world"))
        await content.pin(HELLO, "m1:1")
        await content.unpin(HELLO, "m1:1")
        clock.advance(2 * DAY)
        assert await content.collect() == 0
        assert node.pins == {Cid.parse(HELLO)}

    async def test_what_was_there_before_us_can_be_pinned(
        self, content: Content, node: KuboServer, clock: FakeClock
    ) -> None:
        node.blocks[Cid.parse(HELLO)] = b"hello world"
        await content.pin(HELLO, "m1:1")
        assert node.pins == {Cid.parse(HELLO)}
        await content.unpin(HELLO, "m1:1")
        clock.advance(2 * DAY)
        assert await content.collect() == 1

    async def test_pins_that_somebody_took_away_are_set_again(self, content: Content, node: KuboServer) -> None:
        await content.put(cut(b"hello world"))
        await content.pin(HELLO, "m1:1")
        node.pins.clear()
        await content.collect()
        assert node.pins == {Cid.parse(HELLO)}

    async def test_what_the_node_has_lost_is_told(self, content: Content, node: KuboServer) -> None:
        for text in (b"hello world", b"only put"):
            await content.put(cut(text))
        await content.pin(HELLO, "m1:1")
        node.pins.clear()
        node.blocks.clear()
        with pytest.raises(ContentMissing, match="has lost 1 of the files"):
            await content.collect()

    async def test_a_node_that_collects_by_itself(self, content: Content, node: KuboServer, clock: FakeClock) -> None:
        node.forbidden = {"repo/gc"}
        await content.put(cut(b"hello world"))
        clock.advance(2 * DAY)
        assert await content.collect() == 0
        assert node.pins == set()

    async def test_somebody_pins_what_is_just_given_up(
        self, content: Content, node: KuboServer, clock: FakeClock, storage: FaultyStorage
    ) -> None:
        await content.put(cut(b"hello world"))
        clock.advance(2 * DAY)
        hold = storage.hold("ipfs_files", "delete")
        collecting = asyncio.create_task(content.collect())
        await hold.reached()
        await content.pin(HELLO, "m1:1")
        node.pins.clear()  # as if it had been taken away only now
        hold.release()
        assert await collecting == 0
        assert node.pins == {Cid.parse(HELLO)}

    async def test_somebody_puts_what_is_just_given_up(
        self, content: Content, node: KuboServer, clock: FakeClock, storage: FaultyStorage
    ) -> None:
        """They see the pin that is about to go, and are told of no trouble."""
        await content.put(cut(b"hello world"))
        clock.advance(2 * DAY)
        hold = storage.hold("ipfs_files", "delete")
        collecting = asyncio.create_task(content.collect())
        await hold.reached()
        node.pins.add(Cid.parse(HELLO))
        await content.put(cut(b"hello world"))
        node.pins.clear()
        hold.release()
        await collecting
        assert node.pins == {Cid.parse(HELLO)}
        assert await whole(content.read(HELLO)) == b"hello world"

    async def test_one_at_a_time(
        self, content: Content, node: KuboServer, clock: FakeClock, storage: FaultyStorage, tmp_path: Path
    ) -> None:
        """And not for ever, where the one was killed."""
        await content.put(cut(b"hello world"))
        clock.advance(2 * DAY)
        hold = storage.hold("ipfs_files", "delete")
        collecting = asyncio.create_task(content.collect())
        await hold.reached()
        async with open_kubo(node.url, None, storage=storage, clock=clock, drafts=tmp_path) as other:
            assert await other.collect() == 0
            assert HELLO in map(str, node.blocks)
            collecting.cancel()
            await asyncio.gather(collecting, return_exceptions=True)
            clock.advance(timedelta(minutes=31).total_seconds())
            assert await other.collect() == 1


async def put(content: Content) -> object:
    return await content.put(cut(bytes(MEBIBYTE) + b"1"))


async def read(content: Content) -> object:
    return await whole(content.read(HELLO))


CALLS: dict[str, Callable[[Content], Awaitable[object]]] = {
    "dag/import": put,
    "pin/ls": put,
    "block/get": read,
    "block/stat": lambda content: content.size(HELLO),
    "pin/add": lambda content: content.pin(HELLO, "m1:1"),
    "version": lambda content: content.ping(),
}


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        *((command, fault) for command in CALLS for fault in ("silent", "broken")),
        *((command, fault) for command in ("dag/import", "block/get") for fault in ("stall", "cut", "huge")),
    ],
)
async def test_a_node_that_fails(
    content: Content, node: KuboServer, monkeypatch: pytest.MonkeyPatch, command: str, fault: Fault
) -> None:
    """Whatever it does, it is said to be unavailable in time, and all is well once it has recovered."""
    for limit in ("_USUAL", "_WHOLE_FILE", "_WHOLE_NODE", "_PING"):
        monkeypatch.setattr(store, limit, 0.1)
    monkeypatch.setattr(store, "_SLOWEST", 1 << 40)
    node.blocks[Cid.parse(HELLO)] = b"hello world"
    node.faults[command] = fault
    async with asyncio.timeout(5):
        with pytest.raises(ContentUnavailable):
            await CALLS[command](content)
    node.faults.clear()
    await CALLS[command](content)


@pytest.mark.parametrize("fault", ["empty", "page"])
async def test_an_import_that_nobody_confirms(content: Content, node: KuboServer, fault: Fault) -> None:
    node.faults["dag/import"] = fault
    with pytest.raises(ContentUnavailable):
        await put(content)


@pytest.mark.parametrize(
    ("root", "error", "count", "missing"),
    [(TWO_PIECES, "", 3, "keeps"), (None, "no", 3, "keeps"), (None, "", 2, "has all of")],
)
async def test_an_import_that_is_confirmed_for_something_else(
    content: Content, node: KuboServer, root: str | None, error: str, count: int, missing: str
) -> None:
    cid = (await content.put(cut(bytes(MEBIBYTE) + b"1"))).cid
    node.pins.clear()
    node.imported = [
        {"Root": {"Cid": {"/": root or cid}, "PinErrorMsg": error}},
        {"Stats": {"BlockCount": count, "BlockBytesCount": 0}},
    ]
    with pytest.raises(ContentUnavailable, match=missing):
        await put(content)


async def test_a_sweep_that_is_cut_off(content: Content, node: KuboServer, clock: FakeClock) -> None:
    await content.put(cut(b"hello world"))
    clock.advance(2 * DAY)
    node.faults["repo/gc"] = "cut"
    with pytest.raises(ContentUnavailable):
        await content.collect()
    node.faults.clear()
    assert await content.collect() == 0
    assert node.asked[-1] == "repo/gc"


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", range(1, 7))
async def test_a_crash_at_any_write(
    content: Content, node: KuboServer, storage: FaultyStorage, clock: FakeClock, write: int, when: When
) -> None:
    """Begun again, it ends the same: what is kept is there, of the rest nothing is left."""

    async def story() -> None:
        await content.put(cut(b"hello world"))
        await content.pin(HELLO, "m1:1")
        await content.put(cut(b"nobody wants this"))
        clock.advance(2 * DAY)
        await content.collect()

    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await story()
    await story()
    clock.advance(2 * DAY)
    await content.collect()
    assert list(node.blocks.values()) == [b"hello world"]
    assert node.pins == {Cid.parse(HELLO)}
