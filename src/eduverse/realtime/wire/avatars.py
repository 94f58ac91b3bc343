"""Who moved where, as twelve bytes each (the layout is told in docs/avatar-records.md).

    header   0  time      float64   the server's milliseconds since 1970
    record   0  handle    uint32    who, in this room
             4  x, y, z   3 x int16 1/64 metre: what lies farther than 511 m is told as standing at the edge
            10  rotation  uint16    1/65536 of a full turn about the y axis

Numbers are little-endian; records follow one another to the end.
"""

import math
import struct
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from eduverse.realtime.wire.errors import ProtocolError

__all__ = ["RECORD_SIZE", "Record", "decode_records", "encode_record", "encode_records"]

_HEADER: Final = struct.Struct("<d")
_RECORD: Final = struct.Struct("<IhhhH")
_UNITS: Final = 64
_FARTHEST: Final = 32_767 / _UNITS
_TURN: Final = 65_536 / (2 * math.pi)
RECORD_SIZE: Final = _RECORD.size

Position = tuple[float, float, float]


class Record(NamedTuple):
    """One record as it is read back: metres and radians, as exact as the layout keeps them."""

    handle: int
    position: Position
    rotation: float


def encode_record(handle: int, position: Position, rotation: float) -> bytes:
    x, y, z = position
    turned = round(rotation * _TURN) & 0xFFFF
    try:
        return _RECORD.pack(handle, round(x * _UNITS), round(y * _UNITS), round(z * _UNITS), turned)
    except struct.error:
        return _RECORD.pack(handle, _nearest(x), _nearest(y), _nearest(z), turned)


def encode_records(time: float, records: Iterable[bytes]) -> bytes:
    """Records under their header; `time` is in milliseconds."""
    return _HEADER.pack(time) + b"".join(records)


def decode_records(data: bytes) -> tuple[float, list[Record]]:
    """The time and the records. Raises `ProtocolError` for bytes that are no whole records."""
    if len(data) < _HEADER.size or (len(data) - _HEADER.size) % RECORD_SIZE:
        raise ProtocolError("not a whole number of avatar records")
    return _HEADER.unpack_from(data)[0], list(_records(data))


def _records(data: bytes) -> Iterator[Record]:
    for handle, x, y, z, turned in _RECORD.iter_unpack(memoryview(data)[_HEADER.size :]):
        yield Record(handle, (x / _UNITS, y / _UNITS, z / _UNITS), turned / _TURN)


def _nearest(metres: float) -> int:
    return round(max(-_FARTHEST, min(_FARTHEST, metres)) * _UNITS)
