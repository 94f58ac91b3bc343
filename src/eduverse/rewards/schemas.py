"""What the routes of the ledger take and give."""

from typing import Annotated

from msgspec import Meta

from eduverse.kernel.structs import Input, Struct
from eduverse.rewards.mirroring import Mirrored

__all__ = ["ClassLimitView", "OnChain", "OwnRewards", "SetClassLimit"]


class OnChain(Struct, frozen=True, kw_only=True):
    """Whole tokens; what their owner has sent on from the wallet is still counted."""

    minted: int
    """That have arrived in a wallet."""
    under_way: int
    waiting: int
    """That are not under way yet; without a wallet, they wait for one."""
    taken_back: int
    """By how much more is on the chain than was earned after all: what is earned next goes against it."""

    @classmethod
    def of(cls, tokens: int, mirrored: Mirrored) -> "OnChain":
        minted, under_way = mirrored
        owed = tokens - minted - under_way
        return cls(minted=minted, under_way=under_way, waiting=max(0, owed), taken_back=max(0, -owed))


class OwnRewards(Struct, frozen=True, kw_only=True):
    tokens: int
    """The same as `tokensEarned` of the account."""
    on_chain: OnChain | None
    """Null where the campus has no chain."""


class ClassLimitView(Struct, frozen=True, kw_only=True):
    tokens_per_day: int | None
    """The most that one student can earn in this class in a day (UTC); null where there is no limit."""


class SetClassLimit(Input, frozen=True, kw_only=True):
    tokens_per_day: Annotated[int, Meta(ge=0, le=1_000_000)] | None
