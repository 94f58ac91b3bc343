"""Word and PowerPoint files (ISO/IEC 29500): what an archive is, and the words in it."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eduverse.materials.model.kinds import Kind
from eduverse.materials.ports import Length, Part, Read
from eduverse.reading.limits import is_safe_archive
from eduverse.reading.words import tidy

__all__ = ["office_kind", "read_docx", "read_pptx"]

_CONTENT_TYPES = "[Content_Types].xml"
_LARGEST_INDEX = 1_000_000
_MAIN = {
    "/word/document.xml": (Kind.DOCX, "wordprocessingml.document.main+xml"),
    "/ppt/presentation.xml": (Kind.PPTX, "presentationml.presentation.main+xml"),
}


def office_kind(path: Path) -> Kind | None:
    """A document without macros that may be unpacked; what it is must be said by the archive and be in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if not is_safe_archive([(one.compress_size, one.file_size) for one in entries]):
                return None
            if archive.getinfo(_CONTENT_TYPES).file_size > _LARGEST_INDEX:
                return None
            index = archive.read(_CONTENT_TYPES).decode()
            names = {f"/{one.filename}" for one in entries}
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError, RuntimeError):
        return None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    return next((kind for main, (kind, said) in _MAIN.items() if main in names and said in index), None)


def read_docx(path: Path) -> Iterator[Read]:
    """A part for each section under a heading."""
    import docx
    from docx.table import Table

    yield Length(pages=0)
    heading, lines = "", list[str]()
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            lines.append(_table(block))
            continue
        style = (block.style.name or "") if block.style else ""
        if style.startswith(("Heading", "Title")) and block.text.strip():
            yield from _section(heading, lines)
            heading, lines = block.text, []
        elif style.startswith("List"):
            lines.append(f"- {block.text}")
        else:
            lines.append(f"\n{block.text}\n")
    yield from _section(heading, lines)


def read_pptx(path: Path) -> Iterator[Read]:
    """A part for each slide; what its speaker has noted stays with them."""
    import pptx

    slides = pptx.Presentation(str(path)).slides
    yield Length(pages=len(slides))
    for number, slide in enumerate(slides, start=1):
        title = slide.shapes.title
        title_id = title.shape_id if title is not None else None
        texts = [text for shape in slide.shapes if shape.shape_id != title_id and (text := _shape(shape))]
        heading = tidy(title.text_frame.text) if title is not None else ""
        yield Part(page=number, heading=_one_line(heading), text=tidy("\n\n".join(texts)))


def _section(heading: str, lines: list[str]) -> Iterator[Part]:
    text = tidy("\n".join(lines))
    if text or heading:
        yield Part(page=0, heading=_one_line(heading), text=text)


def _shape(shape: Any) -> str:
    if shape.shape_type == 6:  # a group
        return "\n".join(text for one in shape.shapes if (text := _shape(one)))
    if getattr(shape, "has_table", False):
        return _table(shape.table)
    if not shape.has_text_frame:
        return ""
    lines = [line for line in shape.text_frame.text.splitlines() if line.strip()]
    listed = len(lines) > 1 and shape.is_placeholder
    return "\n".join(f"- {line}" if listed else line for line in lines)


def _table(table: Any) -> str:
    return "\n".join(" | ".join(cell.text.strip() for cell in row.cells) for row in table.rows)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()[:200]
