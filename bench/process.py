"""Servers as processes of their own, and what they cost: CPU seconds and memory as the kernel counts them."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

from eduverse.load import process
from eduverse.load.process import Served, resident_megabytes

__all__ = ["Listening", "Served", "cpu_seconds", "listening", "resident_megabytes", "served"]


def served(command: Sequence[str], announces: str, **env: str) -> AbstractContextManager[Served]:
    """Runs a server until left; it serves once a line matches `announces`, whose first group is its URL."""
    return process.served(command, announces, {**os.environ, **env})


class Listening(NamedTuple):
    pid: int
    port: int


@contextmanager
def listening(command: Sequence[str]) -> Iterator[Listening]:
    """Runs a server until left, on a free port that takes the place of `{port}` in its command."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    with subprocess.Popen([part.format(port=port) for part in command]) as server:
        try:
            _until_listening(port)
            yield Listening(server.pid, port)
        finally:
            server.kill()


def _until_listening(port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server does not listen")


def cpu_seconds(pid: int) -> float:
    """Time on a processor so far, of all threads."""
    return process.spent_by(pid).running
