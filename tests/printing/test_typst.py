"""The printer: real sheets, names in many scripts, and an end to what takes too long."""

import ctypes
import io

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from eduverse.credentials.errors import CertificatesNotPrintable
from eduverse.credentials.ports import Sheet
from eduverse.printing.typst import TypstPrinter
from eduverse.printing.worker import render

SHEET = Sheet(
    name="Mira Lindqvist",
    title="The planets",
    classroom="Solar system",
    percent="92",
    issuer="Campus",
    date="2026-03-02",
    url="https://campus.example/verify/abcdefghijklmnopqrstuv",
)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text: str = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1
    return text


async def test_a_page_with_all_that_was_signed() -> None:
    pdf = await TypstPrinter().pdf(SHEET)
    text = text_of(pdf)
    for said in (SHEET.name, SHEET.title, SHEET.classroom, "92 %", SHEET.issuer, SHEET.date, SHEET.url):
        assert said in text


async def test_a_picture_of_it() -> None:
    with Image.open(io.BytesIO(await TypstPrinter().png(SHEET))) as picture:
        assert picture.format == "PNG"
        assert picture.width > picture.height > 1000


@pytest.mark.parametrize("name", ["محمد", "सावित्री", "Łukasz Žižka", "Ἀριστοτέλης", "Лев", "שרה", "x" * 80])
def test_names_of_many_scripts(name: str) -> None:
    pdf = render({"form": "pdf", **SHEET._replace(name=name)._asdict()})
    assert len(pdf) > 5_000
    text_of(pdf)


@pytest.mark.parametrize("name", ["#panic()", "*bold* _x_ $x$ @ref <label>", '"]); #read("/etc/passwd")', "\\u{41}"])
def test_what_is_printed_is_never_markup(name: str) -> None:
    assert name in text_of(render({"form": "pdf", **SHEET._replace(name=name)._asdict()}))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("王小明", "NotoSansCJKsc"),
        ("さくら 山田", "NotoSansCJKjp"),
        ("김민준", "NotoSansCJKkr"),
        ("محمد", "NotoSansArabic"),
    ],
)
def test_the_letters_come_with_the_program(name: str, family: str) -> None:
    pdf = render({"form": "pdf", **SHEET._replace(name=name)._asdict()})
    assert any(family in font for font in fonts_of(pdf))


def fonts_of(pdf: bytes) -> set[str]:
    """The names of the fonts that the page's texts are set in."""
    names, buffer = set(), ctypes.create_string_buffer(200)
    document = pypdfium2.PdfDocument(pdf)
    for text in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(text.raw), buffer, len(buffer))
        names.add(buffer.value.decode())
    return names


def test_in_german() -> None:
    text = text_of(render({"form": "pdf", **SHEET._replace(language="de")._asdict()}))
    for said in ("hat bestanden", "Dieses Zertifikat kann jeder prüfen"):
        assert said in text


async def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(CertificatesNotPrintable):
        await TypstPrinter(seconds=0.001).pdf(SHEET)
