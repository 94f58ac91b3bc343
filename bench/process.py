"""Servers as processes of their own, and what they cost: CPU seconds and memory as the kernel counts them."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

__all__ = ["Listening", "Served", "cpu_seconds", "listening", "resident_megabytes", "served"]


class Served(NamedTuple):
    pid: int
    url: str
    seconds_to_serve: float


@contextmanager
def served(command: Sequence[str], announces: str, **env: str) -> Iterator[Served]:
    """Runs a server until left; it serves once a line matches `announces`, whose first group is its URL."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **env})
    try:
        for line in process.stdout or ():
            if found := re.search(announces, line):
                yield Served(process.pid, found[1].replace("localhost", "127.0.0.1"), time.monotonic() - began)
                return
        raise RuntimeError(f"{command[0]} ended before it served")
    finally:
        process.terminate()
        process.wait(30)


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
    """Time on a processor so far, of all threads, in the kernel's nanoseconds: clock ticks miss short work."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def resident_megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024
