"""What a file is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.files import MARKDOWN, an_archive, samples

from eduverse.materials.model.kinds import HEAD, INLINE, OFFICE, Kind, is_readable, safe_name, sniff


def test_every_kind_is_known_by_its_first_bytes() -> None:
    found = {kind: sniff(data[:HEAD]) for kind, data in samples().items()}
    assert found == {kind: OFFICE if kind in (Kind.DOCX, Kind.PPTX) else kind for kind in Kind}
    assert {kind.media_type.partition("/")[0] for kind in INLINE} == {"image", "audio", "video"}
    assert not is_readable(Kind.MP4)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"  \n",
        b"<!DOCTYPE html><p>",
        b"\xef\xbb\xbf\n <svg onload='x'>",
        b"<?xml version='1.0'?>",
        b"<script>",
        b"MZ\x90\0\x03",
        b"\x7fELF\x02",
        b"text\0with a nul",
        b"caf\xe9 in Latin-1",
        b"\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska",
        b"\0\0\0\x18ftypheic",
        b"RIFF\0\0\0\0AVI LIST",
        b"glTF\x01\0\0\0",
        b"\xff\xf1\x50\x80",  # AAC
        b"ends in half a character \xc3",
    ],
)
def test_all_others_are_refused(head: bytes) -> None:
    assert sniff(head) is None


def test_a_long_text_may_be_cut_in_a_character() -> None:
    text = "ä".encode() * HEAD
    assert sniff(text[:HEAD]) is Kind.MARKDOWN
    assert sniff(b"x" + text[: HEAD - 1]) is Kind.MARKDOWN
    assert sniff(MARKDOWN) is Kind.MARKDOWN


def test_an_archive_is_not_yet_a_document() -> None:
    assert sniff(an_archive({"a": b"b"})) == OFFICE


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_a_name_is_one_that_every_system_takes(name: str, kind: Kind) -> None:
    safe = safe_name(name, kind)
    assert safe.endswith(kind.suffix)
    assert 1 <= len(safe) - len(kind.suffix) <= 100
    assert not set(safe) & set('/\\:*?"<>|\0\r\n\u202e')
    assert not safe.startswith((".", " "))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Plan.final.docx", "Plan.final.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\Übung 1.pdf", "Übung 1.pdf"),
        ("", "material.pdf"),
        ("invoice\u202efdp.exe", "invoice fdp.pdf"),
    ],
)
def test_names(name: str, safe: str) -> None:
    assert safe_name(name, Kind.PDF) == safe
