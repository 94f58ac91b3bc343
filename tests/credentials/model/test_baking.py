"""Pictures that carry a certificate."""

import io

import pytest
from PIL import Image

from eduverse.credentials.model.baking import bake, unbake


def a_png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 3), "gold").save(file, "PNG")
    return file.getvalue()


def test_a_picture_carries_what_was_baked_in_and_is_still_one() -> None:
    baked = bake(a_png(), '{"name": "Mira Łukasz محمد"}')
    assert unbake(baked) == '{"name": "Mira Łukasz محمد"}'
    with Image.open(io.BytesIO(baked)) as picture:
        picture.load()
        assert picture.size == (4, 3)
        assert picture.info["openbadgecredential"] == '{"name": "Mira Łukasz محمد"}'


def test_baking_anew_takes_the_place_of_what_was_there() -> None:
    again = bake(bake(a_png(), "one"), "two")
    assert (unbake(again), again.count(b"openbadgecredential")) == ("two", 1)


def test_a_plain_picture_carries_nothing() -> None:
    assert unbake(a_png()) is None


@pytest.mark.parametrize("broken", [b"", b"GIF89a", a_png()[:-3], a_png()[:23] + b"\x09" + a_png()[24:]])
def test_what_is_no_png_or_damaged_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError):
        bake(broken, "x")
