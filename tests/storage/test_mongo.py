"""The MongoDB store keeps the contract: on `nx-27017`, and on EDUVERSE_TEST_MONGODB_URL where it is set."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pymongo
import pytest
from tests.ports.documents_contract import DocumentsContract
from tests.ports.notes import MIXED, NOTES, Note, Notes, everything, ids, note, put
from tests.support.mongo import free_port, nx_server, without_id

from eduverse.kernel.documents import Collection, Storage, StorageUnavailable, equals
from eduverse.storage.mongo import filters, open_mongo

REAL = os.environ.get("EDUVERSE_TEST_MONGODB_URL", "")
PLAIN = Collection(name="notes", type=Note)


@pytest.fixture(scope="module")
def running_nx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nx_server(tmp_path_factory.mktemp("nx")) as (url, _):
        yield url


@pytest.fixture
def single_indexes(monkeypatch: pytest.MonkeyPatch) -> None:
    """nx-27017 cannot write to a collection whose compound index has `_id` ("JSON path error near '_id'")."""
    monkeypatch.setattr(filters, "indexes", without_id)


@pytest.fixture
def nx(running_nx: str, single_indexes: None) -> str:
    return running_nx


class MongoContract(DocumentsContract):
    """Every test has a database of its own."""

    @pytest.fixture
    def server(self) -> str:
        raise NotImplementedError

    @pytest.fixture
    async def storage(self, server: str) -> AsyncIterator[Storage]:
        async with open_mongo(f"{server}/test-{uuid4().hex}", timeout=20) as storage:
            yield storage


class TestNx(MongoContract):
    @pytest.fixture
    def server(self, nx: str) -> str:
        return nx

    async def test_moments_compare_to_the_millisecond(self, notes: Notes) -> None:
        """nx-27017 keeps milliseconds and compares whole seconds."""
        await self.check_moments(notes, apart=timedelta(seconds=1))


class TestMongo(MongoContract):
    __test__ = bool(REAL)

    @pytest.fixture
    def server(self) -> str:
        return REAL.rstrip("/")


class TestReopening:
    async def test_a_new_declaration_indexes_what_is_there(self, nx: str) -> None:
        url = f"{nx}/test-{uuid4().hex}"
        async with open_mongo(url) as storage:
            await put(storage.collection(PLAIN), *MIXED, note(9, title="École"))
        for _ in range(2):
            async with open_mongo(url) as storage:
                notes = storage.collection(NOTES)
                assert ids((await notes.find(equals("stars", 3))).items) == ["n000", "n002", "n006"]
                assert ids(await notes.search("ecol")) == ["n009"]

    async def test_keeps_what_it_should(self, nx: str) -> None:
        """Native moments, wire names, words beside the document; and asks for a majority's journal."""
        name = f"test-{uuid4().hex}"
        async with open_mongo(f"{nx}/{name}") as storage:
            await storage.collection(NOTES).insert(MIXED[0])
            await storage.collection(NOTES).insert(note(1, title="Big École big"))
            concern = storage._durable("notes").write_concern
        with pymongo.MongoClient[dict[str, object]](nx, tz_aware=True) as client:
            first, second = client[name]["notes"].find(sort=[("_id", 1)])
        assert (first["_id"], first["ownerId"], first["dueAt"], "id" in first) == (
            "n000",
            "ada",
            MIXED[0].due_at,
            False,
        )
        assert second["_words"] == ["big", "ecole"]
        assert concern.document == {"w": "majority", "j": True}


class TestFailing:
    async def test_no_server_at_start(self) -> None:
        hosts = f"127.0.0.1:{free_port()}"
        async with AsyncExitStack() as stack:
            with pytest.raises(StorageUnavailable, match=f"MongoDB at {hosts} does not take writes") as caught:
                await stack.enter_async_context(open_mongo(f"mongodb://ada:s3cret@{hosts}/campus", timeout=0.2))
        assert "s3cret" not in str(caught.value)
        assert "ada" not in str(caught.value)

    @pytest.mark.parametrize(
        "url", ["x", "mongodb://", "mongodb://a:s3cret@h:port/", "mongodb://a:s3cr:et@h", "postgres://a:s3cret@h"]
    )
    async def test_a_url_that_cannot_be_understood(self, url: str) -> None:
        async with AsyncExitStack() as stack:
            with pytest.raises(StorageUnavailable, match="cannot be understood") as caught:
                await stack.enter_async_context(open_mongo(url))
        assert "s3cret" not in str(caught.value)

    async def test_a_server_that_goes_away(self, tmp_path: Path, single_indexes: None) -> None:
        with nx_server(tmp_path) as (url, server):
            async with open_mongo(url, timeout=1) as storage:
                notes = storage.collection(NOTES)
                first = await notes.insert(note(1))
                server.kill()
                server.wait()
                writes = [notes.insert(note(2)), notes.replace(first), notes.delete("n001", 1), storage.ping()]
                reads = [notes.get("n001"), everything(notes), notes.count(), notes.search("x")]
                results = await asyncio.gather(*writes, *reads, return_exceptions=True)
        assert {type(result) for result in results} == {StorageUnavailable}

    def test_an_id_is_never_an_operator(self) -> None:
        """What is no text, by mistake or malice, is compared as it is."""
        assert filters.by_id({"$ne": ""}) == {"_id": {"$eq": {"$ne": ""}}}  # type: ignore[arg-type]
