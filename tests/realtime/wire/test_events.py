"""Events and acknowledgements."""

import tracemalloc
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.realtime.growth import assert_linear

from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.events import (
    Arguments,
    InvalidPayload,
    PayloadDecoder,
    decode_arguments,
    decode_object,
    encode_ack,
    encode_event,
    event_name,
)
from eduverse.realtime.wire.packets import Decoder, Packet, PacketType
from eduverse.vocabulary.messages import AvatarMove, AvatarMoved, AvatarsMoved, ChatSay, ClassroomLeave

EVENT = PacketType.EVENT


class Upload(msgspec.Struct):
    name: str
    data: bytes


def event(data: bytes) -> Packet:
    return Packet(EVENT, data=data)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'["chat:message",{}]', "chat:message"),
        (b'["leave"]', "leave"),
        (b'[ "spaced" , 1]', "spaced"),
        (b'["\\u0061b"]', "ab"),
        ('["größe"]'.encode(), "größe"),
        (b"[7]", "7"),
    ],
)
def test_names(data: bytes, name: str) -> None:
    assert event_name(event(data)) == name


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"[{}]",
        b"[null]",
        b"[true]",
        b'["connect"]',
        b'["disconnecting",1]',
        b'["',
        b'["a',
        b"[\\",
        b"[" * 100_000,
    ],
)
def test_names_nobody_may_send(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        event_name(event(data))


def test_an_argument_goes_straight_into_its_type() -> None:
    decoder = PayloadDecoder(AvatarMove)
    packet = event(b'["avatar:move",{"position":[1,2,3],"rotation":0.5}]')
    assert decoder.decode(packet, "avatar:move") == AvatarMove(position=(1, 2, 3), rotation=0.5)


def test_an_argument_may_be_left_out_when_all_its_fields_may() -> None:
    assert PayloadDecoder(ClassroomLeave).decode(event(b'["leave"]'), "leave") == ClassroomLeave()
    with pytest.raises(InvalidPayload, match="missing required field `text`"):
        PayloadDecoder(ChatSay).decode(event(b'["say"]'), "say")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'["m",{"position":[1,2,"3"],"rotation":0}]', r"position\[2\]: expected `float`, got `str`"),
        (b'["m",{"position":[1,2,3]}]', "object missing required field `rotation`"),
        (b'["m",{"position":[1,2,3],"rotation":99}]', "rotation: expected `float` <= 7.0"),
        (b'["m",{"position":[1,2,3],"rotation":0,"speed":9}]', "unknown field `speed`"),
        (b'["m",1]', "expected `object`, got `int`"),
        (b'["m",{"position":[1,2,3],"rotation":0},1]', "expected `array` of length 2"),
    ],
)
def test_a_refusal_names_the_field(data: bytes, message: str) -> None:
    with pytest.raises(InvalidPayload, match=message):
        PayloadDecoder(AvatarMove).decode(event(data), "m")


