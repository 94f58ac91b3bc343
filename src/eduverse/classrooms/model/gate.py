"""What opens a gated classroom: a token that a wallet must hold."""

from typing import Literal

from eduverse.kernel.structs import Struct

__all__ = ["Gate", "Standard"]

Standard = Literal["erc721", "erc20"]


class Gate(Struct, frozen=True, kw_only=True):
    chain_id: int
    contract: str
    """`0x` and 40 hex digits, in lower case."""
    standard: Standard
    name: str
    """As the contract calls itself; empty where it has none."""
    symbol: str
    token_id: str | None = None
    """The one token that opens, as a decimal number; None when any of the contract's does."""
    minimum: int = 1
    """How many whole tokens."""
    decimals: int = 0
    """How many digits of a balance stand behind the point."""

    @property
    def least(self) -> int:
        """The smallest balance that opens, as the contract counts."""
        return int(self.minimum * 10**self.decimals)
