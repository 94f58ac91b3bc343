"""Socket.IO v5 packets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.realtime.growth import assert_linear

from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.packets import Decoder, Packet, PacketType, decode_text, header

EVENT, ACK, BINARY_EVENT, BINARY_ACK = PacketType.EVENT, PacketType.ACK, PacketType.BINARY_EVENT, PacketType.BINARY_ACK

words = b'0 1 2 3 4 5 6 7 - / /admin , [ { "e" \xff'
pieces = st.lists(st.sampled_from(words.split())).map(b"".join)

VECTORS = [
    (b"0", Packet(PacketType.CONNECT)),
    (b'0{"token":"123"}', Packet(PacketType.CONNECT, data=b'{"token":"123"}')),
    (b"0/admin,", Packet(PacketType.CONNECT, "/admin")),
    (b"0/admin", Packet(PacketType.CONNECT, "/admin")),
    (b'0/admin,{"a":1}', Packet(PacketType.CONNECT, "/admin", data=b'{"a":1}')),
    (b"1", Packet(PacketType.DISCONNECT)),
    (b"1/admin,", Packet(PacketType.DISCONNECT, "/admin")),
    (b'2["foo"]', Packet(EVENT, data=b'["foo"]')),
    (b'2/admin,["bar"]', Packet(EVENT, "/admin", data=b'["bar"]')),
    (b'212["foo"]', Packet(EVENT, id=12, data=b'["foo"]')),
    (b'3/admin,13["bar"]', Packet(ACK, "/admin", 13, b'["bar"]')),
    (b"30[]", Packet(ACK, id=0, data=b"[]")),
    (b'4{"message":"no"}', Packet(PacketType.CONNECT_ERROR, data=b'{"message":"no"}')),
    (b'51-["baz",{}]', Packet(BINARY_EVENT, data=b'["baz",{}]', expected=1)),
    (b'52-/admin,["baz"]', Packet(BINARY_EVENT, "/admin", data=b'["baz"]', expected=2)),
    (b'61-15["bar"]', Packet(BINARY_ACK, id=15, data=b'["bar"]', expected=1)),
    (b'510-/a,7["e"]', Packet(BINARY_EVENT, "/a", 7, b'["e"]', 10)),
]


@pytest.mark.parametrize(("text", "packet"), VECTORS)
def test_the_examples_of_the_specification(text: bytes, packet: Packet) -> None:
    assert decode_text(text, max_attachments=10) == packet


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"7",
        b"abc",
        b"0[]",
        b'0"a"',
        b"01",
        b"1{}",
        b"11",
        b"2",
        b"2{}",
        b'2"foo"',
        b"21",
        b'3["no id"]',
        b"312{}",
        b"4[]",
        b'5["no count"]',
        b"50-[]",
        b'511-["too many"]',
        b'5-1-["negative"]',
        b'51.5-["broken"]',
        b'5999999999999-["huge"]',
        b'6["no count"]',
        b'61-["no id"]',
        b'21234567890123456["id too large"]',
        b"0/" + b"a" * 300,
        b"0/\xff,",
        '2١["an Arabic digit is no digit"]'.encode(),
    ],
)
def test_malformed_packets(text: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode_text(text, max_attachments=10)


@given(st.one_of(st.binary(max_size=200), pieces))
def test_nothing_but_a_protocol_error(text: bytes) -> None:
    try:
        packet = decode_text(text, max_attachments=10)
    except ProtocolError:
        return
    assert text.endswith(packet.data)
    assert packet.namespace.startswith("/")
    assert packet.expected <= 10


@given(
    kind=st.sampled_from([EVENT, BINARY_EVENT]),
    namespace=st.one_of(st.just("/"), st.from_regex(r"/[a-z0-9-]{1,20}", fullmatch=True)),
    event_id=st.one_of(st.none(), st.integers(0, 10**15 - 1)),
    count=st.integers(1, 10),
)
def test_headers_come_back_as_they_were(kind: PacketType, namespace: str, event_id: int | None, count: int) -> None:
    attachments = count if kind is BINARY_EVENT else 0
    encoded = header(kind, namespace, event_id, attachments=attachments) + b'["e"]'
    assert encoded[:1] == b"4"
    packet = decode_text(encoded[1:], max_attachments=10)
    assert packet == Packet(kind, namespace, event_id, b'["e"]', attachments)


@pytest.mark.parametrize("pattern", [b"1", b",", b"/", b"-", b"[", b"a", b"\xff"])
@pytest.mark.parametrize("front", [b"2", b"5", b"51-", b"0/", b"2/a,", b"3/a,1", b'2["'])
def test_packets_cost_no_more_than_their_size(front: bytes, pattern: bytes) -> None:
    assert_linear(lambda text: decode_text(text, max_attachments=10), pattern, front)


messages = st.one_of(
    st.binary(max_size=20).map(lambda data: (data, True)),
    st.one_of(pieces, st.sampled_from([text for text, _ in VECTORS])).map(lambda text: (text, False)),
)


@given(st.lists(messages, max_size=30))
def test_any_messages_make_packets_or_a_protocol_error(story: list[tuple[bytes, bool]]) -> None:
    decoder = Decoder(max_attachments=10, max_bytes=60)
    for data, binary in story:
        try:
            packet = decoder.binary(data) if binary else decoder.text(data)
        except ProtocolError:
            return
        if packet is not None:
            assert len(packet.attachments) == packet.expected
            assert sum(map(len, packet.attachments)) <= 60


def test_attachments_cost_no_more_than_their_size() -> None:
    def decode(data: bytes) -> None:
        decoder = Decoder(max_attachments=10**6, max_bytes=10**6)
        decoder.text(b'5%d-["e"]' % (len(data) // 20))
        for start in range(0, len(data), 20):
            decoder.binary(data[start : start + 20])

    assert_linear(decode, b"12345678901234567890")


def test_attachments_are_put_back_to_their_packet() -> None:
    decoder = Decoder(max_attachments=10, max_bytes=100)
    assert decoder.text(b'52-["e"]') is None
    assert decoder.binary(b"a") is None
    packet = decoder.binary(b"b")
    assert packet is not None
    assert packet.attachments == (b"a", b"b")
    assert decoder.text(b'2["next"]') == Packet(EVENT, data=b'["next"]')


def test_text_where_an_attachment_was_expected() -> None:
    decoder = Decoder(max_attachments=10, max_bytes=100)
    decoder.text(b'51-["e"]')
    with pytest.raises(ProtocolError):
        decoder.text(b'2["e"]')


def test_an_attachment_of_no_packet() -> None:
    with pytest.raises(ProtocolError):
        Decoder(max_attachments=10, max_bytes=100).binary(b"a")


def test_attachments_together_are_no_larger_than_a_payload() -> None:
    decoder = Decoder(max_attachments=10, max_bytes=100)
    decoder.text(b'52-["e"]')
    decoder.binary(b"a" * 60)
    with pytest.raises(ProtocolError):
        decoder.binary(b"a" * 60)
