"""Whether every job is done, and nothing twice, however often the process that does them is killed.

    python -m tests.jobs.killing --rounds 20

In each round a backlog is left to processes of which one after the other is killed (`kill -9`) at any moment, until one
comes to the end by itself.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.jobs.doomed import ROOMS, TOKENS, Room

from eduverse.kernel.documents import equals
from eduverse.storage.sqlite import open_sqlite

__all__ = ["Trial", "kill_trial"]

_SOONEST, _LATEST = 0.0, 0.4
"""Seconds from a process's first word to its end."""


class Trial(NamedTuple):
    jobs: int
    kills: int
    left: int
    """Rooms that still want a token."""
    tokens: int
    again: int
    """How often a handler found its token there: work that a kill had cut off behind the first write."""

    @property
    def passed(self) -> bool:
        return self.left == 0 and self.tokens == self.jobs


async def kill_trial(folder: Path, seed: int, *, jobs: int = 2_000, kills: int = 6) -> Trial:
    async with open_sqlite(folder) as storage:
        rooms = storage.collection(ROOMS)
        await asyncio.gather(*(rooms.insert(Room(id=f"r{number}")) for number in range(jobs)))
    killed, again = await asyncio.to_thread(_lives, folder, Random(seed), kills)
    async with open_sqlite(folder) as storage:
        left = await storage.collection(ROOMS).count(equals("wants_token", True), up_to=jobs)
        tokens = await storage.collection(TOKENS).count(up_to=2 * jobs)
    return Trial(jobs, killed, left, tokens, again)


def _lives(folder: Path, random: Random, most: int) -> tuple[int, int]:
    """How many processes were killed before one ended by itself, and how often work was found half done."""
    kills = again = 0
    while True:
        command = [sys.executable, "-m", "tests.jobs.doomed", str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            if kills < most and said:
                time.sleep(random.uniform(_SOONEST, _LATEST))
                process.kill()
            again += (said + process.stdout.read()).count("again")
            process.wait()
        if process.returncode == 0:
            return kills, again
        kills += 1


async def _run(rounds: int) -> int:
    trials = []
    for seed in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            trials.append(await kill_trial(Path(folder), seed))
    failed = [trial for trial in trials if not trial.passed]
    for trial in failed:
        print(trial)  # noqa: T201
    jobs, kills, again = (sum(getattr(one, name) for one in trials) for name in ("jobs", "kills", "again"))
    print(f"{jobs} jobs, {kills} kills, {again} jobs found half done; {len(failed)} of {rounds} rounds wrong")  # noqa: T201
    return len(failed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.jobs.killing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    sys.exit(bool(asyncio.run(_run(parser.parse_args().rounds))))
