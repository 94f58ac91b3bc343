"""The process that prints one sheet: an order as JSON on its input, the file on its output."""

import io
import json
import sys
from importlib.resources import as_file, files
from typing import Any

__all__ = ["render"]

_DOTS_PER_INCH = 144.0


def render(order: dict[str, Any]) -> bytes:
    """The file. What is printed goes in as data, never as markup."""
    import segno
    import typst

    drawn = io.BytesIO()
    segno.make(order["url"], error="m").save(drawn, kind="svg", border=0, dark="#143d34", light=None, scale=4)
    inputs = {"sheet": json.dumps(order), "qr": drawn.getvalue().decode()}
    with as_file(files("eduverse.printing")) as folder:
        printed = typst.compile(
            str(folder / "certificate.typ"),
            format=order["form"],
            ppi=_DOTS_PER_INCH,
            font_paths=[str(folder / "fonts")],
            sys_inputs=inputs,
        )
    return bytes(printed)


if __name__ == "__main__":
    sys.stdout.buffer.write(render(json.load(sys.stdin)))
