"""Servers as processes of their own, and what they cost: CPU seconds and memory as the Linux kernel counts them."""

import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

__all__ = ["COUNTED", "Served", "Spent", "resident_megabytes", "served", "spent_by"]


COUNTED = Path("/proc/self/task").exists()
"""Whether this system counts what a process costs."""


class Served(NamedTuple):
    pid: int
    url: str
    seconds_to_serve: float


class Spent(NamedTuple):
    """Seconds of all threads of a process so far."""

    running: float = 0.0
    """On a processor."""
    waiting: float = 0.0
    """Ready to run, with every processor taken: by other programs, or by each other."""

    def since(self, before: "Spent") -> "Spent":
        return Spent(max(0.0, self.running - before.running), max(0.0, self.waiting - before.waiting))


@contextmanager
def served(command: Sequence[str], announces: str, environ: Mapping[str, str]) -> Iterator[Served]:
    """Runs a server until left; it serves once a line matches `announces`, whose first group is its URL.

    It gets a session of its own: Ctrl+C is for us, who then stop it, and schedulers that share processors out by
    session do not take the two of us for one.
    """
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 (the callers' own commands)
        command, stdout=subprocess.PIPE, text=True, env=environ, start_new_session=True
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


def spent_by(pid: int) -> Spent:
    """In the kernel's nanoseconds: clock ticks miss short work. Nothing for a process that has ended."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    counted = [thread.read_text().split() for thread in threads]
    return Spent(sum(int(one[0]) for one in counted) / 1e9, sum(int(one[1]) for one in counted) / 1e9)


def resident_megabytes(pid: int) -> float:
    """0 for a process that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return 0.0
    sizes = re.findall(r"VmRSS:\s+(\d+) kB", status)
    return int(sizes[0]) / 1024 if sizes else 0.0
