"""What travels over a socket."""

from typing import Any

import msgspec
import pytest
from msgspec import inspect

from eduverse.kernel.structs import Input
from eduverse.vocabulary.messages import (
    CLIENT_EVENTS,
    SERVER_EVENTS,
    Accepted,
    AvatarAction,
    AvatarMove,
    ChatSay,
    ClassroomEnter,
    NotificationSend,
    PollOpen,
    PollVote,
    PresentationStart,
    ReactionSend,
    Refused,
    SlideChange,
    SpotlightSet,
    VoiceCandidate,
    VoiceDescription,
    VoiceOffered,
)

FORBIDDEN_FIELDS = {"correct", "accepted", "explanation", "email", "passwordHash", "joinCode", "joinCodeHash", "key"}


@pytest.mark.parametrize("event", CLIENT_EVENTS)
def test_what_clients_send_is_bounded(event: str) -> None:
    """Every string, number and list in it has a bound, and no field is unknown."""
    payload, reply = CLIENT_EVENTS[event]
    assert issubclass(payload, Input)
    assert issubclass(reply, Accepted)
    _assert_bounded(inspect.type_info(payload), event)


def _assert_bounded(kind: inspect.Type, where: str) -> None:
    match kind:
        case inspect.StrType():
            assert kind.max_length is not None, where
        case inspect.IntType() | inspect.FloatType():
            assert kind.ge is not None, where
            assert kind.le is not None or kind.lt is not None, where
        case inspect.ListType():
            assert kind.max_length is not None, where
            _assert_bounded(kind.item_type, where)
        case inspect.TupleType():
            for item in kind.item_types:
                _assert_bounded(item, where)
        case inspect.StructType():
            for field in kind.fields:
                _assert_bounded(field.type, f"{where} {field.name}")
        case inspect.UnionType():
            for one in kind.types:
                _assert_bounded(one, where)
        case _:
            assert isinstance(kind, inspect.BoolType | inspect.LiteralType | inspect.NoneType), where


def test_each_payload_is_one_event() -> None:
    """The broadcaster finds an event by its payload's type."""
    assert len(set(SERVER_EVENTS.values())) == len(SERVER_EVENTS)


def test_no_event_has_a_field_for_a_secret() -> None:
    types: list[Any] = [*SERVER_EVENTS.values(), *(reply for _, reply in CLIENT_EVENTS.values())]
    _, schemas = msgspec.json.schema_components(types)
    for name, schema in schemas.items():
        assert not FORBIDDEN_FIELDS & set(schema.get("properties", ())), name


def test_a_signal_says_where_it_comes_from() -> None:
    offered = VoiceOffered(from_peer="p", user_id="mira", sdp="v=0")
    assert msgspec.json.decode(msgspec.json.encode(offered)) == {"from": "p", "userId": "mira", "sdp": "v=0"}


def test_replies_say_whether_it_was_done() -> None:
    assert msgspec.json.encode(Accepted()) == b'{"ok":true}'
    assert msgspec.json.decode(msgspec.json.encode(Refused(code="full", message="Full."))) == {
        "ok": False,
        "code": "full",
        "message": "Full.",
    }


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (ClassroomEnter, b'{"classroomId": ""}'),
        (ClassroomEnter, b'{"classroomId": "a b"}'),
        (AvatarMove, b'{"position": [0, 0], "rotation": 0}'),
        (AvatarMove, b'{"position": [0, 0, 501], "rotation": 0}'),
        (AvatarMove, b'{"position": [0, 0, 1e999], "rotation": 0}'),
        (AvatarMove, b'{"position": [0, 0, 0], "rotation": 8}'),
        (AvatarMove, b'{"position": [0, 0, 0], "rotation": 0, "userId": "other"}'),
        (AvatarAction, b'{"action": "fly"}'),
        (ChatSay, b'{"text": ""}'),
        (ChatSay, b'{"text": "  "}'),
        (ChatSay, b'{"text": "%s"}' % (b"x" * 1001)),
        (ChatSay, b'{"text": "x", "clientId": "a b"}'),
        (ChatSay, b'{"text": "x", "name": "Somebody else"}'),
        (ReactionSend, b'{"emoji": "\xf0\x9f\x92\xa9"}'),
        (PollOpen, b'{"question": "?", "options": ["only one"]}'),
        (PollOpen, b'{"question": "?", "options": ["1", "2", "3", "4", "5", "6", "7"]}'),
        (PollOpen, b'{"question": "?", "options": ["one", " "]}'),
        (PollVote, b'{"pollId": "p", "option": -1}'),
        (PollVote, b'{"pollId": "p", "option": 6}'),
        (PresentationStart, b'{"title": "T", "slides": []}'),
        (PresentationStart, b'{"title": "T", "slides": [%s]}' % b",".join([b"{}"] * 101)),
        (PresentationStart, b'{"title": "T", "slides": [{"imageUrl": "https://elsewhere.example/x.png"}]}'),
        (PresentationStart, b'{"title": "T", "slides": [{"imageUrl": "//elsewhere.example/x.png"}]}'),
        (PresentationStart, b'{"title": "T", "slides": [{"imageUrl": "/x.png\\n"}]}'),
        (SlideChange, b'{"index": -1}'),
        (SlideChange, b'{"index": 100}'),
        (NotificationSend, b'{"text": "x", "level": "alarm"}'),
        (SpotlightSet, b"{}"),
        (VoiceDescription, b'{"to": "p", "sdp": "%s"}' % (b"x" * 16_385)),
        (VoiceDescription, b'{"to": "p", "sdp": ""}'),
        (VoiceCandidate, b'{"to": "p", "candidate": "%s"}' % (b"x" * 2_049)),
        (VoiceCandidate, b'{"to": "p", "candidate": "x", "sdpMLineIndex": -1}'),
    ],
)
def test_what_is_refused(kind: type[Input], body: bytes) -> None:
    with pytest.raises((msgspec.ValidationError, msgspec.DecodeError)):
        msgspec.json.decode(body, type=kind)
