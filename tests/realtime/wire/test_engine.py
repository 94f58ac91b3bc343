"""Engine.IO v4 packets and payloads."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.realtime.growth import assert_linear

from eduverse.realtime.wire.engine import (
    Packet,
    PacketType,
    decode_packet,
    decode_payload,
    encode_binary,
    encode_open,
    encode_payload,
)
from eduverse.realtime.wire.errors import ProtocolError

pieces = st.lists(st.sampled_from("4 b AQ== \x1e € 2 9 =".encode().split(b" "))).map(b"".join)
texts = st.text(st.characters(exclude_characters="\x1e", exclude_categories=["Cs"])).map(str.encode)


@pytest.mark.parametrize(
    ("text", "packet"),
    [
        (b"0{}", Packet(PacketType.OPEN, b"{}")),
        (b"1", Packet(PacketType.CLOSE)),
        (b"2probe", Packet(PacketType.PING, b"probe")),
        (b"3", Packet(PacketType.PONG)),
        (b"4hello", Packet(PacketType.MESSAGE, b"hello")),
        ("4€".encode(), Packet(PacketType.MESSAGE, "€".encode())),
        (b"5", Packet(PacketType.UPGRADE)),
        (b"6", Packet(PacketType.NOOP)),
    ],
)
def test_the_packets_of_the_specification(text: bytes, packet: Packet) -> None:
    assert decode_packet(text) == packet


@pytest.mark.parametrize("text", [b"", b"7", b"abc", b" 4", b"\xff"])
def test_what_is_no_packet(text: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode_packet(text)


def test_the_payload_of_the_specification() -> None:
    assert decode_payload(b"4hello\x1e2\x1e4world") == [
        Packet(PacketType.MESSAGE, b"hello"),
        Packet(PacketType.PING),
        Packet(PacketType.MESSAGE, b"world"),
    ]
    assert decode_payload(b"4hello\x1ebAQIDBA==") == [
        Packet(PacketType.MESSAGE, b"hello"),
        Packet(PacketType.MESSAGE, b"\1\2\3\4", binary=True),
    ]


@pytest.mark.parametrize("body", [b"", b"abc", b"4a\x1e", b"\x1e4a", b"bAQI", b"bA*ID", b"4\xff", b"4a\x1e9"])
def test_one_malformed_packet_spoils_the_payload(body: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode_payload(body)


@given(
    st.lists(st.one_of(texts.map(lambda data: (data, False)), st.binary().map(lambda data: (data, True))), min_size=1)
)
def test_payloads_come_back_as_they_were(messages: list[tuple[bytes, bool]]) -> None:
    parts = [encode_binary(data) if binary else b"4" + data for data, binary in messages]
    assert [(packet.data, packet.binary) for packet in decode_payload(encode_payload(parts))] == messages


@given(st.one_of(st.binary(max_size=300), pieces))
def test_nothing_but_a_protocol_error(body: bytes) -> None:
    try:
        packets = decode_payload(body)
    except ProtocolError:
        return
    assert len(packets) == body.count(b"\x1e") + 1


@given(st.binary(max_size=100))
def test_a_packet_or_a_protocol_error(text: bytes) -> None:
    try:
        packet = decode_packet(text)
    except ProtocolError:
        return
    assert b"%d%b" % (packet.type, packet.data) == text


@pytest.mark.parametrize("pattern", [b"4", b"\x1e", b"4\x1e", b"4a\x1e", b"bAQ==\x1e", "€".encode(), b"\xe2\x82"])
@pytest.mark.parametrize("front", [b"", b"4", b"b"])
def test_payloads_cost_no_more_than_their_size(front: bytes, pattern: bytes) -> None:
    assert_linear(decode_payload, pattern, front)


@pytest.mark.parametrize("pattern", [b"A", b"AQ==", b"=", b"*"])
def test_binary_packets_cost_no_more_than_their_size(pattern: bytes) -> None:
    assert_linear(decode_payload, pattern, b"b")


def test_a_packet_costs_no_more_than_its_size() -> None:
    assert_linear(decode_packet, b"4")


def test_the_open_packet_speaks_milliseconds() -> None:
    opened = encode_open("s1", ["websocket"], ping_interval=0.3, ping_timeout=20, max_payload=1_000_000)
    assert opened[:1] == b"0"
    assert json.loads(opened[1:]) == {
        "sid": "s1",
        "upgrades": ["websocket"],
        "pingInterval": 300,
        "pingTimeout": 20000,
        "maxPayload": 1_000_000,
    }
