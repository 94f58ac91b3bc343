"""Events: from bytes into a payload of the event's own type, and from a payload into one frame for all receivers.

An event's arguments are a JSON array that begins with its name. Ours have one argument, an object; `Arguments` is
for those that need another form. An event of ours never ends in a string: the official client would take it for a
recovery offset.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, Generic, NamedTuple, TypeVar

import msgspec

from eduverse.realtime.wire.binary import carries_binary, extract, restore
from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.frames import HEADROOM, Frame
from eduverse.realtime.wire.packets import ROOT, Packet, PacketType, header

__all__ = [
    "Arguments",
    "InvalidPayload",
    "Message",
    "PayloadDecoder",
    "decode_object",
    "encode_ack",
    "encode_binary_event",
    "encode_event",
    "encode_message",
    "event_name",
]

P = TypeVar("P", bound=msgspec.Struct)

_RESERVED = frozenset({"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
"""Names of the client's and server's own events, which nobody may send."""

_encoder: Final = msgspec.json.Encoder()
_any: Final = msgspec.json.Decoder()
_DECODE_ERRORS: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class Arguments(msgspec.Struct, frozen=True):
    """All the arguments of an event or an acknowledgement as they are, bytes included."""

    values: Sequence[Any] = ()


class InvalidPayload(Exception):
    """Well-formed, but not what this event carries; the message names the field."""


class PayloadDecoder(Generic[P]):
    """Decodes the argument of one kind of event."""

    __slots__ = ("_alone", "_event", "_kind")

    def __init__(self, kind: type[P]) -> None:
        self._kind = kind
        self._event: msgspec.json.Decoder[tuple[str, P]] = msgspec.json.Decoder(tuple[str, kind])  # type: ignore[valid-type]
        self._alone = msgspec.json.Decoder(kind)

    def decode(self, packet: Packet, name: str) -> P:
        """Raises `InvalidPayload`, and `ProtocolError` for what is not even JSON."""
        try:
            if packet.attachments or self._kind is Arguments:
                return self._convert(decode_arguments(packet)[1:])
            if len(packet.data) <= len(name) + 4 and packet.data == b'["%b"]' % name.encode():
                return self._alone.decode(b"{}")
            return self._event.decode(packet.data)[1]
        except msgspec.ValidationError as error:
            raise InvalidPayload(_explain(str(error))) from error
        except _DECODE_ERRORS as error:
            raise ProtocolError("malformed JSON") from error

    def _convert(self, values: list[Any]) -> P:
        if self._kind is Arguments:
            return self._kind(values)
        if len(values) != 1:
            raise InvalidPayload("one payload is expected")
        payload: P = msgspec.convert(["", values[0]], tuple[str, self._kind])[1]  # type: ignore[name-defined]
        return payload


def event_name(packet: Packet) -> str:
    """The name of an event, without decoding the rest. Raises `ProtocolError`."""
    data = packet.data
    end = data.find(b'"', 2)
    name = data[2:end] if data.startswith(b'["') and end > 0 else b"\\"
    if b"\\" in name or not name.isascii():
        return _check_name(decode_arguments(packet)[0])
    return _check_name(name.decode("ascii"))


def decode_arguments(packet: Packet) -> list[Any]:
    """The arguments of an event (its name first) or of an acknowledgement, with the attachments in their places."""
    values = _decode_any(packet.data)
    if not isinstance(values, list) or (not values and packet.type in {PacketType.EVENT, PacketType.BINARY_EVENT}):
        raise ProtocolError("an event's payload is a non-empty array")
    restored: list[Any] = restore(values, packet.attachments) if packet.attachments else values
    return restored


def decode_object(packet: Packet) -> dict[str, Any]:
    """The payload of a CONNECT packet; an absent one is empty (Connection to a namespace)."""
    value = _decode_any(packet.data or b"{}")
    if not isinstance(value, dict):
        raise ProtocolError("an object was expected")
    return value


class Message(NamedTuple):
    """An event with its arguments encoded, and nothing yet of whom it goes to."""

    text: bytes
    """The arguments as JSON, the name first, without the brackets around them."""
    attachments: tuple[bytes, ...] = ()

    @property
    def size(self) -> int:
        return len(self.text) + sum(map(len, self.attachments))

    def frame(self, namespace: str = ROOT, event_id: int | None = None, offset: str | None = None) -> Frame:
        """With an `event_id` it asks for an acknowledgement; with an `offset` it can be recovered: the official
        client takes a last argument that is a string for the event's place in the order of all."""
        kind = PacketType.BINARY_EVENT if self.attachments else PacketType.EVENT
        front = header(kind, namespace, event_id, attachments=len(self.attachments))
        end = b"]" if offset is None else b',"%b"]' % offset.encode()
        return Frame(bytearray(bytes(HEADROOM) + front + b"[" + self.text + end), self.attachments)


def encode_message(name: str, payload: msgspec.Struct) -> Message:
    if isinstance(payload, Arguments):
        data, attachments = extract([name, *payload.values])
    elif carries_binary(type(payload)):
        data, attachments = extract([name, payload])
    else:
        return Message(_encoder.encode(name) + b"," + _encoder.encode(payload))
    return Message(_encoder.encode(data)[1:-1], attachments)


def encode_event(name: str, payload: msgspec.Struct, namespace: str = ROOT, event_id: int | None = None) -> Frame:
    """One event as a frame; with an `event_id` it asks for an acknowledgement."""
    return encode_message(name, payload).frame(namespace, event_id)


def encode_binary_event(name: str, data: bytes, namespace: str = ROOT) -> Frame:
    """An event whose payload is one piece of binary data."""
    return Frame(bytearray(_binary_event(name, namespace)), (data,))


def encode_ack(event_id: int, reply: msgspec.Struct, namespace: str = ROOT) -> Frame:
    """The acknowledgement of the event with this id."""
    values: Sequence[Any] = reply.values if isinstance(reply, Arguments) else [reply]
    attachments: tuple[bytes, ...] = ()
    if isinstance(reply, Arguments) or carries_binary(type(reply)):
        values, attachments = extract(list(values))
    kind = PacketType.BINARY_ACK if attachments else PacketType.ACK
    front = header(kind, namespace, event_id, attachments=len(attachments))
    return Frame.of_text(front + _encoder.encode(values), attachments)


@lru_cache(maxsize=1024)
def _binary_event(name: str, namespace: str) -> bytes:
    front = header(PacketType.BINARY_EVENT, namespace, attachments=1)
    return bytes(HEADROOM) + front + _encoder.encode([name, {"_placeholder": True, "num": 0}])


def _decode_any(data: bytes) -> Any:
    try:
        return _any.decode(data)
    except _DECODE_ERRORS as error:
        raise ProtocolError("malformed JSON") from error


def _check_name(name: object) -> str:
    """Event names are strings; the reference takes numbers as well."""
    if type(name) is int:
        return str(name)
    if not isinstance(name, str) or name in _RESERVED:
        raise ProtocolError("illegal event name")
    return name


def _explain(message: str) -> str:
    """`Expected `float`, got `str` - at `$[1].position[0]`` as `position[0]: expected `float`, got `str``."""
    text, _, path = message.partition(" - at `$[1]")
    field = path.removesuffix("`").removeprefix(".")
    text = text[:1].lower() + text[1:]
    return f"{field}: {text}" if field else text
