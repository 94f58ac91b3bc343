"""The adapters that need no other program keep the whole contract, and what only a disk can do wrong."""

import asyncio
import os
from pathlib import Path

import pytest
from tests.ports.content_contract import DAY, HELLO, MEBIBYTE, ContentContract, cut, whole
from tests.support.chacha import stream_of
from tests.support.clock import FakeClock

from eduverse.content.cid import Cid
from eduverse.content.folder import FolderBlocks
from eduverse.content.local import folder_content, memory_content
from eduverse.content.store import BlockContent
from eduverse.kernel.content import Content, ContentDamaged, ContentUnavailable

HELLO_BLOCK = f"blocks/{HELLO[-3:-1]}/{HELLO}"


class TestMemory(ContentContract):
    @pytest.fixture
    async def content(self, clock: FakeClock) -> Content:
        return memory_content(clock)


class TestFolder(ContentContract):
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        return tmp_path / "content"

    @pytest.fixture
    async def content(self, clock: FakeClock, folder: Path) -> BlockContent:
        return folder_content(folder, clock)

    async def test_it_survives_the_process(self, content: Content, folder: Path, clock: FakeClock) -> None:
        cid = (await content.put(cut(bytes(MEBIBYTE + 1)))).cid
        await content.pin(cid, "m1:1")
        clock.advance(2 * DAY)
        again = folder_content(folder, clock)
        assert await again.collect() == 0
        assert await whole(again.read(cid)) == bytes(MEBIBYTE + 1)

    async def test_nobody_else_may_look_in(self, content: Content, folder: Path) -> None:
        await content.put(cut(b"hello world"))
        assert modes_of_folders(folder) == {0o700}

    async def test_a_damaged_block_is_told_and_mended(self, content: Content, folder: Path) -> None:
        await content.put(cut(b"hello world"))
        (folder / HELLO_BLOCK).write_bytes(b"hello w0rld")
        with pytest.raises(ContentDamaged):
            await whole(content.read(HELLO))
        await content.put(cut(b"hello world"))
        assert await whole(content.read(HELLO)) == b"hello world"

    async def test_a_node_that_is_none(self, content: Content, folder: Path) -> None:
        cid = (await content.put(cut(bytes(MEBIBYTE + 1)))).cid
        (folder / "blocks" / cid[-3:-1] / cid).write_bytes(b"\xff")
        with pytest.raises(ContentDamaged):
            await whole(content.read(cid))
        with pytest.raises(ContentDamaged):
            await content.size(cid)

    async def test_drafts_of_a_killed_process_are_swept(self, content: Content, folder: Path, clock: FakeClock) -> None:
        drafts = folder / "drafts"
        leave_half_a_file(drafts, clock.now().timestamp())
        await content.collect()
        assert names_in(drafts) == ["half"]
        clock.advance(2 * DAY)
        await content.collect()
        assert names_in(drafts) == []

    async def test_what_is_not_ours_is_left_alone(self, content: Content, folder: Path, clock: FakeClock) -> None:
        cid = (await content.put(cut(b"kept"))).cid
        await content.pin(cid, "m1:1")
        await content.put(cut(b"lost"))
        strangers = leave_strangers(folder)
        clock.advance(2 * DAY)
        assert await content.collect() == 1
        assert await whole(content.read(cid)) == b"kept"
        assert all_there(strangers)

    async def test_collecting_beside_putting_and_pinning(self, content: Content, clock: FakeClock) -> None:
        """Whoever is told that a file is pinned finds it, whatever is collected at the same time."""
        files = [stream_of(f"file {number}", 2_000) for number in range(60)]
        for data in files:
            await content.put(cut(data))
        clock.advance(2 * DAY)

        async def renew(number: int) -> str:
            cid = (await content.put(cut(files[number]))).cid
            await content.pin(cid, f"m{number}:1")
            return cid

        *cids, _ = await asyncio.gather(*(renew(number) for number in range(60)), content.collect())
        assert [await whole(content.read(str(cid))) for cid in cids] == files

    async def test_a_folder_that_cannot_be_used(self, tmp_path: Path, clock: FakeClock) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(ContentUnavailable):
            folder_content(tmp_path / "file" / "content", clock)

    async def test_a_disk_that_is_gone(self, content: Content, folder: Path) -> None:
        (folder / "drafts").rmdir()
        with pytest.raises(ContentUnavailable):
            await content.ping()
        with pytest.raises(ContentUnavailable):
            await content.put(cut(b"x"))


def test_a_block_that_is_wanted_while_it_is_taken_away_is_put_back(tmp_path: Path) -> None:
    blocks, cid = FolderBlocks(tmp_path), Cid.parse(HELLO)
    blocks.write(cid, b"hello world", now=100)
    assert blocks.older_than(200) == [cid]
    assert blocks.touch(cid, now=300)
    assert not blocks.discard(cid, 200)
    assert blocks.read(cid) == b"hello world"
    assert blocks.discard(cid, 301)
    assert not blocks.discard(cid, 301)
    assert not blocks.touch(cid, now=400)


def modes_of_folders(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*")) if path.is_dir()}


def leave_strangers(folder: Path) -> list[Path]:
    """Files that an operating system, or a person, may leave in any folder."""
    strangers = [folder / place / ".DS_Store" for place in ("blocks", f"blocks/{HELLO[-3:-1]}", "pins")]
    for stranger in strangers:
        stranger.parent.mkdir(exist_ok=True)
        stranger.write_bytes(b"x")
        os.utime(stranger, (0, 0))
    return strangers


def all_there(paths: list[Path]) -> bool:
    return all(path.exists() for path in paths)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def leave_half_a_file(drafts: Path, moment: float) -> None:
    (drafts / "half").write_bytes(b"half a pie")
    os.utime(drafts / "half", (moment, moment))
