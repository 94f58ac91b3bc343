"""A campus whose files are on an IPFS node: while that is away, files are, and nothing else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem
from tests.support.clock import FakeClock
from tests.support.kubo_server import KuboServer, kubo_server
from tests.support.pinning_server import pinning_server
from tests.support.shelves import InProcessReader

from eduverse.app.content import open_content
from eduverse.app.settings import Settings
from eduverse.content.kubo.store import KuboContent
from eduverse.content.store import BlockContent
from eduverse.kernel.content import ContentUnavailable
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.principal import Role


@pytest.fixture
async def node() -> AsyncIterator[KuboServer]:
    async with kubo_server() as served:
        yield served


@pytest.fixture
async def campus(node: KuboServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MemoryCampus]:
    monkeypatch.setattr("eduverse.app.materials.ProcessReader", InProcessReader)
    storage, settings = MemoryStorage(), Settings(data=str(tmp_path), ipfs_url=node.url)
    async with (
        open_content(settings, storage, FakeClock()) as content,
        memory_campus(settings, storage=storage, content=content) as campus,
    ):
        yield campus


async def test_without_a_node_the_data_folder_has_them(tmp_path: Path) -> None:
    async with open_content(Settings(data=str(tmp_path)), MemoryStorage(), FakeClock()) as content:
        assert isinstance(content, BlockContent)


async def test_a_node_that_is_not_there_is_no_reason_to_keep_them_elsewhere(tmp_path: Path) -> None:
    async with kubo_server() as gone:
        settings = Settings(data=str(tmp_path), ipfs_url=gone.url)
    with pytest.raises(ContentUnavailable, match=f"The IPFS node at {gone.url} does not answer"):
        async with open_content(settings, MemoryStorage(), FakeClock()):
            pass
    assert not settings.content_folder.exists()


async def test_material_is_on_the_node(campus: MemoryCampus, node: KuboServer) -> None:
    ada = await campus.signed_in("ada", Role.EDUCATOR)
    room = (await ada.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]["id"]
    query = {"classroomId": room, "title": "Stars", "name": "stars.md"}
    added = await ada.post("/api/materials", params=query, content=b"# Stars\n\nThey shine.")
    assert added.status_code == 201
    await campus.campus.services.materials.settling.settle()
    assert b"# Stars\n\nThey shine." in node.blocks.values()
    assert node.pins

    ready = await ada.get("/health/ready")
    assert "content" not in ready.json()["problems"]
    node.faults = dict.fromkeys(("version", "pin/ls", "dag/import", "block/get"), "cut")
    ready = await ada.get("/health/ready")
    assert (ready.status_code, "does not answer" in ready.json()["problems"]["content"]) == (503, True)
    refused = await ada.post("/api/materials", params=query, content=b"# More")
    assert (problem(refused)["code"], refused.status_code) == ("content-unavailable", 503)
    listed = await ada.get("/api/materials", params={"classroomId": room})
    assert [material["title"] for material in listed.json()["items"]] == ["Stars"]

    node.faults.clear()
    assert (await ada.post("/api/materials", params=query, content=b"# More")).status_code == 201


async def test_what_is_published_is_pinned_elsewhere_too(node: KuboServer, tmp_path: Path) -> None:
    async with pinning_server() as pinning:
        storage = MemoryStorage()
        settings = Settings(data=str(tmp_path), ipfs_url=node.url, pinning_url=pinning.url, pinning_token="t0ken")
        async with (
            open_content(settings, storage, FakeClock()) as content,
            memory_campus(settings, storage=storage, content=content) as campus,
        ):
            assert isinstance(content, KuboContent)
            ipfs = campus.campus.services.ipfs
            cid = (await ipfs.public.put(_once(b"for everybody"))).cid
            await content.put(_once(b"for the class alone"))
            await ipfs.public.pin(cid, "c1")
            (chore,) = ipfs.chores
            await chore.run()
    ((pin,),) = [[request["pin"] for request in pinning.pins.values()]]
    assert (pin["cid"], pin["name"]) == (cid, "EduVerse EduVerse")


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data
