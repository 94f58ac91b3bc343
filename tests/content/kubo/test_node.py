"""The adapter on a real Kubo node, where there is one (`python -m tests.tools.kubo` builds it)."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.ports.content_contract import DAY, HELLO, MEBIBYTE, ContentContract, cut, whole
from tests.support.chacha import stream_of
from tests.support.clock import FakeClock
from tests.support.kubo import KuboNode, kubo_node
from tests.tools.kubo import find

from eduverse.content.cid import RAW, Cid
from eduverse.content.kubo import store
from eduverse.content.kubo.spool import Spool
from eduverse.content.kubo.store import KuboContent, open_kubo
from eduverse.content.layout import Balanced, Part
from eduverse.content.local import memory_content
from eduverse.kernel.content import Content, ContentDamaged, ContentMissing, ContentUnavailable
from eduverse.storage.memory import MemoryStorage

PROGRAM = find()
SIZES = (0, 1, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 3 * MEBIBYTE, 5 * MEBIBYTE + 17)
PROFILE = ["--cid-version=1", "--raw-leaves", "--chunker=size-1048576", "--max-file-links=1024"]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KuboNode]:
    """With the settings that a new node has: its own `add` gives other names."""
    assert PROGRAM is not None
    with kubo_node(PROGRAM, tmp_path_factory.mktemp("kubo")) as running:
        yield running


@asynccontextmanager
async def opened(node: KuboNode, clock: FakeClock, drafts: Path, auth: str | None = None) -> AsyncIterator[KuboContent]:
    async with open_kubo(node.url, auth, storage=MemoryStorage(), clock=clock, drafts=drafts) as content:
        yield content


class TestKubo(ContentContract):
    __test__ = PROGRAM is not None

    @pytest.fixture
    async def content(self, clock: FakeClock, node: KuboNode, tmp_path: Path) -> AsyncIterator[Content]:
        node.empty()
        async with opened(node, clock, tmp_path) as content:
            yield content

    async def test_files_have_the_names_that_it_gives_them(
        self, content: Content, node: KuboNode, tmp_path: Path
    ) -> None:
        files = [tmp_path / str(size) for size in SIZES]
        for file, size in zip(files, SIZES, strict=True):
            file.write_bytes(random.Random(size).randbytes(size))
        ours = [(await content.put(cut(file.read_bytes()))).cid for file in files]
        assert node.ipfs("add", "--quiet", *PROFILE, *map(str, files)).decode().split() == ours
        assert node.ipfs("cat", ours[-1]) == files[-1].read_bytes()

    @pytest.mark.parametrize("count", [4, 5, 16, 17, 64, 65])
    def test_trees_of_many_levels(self, node: KuboNode, count: int) -> None:
        """With pieces of a kilobyte and four links in a node: the shape is the same for larger ones."""
        data, layout = stream_of("levels", count * 1024 - 1), Balanced(lambda *_: None, width=4)
        for at in range(0, len(data), 1024):
            piece = data[at : at + 1024]
            layout.add(Part(Cid.of(RAW, piece), len(piece), len(piece)))
        theirs = ["--cid-version=1", "--raw-leaves", "--chunker=size-1024", "--max-file-links=4"]
        named = node.ipfs("add", "--quieter", "--only-hash", *theirs, given=data).decode().strip()
        assert named == str(layout.finish().cid)

    async def test_what_it_has_added_itself_is_read_and_pinned(self, content: Content, node: KuboNode) -> None:
        data = stream_of("theirs", 2 * MEBIBYTE + 3)
        cid = node.ipfs("add", "--quieter", *PROFILE, "--pin=false", given=data).decode().strip()
        assert await content.size(cid) == len(data)
        assert await whole(content.read(cid, 5, MEBIBYTE + 5)) == data[5 : MEBIBYTE + 5]
        await content.pin(cid, "m1:1")
        assert cid in node.ipfs("pin", "ls", "--type=recursive", "--quiet").decode().split()

    @pytest.mark.parametrize("damage", ["changed", "gone"])
    async def test_what_a_disk_has_damaged_is_told_and_mended(
        self, content: Content, node: KuboNode, damage: str
    ) -> None:
        """The node itself passes it on, and believes to have what it has lost."""
        await content.put(cut(b"hello world"))
        await content.pin(HELLO, "m1:1")
        if damage == "changed":
            node.block_file(HELLO).write_bytes(b"hello w0rld")
            assert node.rpc(f"cat?arg={HELLO}") == b"hello w0rld"
        else:
            node.block_file(HELLO).unlink()
        with pytest.raises(ContentDamaged if damage == "changed" else ContentMissing):
            await whole(content.read(HELLO))
        await content.put(cut(b"hello world"))
        assert await whole(content.read(HELLO)) == b"hello world"
        assert HELLO in node.ipfs("pin", "ls", "--type=recursive", "--quiet").decode().split()

    async def test_a_piece_that_is_gone(self, content: Content, node: KuboNode) -> None:
        data = stream_of("gone", MEBIBYTE + 1)
        cid = (await content.put(cut(data))).cid
        await content.pin(cid, "m1:1")
        node.block_file(str(Cid.of(RAW, data[MEBIBYTE:]))).unlink()
        assert await whole(content.read(cid, 0, MEBIBYTE)) == data[:MEBIBYTE]
        with pytest.raises(ContentMissing):
            await whole(content.read(cid))

    async def test_its_own_collecting_spares_what_was_just_put(self, content: Content, node: KuboNode) -> None:
        cid = (await content.put(cut(bytes(MEBIBYTE + 1)))).cid
        node.ipfs("repo", "gc")
        assert await whole(content.read(cid)) == bytes(MEBIBYTE + 1)

    async def test_what_people_have_pinned_by_hand_stays(
        self, content: Content, node: KuboNode, clock: FakeClock
    ) -> None:
        node.ipfs("add", "--quieter", *PROFILE, given=b"hello world")
        await content.put(cut(b"hello world"))
        clock.advance(2 * DAY)
        await content.collect()
        assert await content.size(HELLO) == 11

    async def test_it_hangs_and_comes_back(
        self, content: Content, node: KuboNode, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store, "_PING", 0.3)
        assert node.process is not None
        node.process.send_signal(signal.SIGSTOP)
        await asyncio.to_thread(os.waitid, os.P_PID, node.process.pid, os.WSTOPPED)
        try:
            with pytest.raises(ContentUnavailable, match="has not answered"):
                await content.ping()
        finally:
            node.process.send_signal(signal.SIGCONT)
        monkeypatch.undo()
        await content.ping()


class TestFailing:
    __test__ = PROGRAM is not None

    async def test_it_is_killed_in_the_middle_of_a_file(
        self, node: KuboNode, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole_car, data = Spool.car, os.urandom(40 * MEBIBYTE)

        async def half_a_car(spool: Spool) -> AsyncIterator[bytes]:
            number = 0
            async for part in whole_car(spool):
                if (number := number + 1) == 20:
                    await asyncio.to_thread(node.kill)
                yield part

        async with opened(node, clock, tmp_path) as content:
            kept = (await content.put(cut(b"kept"))).cid
            await content.pin(kept, "m1:1")
            monkeypatch.setattr(Spool, "car", half_a_car)
            with pytest.raises(ContentUnavailable, match="does not answer"):
                await content.put(cut(data))
            monkeypatch.undo()
            with pytest.raises(ContentUnavailable):
                await whole(content.read(kept))
            await asyncio.to_thread(node.start)
        async with opened(node, clock, tmp_path) as content:
            assert await whole(content.read(kept)) == b"kept"
            cid = (await content.put(cut(data))).cid
            assert await whole(content.read(cid)) == data
            assert cid == (await memory_content(clock).put(cut(data))).cid

    @pytest.mark.parametrize("secret", ["basic:campus:s3cret", "bearer:s3cret"])
    async def test_it_lets_only_some_in(self, clock: FakeClock, tmp_path: Path, secret: str) -> None:
        """The paths that docs/ipfs-kubo.md names are those that it needs."""
        paths = ["version", "dag/import", "block/get", "block/rm", "block/stat", "pin/ls", "pin/add", "pin/rm"]
        rights = {"AuthSecret": secret, "AllowedPaths": [f"/api/v0/{path}" for path in paths]}
        assert PROGRAM is not None
        with kubo_node(PROGRAM, tmp_path / "kubo", authorizations={"campus": rights}) as node:
            with pytest.raises(ContentUnavailable, match="EDUVERSE_IPFS_AUTH"):
                async with opened(node, clock, tmp_path):
                    pass
            async with opened(node, clock, tmp_path, secret) as content:
                cid = (await content.put(cut(bytes(MEBIBYTE + 1)))).cid
                await content.pin(cid, "m1:1")
                assert await content.size(cid) == MEBIBYTE + 1
                await content.unpin(cid, "m1:1")
                clock.advance(2 * DAY)
                assert await content.collect() == 0
                assert await whole(content.read(cid)) == bytes(MEBIBYTE + 1)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
