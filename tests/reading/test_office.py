"""Word and PowerPoint files."""

from pathlib import Path

import pytest
from tests.support.files import a_docx, a_pptx, an_archive

from eduverse.materials.model.kinds import Kind
from eduverse.materials.ports import Length, Part
from eduverse.reading.limits import is_safe_archive
from eduverse.reading.office import office_kind, read_docx, read_pptx

WORD_INDEX = b"<Types>application/vnd...wordprocessingml.document.main+xml</Types>"


def kind_of(tmp_path: Path, data: bytes) -> Kind | None:
    (tmp_path / "file").write_bytes(data)
    return office_kind(tmp_path / "file")


def test_what_an_archive_is(tmp_path: Path) -> None:
    assert kind_of(tmp_path, a_docx()) is Kind.DOCX
    assert kind_of(tmp_path, a_pptx()) is Kind.PPTX


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no archive",
        an_archive({"a.txt": b"a"}),
        an_archive({"[Content_Types].xml": WORD_INDEX}),
        an_archive({"word/document.xml": b"<w/>"}),
        an_archive({"[Content_Types].xml": b"spreadsheetml", "word/document.xml": b"<w/>"}),
        an_archive({"[Content_Types].xml": WORD_INDEX, "word/document.xml": b"", "word/vbaProject.bin": b"x"}),
        an_archive({"[Content_Types].xml": WORD_INDEX, "word/document.xml": bytes(30_000_000)}),
    ],
)
def test_what_is_no_document_or_not_safe(tmp_path: Path, data: bytes) -> None:
    assert kind_of(tmp_path, data) is None


def test_a_safe_archive() -> None:
    assert is_safe_archive([(1_000, 100_000)] * 10)
    assert not is_safe_archive([(1, 1)] * 10_001)
    assert not is_safe_archive([(50_000_000, 100_000_000)] * 5)
    assert not is_safe_archive([(1_000, 5_000_000)])


def test_the_words_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(a_docx())
    assert list(read_docx(tmp_path / "file")) == [
        Length(pages=0),
        Part(page=0, heading="", text="Before the first heading."),
        Part(page=0, heading="Volcanoes", text="They are hot.\n\n- Etna\nheight | 3357 m"),
    ]


def test_the_words_of_a_presentation(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(a_pptx())
    assert list(read_pptx(tmp_path / "file")) == [
        Length(pages=2),
        Part(page=1, heading="Rivers", text="- The Nile\n- The Amazon"),
        Part(page=2, heading="Lakes", text="The Baikal"),
    ]
