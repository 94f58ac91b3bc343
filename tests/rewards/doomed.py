"""A process that earns, takes back and seals until it is killed; it says what was acknowledged, line by line.

python -m tests.rewards.doomed FOLDER
"""

import asyncio
import sys
from pathlib import Path

from tests.support.ledger import Office, merit

from eduverse.storage.sqlite import open_sqlite

PEOPLE = 20


async def earn_until_the_end(folder: Path) -> None:
    async with open_sqlite(folder) as storage:
        office = Office(storage)
        await asyncio.gather(*(_earn(office, number) for number in range(PEOPLE)), _seal(office))


async def _earn(office: Office, person: int) -> None:
    quiz = 0
    while True:
        quiz += 1
        one = merit(f"u{person}", f"q{quiz}")
        await office.ledger.reward_quiz(one, 10)
        print(f"u{person} 10", flush=True)  # noqa: T201
        if quiz % 3 == 0:
            await office.ledger.settle_quiz(one, due=4, regrade=1)
            print(f"u{person} -6", flush=True)  # noqa: T201


async def _seal(office: Office) -> None:
    while True:
        await office.sealing.run()
        await asyncio.sleep(0.005)


if __name__ == "__main__":
    asyncio.run(earn_until_the_end(Path(sys.argv[1])))
