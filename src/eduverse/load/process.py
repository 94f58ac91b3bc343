"""Servers as processes of their own, and what they cost: CPU seconds and memory as the kernel counts them."""

import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

__all__ = ["Served", "cpu_seconds", "resident_megabytes", "served"]


class Served(NamedTuple):
    pid: int
    url: str
    seconds_to_serve: float


@contextmanager
def served(command: Sequence[str], announces: str, environ: Mapping[str, str]) -> Iterator[Served]:
    """Runs a server until left; it serves once a line matches `announces`, whose first group is its URL."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ)
    try:
        for line in process.stdout or ():
            if found := re.search(announces, line):
                yield Served(process.pid, found[1].replace("localhost", "127.0.0.1"), time.monotonic() - began)
                return
        raise RuntimeError(f"{command[0]} ended before it served")
    finally:
        process.terminate()
        process.wait(30)
        if process.stdout:
            process.stdout.close()


def cpu_seconds(pid: int) -> float:
    """Time on a processor so far, of all threads, in the kernel's nanoseconds: clock ticks miss short work."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def resident_megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024
