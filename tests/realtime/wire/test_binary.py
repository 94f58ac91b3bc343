"""Binary data in payloads."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.wire.binary import carries_binary, extract, restore
from eduverse.realtime.wire.errors import ProtocolError

leaves = st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.text(), st.binary())
values = st.recursive(
    leaves, lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)), max_leaves=20
)


class Plain(msgspec.Struct):
    name: str


class Picture(msgspec.Struct):
    data: bytes


class Album(msgspec.Struct):
    pictures: dict[str, list[Picture | None]]
    next: "Album | None" = None


@given(values)
def test_what_is_taken_out_can_be_put_back(value: Any) -> None:
    plain, attachments = extract(value)
    assert restore(plain, attachments) == value


def test_placeholders_are_numbered_in_order() -> None:
    plain, attachments = extract(["e", b"a", {"b": Picture(b"b")}])
    assert plain == ["e", {"_placeholder": True, "num": 0}, {"b": {"data": {"_placeholder": True, "num": 1}}}]
    assert attachments == (b"a", b"b")


@pytest.mark.parametrize("number", [-1, 1, True, "0", None, 0.0])
def test_placeholders_of_nothing(number: object) -> None:
    with pytest.raises(ProtocolError):
        restore([{"_placeholder": True, "num": number}], [b"a"])


def test_nesting_too_deep_to_walk() -> None:
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]
    with pytest.raises(ProtocolError):
        restore(value, [b"a"])


def test_which_types_hold_bytes() -> None:
    assert carries_binary(Picture)
    assert carries_binary(Album)
    assert not carries_binary(Plain)
