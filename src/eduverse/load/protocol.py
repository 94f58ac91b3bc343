"""The client's side of Engine.IO v4 and Socket.IO v5 over a websocket, as bytes. Pure.

Only what our server sends is read: text packets with one argument, an object, and perhaps the offset of connection
state recovery behind it; binary events with one attachment.
"""

from typing import Any, Final, NamedTuple

import msgspec

from eduverse.realtime.wire.packets import PacketType, header

__all__ = ["CLOSE", "GOODBYE", "PING", "PONG", "Answer", "Event", "connect", "emit", "read_answer", "read_event"]

PING: Final = b"2"
PONG: Final = b"3"
CLOSE: Final = b"1"
GOODBYE: Final = header(PacketType.DISCONNECT)

_encode: Final = msgspec.json.Encoder().encode
_EVENT: Final = header(PacketType.EVENT)
_ANSWER: Final = header(PacketType.ACK)


class Event(NamedTuple):
    name: bytes
    payload: bytes
    """JSON."""
    offset: str | None
    """Its place in the order of all events, when it can be recovered."""


class Answer(NamedTuple):
    """The reply to an event that was sent with this number."""

    number: int
    payload: bytes
    """JSON."""


def connect(token: str, pid: str | None, offset: str | None) -> bytes:
    """Into the main namespace; as the official client does, with what it remembers of the session before."""
    auth = {"token": token}
    if pid is not None:
        auth["pid"] = pid
        if offset is not None:
            auth["offset"] = offset
    return header(PacketType.CONNECT) + _encode(auth)


def emit(name: str, payload: Any, number: int) -> bytes:
    """An event that wants an answer."""
    return header(PacketType.EVENT, event_id=number) + _encode([name, payload])


def read_event(text: bytes) -> Event:
    start = len(_EVENT) + 2
    end = text.find(b'"', start)
    payload, offset = text[end + 2 : -1], None
    if payload.endswith(b'"'):
        cut = payload.rfind(b',"')
        payload, offset = payload[:cut], payload[cut + 2 : -1].decode()
    return Event(text[start:end], payload, offset)


def read_answer(text: bytes) -> Answer:
    start = text.find(b"[")
    return Answer(int(text[len(_ANSWER) : start]), text[start + 1 : -1])
