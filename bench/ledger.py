"""Ten thousand rewards at once, on SQLite: how long they take, whether they come to zero, what a balance costs.

    python -m bench.ledger [--operations 10000]

Everything is asked for twice, by two servers' services on one store, while both seal. Afterwards all accounts together
must hold nothing, everybody must have what they earned, and the audit must find nothing.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from eduverse.auth.tokens import Key, KeyRing
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.documents import Storage
from eduverse.rewards.auditing import Audit
from eduverse.rewards.model import ISSUANCE, Merit, user_account
from eduverse.rewards.sealing import Sealing
from eduverse.rewards.service import Ledger
from eduverse.storage.sqlite import open_sqlite

_KEYS = KeyRing([Key("k1", b"1" * 32)])
_PEOPLE = 500


async def _earn(storage: Storage, operations: int) -> None:
    clock = SystemClock()
    ledgers = [Ledger(storage, clock=clock) for _ in range(2)]
    sealings = [Sealing(storage, clock=clock, secrets=_KEYS) for _ in range(2)]
    today = datetime.now(UTC).date()

    async def give(number: int) -> None:
        merit = Merit(f"u{number % _PEOPLE}", f"q{number // _PEOPLE}", f"room{number % 7}", today)
        await asyncio.gather(*(ledger.reward_quiz(merit, 1 + number % 3) for ledger in ledgers))

    async def seal(sealing: Sealing, done: asyncio.Event) -> None:
        while not done.is_set():
            await sealing.run()
            await asyncio.sleep(0.1)

    done = asyncio.Event()
    sealers = [asyncio.create_task(seal(one, done)) for one in sealings]
    await asyncio.gather(*(give(number) for number in range(operations // 2)))
    done.set()
    await asyncio.gather(*sealers)


async def _check(storage: Storage, operations: int) -> bool:
    """Prints what the rest costs; whether all is right."""
    ledger = Ledger(storage, clock=SystemClock())
    begun = time.perf_counter()
    sealed = await Sealing(storage, clock=SystemClock(), secrets=_KEYS).run()
    print(f"sealing the {sealed:,} postings that were left: {time.perf_counter() - begun:.2f} s")
    begun = time.perf_counter()
    balances = [await ledger.balance(user_account(f"u{number}")) for number in range(_PEOPLE)]
    each = (time.perf_counter() - begun) / _PEOPLE
    print(f"a balance: {each * 1e6:.0f} µs")
    begun = time.perf_counter()
    report = await Audit(storage, _KEYS).run()
    print(f"the audit of {report.postings:,} postings in {report.folios} folios: {time.perf_counter() - begun:.2f} s")
    rest = sum(balances) + await ledger.balance(ISSUANCE)
    due = sum(1 + number % 3 for number in range(operations // 2))
    print(f"all accounts together: {rest}; earned: {sum(balances):,} of {due:,}; findings: {len(report.findings)}")
    return rest == 0 and sum(balances) == due and not report.findings


async def _run(operations: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        async with open_sqlite(Path(folder)) as storage:
            begun, busy = time.perf_counter(), time.process_time()
            await _earn(storage, operations)
            wall, cpu = time.perf_counter() - begun, time.process_time() - busy
            print(f"{operations:,} rewards at once, while two servers seal: {wall:.2f} s, {operations / wall:,.0f}/s")
            print(f"processor time: {cpu / operations * 1e6:.0f} µs each")
            return await _check(storage, operations)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__)
    parser.add_argument("--operations", type=int, default=10_000)
    sys.exit(not asyncio.run(_run(parser.parse_args().operations)))


if __name__ == "__main__":
    main()
