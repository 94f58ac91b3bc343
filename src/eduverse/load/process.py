"""Servers as processes of their own, and what they cost: CPU seconds and memory as the Linux kernel counts them."""

import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

__all__ = ["COUNTED", "Served", "cpu_seconds", "resident_megabytes", "served"]


COUNTED = Path("/proc/self/task").exists()
"""Whether this system counts what a process costs."""


class Served(NamedTuple):
    pid: int
    url: str
    seconds_to_serve: float


@contextmanager
def served(command: Sequence[str], announces: str, environ: Mapping[str, str]) -> Iterator[Served]:
    """Runs a server until left; it serves once a line matches `announces`, whose first group is its URL."""
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 (the callers' own commands)
        command, stdout=subprocess.PIPE, text=True, env=environ
    )
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
    """0 for a process that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return 0.0
    sizes = re.findall(r"VmRSS:\s+(\d+) kB", status)
    return int(sizes[0]) / 1024 if sizes else 0.0
