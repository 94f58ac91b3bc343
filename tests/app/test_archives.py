"""The file store from the command line."""

import asyncio
from pathlib import Path

import pytest
from tests.app.test_cli import assert_refused, eduverse_says
from tests.ports.content_contract import EMPTY_FOLDER, FOLDER, HELLO, cut, put_folder, whole
from tests.support.kubo_server import kubo_server

from eduverse.app.archives import Finding, move
from eduverse.app.content import open_content
from eduverse.app.serve import open_storage
from eduverse.app.settings import Settings, SettingsError
from eduverse.content.car import header, section
from eduverse.content.cid import Cid
from eduverse.content.kubo.ledger import FILES
from eduverse.content.local import folder_content
from eduverse.kernel.clock import SystemClock


@pytest.fixture
async def school(tmp_path: Path) -> str:
    """A data folder in whose store there is a directory that somebody keeps."""
    content = folder_content(tmp_path / "school" / "content", SystemClock())
    await put_folder(content)
    await content.pin(FOLDER, "c1")
    return str(tmp_path / "school")


def test_from_one_campus_to_another(school: str, tmp_path: Path) -> None:
    archive, other = str(tmp_path / "folder.car"), str(tmp_path / "other")
    assert eduverse_says("content", "export", FOLDER, archive, "--data", school).returncode == 0
    said = eduverse_says("content", "import", archive, "--data", other)
    assert said.stdout == f"9 blocks\nkept: {FOLDER}\n"
    assert eduverse_says("content", "verify", "--data", other).stdout == "1 looked at, 0 not whole\n"
    content = folder_content(tmp_path / "other" / "content", SystemClock())
    assert asyncio.run(whole(content.read(HELLO))) == b"hello world"
    eduverse_says("content", "release", FOLDER, "--data", other)
    assert eduverse_says("content", "verify", "--data", other).stdout == "0 looked at, 0 not whole\n"
    assert eduverse_says("content", "gc", "--data", other).stdout == "0 blocks removed\n"


def test_an_archive_that_is_not_whole_is_not_kept(tmp_path: Path) -> None:
    archive, hello = tmp_path / "half.car", Cid.parse(HELLO)
    archive.write_bytes(header([hello, Cid.parse(EMPTY_FOLDER)]) + section(hello, b"hello world"))
    said = eduverse_says("content", "import", str(archive), "--data", str(tmp_path / "other"))
    assert (said.returncode, said.stdout) == (1, "")
    assert f"missing: {EMPTY_FOLDER}" in said.stderr
    assert eduverse_says("content", "verify", "--data", str(tmp_path / "other")).stdout.startswith("0 looked at")


def test_what_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.car").write_bytes(b"PK\x03\x04")
    assert_refused(
        eduverse_says("content", "import", str(tmp_path / "a.car"), "--data", str(tmp_path / "other")), "byte"
    )


def test_what_is_no_name(tmp_path: Path) -> None:
    assert_refused(eduverse_says("content", "export", "Qm", str(tmp_path / "x"), "--data", str(tmp_path)), "Qm")


def test_what_is_missing_or_damaged_is_told_and_not_exported(school: str, tmp_path: Path) -> None:
    (tmp_path / "school" / "content" / "blocks" / HELLO[-3:-1] / HELLO).write_bytes(b"hello w0rld")
    said = eduverse_says("content", "verify", "--data", school)
    assert (said.returncode, said.stdout) == (1, f"{FOLDER}  damaged\n1 looked at, 1 not whole\n")
    assert_refused(eduverse_says("content", "export", FOLDER, str(tmp_path / "x.car"), "--data", school), "damaged")
    assert [path.name for path in tmp_path.iterdir()] == ["school"]


async def test_a_school_that_moves_to_a_node(school: str, tmp_path: Path) -> None:
    """What is not whole stays behind, and is named."""
    folder = folder_content(Settings(data=school).content_folder, SystemClock())
    damaged = (await folder.put(cut(b"rust"))).cid
    await folder.pin(damaged, "m1:1")
    (Settings(data=school).content_folder / "blocks" / damaged[-3:-1] / damaged).write_bytes(b"dust")
    async with kubo_server() as node:
        settings = Settings(data=school, ipfs_url=node.url)
        for _ in range(2):
            found = [finding async for finding in move(settings)]
            assert sorted(found) == sorted([Finding(FOLDER, ""), Finding(damaged, "damaged")])
        assert node.pins == {Cid.parse(FOLDER)}
        clock = SystemClock()
        async with open_storage(settings, clock) as storage, open_content(settings, storage, clock) as content:
            assert await whole(content.read(HELLO)) == b"hello world"
            kept = await storage.collection(FILES).get(FOLDER)
    assert kept is not None
    assert kept.owners == ("c1",)


async def test_moving_to_nowhere(school: str) -> None:
    with pytest.raises(SettingsError, match="EDUVERSE_IPFS_URL"):
        [finding async for finding in move(Settings(data=school))]
