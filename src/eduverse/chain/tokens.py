"""Anybody's tokens on the campus's chain: what a contract is, what a wallet holds, and what has moved."""

import re
from contextlib import suppress

from msgspec import structs

from eduverse.chain.abi import contract
from eduverse.chain.contracts import CONTRACTS, Contracts
from eduverse.classrooms.errors import NoSuchToken
from eduverse.classrooms.model import Gate, Place
from eduverse.classrooms.ports import Moved, Position
from eduverse.kernel.chain import Chain, ChainUnavailable, Log, Logs, Reverted

__all__ = ["TokensOnChain"]

_GAS = 1_000_000
"""What a stranger's contract may use up on an answer: many times what a balance takes, and no burden for a node."""
_ERC721 = bytes.fromhex("80ac58cd")
_MOST_DECIMALS = 36
_LONGEST_NAME = 60
_ADDRESS = re.compile(r"0x[0-9a-f]{40}")


class TokensOnChain:
    """`confirmations`: how many blocks until one counts as settled, its own counted."""

    def __init__(self, chain: Chain, contracts: Contracts, *, confirmations: int) -> None:
        self._chain = chain
        self._contracts = contracts
        self._confirmations = confirmations

    async def describe(self, contract_: str) -> Gate:
        address = await self._address(contract_)
        gate = Gate(
            chain_id=await self._chain.chain_id(),
            contract=address,
            standard="erc721",
            name=await self._text(address, "name"),
            symbol=await self._text(address, "symbol"),
        )
        if await self._number(address, _nft("supportsInterface", _ERC721)) == 1:
            return gate
        decimals = await self._number(address, contract("EduToken").encode("decimals"))
        balance = await self._number(address, _nft("balanceOf", self._chain.account))
        if balance is None or decimals is None or decimals > _MOST_DECIMALS:
            raise NoSuchToken
        return structs.replace(gate, standard="erc20", decimals=decimals)

    async def holds(self, gate: Gate, wallet: str) -> bool:
        if await self._chain.chain_id() != gate.chain_id:
            raise ChainUnavailable("The token that opens this classroom is on another blockchain than the campus's")
        if gate.token_id is not None:
            return await self._number(gate.contract, _nft("ownerOf", int(gate.token_id))) == int(wallet, 16)
        balance = await self._number(gate.contract, _nft("balanceOf", wallet))
        return balance is not None and balance >= gate.least

    async def position(self) -> Position:
        newest = await self._chain.height()
        return Position(await self._chain.chain_id(), newest, max(0, newest - self._confirmations + 1))

    async def moves(self, contract_: str, first: int, last: int) -> list[Moved]:
        transfer = contract("ClassroomNFT").topic("Transfer")
        logs = await self._chain.logs(Logs(address=contract_, topics=(transfer,), first=first, last=last))
        return [_moved(log) for log in logs if len(log.topics) in (3, 4)]

    async def _address(self, name: str) -> str:
        for ours in CONTRACTS:
            if name == ours:
                return (await self._contracts.address(ours)).lower()
        if not _ADDRESS.fullmatch(name.lower()):
            raise NoSuchToken
        return name.lower()

    async def _number(self, address: str, data: bytes) -> int | None:
        """What a function answers, as a number; None when the contract has no such function, or refuses."""
        try:
            answer = await self._chain.call(address, data, gas=_GAS)
        except Reverted:
            return None
        return int.from_bytes(answer) if len(answer) == 32 else None

    async def _text(self, address: str, function: str) -> str:
        """What a contract says of itself, as far as it can be shown; anybody may have written it."""
        from eth_abi.exceptions import DecodingError

        text = ""
        with suppress(Reverted, DecodingError, UnicodeDecodeError):
            kind = contract("ClassroomNFT")
            text = str(kind.decode(function, await self._chain.call(address, kind.encode(function), gas=_GAS)))
        return "".join(one for one in text if one.isprintable()).strip()[:_LONGEST_NAME]


def _nft(function: str, *arguments: object) -> bytes:
    return contract("ClassroomNFT").encode(function, *arguments)


def _moved(log: Log) -> Moved:
    numbered = len(log.topics) == 4
    return Moved(
        sender="0x" + log.topics[1][-40:],
        receiver="0x" + log.topics[2][-40:],
        nft_id=str(int(log.topics[3], 16)) if numbered else None,
        place=Place(log.block, log.index),
    )
