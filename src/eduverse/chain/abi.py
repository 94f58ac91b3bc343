"""The contracts as the program knows them: ABI and bytecode from the package, calls and events written and read."""

from functools import cached_property, lru_cache
from importlib import resources
from typing import Any, NamedTuple

import msgspec

from eduverse.chain.hashing import keccak, to_hex
from eduverse.kernel.chain import Log

__all__ = ["Contract", "Event", "contract", "reason_of"]

_ERROR_STRING = bytes.fromhex("08c379a0")


class Event(NamedTuple):
    """An event's name and its arguments by name."""

    name: str
    arguments: dict[str, Any]


class Contract:
    """A compiled contract: `encode` makes the data of a call, `decode` reads what came back."""

    def __init__(self, artifact: dict[str, Any]) -> None:
        self.abi: list[dict[str, Any]] = artifact["abi"]
        self.bytecode = bytes.fromhex(artifact["bytecode"][2:])

    def creation(self, *arguments: Any) -> bytes:
        """The data of the transaction that creates it."""
        inputs: list[dict[str, Any]] = next((each["inputs"] for each in self.abi if each["type"] == "constructor"), [])
        return self.bytecode + _encoded(_types(inputs), arguments)

    def encode(self, function: str, *arguments: Any) -> bytes:
        entry = self._function(function, len(arguments))
        return keccak(_signature(entry).encode())[:4] + _encoded(_types(entry["inputs"]), arguments)

    def decode(self, function: str, output: bytes) -> Any:
        """What a function returned: a value, or a tuple of several."""
        from eth_abi.abi import decode

        entry = next(each for each in self.abi if each.get("name") == function and each["type"] == "function")
        values = decode(_types(entry["outputs"]), output)
        return values[0] if len(values) == 1 else values

    def topic(self, event: str) -> str:
        """The first topic of an event."""
        return next(topic for topic, entry in self._events.items() if entry["name"] == event)

    def event(self, log: Log) -> Event | None:
        """Reads an event; None when it is none of this contract's."""
        from eth_abi.abi import decode

        entry = self._events.get(log.topics[0]) if log.topics else None
        if entry is None:
            return None
        named = [each for each in entry["inputs"] if each["indexed"]]
        rest = [each for each in entry["inputs"] if not each["indexed"]]
        topics = [
            decode([each["type"]], bytes.fromhex(topic[2:]))[0]
            for each, topic in zip(named, log.topics[1:], strict=True)
        ]
        values = decode(_types(rest), log.data)
        names = [each["name"] for each in (*named, *rest)]
        return Event(entry["name"], dict(zip(names, (*topics, *values), strict=True)))

    @cached_property
    def _events(self) -> dict[str, dict[str, Any]]:
        entries = (each for each in self.abi if each["type"] == "event")
        return {to_hex(keccak(_signature(each).encode())): each for each in entries}

    def _function(self, name: str, arguments: int) -> dict[str, Any]:
        for each in self.abi:
            if each.get("name") == name and each["type"] == "function" and len(each["inputs"]) == arguments:
                return each
        raise ValueError(f"no function {name} with {arguments} arguments")


@lru_cache
def contract(name: str) -> Contract:
    """`ClassroomNFT`, `EduToken` or `CertificateRegistry`."""
    text = resources.files("eduverse.chain").joinpath("artifacts", f"{name}.json").read_bytes()
    return Contract(msgspec.json.decode(text))


def reason_of(output: bytes) -> str:
    """Why a contract refused, in its own words (`Error(string)`); empty when it did not say."""
    from eth_abi.abi import decode
    from eth_abi.exceptions import DecodingError

    if output[:4] != _ERROR_STRING:
        return ""
    try:
        return str(decode(["string"], output[4:])[0])[:1_000]
    except (DecodingError, UnicodeDecodeError):
        return ""


def _encoded(types: list[str], values: tuple[Any, ...]) -> bytes:
    from eth_abi.abi import encode

    return encode(types, values)


def _types(inputs: list[dict[str, Any]]) -> list[str]:
    return [each["type"] for each in inputs]


def _signature(entry: dict[str, Any]) -> str:
    return f"{entry['name']}({','.join(_types(entry['inputs']))})"
