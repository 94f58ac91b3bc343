"""Frames: encoded once, in the form each transport wants."""

from eduverse.realtime.wire.frames import HEADROOM, Frame


def test_a_text_leaves_room_for_a_header() -> None:
    frame = Frame.of_text(b"4a")
    assert frame.buffer == bytes(HEADROOM) + b"4a"
    assert frame.text == b"4a"
    assert frame.parts() == [b"4a"]


def test_attachments_follow_in_base64() -> None:
    frame = Frame.of_text(b"451-", (b"\1\2\3\4", b""))
    assert frame.parts() == [b"451-", b"bAQIDBA==", b"b"]
    assert frame.size == 8


def test_a_binary_packet_of_its_own() -> None:
    assert Frame.of_binary(b"\1\2\3\4").parts() == [b"bAQIDBA=="]
