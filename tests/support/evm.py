"""Contracts on a machine of a test's own, called at once and in one line: for tests of what contracts do."""

from typing import Any

from tests.support.clock import FakeClock

from eduverse.chain.abi import Contract, Event, contract
from eduverse.chain.embedded.handler import Handler
from eduverse.chain.embedded.node import Node
from eduverse.chain.hashing import from_hex, quantity, to_hex
from eduverse.chain.jsonrpc import RpcError
from eduverse.chain.rpc.answers import log_of
from eduverse.chain.transactions import Signer, Transaction

__all__ = ["PEOPLE", "Deployed", "Evm", "Refused"]

PEOPLE = [Signer(bytes([number]) * 32) for number in range(1, 6)]
"""The first one deploys."""


class Refused(Exception):
    """With the contract's reason."""


class Evm:
    def __init__(self) -> None:
        self.node = Node(None, funds={person.address: 10**24 for person in PEOPLE}, clock=FakeClock())
        self.handler = Handler(self.node)

    def deploy(self, name: str, *arguments: Any) -> "Deployed":
        """A contract of ours by its name."""
        kind = contract(name)
        return Deployed(self, kind, self.create(kind.creation(*arguments)))

    def create(self, data: bytes) -> str:
        receipt = self.transact(PEOPLE[0], None, data)
        return str(receipt["contractAddress"])

    def transact(self, sender: Signer, to: str | None, data: bytes, *, value: int = 0) -> dict[str, Any]:
        """The receipt. Raises `Refused` when it reverts, with the reason that a call gives."""
        transaction = Transaction(
            chain_id=self.node.chain_id,
            nonce=self.node.nonce(sender.address),
            tip=0,
            fee=10**11,
            gas=20_000_000,
            to=None if to is None else from_hex(to),
            value=value,
            data=data,
        )
        reason = self._reason(sender, to, data, value)
        receipt = self.handler.answer("eth_getTransactionReceipt", [self.node.submit(sender.sign(transaction))])
        assert (receipt["status"] == "0x1") is (reason is None)
        if reason is not None:
            raise Refused(reason)
        return dict(receipt)

    def _reason(self, sender: Signer, to: str | None, data: bytes, value: int) -> str | None:
        wanted = {"from": sender.address, "to": to, "data": to_hex(data), "value": quantity(value)}
        try:
            self.handler.answer("eth_call", [wanted])
        except RpcError as error:
            return error.message.removeprefix("execution reverted").removeprefix(": ")
        return None


class Deployed:
    """A contract at its address."""

    def __init__(self, evm: Evm, kind: Contract, address: str) -> None:
        self.evm = evm
        self.kind = kind
        self.address = address

    def ask(self, function: str, *arguments: Any) -> Any:
        wanted = {"to": self.address, "data": to_hex(self.kind.encode(function, *arguments))}
        try:
            return self.kind.decode(function, from_hex(self.evm.handler.answer("eth_call", [wanted])))
        except RpcError as error:
            raise Refused(error.message.removeprefix("execution reverted: ")) from None

    def do(self, sender: Signer, function: str, *arguments: Any, value: int = 0) -> list[Event]:
        """Sends a transaction; returns its events. Raises `Refused`."""
        receipt = self.evm.transact(sender, self.address, self.kind.encode(function, *arguments), value=value)
        events = [self.kind.event(log_of(log)) for log in receipt["logs"]]
        return [event for event in events if event is not None]
