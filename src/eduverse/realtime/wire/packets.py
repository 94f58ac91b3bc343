"""Socket.IO v5 packets.

Sections are those of the Socket.IO protocol, 5th version (socketio/socket.io, docs/socket.io-protocol):

    <packet type>[<# of binary attachments>-][<namespace>,][<acknowledgment id>][JSON payload without binary]

Decoding stops at the JSON: an event's payload goes from its bytes straight into its own type (see `events`).
"""

import enum
from collections.abc import Sequence

import msgspec

from eduverse.realtime.wire.errors import ProtocolError

__all__ = ["ROOT", "Decoder", "Packet", "PacketType", "decode_text", "header"]

ROOT = "/"
"""The main namespace."""

_MAX_ID_DIGITS = 15
"""An acknowledgement id is a JavaScript number: beyond 2**53 it would not come back as it was sent."""
_MAX_NAMESPACE = 255


class PacketType(enum.IntEnum):
    """Exchange protocol: the list of available packet types."""

    CONNECT = 0
    DISCONNECT = 1
    EVENT = 2
    ACK = 3
    CONNECT_ERROR = 4
    BINARY_EVENT = 5
    BINARY_ACK = 6


class Packet(msgspec.Struct, frozen=True, gc=False):
    """A packet with its payload still encoded; `data` is empty when there is none."""

    type: PacketType
    namespace: str = ROOT
    id: int | None = None
    data: bytes = b""
    expected: int = 0
    """How many attachments follow, by its own account."""
    attachments: Sequence[bytes] = ()


_TYPES = {ord(str(kind.value)): kind for kind in PacketType}
_BINARY = frozenset({PacketType.BINARY_EVENT, PacketType.BINARY_ACK})
_ARRAYS = frozenset({PacketType.EVENT, PacketType.ACK}) | _BINARY
_OBJECTS = frozenset({PacketType.CONNECT, PacketType.CONNECT_ERROR})


def decode_text(text: bytes, *, max_attachments: int) -> Packet:
    """Decodes everything but the JSON. Raises `ProtocolError`; takes time linear in the size of the text."""
    kind = _TYPES.get(text[0]) if text else None
    if kind is None:
        raise ProtocolError("unknown packet type")
    if kind is PacketType.EVENT and text[1:2] == b"[":
        return Packet(kind, data=text[1:])
    position, expected = _read_attachments(text, max_attachments) if kind in _BINARY else (1, 0)
    position, namespace = _read_namespace(text, position)
    position, event_id = _read_id(text, position)
    data = text[position:]
    _check_shape(kind, event_id, data)
    return Packet(kind, namespace, event_id, data, expected)


def _read_attachments(text: bytes, limit: int) -> tuple[int, int]:
    digits, dash, _ = text[1 : 1 + 8].partition(b"-")
    if not dash or not digits.isdigit() or not 1 <= int(digits) <= limit:
        raise ProtocolError("illegal number of attachments")
    return 2 + len(digits), int(digits)


def _read_namespace(text: bytes, position: int) -> tuple[int, str]:
    """A namespace starts with a slash and ends with a comma, which may be left out when nothing follows."""
    if text[position : position + 1] != b"/":
        return position, ROOT
    comma = text.find(b",", position)
    end = len(text) if comma < 0 else comma
    if end - position > _MAX_NAMESPACE:
        raise ProtocolError("namespace too long")
    try:
        return min(end + 1, len(text)), text[position:end].decode()
    except UnicodeDecodeError as error:
        raise ProtocolError("namespace is not UTF-8") from error


def _read_id(text: bytes, position: int) -> tuple[int, int | None]:
    end = position
    while text[end : end + 1].isdigit():
        end += 1
        if end - position > _MAX_ID_DIGITS:
            raise ProtocolError("acknowledgement id out of range")
    return end, int(text[position:end]) if end > position else None


def _check_shape(kind: PacketType, event_id: int | None, data: bytes) -> None:
    """The payload that each type must have (Exchange protocol)."""
    if kind in _ARRAYS:
        legal = data.startswith(b"[") and (event_id is not None or kind in {PacketType.EVENT, PacketType.BINARY_EVENT})
    elif kind in _OBJECTS:
        legal = event_id is None and (not data or data.startswith(b"{"))
    else:
        legal = event_id is None and not data
    if not legal:
        raise ProtocolError(f"illegal payload of {kind.name}")


class Decoder:
    """Puts the attachments of a binary packet, which follow it as messages of their own, back to it."""

    __slots__ = ("_max_attachments", "_max_bytes", "_missing", "_parts", "_size", "_waiting")

    def __init__(self, *, max_attachments: int, max_bytes: int) -> None:
        self._max_attachments = max_attachments
        self._max_bytes = max_bytes
        self._waiting: Packet | None = None
        self._parts: list[bytes] = []
        self._missing = 0
        self._size = 0

    def text(self, text: bytes) -> Packet | None:
        """The packet in a text message, or None when attachments must follow. Raises `ProtocolError`."""
        if self._waiting is not None:
            raise ProtocolError("text where an attachment was expected")
        packet = decode_text(text, max_attachments=self._max_attachments)
        if not packet.expected:
            return packet
        self._waiting, self._parts, self._missing, self._size = packet, [], packet.expected, 0
        return None

    def binary(self, data: bytes) -> Packet | None:
        """The packet that this attachment completes, or None. Raises `ProtocolError`."""
        if self._waiting is None:
            raise ProtocolError("an attachment of no packet")
        self._parts.append(data)
        self._missing -= 1
        self._size += len(data)
        if self._size > self._max_bytes:
            raise ProtocolError("attachments too large")
        if self._missing:
            return None
        packet, self._waiting = self._waiting, None
        return msgspec.structs.replace(packet, attachments=tuple(self._parts))


def header(kind: PacketType, namespace: str = ROOT, event_id: int | None = None, *, attachments: int = 0) -> bytes:
    """Everything in front of the JSON, with the engine's `4` before it."""
    count = f"{attachments}-" if attachments else ""
    place = "" if namespace == ROOT else f"{namespace},"
    number = "" if event_id is None else event_id
    return f"4{kind.value}{count}{place}{number}".encode()