@pytest.mark.parametrize("data", [b'["m",', b'["m",{"position":NaN}]', b'["m",{}]x', b'["m",' + b"[" * 100_000])
def test_what_is_not_json(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        PayloadDecoder(Arguments).decode(event(data), "m")


words = rb'[ ] { } , : "m" "text" " \ \ud800 1 1e999 - 0. {"_placeholder":true,"num":0} "_placeholder":true "num":7'
json = st.lists(st.sampled_from([*words.split(), b" ", b"\xff", "é".encode(), b"9" * 400])).map(b"".join)
hostile = st.one_of(st.binary(max_size=100), json)


@given(st.one_of(hostile, hostile.map(lambda data: b'["m",' + data)), st.sampled_from([(), (b"a",)]))
def test_nothing_but_our_two_errors(data: bytes, attachments: tuple[bytes, ...]) -> None:
    packet = Packet(EVENT, data=data, attachments=attachments)
    try:
        name = event_name(packet)
    except ProtocolError:
        return
    for kind in (ChatSay, Upload, Arguments):
        with suppress(ProtocolError, InvalidPayload):
            assert isinstance(PayloadDecoder(kind).decode(packet, name), kind)


@given(hostile, st.sampled_from([(), (b"a",)]))
def test_acknowledgements_are_lists_or_a_protocol_error(data: bytes, attachments: tuple[bytes, ...]) -> None:
    with suppress(ProtocolError):
        assert isinstance(decode_arguments(Packet(PacketType.ACK, id=1, data=data, attachments=attachments)), list)


@given(hostile)
def test_connect_payloads_are_objects_or_a_protocol_error(data: bytes) -> None:
    with suppress(ProtocolError):
        assert isinstance(decode_object(Packet(PacketType.CONNECT, data=data)), dict)


@pytest.mark.parametrize("pattern", [b"a", b"\\", b"\\u0061", "é".encode(), b"[", b"[1,", b"1", b" ", b'"', b"\xff"])
def test_names_cost_no_more_than_their_size(pattern: bytes) -> None:
    for front in (b'["', b"["):
        assert_linear(lambda data: event_name(event(data)), pattern, front, b'"]')


@pytest.mark.parametrize(
    "pattern", [b"a", b"\\u00e9", b"[", b"[],", b"[1],", b'{"a":', b'{"a":1},', b'"a":1,', b"1", b"0.1", b" ", b"\xff"]
)
@pytest.mark.parametrize("kind", [ChatSay, Arguments])
def test_payloads_cost_no_more_than_their_size(kind: type[msgspec.Struct], pattern: bytes) -> None:
    decoder = PayloadDecoder(kind)
    for front in (b'["m",', b'["m",{"', b'["m",{'):
        assert_linear(lambda data: decoder.decode(event(data), "m"), pattern, front, b'"}]')


@pytest.mark.parametrize("pattern", [b'{"_placeholder":true,"num":0},', b"[{}],", b"[", b'{"a":'])
def test_putting_attachments_back_costs_no_more_than_the_size(pattern: bytes) -> None:
    def decode(data: bytes) -> None:
        decode_arguments(Packet(PacketType.BINARY_EVENT, data=data, attachments=(b"a" * 1000,)))

    assert_linear(decode, pattern, b'["m",', b"1]")


def test_what_was_refused_is_not_kept() -> None:
    decoder = PayloadDecoder(ChatSay)
    data = b'["m",{"%b":1}]' % (b"x" * 1_000_000)
    tracemalloc.start()
    with pytest.raises(InvalidPayload):
        decoder.decode(event(data), "m")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < len(data) / 2


def test_bytes_arrive_in_their_field() -> None:
    data = b'["up",{"name":"a","data":{"_placeholder":true,"num":0}}]'
    packet = Packet(PacketType.BINARY_EVENT, data=data, expected=1, attachments=(b"\1\2",))
    assert PayloadDecoder(Upload).decode(packet, "up") == Upload("a", b"\1\2")


def test_a_batch_is_encoded_as_one_event() -> None:
    batch = AvatarsMoved(time=5, avatars=[AvatarMoved(user_id="u", position=(1.0, 2.0, 3.0), rotation=0.5)])
    frame = encode_event("avatar:moved", batch)
    assert frame.text == b'42["avatar:moved",' + msgspec.json.encode(batch) + b"]"
    assert frame.attachments == ()


@pytest.mark.parametrize(
    ("namespace", "event_id", "text"),
    [("/", None, b'42["e",{"name":"a"}]'), ("/n", 3, b'42/n,3["e",{"name":"a"}]'), ("/", 0, b'420["e",{"name":"a"}]')],
)
def test_events_say_where_they_belong(namespace: str, event_id: int | None, text: bytes) -> None:
    plain = msgspec.defstruct("Plain", [("name", str)])
    assert encode_event("e", plain("a"), namespace, event_id).text == text


def test_bytes_leave_as_attachments() -> None:
    frame = encode_event("up", Upload("a", b"\1\2"))
    assert frame.text == b'451-["up",{"name":"a","data":{"_placeholder":true,"num":0}}]'
    assert frame.attachments == (b"\1\2",)
    assert encode_ack(7, Upload("a", b"\1")).text == b'461-7[{"name":"a","data":{"_placeholder":true,"num":0}}]'


@given(st.lists(st.one_of(st.integers(-(2**53), 2**53), st.text(), st.binary(), st.lists(st.binary())), max_size=5))
def test_arguments_come_back_as_they_were(values: list[Any]) -> None:
    frame = encode_event("e", Arguments(values), "/n", 1)
    decoder = Decoder(max_attachments=1000, max_bytes=10**9)
    packet = decoder.text(frame.text[1:])
    for attachment in frame.attachments:
        packet = decoder.binary(attachment)
    assert packet is not None
    assert decode_arguments(packet) == ["e", *values]


def test_acknowledgements() -> None:
    assert encode_ack(4, Arguments([])).text == b"434[]"
    assert encode_ack(4, Arguments([1, "2"]), "/n").text == b'43/n,4[1,"2"]'


def test_connect_payloads() -> None:
    assert decode_object(Packet(PacketType.CONNECT)) == {}
    assert decode_object(Packet(PacketType.CONNECT, data=b'{"a":1}')) == {"a": 1}
    for data in (b"{", b'{"a":' * 100_000, b'{"\xff":1}'):
        with pytest.raises(ProtocolError):
            decode_object(Packet(PacketType.CONNECT, data=data))
