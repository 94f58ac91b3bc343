"""Content identifiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ports.content_contract import EMPTY, HELLO

from eduverse.content.cid import DAG_PB, RAW, Cid
from eduverse.content.varint import read_varint, varint

cids = st.builds(Cid, st.sampled_from([RAW, DAG_PB]), st.binary(min_size=32, max_size=32))


def test_known_names() -> None:
    assert str(Cid.of(RAW, b"")) == EMPTY
    assert str(Cid.of(RAW, b"hello world")) == HELLO
    assert Cid.parse(HELLO).names(b"hello world")
    assert not Cid.parse(HELLO).names(b"hello w0rld")


@given(cids)
def test_what_is_written_is_read(cid: Cid) -> None:
    assert Cid.parse(str(cid)) == cid
    assert Cid.read(cid.raw) == cid


@given(st.text(max_size=80) | st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=58, max_size=58).map("b".__add__))
def test_a_text_is_a_name_in_one_way_or_refused(text: str) -> None:
    try:
        cid = Cid.parse(text)
    except ValueError:
        return
    assert str(cid) == text


@given(st.binary(max_size=40))
def test_bytes_are_a_name_in_one_way_or_refused(data: bytes) -> None:
    try:
        cid = Cid.read(data)
    except ValueError:
        return
    assert cid.raw == data


def test_other_kinds_are_refused() -> None:
    raw = Cid.of(RAW, b"").raw
    for wrong in (
        b"",
        b"\x00" + raw[1:],
        b"\x01\x71" + raw[2:],
        raw[:2] + b"\x13\x20" + raw[4:],
        raw + b"\0",
        raw[:-1],
    ):
        with pytest.raises(ValueError, match=r"CID|varint"):
            Cid.read(wrong)
    last = {"a": "b", "u": "v"}  # the bits of the last letter that say nothing
    with pytest.raises(ValueError, match="canonically"):
        Cid.parse(EMPTY[:-1] + last[EMPTY[-1]])


@given(st.integers(0, 2**64 - 1), st.binary(max_size=4))
def test_varints(number: int, behind: bytes) -> None:
    written = varint(number)
    assert read_varint(written + behind, 0) == (number, len(written))
    with pytest.raises(ValueError, match="cut off"):
        read_varint(written[:-1], 0)


def test_a_varint_ends() -> None:
    with pytest.raises(ValueError, match="too long"):
        read_varint(b"\x80" * 20, 0)
