"""A MongoDB of the test's own: `nx-27017`, which speaks its protocol, on a free port."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pymongo

from eduverse.storage.layout import Layout

__all__ = ["free_port", "nx_server", "without_id"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def nx_server(folder: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A server of our own: its port, its folder, and its end."""
    port = free_port()
    command = [sys.executable, "-m", "nx_27017.nx_27017", "--data-dir", str(folder / "data"), "-p", str(port)]
    files = ["--log-file", str(folder / "log"), "--pid-file", str(folder / "pid")]
    with (
        (folder / "output").open("wb") as output,
        subprocess.Popen([*command, *files], cwd=folder, stdout=output, stderr=output) as server,
    ):
        try:
            with pymongo.MongoClient[dict[str, object]](port=port, serverSelectionTimeoutMS=20_000) as client:
                client.admin.command("ping")  # which waits until somebody listens
            yield f"mongodb://127.0.0.1:{port}", server
        finally:
            server.kill()


def without_id(layout: Layout[Any]) -> list[list[tuple[str, int]]]:
    """In place of `filters.indexes`: nx-27017 cannot write to a collection whose compound index has `_id`."""
    return [[(field.wire, 1)] for field in layout.fields.values() if field.name != "id"]
