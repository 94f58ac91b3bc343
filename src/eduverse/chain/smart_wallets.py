"""Accounts' `ContractWallets`: a wallet that is a contract says itself whether it signed (ERC-1271)."""

import asyncio

from eduverse.auth.ports import Verdict
from eduverse.kernel.chain import Chain, Reverted
from eduverse.kernel.errors import Problem

__all__ = ["SmartWallets"]

_IS_VALID_SIGNATURE = bytes.fromhex("1626ba7e")
"""The selector of `isValidSignature(bytes32,bytes)`, which is also its answer for a signature that is good."""
_GOOD = _IS_VALID_SIGNATURE.ljust(32, b"\0")
_GAS = 3_000_000
"""What a contract may use up on its answer: enough to check a passkey without help, too little to keep a node busy."""
_PATIENCE = 5.0
"""Seconds that the chain has to answer."""


class SmartWallets:
    """Asks the contract, if the campus is on the chain that the messages name; on any other, nobody can be asked.

    An account whose key signs is never asked about (`auth/wallets.py`): its key has it, also where the account has
    handed itself to a contract (EIP-7702). For such an account the contract may speak as well, as it may on chain.
    """

    def __init__(self, chain: Chain, *, chain_id: int) -> None:
        self._chain = chain
        self._chain_id = chain_id

    async def is_valid_signature(self, address: str, digest: bytes, signature: bytes) -> Verdict:
        """Good is the whole word that ERC-1271 asks for, nothing shorter: a contract that gives back what it was given
        has not said yes."""
        try:
            async with asyncio.timeout(_PATIENCE):
                if await self._chain.chain_id() != self._chain_id:
                    return "unavailable"
                answer = await self._chain.call(address, _question(digest, signature), gas=_GAS)
        except Reverted:
            return "bad"
        except (Problem, TimeoutError):
            return "unavailable"
        return "good" if answer[:32] == _GOOD else "bad"


def _question(digest: bytes, signature: bytes) -> bytes:
    """The call, as the contract ABI writes it."""
    padded = signature + bytes(-len(signature) % 32)
    offset, length = (64).to_bytes(32), len(signature).to_bytes(32)
    return _IS_VALID_SIGNATURE + digest + offset + length + padded
