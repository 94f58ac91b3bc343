"""What to offer for gas (EIP-1559), and when it is too much."""

from typing import Any

from eduverse.chain.jsonrpc import Transport
from eduverse.kernel.chain import FeesTooHigh
from eduverse.kernel.structs import Struct

__all__ = ["Fees", "offered", "raised"]

_BLOCKS, _SHARE = 5, 50


class Fees(Struct, frozen=True, kw_only=True):
    """Wei for a unit of gas: at most `fee` in all, of which at most `tip` goes to who makes the block."""

    fee: int
    tip: int


async def offered(transport: Transport, *, ceiling: int) -> Fees:
    """Twice the base fee and what others gave as a tip: good for six full blocks in a row. Raises `FeesTooHigh`."""
    history = await transport.request("eth_feeHistory", hex(_BLOCKS), "latest", [_SHARE])
    base = int(history["baseFeePerGas"][-1], 16)
    wished = int(await transport.request("eth_maxPriorityFeePerGas"), 16)
    tip = max(wished, _usual_tip(history))
    if base + tip > ceiling:
        raise FeesTooHigh(base=base, tip=tip, ceiling=ceiling)
    return Fees(fee=min(2 * base + tip, ceiling), tip=tip)


def raised(before: Fees, now: Fees, *, ceiling: int) -> Fees | None:
    """An offer that nodes take in the place of an earlier one: both parts an eighth higher. None above the ceiling."""
    fee, tip = max(now.fee, before.fee * 9 // 8 + 1), max(now.tip, before.tip * 9 // 8 + 1)
    return None if fee > ceiling or tip > fee else Fees(fee=fee, tip=tip)


def _usual_tip(history: dict[str, Any]) -> int:
    tips = sorted(int(reward[0], 16) for reward in history.get("reward") or [] if reward)
    return tips[len(tips) // 2] if tips else 0
