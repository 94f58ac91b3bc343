"""A classroom's token on the chain: what is wanted, what was said to the chain, and what is known of it.

    WANTED --describe--> DESCRIBED --submit--> SUBMITTED --mint--> MINTED
       ^                     |  \\                 |  \\
       +------- move --------+-------- move ------+   +--fail--> FAILED --retry--> WANTED

A deed that is DESCRIBED names everything that its transaction says, so however often it is sent, it is the same one.
Whether the token may be passed on is told to the chain afterwards, by numbered orders, one at a time.
"""

import enum
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.structs import Struct

__all__ = [
    "Deed",
    "DeedEvent",
    "Ground",
    "Order",
    "Place",
    "Stage",
    "advance",
    "described",
    "failed",
    "is_open",
    "minted",
    "moved",
    "obeyed",
    "ordered",
    "refused",
    "retried",
    "submitted",
    "troubled",
    "wanted",
]


class Stage(enum.StrEnum):
    WANTED = "wanted"
    DESCRIBED = "described"
    SUBMITTED = "submitted"
    MINTED = "minted"
    """The chain has said so, deep enough."""
    FAILED = "failed"
    """The contract refused; nothing is tried before somebody asks for it again."""


class DeedEvent(enum.StrEnum):
    DESCRIBE = "describe"
    SUBMIT = "submit"
    MINT = "mint"
    FAIL = "fail"
    MOVE = "move"
    """The campus is on another chain than it was, or the description is gone."""
    RETRY = "retry"


_TABLE: dict[tuple[Stage, DeedEvent], Stage] = {
    (Stage.WANTED, DeedEvent.DESCRIBE): Stage.DESCRIBED,
    (Stage.DESCRIBED, DeedEvent.SUBMIT): Stage.SUBMITTED,
    (Stage.DESCRIBED, DeedEvent.FAIL): Stage.FAILED,
    (Stage.DESCRIBED, DeedEvent.MOVE): Stage.WANTED,
    (Stage.SUBMITTED, DeedEvent.MINT): Stage.MINTED,
    (Stage.SUBMITTED, DeedEvent.FAIL): Stage.FAILED,
    (Stage.SUBMITTED, DeedEvent.MOVE): Stage.WANTED,
    (Stage.FAILED, DeedEvent.RETRY): Stage.WANTED,
}


class Ground(Struct, frozen=True, kw_only=True):
    """Where a token stands."""

    chain_id: int
    contract: str
    """`0x` and 40 hex digits, in lower case, like every address here."""


class Place(NamedTuple):
    """Of an event in the chain; a later one is greater."""

    block: int
    position: int
    """Among the events of its block."""


class Order(Struct, frozen=True, kw_only=True):
    """The newest thing that was said to the chain about passing the token on."""

    number: int
    unlock: bool


class Deed(Struct, frozen=True, kw_only=True):
    stage: Stage
    wallet: str
    """Who is to get it."""
    attempt: int = 1
    """Each has a transaction of its own."""
    cid: str | None = None
    """Of its description."""
    ground: Ground | None = None
    transaction: str | None = None
    transferable: bool = False
    """Whether the class's owner wants to be able to pass it on."""
    unlocked: bool = False
    """Whether the contract lets them, as far as is known."""
    orders: int = 0
    order: Order | None = None
    """The one under way."""
    last_move: tuple[int, int] = (0, 0)
    """The `Place` of the newest transfer that is known."""
    trouble: str | None = None
    """What it waits for, or why it failed: the slug of a problem, or the contract's own words."""


def advance(stage: Stage, event: DeedEvent) -> Stage | None:
    """The stage after an event; None where it means nothing, for example because another process was faster."""
    return _TABLE.get((stage, event))


def is_open(deed: Deed) -> bool:
    """Whether the chain has yet to be told or asked something."""
    if deed.stage is Stage.MINTED:
        return deed.order is not None or deed.transferable is not deed.unlocked
    return deed.stage is not Stage.FAILED


def wanted(wallet: str, *, transferable: bool) -> Deed:
    return Deed(stage=Stage.WANTED, wallet=wallet, transferable=transferable)


def described(deed: Deed, *, cid: str, ground: Ground) -> Deed:
    return _step(deed, DeedEvent.DESCRIBE, cid=cid, ground=ground, trouble=None)


def moved(deed: Deed) -> Deed:
    """It is described anew. What was said elsewhere is no longer looked after."""
    return _step(deed, DeedEvent.MOVE, cid=None, ground=None, attempt=deed.attempt + 1)


def submitted(deed: Deed) -> Deed:
    return _step(deed, DeedEvent.SUBMIT, trouble=None)


def minted(deed: Deed, *, transaction: str, place: Place) -> Deed:
    return _step(deed, DeedEvent.MINT, transaction=transaction, last_move=tuple(place), trouble=None)


def failed(deed: Deed, reason: str) -> Deed:
    return _step(deed, DeedEvent.FAIL, trouble=reason)


def retried(deed: Deed, wallet: str) -> Deed:
    return _step(deed, DeedEvent.RETRY, wallet=wallet, attempt=deed.attempt + 1, cid=None, ground=None, trouble=None)


def ordered(deed: Deed) -> Deed:
    """Puts the next order under way, if what is wanted is not what is known."""
    if deed.stage is not Stage.MINTED or deed.order is not None or deed.transferable is deed.unlocked:
        return deed
    order = Order(number=deed.orders + 1, unlock=deed.transferable)
    return structs.replace(deed, order=order, orders=order.number)


def obeyed(deed: Deed, number: int) -> Deed:
    if deed.order is None or deed.order.number != number:
        return deed
    return structs.replace(deed, unlocked=deed.order.unlock, order=None, trouble=None)


def refused(deed: Deed, number: int, reason: str) -> Deed:
    """The contract does not take the order: the wish falls back to what is, rather than be sent for ever."""
    if deed.order is None or deed.order.number != number:
        return deed
    return structs.replace(deed, order=None, transferable=deed.unlocked, trouble=reason)


def troubled(deed: Deed, trouble: str) -> Deed:
    return deed if deed.trouble == trouble else structs.replace(deed, trouble=trouble)


def _step(deed: Deed, event: DeedEvent, **fields: object) -> Deed:
    after = advance(deed.stage, event)
    return deed if after is None else structs.replace(deed, stage=after, **fields)
