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
    from noto_cjk_sans_otc import FONT_PATH

    drawn = io.BytesIO()
    segno.make(order["url"], error="m").save(drawn, kind="svg", border=0, dark="#143d34", light=None, scale=4)
    sheet = {**order, "ideographs": _ideographs(f"{order['name']} {order['title']} {order['classroom']}")}
    inputs = {"sheet": json.dumps(sheet), "qr": drawn.getvalue().decode()}
    with as_file(files("eduverse.printing")) as folder, as_file(FONT_PATH) as cjk:
        printed = typst.compile(
            str(folder / "certificate.typ"),
            format=order["form"],
            ppi=_DOTS_PER_INCH,
            font_paths=[str(folder / "fonts"), str(cjk.parent)],
            sys_inputs=inputs,
        )
    return bytes(printed)


def _ideographs(text: str) -> str:
    """The family whose forms of the shared characters are at home in a text: by its kana or hangul, else Chinese."""
    if any("\u3041" <= one <= "\u30ff" for one in text):
        return "Noto Sans CJK JP"
    if any("\uac00" <= one <= "\ud7a3" for one in text):
        return "Noto Sans CJK KR"
    return "Noto Sans CJK SC"


if __name__ == "__main__":
    sys.stdout.buffer.write(render(json.load(sys.stdin)))
