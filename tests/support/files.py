"""Files of every kind that a class can use, small and made here."""

import io
import wave
import zipfile
from collections.abc import AsyncIterator, Sequence

import docx
import pptx
from PIL import Image

from eduverse.materials.model.kinds import Kind

__all__ = ["MARKDOWN", "a_docx", "a_pdf", "a_pptx", "an_archive", "an_image", "chunked", "samples"]

MARKDOWN = b"# Planets\nThey go round the sun.\n\n## Saturn\nIt has rings.\n\n```\n# not a heading\n```\n"


async def chunked(data: bytes, size: int = 1_000) -> AsyncIterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]


def a_pdf(pages: Sequence[str] = ("The sun is a star.", "The moon is not.")) -> bytes:
    """One line of text to a page (ISO 32000-1, 7.5)."""
    kids = " ".join(f"{3 + 2 * place} 0 R" for place in range(len(pages)))
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for place, text in enumerate(pages):
        box = f"/MediaBox [0 0 400 300] /Resources {font}"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {4 + 2 * place} 0 R >>")
        drawn = f"BT /F1 24 Tf 40 150 Td ({text}) Tj ET"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    body, places = b"%PDF-1.4\n", list[int]()
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


def a_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Before the first heading.")
    document.add_heading("Volcanoes", 1)
    document.add_paragraph("They are hot.")
    document.add_paragraph("Etna", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "height", "3357 m"
    return _saved(document)


def a_pptx() -> bytes:
    show = pptx.Presentation()
    for title, text in (("Rivers", "The Nile\nThe Amazon"), ("Lakes", "The Baikal")):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = text
    return _saved(show)


def an_image(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#1f5a4c").save(file, kind)
    return file.getvalue()


def an_archive(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            archive.writestr(name, body)
    return file.getvalue()


def samples() -> dict[Kind, bytes]:
    return {
        Kind.PDF: a_pdf(),
        Kind.DOCX: a_docx(),
        Kind.PPTX: a_pptx(),
        Kind.MARKDOWN: MARKDOWN,
        Kind.PNG: an_image("PNG"),
        Kind.JPEG: an_image("JPEG"),
        Kind.WEBP: an_image("WEBP"),
        Kind.GIF: an_image("GIF"),
        Kind.MP3: b"\xff\xfb\x90\x64" + bytes(400),
        Kind.OGG: b"OggS\0\x02" + bytes(40),
        Kind.M4A: b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(40),
        Kind.WAV: _tone(),
        Kind.MP4: b"\0\0\0\x20ftypisom\0\0\x02\0" + bytes(40),
        Kind.WEBM: b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(40),
        Kind.GLB: b"glTF\x02\0\0\0\x14\0\0\0" + bytes(8),
    }


def _tone() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8_000)
        sound.writeframes(bytes(range(256)) * 4)
    return file.getvalue()


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()
