"""Pages and images as pictures of a size that is sent and shown quickly."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageOps

from eduverse.materials.ports import Length, Part, Picture, Read, Unreadable
from eduverse.reading.limits import COVER_SIDE, MAX_PICTURES, PICTURE_SIDE
from eduverse.reading.words import tidy

__all__ = ["read_image", "read_pdf"]

_QUALITY = 82
_MAX_PAGES = 2_000
_MOST_PIXELS = 80_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


def read_pdf(path: Path) -> Iterator[Read]:
    """The words of each page, and how it looks."""
    try:
        with pdfium.PdfDocument(path) as document:
            yield Length(pages=len(document))
            for number in range(1, min(len(document), _MAX_PAGES) + 1):
                yield from _page(document, number)
    except pdfium.PdfiumError as error:
        raise Unreadable(str(error)) from None


def read_image(path: Path) -> Iterator[Read]:
    """An image is one page without words. Of one that moves, it is the first frame."""
    try:
        with Image.open(path, formats=_FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise Unreadable("too many pixels")
            image.draft("RGB", (PICTURE_SIDE, PICTURE_SIDE))
            shown = ImageOps.exif_transpose(image)
            shown.thumbnail((PICTURE_SIDE, PICTURE_SIDE))
            yield Length(pages=1)
            yield from _pictures(1, shown.convert("RGBA" if shown.has_transparency_data else "RGB"))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Unreadable(str(error)) from None


def _page(document: pdfium.PdfDocument, number: int) -> Iterator[Read]:
    page = document[number - 1]
    try:
        text = page.get_textpage()
        yield Part(page=number, heading="", text=tidy(text.get_text_bounded()))
        text.close()
        if number <= MAX_PICTURES:
            longer = max(page.get_width(), page.get_height(), 1.0)
            yield from _pictures(number, page.render(scale=PICTURE_SIDE / longer).to_pil().convert("RGB"))
    finally:
        page.close()


def _pictures(number: int, image: Image.Image) -> Iterator[Picture]:
    """The page, and of the first one also what stands for the whole."""
    if number == 1:
        cover = image.copy()
        cover.thumbnail((COVER_SIDE, COVER_SIDE))
        yield _picture(0, cover)
    yield _picture(number, image)


def _picture(number: int, image: Image.Image) -> Picture:
    body = BytesIO()
    image.save(body, "WEBP", quality=_QUALITY, method=3)
    return Picture(page=number, width=image.width, height=image.height, body=body.getvalue())
