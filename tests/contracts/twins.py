"""A contract of ours and OpenZeppelin's beside it on one machine, each called as the other is."""

from pathlib import Path
from typing import Any, NamedTuple

from tests.contracts.differences import EXTRA_EVENTS, LEFT_OUT_EVENTS, MILDER, REASONS, STRICTER
from tests.support.evm import PEOPLE, Evm
from tests.support.solidity import compiled

from eduverse.chain.abi import Contract, contract, reason_of
from eduverse.chain.hashing import from_hex, keccak, quantity, to_hex
from eduverse.chain.jsonrpc import RpcError
from eduverse.chain.rpc.answers import log_of
from eduverse.chain.transactions import Signer

__all__ = ["REFERENCES", "Answer", "Twins"]

REFERENCES = Path(__file__).with_name("openzeppelin") / "References.sol"
_PANIC = keccak(b"Panic(uint256)")[:4]
_FALSE = bytes(32)


class Answer(NamedTuple):
    output: bytes
    refused: bool


class Twins:
    """Calls go to both, are compared, and are carried out on both or on none."""

    def __init__(self, ours: str, theirs: str, *arguments: Any) -> None:
        self.evm = Evm()
        self.ours = contract(ours)
        self.theirs = compiled(REFERENCES)[theirs]
        self.changed = True
        """Whether something was carried out since whoever looks at the state set this to False."""
        self.addresses = [self.evm.create(one.creation(*arguments)) for one in (self.ours, self.theirs)]

    def ask(self, function: str, *arguments: Any) -> Any:
        """What both say; refusing is an answer, None."""
        data = self.ours.encode(function, *arguments)
        ours, theirs = (self.answer(address, PEOPLE[0], data) for address in self.addresses)
        self._compare(function, ours, theirs)
        return None if ours.refused else self.ours.decode(function, ours.output)

    def do(self, sender: Signer, function: str, *arguments: Any, theirs: tuple[Any, ...] | None = None) -> Any:
        """What both say, None for a refusal. `theirs`: other arguments for OpenZeppelin's."""
        data = self.ours.encode(function, *arguments)
        other = data if theirs is None else self.theirs.encode(function, *theirs)
        done = self.send(sender, function, data, other)
        return None if done is None else self.ours.decode(function, done)

    def send(
        self, sender: Signer, function: str, data: bytes, other: bytes | None = None, *, value: int = 0
    ) -> bytes | None:
        """The same with calldata as it is; None for a refusal."""
        calls = list(zip(self.addresses, (data, data if other is None else other), strict=True))
        ours, theirs = (self.answer(address, sender, each, value) for address, each in calls)
        if not self._compare(function, ours, theirs):
            return None
        self.changed = True
        receipts = [self.evm.transact(sender, address, each, value=value) for address, each in calls]
        events = [self._events(receipt) for receipt in receipts]
        extra = {self.ours.topic(name) for name in EXTRA_EVENTS if self._has_event(self.ours, name)}
        left_out = {self.theirs.topic(name) for called, name in LEFT_OUT_EVENTS if called == function}
        assert _without(events[0], extra) == _without(events[1], left_out), function
        return ours.output

    def answer(self, address: str, sender: Signer, data: bytes, value: int = 0) -> Answer:
        wanted = {"from": sender.address, "to": address, "data": to_hex(data), "value": quantity(value)}
        try:
            return Answer(from_hex(self.evm.handler.answer("eth_call", [wanted])), refused=False)
        except RpcError as error:
            return Answer(from_hex(error.data or "0x"), refused=True)

    def error_of(self, answer: Answer) -> str:
        """The text of ours; the name of OpenZeppelin's."""
        if answer.output[:4] == _PANIC:
            return "Panic"
        for entry in self.theirs.abi:
            if entry["type"] == "error" and _selector(entry) == answer.output[:4]:
                return str(entry["name"])
        return reason_of(answer.output)

    def _compare(self, function: str, ours: Answer, theirs: Answer) -> bool:
        """Whether both do it. Raises `AssertionError` for a difference that is not meant."""
        if not ours.refused and not theirs.refused:
            assert ours.output == theirs.output, function
            return True
        text, error = self.error_of(ours), self.error_of(theirs)
        if ours.refused and theirs.refused:
            assert not text or ours.output == theirs.output or error in REASONS[text], (function, text, error)
        elif ours.refused:
            assert text in STRICTER, (function, text)
            assert function in STRICTER[text].functions, (function, text)
        else:
            assert error in MILDER, (function, error)
            assert function in MILDER[error].functions, (function, error)
            assert ours.output == _FALSE, function
        return False

    def _events(self, receipt: dict[str, Any]) -> list[tuple[str, tuple[str, ...], bytes]]:
        """Who logged (`self`, or a receiver's address), topics, data."""
        own = {address.lower() for address in self.addresses}
        logs = map(log_of, receipt["logs"])
        return [("self" if log.address.lower() in own else log.address, tuple(log.topics), log.data) for log in logs]

    @staticmethod
    def _has_event(one: Contract, name: str) -> bool:
        return any(entry["type"] == "event" and entry["name"] == name for entry in one.abi)


def _without(events: list[tuple[str, tuple[str, ...], bytes]], topics: set[str]) -> list[object]:
    return [event for event in events if event[1][0] not in topics]


def _selector(entry: dict[str, Any]) -> bytes:
    types = ",".join(each["type"] for each in entry["inputs"])
    return keccak(f"{entry['name']}({types})".encode())[:4]
