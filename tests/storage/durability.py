"""Whether what was acknowledged survives: a process killed at any moment, and the power cut at any moment.

    python -m tests.storage.durability kill --rounds 200
    python -m tests.storage.durability power --seeds 500

Both also run their negative controls: the same trial with a promise broken on purpose, which must lose data. A trial
whose control loses nothing shows nothing.
"""

import argparse
import asyncio
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

import apsw
import msgspec
import structlog
from tests.storage.disk import ForgetfulDisk
from tests.storage.workload import Promises, broken_promises, write_until_the_end

from eduverse.kernel.documents import StorageUnavailable
from eduverse.storage.sqlite import open_sqlite

__all__ = ["Trial", "kill_trial", "power_trial"]


class Trial(NamedTuple):
    """What one trial found: how many writes were acknowledged, how many of them are lost, and whether all is sound."""

    acknowledged: int
    lost: int
    sound: bool

    @property
    def passed(self) -> bool:
        return self.sound and not self.lost


async def kill_trial(folder: Path, seed: int, *, eager: bool = False) -> Trial:
    """Kills a writing process after a random number of acknowledgements, and reads its folder.

    `eager` is the control: a writer that acknowledges before it commits.
    """
    return await _examine(folder, await asyncio.to_thread(_acknowledged_until_killed, folder, seed, eager))


def _acknowledged_until_killed(folder: Path, seed: int, eager: bool) -> Promises:
    promises: Promises = {}
    patience = Random(seed).randint(1, 1500)
    command = [sys.executable, "-m", "tests.storage.doomed", str(folder), f"r{seed}", *(["--eager"] if eager else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            doc_id, version = line.decode().split()
            promises[doc_id] = int(version)
            if number == patience:
                process.kill()
    assert process.returncode == -signal.SIGKILL
    return promises


async def power_trial(
    folder: Path, seed: int, *, synchronous: Literal["FULL", "NORMAL"] = "FULL", lying: bool = False
) -> Trial:
    """Cuts the power at a random operation of the disk, and reads what is left.

    The controls: `synchronous="NORMAL"`, which does not sync at a commit, and a disk whose sync is a lie.
    """
    random = Random(seed)
    promises: Promises = {}
    name = f"forgetful-{folder.name}"
    disk = ForgetfulDisk(name, operations=random.randint(60, 1200), lying=lying)
    try:
        async with open_sqlite(
            folder / "before", vfs=name, synchronous=synchronous, checkpoint_pages=random.choice((8, 60, 400))
        ) as storage:
            await write_until_the_end(storage, f"s{seed}", promises.__setitem__, clients=random.choice((1, 4, 16)))
    except StorageUnavailable:
        pass  # the power went while the database was being made
    finally:
        disk.unregister()
    disk.after_cut(random, folder / "after")
    return await _examine(folder / "after", promises)


async def _examine(folder: Path, promises: Promises) -> Trial:
    try:
        async with open_sqlite(folder) as storage:
            lost = await broken_promises(storage, promises)
        return Trial(len(promises), len(lost), _is_sound(folder))
    except (StorageUnavailable, apsw.Error, msgspec.DecodeError):
        return Trial(len(promises), len(promises), False)


def _is_sound(folder: Path) -> bool:
    connection = apsw.Connection(str(folder / "eduverse.db"))
    found = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
    return found == [("ok",)]


def _print_row(name: str, trials: list[Trial]) -> None:
    results = Counter("kept" if trial.passed else "lost" if trial.sound else "corrupt" for trial in trials)
    acknowledged, lost = sum(trial.acknowledged for trial in trials), sum(trial.lost for trial in trials)
    print(f"{name:36}{len(trials):>7}{acknowledged:>14,}{lost:>9,}   {dict(results)}", flush=True)  # noqa: T201


async def _repeat(name: str, rounds: int, trial: Callable[[Path, int], Awaitable[Trial]]) -> int:
    """Runs a trial on many seeds, each in its own folder; returns how many failed."""
    trials = []
    for seed in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            trials.append(await trial(Path(folder), seed))
    _print_row(name, trials)
    return sum(not trial.passed for trial in trials)


async def _kill(rounds: int) -> bool:
    failed = await _repeat("kill -9", rounds, kill_trial)
    control = await _repeat("control: acknowledges, then commits", 20, lambda at, s: kill_trial(at, s, eager=True))
    return not failed and control > 0


async def _power(seeds: int) -> bool:
    failed = await _repeat("power cut", seeds, power_trial)
    normal = await _repeat("control: synchronous=NORMAL", 40, lambda at, s: power_trial(at, s, synchronous="NORMAL"))
    lying = await _repeat("control: a sync that lies", 40, lambda at, s: power_trial(at, s, lying=True))
    return not failed and normal > 0 and lying > 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.storage.durability", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("kill").add_argument("--rounds", type=int, default=200)
    commands.add_parser("power").add_argument("--seeds", type=int, default=500)
    wanted = parser.parse_args()
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    print(f"{'trial':36}{'rounds':>7}{'acknowledged':>14}{'lost':>9}   results")  # noqa: T201
    passed = asyncio.run(_kill(wanted.rounds) if wanted.command == "kill" else _power(wanted.seeds))
    sys.exit(not passed)


if __name__ == "__main__":
    main()
