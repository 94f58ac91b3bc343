"""Pages and images as pictures."""

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.support.files import a_pdf, an_image

from eduverse.materials.ports import Length, Part, Picture, Unreadable
from eduverse.reading.pictures import read_image, read_pdf


def test_the_words_and_the_look_of_each_page(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(a_pdf())
    length, *rest = read_pdf(tmp_path / "file")
    assert length == Length(pages=2)
    assert [one.text for one in rest if isinstance(one, Part)] == ["The sun is a star.", "The moon is not."]
    pictures = [one for one in rest if isinstance(one, Picture)]
    assert [(one.page, one.width, one.height) for one in pictures] == [
        (0, 360, 270),
        (1, 1600, 1200),
        (2, 1600, 1200),
    ]
    shown = Image.open(io.BytesIO(pictures[1].body))
    assert (shown.format, shown.size) == ("WEBP", (1600, 1200))
    assert any(shown.convert("L").histogram()[:40]), "there is ink on it"


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing", b"", a_pdf()[:200]])
def test_what_is_no_pdf(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(Unreadable):
        list(read_pdf(tmp_path / "file"))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_an_image_is_a_page(tmp_path: Path, kind: str) -> None:
    (tmp_path / "file").write_bytes(an_image(kind, (2000, 1000)))
    length, *pictures = read_image(tmp_path / "file")
    assert length == Length(pages=1)
    sizes = [(one.page, one.width, one.height) for one in pictures if isinstance(one, Picture)]
    assert sizes == [(0, 360, 180), (1, 1600, 800)]


def test_images_that_are_none_or_too_many_pixels(tmp_path: Path) -> None:
    for data in (an_image()[:50], an_image("BMP"), an_image("PNG", (9_000, 9_000))):
        (tmp_path / "file").write_bytes(data)
        with pytest.raises(Unreadable):
            list(read_image(tmp_path / "file"))
