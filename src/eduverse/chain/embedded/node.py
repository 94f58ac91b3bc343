"""The embedded chain: takes signed transactions and makes a block of each, in one thread.

A block, its receipts, its events and what it changed reach the disk together, before anybody hears of it. Whatever goes
wrong on the way, the machine is built anew from the disk: memory is never ahead of it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eduverse.chain.embedded import OWN_CHAIN_ID, blocks
from eduverse.chain.embedded.journal import Change
from eduverse.chain.embedded.ledger import Ledger
from eduverse.chain.embedded.machine import GAS_LIMIT, Block, Machine, Outcome
from eduverse.chain.hashing import keccak, to_hex
from eduverse.chain.jsonrpc import RpcError
from eduverse.chain.transactions import BadTransaction, Signed, decode_transaction, intrinsic_gas
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.clock import Clock, SystemClock

__all__ = ["AuditFailed", "Node"]

_REFUSED = -32_000
_MOST_WAITING = 256
"""Transactions of one account that may wait for an earlier one."""


class AuditFailed(Exception):
    """What is kept is not what the transactions make of the genesis; the message says where."""


class Node:
    """Opens a chain, or starts one: with `chain_id`, and with the money of `funds` (address to wei).

    Both are kept with it: a chain that exists stays what it is. Raises `ChainUnavailable`.
    """

    def __init__(
        self,
        path: Path | None,
        *,
        funds: Mapping[str, int],
        chain_id: int = OWN_CHAIN_ID,
        clock: Clock | None = None,
    ) -> None:
        self._clock = clock or SystemClock()
        self.ledger = Ledger(path)
        if self.ledger.meta("genesis") is None:
            self._begin(chain_id, {address.lower(): wei for address, wei in funds.items()})
        self.genesis: dict[str, Any] = self.ledger.meta("genesis")
        self.chain_id: int = self.genesis["chainId"]
        self._waiting: dict[str, dict[int, Signed]] = {}
        self._restore()

    def close(self) -> None:
        self.ledger.close()

    @property
    def latest(self) -> dict[str, Any]:
        """The newest block."""
        return self._latest

    def next_block(self) -> Block:
        """The block that a transaction would be in that came now."""
        moment = max(int(self._clock.now().timestamp()), int(self._latest["timestamp"], 16))
        number = int(self._latest["number"], 16) + 1
        return Block(number=number, moment=moment, base_fee=blocks.next_base_fee(self._latest))

    def nonce(self, address: str, *, pending: bool = False) -> int:
        number, waiting = self.machine.account(address).nonce, self._waiting.get(address, {})
        while pending and number in waiting:
            number += 1
        return number

    def submit(self, raw: bytes) -> str:
        """Takes a transaction and returns its hash: it is in a block now, or waits for those before it.

        Raises `RpcError`, in the words that other nodes use, when it can never be in one.
        """
        try:
            signed = decode_transaction(raw)
        except BadTransaction as error:
            raise RpcError(-32_602, f"invalid transaction: {error}") from None
        self._check(signed)
        waiting = self._waiting.setdefault(signed.sender, {})
        if len(waiting) >= _MOST_WAITING:
            raise RpcError(_REFUSED, "txpool is full")
        waiting[signed.transaction.nonce] = signed
        while (due := waiting.pop(self.nonce(signed.sender), None)) is not None:
            self._seal(due)
        return signed.hash

    def mine(self) -> None:
        """Makes a block with nothing in it, as time would on another chain."""
        self._seal(None)

    def audit(self) -> int:
        """Does everything again from the genesis and compares: each block, each receipt, every account and slot.

        Returns how many blocks that were. Raises `AuditFailed`.
        """
        again = _Replay(self.chain_id, self.genesis)
        height = int(self._latest["number"], 16)
        for number in range(height + 1):
            again.step(number, self.ledger)
        kept = {change.address: change for change in self.ledger.state()}
        if kept != again.state():
            raise AuditFailed("the accounts are not what the blocks make of them")
        return height + 1

    # --- inside ---------------------------------------------------------------------------------------------

    def _begin(self, chain_id: int, funds: dict[str, int]) -> None:
        genesis = {"chainId": chain_id, "moment": int(self._clock.now().timestamp()), "funds": funds}
        genesis["funds"] = {address: str(wei) for address, wei in sorted(funds.items())}
        with self.ledger.transaction():
            self.ledger.put_meta("genesis", genesis)
            self.ledger.put_changes(_endowed(genesis))
            self.ledger.put_block(_first_block(genesis))

    def _restore(self) -> None:
        self.machine = Machine(self.chain_id)
        self.machine.load(self.ledger.state())
        latest = self.ledger.block(None)
        if latest is None:
            raise ChainUnavailable("The embedded chain has no blocks: its file is damaged")
        self._latest = latest

    def _check(self, signed: Signed) -> None:
        sent = signed.transaction
        if self.ledger.receipt(signed.hash) or signed in self._waiting.get(signed.sender, {}).values():
            raise RpcError(_REFUSED, "already known")
        account, block = self.machine.account(signed.sender), self.next_block()
        refusals = (
            (sent.chain_id != self.chain_id, "invalid chain id for signer"),
            (sent.tip > sent.fee, "max priority fee per gas higher than max fee per gas"),
            (sent.fee < block.base_fee, "max fee per gas less than block base fee"),
            (sent.gas > GAS_LIMIT, "exceeds block gas limit"),
            (sent.nonce < account.nonce, "nonce too low"),
            (account.balance < sent.gas * sent.fee + sent.value, "insufficient funds for gas * price + value"),
            (sent.gas < intrinsic_gas(sent.data, creates=sent.to is None), "intrinsic gas too low"),
            (sent.to is None and len(sent.data) > 49_152, "max initcode size exceeded"),
        )
        for refused, message in refusals:
            if refused:
                raise RpcError(_REFUSED, message)
        before = self._waiting.get(signed.sender, {}).get(sent.nonce)
        if before is not None and sent.fee * 10 < before.transaction.fee * 11:
            raise RpcError(_REFUSED, "replacement transaction underpriced")

    def _seal(self, signed: Signed | None) -> None:
        try:
            with self.ledger.transaction():
                made = _sealed(self.machine, self.next_block(), self._latest, signed)
                self.ledger.put_block(made.block)
                self.ledger.put_changes(made.changes)
                if signed is not None:
                    self.ledger.put_transaction(signed.raw, made.transaction, made.receipt)
        except BaseException:  # a panic inside the machine is not even an Exception
            self._restore()
            raise
        self._latest = made.block


class _Sealed:
    """A block and what goes with it."""

    def __init__(self, block: dict[str, Any], changes: tuple[Change, ...]) -> None:
        self.block = block
        self.changes = changes
        self.transaction: dict[str, Any] = {}
        self.receipt: dict[str, Any] = {}


class _Replay:
    """Everything again, on a machine of its own."""

    def __init__(self, chain_id: int, genesis: dict[str, Any]) -> None:
        self._machine = Machine(chain_id)
        self._genesis = genesis
        self._latest: dict[str, Any] = {}

    def step(self, number: int, ledger: Ledger) -> None:
        kept = ledger.block(number)
        if kept is None:
            raise AuditFailed(f"block {number} is missing")
        if number == 0:
            self._machine.load(_endowed(self._genesis))
            made = _Sealed(_first_block(self._genesis), ())
        else:
            made = self._again(number, kept, ledger)
        if made.block != kept:
            raise AuditFailed(f"block {number} is not what its transactions make")
        self._latest = made.block

    def state(self) -> dict[str, Change]:
        slots: dict[str, list[tuple[int, int]]] = {}
        for (address, slot), value in sorted(self._machine.slots.items()):
            slots.setdefault(address, []).append((slot, value))
        return {
            address: Change(
                address=address,
                nonce=account.nonce,
                balance=account.balance,
                code=account.code or None,
                slots=tuple(slots.get(address, ())),
            )
            for address, account in self._machine.accounts.items()
        }

    def _again(self, number: int, kept: dict[str, Any], ledger: Ledger) -> _Sealed:
        signed = [decode_transaction(raw) for raw in ledger.raws(number)]
        moment, base = int(kept["timestamp"], 16), blocks.next_base_fee(self._latest)
        block = Block(number=number, moment=moment, base_fee=base)
        made = _sealed(self._machine, block, self._latest, signed[0] if signed else None)
        for each in signed:
            if ledger.receipt(each.hash) != made.receipt or ledger.transaction_by_hash(each.hash) != made.transaction:
                raise AuditFailed(f"the receipt of {each.hash} in block {number} is not what the transaction makes")
        if ledger.logs(number, number, set(), []) != made.receipt.get("logs", []):
            raise AuditFailed(f"the events of block {number} are not what its transactions make")
        return made


def _sealed(machine: Machine, block: Block, parent: dict[str, Any], signed: Signed | None) -> _Sealed:
    if signed is None:
        return _Sealed(blocks.made_block(block, parent, parent["stateRoot"], [], []), ())
    outcome: Outcome = machine.transact(block, signed.sender, signed.transaction)
    receipt = blocks.receipt_of(block, signed, outcome)
    state = blocks.next_state(parent["stateRoot"], outcome.changes)
    made = _Sealed(blocks.made_block(block, parent, state, [signed], [receipt]), outcome.changes)
    block_hash = made.block["hash"]
    logs = [log | {"blockHash": block_hash} for log in receipt["logs"]]
    made.receipt = receipt | {"blockHash": block_hash, "logs": logs}
    made.transaction = blocks.transaction_of(block, block_hash, signed)
    return made


def _endowed(genesis: dict[str, Any]) -> list[Change]:
    return [
        Change(address=address, nonce=0, balance=int(wei), code=None, slots=())
        for address, wei in genesis["funds"].items()
    ]


def _first_block(genesis: dict[str, Any]) -> dict[str, Any]:
    block = Block(number=0, moment=genesis["moment"], base_fee=blocks.FIRST_BASE_FEE)
    state = blocks.next_state(to_hex(keccak(str(genesis["chainId"]).encode())), _endowed(genesis))
    return blocks.made_block(block, None, state, [], [])
