"""What goes wrong with connections, done on purpose to one person after another.

what        share   what happens
drop        35 %    the connection breaks; they dial again within 50 ms
long drop   15 %    the same, and they dial again after some seconds
stall       20 %    nothing is read for up to some seconds
hang        15 %    the connection stays half-open, and they come back on another one
leave        8 %    out of the room and back in, on the same connection
sign off     7 %    goodbye, and back as somebody new
"""

import asyncio
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from eduverse.load.client import Client

__all__ = ["Mischief", "make_trouble"]

_LONGEST: Final = 4.0
"""Seconds that one piece of mischief lasts at most."""
_BETWEEN: Final = 8.0
"""Seconds between two pieces for one person, on average."""
_AT_ONCE: Final = 0.05

Mischief = Callable[[Client, Random], None]


def _drop(client: Client, random: Random) -> None:
    client.drop(random.uniform(0, _AT_ONCE))


def _long_drop(client: Client, random: Random) -> None:
    client.drop(random.uniform(_AT_ONCE, _LONGEST))


def _stall(client: Client, random: Random) -> None:
    client.stall(random.uniform(0.2, _LONGEST))


def _hang(client: Client, random: Random) -> None:
    client.hang(random.uniform(0, _LONGEST / 2))


def _leave(client: Client, random: Random) -> None:
    client.leave()
    asyncio.get_running_loop().call_later(random.uniform(0.1, _LONGEST / 2), client.enter)


def _sign_off(client: Client, random: Random) -> None:
    client.sign_off(pause=random.uniform(0, _LONGEST / 2))


MISCHIEF: Final[Sequence[tuple[Mischief, int]]] = (
    (_drop, 35),
    (_long_drop, 15),
    (_stall, 20),
    (_hang, 15),
    (_leave, 8),
    (_sign_off, 7),
)


async def make_trouble(clients: Sequence[Client], random: Random, tally: dict[str, int]) -> None:
    """Goes on until cancelled; `tally` counts what was done. Whoever is in trouble already is let be."""
    kinds, shares = zip(*MISCHIEF, strict=True)
    while True:
        await asyncio.sleep(random.expovariate(len(clients) / _BETWEEN))
        client = random.choice(clients)
        if client.inside and client.undisturbed:
            (mischief,) = random.choices(kinds, shares)
            mischief(client, random)
            name = mischief.__name__.strip("_").replace("_", " ")
            tally[name] = tally.get(name, 0) + 1
