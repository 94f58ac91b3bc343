"""Avatar records: the vectors that the browser's decoder is held to as well, and every other value."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.wire.avatars import RECORD_SIZE, decode_records, encode_record, encode_records
from eduverse.realtime.wire.errors import ProtocolError

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parents[2] / "vectors" / "avatar_records.json").read_text())

metres = st.floats(-511, 511)
positions = st.tuples(metres, metres, metres)
handles = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["what"]))
def test_the_vectors(vector: dict[str, Any]) -> None:
    records = [
        encode_record(avatar["handle"], tuple(avatar["position"]), avatar["rotation"]) for avatar in vector["avatars"]
    ]
    assert encode_records(vector["time"], records).hex() == vector["hex"]
    time, decoded = decode_records(bytes.fromhex(vector["hex"]))
    assert time == vector["time"]
    assert [record.handle for record in decoded] == [avatar["handle"] for avatar in vector["avatars"]]
    for record, avatar in zip(decoded, vector["avatars"], strict=True):
        assert record.position == pytest.approx(avatar["decoded"]["position"])
        assert record.rotation == pytest.approx(avatar["decoded"]["rotation"])


@given(handles, positions, st.floats(-7, 7))
def test_what_is_read_back_is_within_a_centimetre_and_a_hundredth_of_a_degree(
    handle: int, position: tuple[float, float, float], rotation: float
) -> None:
    packed = encode_record(handle, position, rotation)
    assert len(packed) == RECORD_SIZE == 12
    _, [record] = decode_records(encode_records(0, [packed]))
    assert record.handle == handle
    assert math.dist(record.position, position) <= math.sqrt(3) / 128
    turn = (record.rotation - rotation) % (2 * math.pi)
    assert min(turn, 2 * math.pi - turn) <= math.pi / 65_536 + 1e-9


@given(st.tuples(*[st.floats(-1e9, 1e9)] * 3))
def test_what_lies_beyond_stands_at_the_edge(position: tuple[float, float, float]) -> None:
    _, [record] = decode_records(encode_records(0, [encode_record(1, position, 0)]))
    assert all(abs(value) <= 512 for value in record.position)


@given(st.binary(max_size=100))
def test_bytes_are_records_or_an_error(data: bytes) -> None:
    try:
        _, records = decode_records(data)
    except ProtocolError:
        assert len(data) < 8 or (len(data) - 8) % 12
    else:
        assert len(records) * 12 + 8 == len(data)
