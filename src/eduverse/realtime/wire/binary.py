"""Binary data in a payload: taken out and replaced by numbered placeholders, and put back (Packet encoding)."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from eduverse.realtime.wire.errors import ProtocolError

__all__ = ["carries_binary", "extract", "restore"]

_BYTES = (bytes, bytearray, memoryview)


def extract(value: Any) -> tuple[Any, tuple[bytes, ...]]:
    """The value with placeholders for every bytes object in it, and those objects in the order of their numbers."""
    found: list[bytes] = []

    def walk(part: Any) -> Any:
        if isinstance(part, _BYTES):
            found.append(bytes(part))
            return {"_placeholder": True, "num": len(found) - 1}
        if isinstance(part, dict):
            return {key: walk(item) for key, item in part.items()}
        if isinstance(part, list | tuple):
            return [walk(item) for item in part]
        return part

    return walk(msgspec.to_builtins(value, builtin_types=_BYTES)), tuple(found)


def restore(value: Any, attachments: Sequence[bytes]) -> Any:
    """The decoded JSON value with its attachments in their places. Raises `ProtocolError`."""

    def walk(part: Any) -> Any:
        if isinstance(part, dict):
            if part.get("_placeholder") is True:
                return _pick(part.get("num"), attachments)
            return {key: walk(item) for key, item in part.items()}
        if isinstance(part, list):
            return [walk(item) for item in part]
        return part

    try:
        return walk(value)
    except RecursionError as error:
        raise ProtocolError("nested too deeply") from error


def _pick(number: object, attachments: Sequence[bytes]) -> bytes:
    if type(number) is not int or not 0 <= number < len(attachments):
        raise ProtocolError("illegal placeholder")
    return attachments[number]


@cache
def carries_binary(kind: type) -> bool:
    """Whether values of this type may hold bytes: only those are searched when they are sent."""
    seen: set[type] = set()
    waiting: list[Any] = [msgspec.inspect.type_info(kind)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, msgspec.inspect.BytesType | msgspec.inspect.ByteArrayType | msgspec.inspect.MemoryViewType):
            return True
        if isinstance(node, msgspec.inspect.StructType):
            if node.cls in seen:
                continue
            seen.add(node.cls)
        waiting.extend(_inside(node))
    return False


def _inside(node: Any) -> list[Any]:
    """The types a type is made of."""
    if isinstance(node, list | tuple):
        return list(node)
    if isinstance(node, msgspec.inspect.Type | msgspec.inspect.Field):
        return [getattr(node, name) for name in node.__struct_fields__ if name != "default"]
    return []
