"""The MongoDB store keeps the contract: on `nx-27017`, and on EDUVERSE_TEST_MONGODB_URL where it is set."""

import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

import pymongo
import pytest
from tests.ports.documents_contract import DocumentsContract

from eduverse.kernel.documents import Storage
from eduverse.storage.mongo import filters, open_mongo

REAL = os.environ.get("EDUVERSE_TEST_MONGODB_URL", "")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def nx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of our own: its port, its folder, and its end."""
    folder, port = tmp_path_factory.mktemp("nx"), free_port()
    command = [sys.executable, "-m", "nx_27017.nx_27017", "--data-dir", str(folder / "data"), "-p", str(port)]
    files = ["--log-file", str(folder / "log"), "--pid-file", str(folder / "pid")]
    with (
        (folder / "output").open("wb") as output,
        subprocess.Popen([*command, *files], cwd=folder, stdout=output, stderr=output) as server,
    ):
        try:
            with pymongo.MongoClient[dict[str, object]](port=port, serverSelectionTimeoutMS=20_000) as client:
                client.admin.command("ping")  # which waits until somebody listens
            yield f"mongodb://127.0.0.1:{port}"
        finally:
            server.terminate()


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
    def server(self, nx: str, monkeypatch: pytest.MonkeyPatch) -> str:
        """nx-27017 cannot write to a collection with a compound index that has `_id` ("JSON path error near '_id'")."""
        monkeypatch.setattr(filters, "indexes", lambda layout: [[(name, 1)] for name in layout.spec.indexed])
        return nx


@pytest.mark.skipif(not REAL, reason="EDUVERSE_TEST_MONGODB_URL names no server")
class TestMongo(MongoContract):
    @pytest.fixture
    def server(self) -> str:
        return REAL.rstrip("/")
