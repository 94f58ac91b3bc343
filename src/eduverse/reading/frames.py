"""How the process that reads a file tells what it found: a length of four bytes, then MessagePack."""

import msgspec

from eduverse.kernel.structs import Struct
from eduverse.materials.model.kinds import Kind
from eduverse.materials.ports import Length, Part, Picture

__all__ = ["LENGTH", "MAX_FRAME", "Failed", "Finished", "Frame", "Office", "decode", "encode"]

LENGTH = 4
"""Bytes before each frame that say how long it is."""
MAX_FRAME = 8_000_000


class Office(Struct, frozen=True, kw_only=True, tag="office"):
    kind: Kind | None


class Failed(Struct, frozen=True, kw_only=True, tag="failed"):
    why: str


class Finished(Struct, frozen=True, kw_only=True, tag="finished"):
    """Nothing is missing: a process that was killed does not say this."""


Frame = Length | Part | Picture | Office | Failed | Finished

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Frame] = msgspec.msgpack.Decoder(Frame)


def encode(frame: Frame) -> bytes:
    body = _encoder.encode(frame)
    if len(body) > MAX_FRAME:
        raise ValueError("too much for a frame")
    return len(body).to_bytes(LENGTH) + body


def decode(body: bytes) -> Frame:
    """Raises `msgspec.DecodeError`."""
    return _decoder.decode(body)
