"""The bounds of what comes from outside."""

from typing import Any

import msgspec
import pytest

from eduverse.kernel.bounds import Colour, Email, Id, Line, Paragraph, Secret, Title


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Id, "01kjq6psg0vdw9es91af8rdcsv"),
        (Id, "quiz:mira:1"),
        (Id, "x" * 64),
        (Title, "Ein Titel"),
        (Title, "题"),
        (Title, " x "),
        (Title, "x" * 120),
        (Line, "x" * 500),
        (Paragraph, ""),
        (Paragraph, "a\nb"),
        (Email, "a@b.c"),
        (Email, "mira+class@school.example"),
        (Email, "ünï@schüle.example"),
        (Secret, " "),
        (Secret, "x" * 200),
        (Colour, "#00ff99"),
    ],
)
def test_what_fits(kind: Any, value: str) -> None:
    assert msgspec.convert(value, kind) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Id, ""),
        (Id, "a b"),
        (Id, "a/b"),
        (Id, "a\n"),
        (Id, "é"),
        (Id, "$ne"),
        (Id, "x" * 65),
        (Title, ""),
        (Title, " \t\n"),
        (Title, "x" * 121),
        (Line, "x" * 501),
        (Paragraph, "x" * 5_001),
        (Email, "a@b"),
        (Email, "a b@c.d"),
        (Email, "a@@b.c"),
        (Email, "@b.c"),
        (Email, "a@b.c\n"),
        (Email, "x" * 250 + "@b.cd"),
        (Secret, ""),
        (Secret, "x" * 201),
        (Colour, "#00FF99"),
        (Colour, "red"),
        (Colour, "#00ff9"),
        (Colour, "#00ff99\n"),
        (Colour, "#00ff99;"),
        (Id, 1),
        (Title, None),
    ],
)
def test_what_does_not(kind: Any, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(value, kind)
