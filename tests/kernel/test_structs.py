"""The three kinds of value."""

import msgspec
import pytest

from eduverse.kernel.structs import NOTHING, Document, Input, NoFields, Struct


class View(Struct, frozen=True, kw_only=True):
    page_count: int


class Wish(Input, frozen=True, kw_only=True):
    page_count: int


class Stored(Document, frozen=True, kw_only=True):
    page_count: int = 0


def test_fields_are_camel_case_on_the_wire() -> None:
    assert msgspec.json.encode(View(page_count=3)) == b'{"pageCount":3}'
    assert msgspec.json.decode(b'{"pageCount":3}', type=View) == View(page_count=3)


def test_an_older_program_reads_newer_data() -> None:
    assert msgspec.json.decode(b'{"id":"a","pageCount":3,"newer":true}', type=Stored).page_count == 3


def test_from_outside_an_unknown_field_is_an_error() -> None:
    for body, kind in ((b'{"pageCount":3,"newer":true}', Wish), (b'{"x":1}', NoFields)):
        with pytest.raises(msgspec.ValidationError, match="unknown field"):
            msgspec.json.decode(body, type=kind)
    assert msgspec.json.decode(b"{}", type=NoFields) == NOTHING


def test_values_do_not_change() -> None:
    with pytest.raises(AttributeError):
        View(page_count=3).page_count = 4  # type: ignore[misc]


def test_a_document_begins_as_never_stored() -> None:
    assert Stored(id="a").version == 0
