"""Engine.IO v4 packets and long-polling payloads.

Section names are those of the Engine.IO protocol, 4th version (socketio/socket.io, docs/engine.io-protocol).
Text is kept as UTF-8 bytes from the network to the JSON decoder: nothing in between needs characters.
"""

import binascii
import enum
from collections.abc import Sequence

import msgspec

from eduverse.realtime.wire.errors import ProtocolError

__all__ = [
    "MAX_PACKETS",
    "SEPARATOR",
    "Packet",
    "PacketType",
    "decode_packet",
    "decode_payload",
    "encode_binary",
    "encode_open",
    "encode_payload",
]

SEPARATOR = b"\x1e"
"""Packet encoding, HTTP long-polling: packets are separated by the record separator character."""

MAX_PACKETS = 2_000
"""In one payload: more than anybody has to say at once, and few enough to be taken without a pause."""


class PacketType(enum.IntEnum):
    """Protocol: the list of available packet types."""

    OPEN = 0
    CLOSE = 1
    PING = 2
    PONG = 3
    MESSAGE = 4
    UPGRADE = 5
    NOOP = 6


class Packet(msgspec.Struct, frozen=True, gc=False):
    """One packet. Binary data always is a message (Packet encoding)."""

    type: PacketType
    data: bytes = b""
    binary: bool = False


class _Open(msgspec.Struct, rename="camel"):
    """Handshake: the payload of the open packet; durations in milliseconds."""

    sid: str
    upgrades: Sequence[str]
    ping_interval: int
    ping_timeout: int
    max_payload: int


_TYPES = {ord(str(kind.value)): kind for kind in PacketType}


def decode_packet(data: bytes) -> Packet:
    """The packet in one text frame. Raises `ProtocolError`."""
    kind = _TYPES.get(data[0]) if data else None
    if kind is None:
        raise ProtocolError("unknown engine packet type")
    return Packet(kind, data[1:])


def decode_payload(body: bytes) -> list[Packet]:
    """The packets in a request body, all of them or `ProtocolError`. Takes time linear in the size of the body."""
    if body.count(SEPARATOR) >= MAX_PACKETS:
        raise ProtocolError("too many packets")
    try:
        _check_utf8(body)
        return [_decode_part(part) for part in body.split(SEPARATOR)]
    except ValueError as error:  # UnicodeDecodeError and binascii.Error are among them
        raise ProtocolError("malformed payload") from error


def encode_payload(parts: Sequence[bytes]) -> bytes:
    """A response body from packets that are already encoded as text."""
    return SEPARATOR.join(parts)


def encode_binary(data: bytes) -> bytes:
    """A binary message as a part of a payload: base64 behind a `b` (Packet encoding, HTTP long-polling)."""
    return b"b" + binascii.b2a_base64(data, newline=False)


def encode_open(
    sid: str, upgrades: Sequence[str], *, ping_interval: float, ping_timeout: float, max_payload: int
) -> bytes:
    """The first packet of a session (Handshake). Durations in seconds."""
    opened = _Open(sid, upgrades, round(ping_interval * 1000), round(ping_timeout * 1000), max_payload)
    return b"0" + msgspec.json.encode(opened)


def _decode_part(part: bytes) -> Packet:
    if part.startswith(b"b"):
        return Packet(PacketType.MESSAGE, binascii.a2b_base64(part[1:], strict_mode=True), binary=True)
    return decode_packet(part)


def _check_utf8(text: bytes) -> None:
    if not text.isascii():
        text.decode()
