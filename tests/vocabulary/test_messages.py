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
    Refused,
)

FORBIDDEN_FIELDS = {"correct", "accepted", "explanation", "email", "passwordHash", "joinCode", "joinCodeHash", "key"}


@pytest.mark.parametrize("event", CLIENT_EVENTS)
def test_what_clients_send_is_bounded(event: str) -> None:
    """Every string, number and list in it has a bound, and no field is unknown."""
    payload, reply = CLIENT_EVENTS[event]
    assert issubclass(payload, Input)
    assert issubclass(reply, Accepted)
    for field in inspect.type_info(payload).fields:  # type: ignore[attr-defined]
        _assert_bounded(field.type, f"{event} {field.name}")


def _assert_bounded(kind: inspect.Type, where: str) -> None:
    match kind:
        case inspect.StrType():
            assert kind.max_length is not None, where
        case inspect.IntType() | inspect.FloatType():
            assert kind.ge is not None, where
            assert kind.le is not None, where
        case inspect.ListType():
            assert kind.max_length is not None, where
            _assert_bounded(kind.item_type, where)
        case inspect.TupleType():
            for item in kind.item_types:
                _assert_bounded(item, where)
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
    ],
)
def test_what_is_refused(kind: type[Input], body: bytes) -> None:
    with pytest.raises((msgspec.ValidationError, msgspec.DecodeError)):
        msgspec.json.decode(body, type=kind)
