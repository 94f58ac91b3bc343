"""Status lists: what is set is set, and nothing else is."""

import base64
import gzip
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eduverse.credentials.model.status import LIST_BITS, decode_list, encode_list, is_set, slots_for


@settings(max_examples=30, deadline=None)
@given(st.sets(st.integers(0, LIST_BITS - 1), max_size=50), st.integers(0, LIST_BITS - 1))
def test_a_list_comes_back(indices: set[int], other: int) -> None:
    bits = decode_list(encode_list(indices))
    assert all(is_set(bits, index) for index in indices)
    assert is_set(bits, other) == (other in indices)


def test_the_first_bit_is_the_highest_of_the_first_byte() -> None:
    assert decode_list(encode_list([0]))[0] == 0x80
    assert decode_list(encode_list([15]))[1] == 0x01


def test_the_bits_are_the_same_for_the_same_list() -> None:
    assert encode_list([1, 2]) == encode_list([2, 1])


@pytest.mark.parametrize("size", [0, 1, LIST_BITS // 8 - 1, LIST_BITS // 8 + 1, LIST_BITS * 4])
def test_a_list_of_another_size_is_none(size: int) -> None:
    packed = "u" + base64.urlsafe_b64encode(gzip.compress(bytes(size))).rstrip(b"=").decode()
    with pytest.raises(ValueError):
        decode_list(packed)


@pytest.mark.parametrize("text", ["", "u", "z123", "u!!!", "uAAAA"])
def test_what_is_no_list_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        decode_list(text)


def test_a_certificate_always_tries_the_same_places_and_then_further_lists() -> None:
    places = list(islice(slots_for("c1"), 20))
    assert places == list(islice(slots_for("c1"), 20))
    assert [place.list for place in places] == [1] * 8 + [2] * 8 + [3] * 4
    assert len({place.id for place in places}) == 20
    assert places[0] != next(slots_for("c2"))
