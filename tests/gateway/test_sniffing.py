"""What a file is, by its first bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.gateway.sniffing import media_type_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", "text/plain; charset=utf-8"),
        ("grüße".encode()[:-2], "text/plain; charset=utf-8"),
        (b"<html>", "text/plain; charset=utf-8"),
        (b"<?xml version='1.0'?><a/>", "text/plain; charset=utf-8"),
        (b"<?xml version='1.0'?>\n<svg/>", "image/svg+xml"),
        (b"\xef\xbb\xbf <svg>", "image/svg+xml"),
        (b' {"name": "x"}', "application/json"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7", "application/pdf"),
        (b"a\x00b", "application/octet-stream"),
        (b"\xff\xfe<\x00", "application/octet-stream"),
    ],
)
def test_what_it_is(head: bytes, kind: str) -> None:
    assert media_type_of(head) == kind


@given(st.binary(max_size=64))
def test_nothing_is_ever_a_page_or_a_script(head: bytes) -> None:
    assert not any(word in media_type_of(head) for word in ("html", "javascript", "xhtml", "css"))
