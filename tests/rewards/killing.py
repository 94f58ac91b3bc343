"""Whether the ledger is right after `kill -9` at any moment, and after the next process has been killed on it, too.

    python -m tests.rewards.killing --rounds 100

In each round a process earns and seals until it is killed; what it had acknowledged must be there, nothing twice, all
accounts together hold nothing, and the audit finds nothing, before the next one seals as after. All rounds share one
ledger.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

import structlog
from tests.rewards.doomed import PEOPLE
from tests.support.ledger import Office

from eduverse.rewards.model import ISSUANCE, user_account
from eduverse.storage.sqlite import open_sqlite

__all__ = ["killed_round"]


def _acknowledged_until_killed(folder: Path, seed: int) -> Counter[str]:
    earned: Counter[str] = Counter()
    patience = Random(seed).randint(1, 600)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.rewards.doomed", str(folder)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            user_id, amount = line.decode().split()
            earned[user_id] += int(amount)
            if number == patience:
                process.kill()
    return earned


async def killed_round(folder: Path, seed: int) -> list[str]:
    """What is wrong after one round."""
    earned = await asyncio.to_thread(_acknowledged_until_killed, folder, seed)
    async with open_sqlite(folder) as storage:
        office = Office(storage)
        wrong = (await office.audit.run()).findings
        before = await _balances(office)
        await office.sealing.run()
        report = await office.audit.run()
        wrong += report.findings
        after = await _balances(office)
    people = [f"u{number}" for number in range(PEOPLE)]
    wrong += ["the balances are others once all is sealed"] * (before != after)
    wrong += ["something is not sealed"] * bool(report.waiting)
    wrong += [f"all accounts together: {sum(after.values())}"] * bool(sum(after.values()))
    return wrong + [f"{one}: {after[one]} of {earned[one]}" for one in people if after[one] < earned[one] - 6]


async def _balances(office: Office) -> dict[str, int]:
    people = {f"u{number}": await office.ledger.balance(user_account(f"u{number}")) for number in range(PEOPLE)}
    return {**people, ISSUANCE: await office.ledger.balance(ISSUANCE)}


async def _run(rounds: int) -> int:
    failed = 0
    for seed in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            for life in range(2):  # the second life goes over what the first has posted, and further
                if wrong := await killed_round(Path(folder), seed * 2 + life):
                    failed += 1
                    print(f"round {seed}, life {life}: {wrong[:5]}", flush=True)  # noqa: T201
    print(f"{rounds} rounds of two kills each: {failed} wrong")  # noqa: T201
    return failed


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.rewards.killing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    sys.exit(bool(asyncio.run(_run(parser.parse_args().rounds))))
