"""Reading in a process of its own."""

from contextlib import aclosing
from pathlib import Path

import pytest
from tests.support.files import a_docx, a_pdf, an_archive, chunked

from eduverse.materials.model.kinds import Kind
from eduverse.materials.ports import Length, Part, Picture, Read, Unreadable
from eduverse.reading.frames import MAX_FRAME, Finished, Office, decode, encode
from eduverse.reading.reader import ProcessReader


async def read(kind: Kind, data: bytes, reader: ProcessReader | None = None) -> list[Read]:
    return [one async for one in (reader or ProcessReader()).read(kind, chunked(data))]


async def test_a_file_is_read_from_its_length_to_its_end() -> None:
    found = await read(Kind.PDF, a_pdf())
    assert found[0] == Length(pages=2)
    assert [type(one) for one in found[1:]] == [Part, Picture, Picture, Part, Picture]


async def test_what_cannot_be_read() -> None:
    for kind, data in ((Kind.PDF, b"%PDF-1.4"), (Kind.DOCX, an_archive({"a": b"b"})), (Kind.MP4, b"")):
        with pytest.raises(Unreadable):
            await read(kind, data)


async def test_what_an_archive_is() -> None:
    reader = ProcessReader()
    assert await reader.office(chunked(a_docx(), 10_000)) is Kind.DOCX
    assert await reader.office(chunked(an_archive({"a": b"b"}))) is None


async def test_a_reading_has_an_end() -> None:
    with pytest.raises(Unreadable, match="too long"):
        await read(Kind.PDF, a_pdf(), ProcessReader(seconds=0.01))


async def test_a_reading_can_be_left() -> None:
    """What is left waits for nobody, and the next one has its turn."""
    reader = ProcessReader(at_once=1)
    async with aclosing(reader.read(Kind.PDF, chunked(a_pdf()))) as reading:
        assert await anext(reading) == Length(pages=2)
    assert await read(Kind.PDF, a_pdf(), reader)


def test_frames() -> None:
    for frame in (Length(pages=3), Picture(page=1, width=2, height=3, body=b"x"), Office(kind=None), Finished()):
        written = encode(frame)
        assert int.from_bytes(written[:4]) == len(written) - 4
        assert decode(written[4:]) == frame
    with pytest.raises(ValueError, match="too much"):
        encode(Part(page=1, heading="", text="x" * MAX_FRAME))


def test_the_process_is_limited(tmp_path: Path) -> None:
    """In a process of its own, because limits cannot be taken back."""
    import subprocess
    import sys

    program = (
        "from eduverse.reading.limits import limit_this_process as limit; limit()\n"
        "try:\n  bytearray(3 << 30)\nexcept MemoryError:\n  print('no memory')\n"
        f"try:\n  open({str(tmp_path / 'x')!r}, 'w').write('x')\nexcept OSError:\n  print('no writing')\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "no memory" in said.stdout
    assert not (tmp_path / "x").exists() or (tmp_path / "x").read_text() == ""
