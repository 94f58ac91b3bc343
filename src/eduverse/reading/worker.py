"""The process that reads one file and ends: `python -m eduverse.reading.worker office|<kind> <path>`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from eduverse.materials.model.kinds import Kind
from eduverse.materials.ports import Part, Read, Unreadable
from eduverse.reading.frames import Failed, Finished, Frame, Office, encode
from eduverse.reading.limits import MAX_TEXT, limit_this_process

__all__ = ["main", "read_file"]


def read_file(kind: Kind, path: Path) -> Iterator[Read]:
    """What is in a file; raises `Unreadable`, and what a parser raises when it is surprised."""
    left = MAX_TEXT
    for found in _reading(kind, path):
        if isinstance(found, Part):
            left -= len(found.heading) + len(found.text)
            if left < 0:
                continue
        yield found


def _reading(kind: Kind, path: Path) -> Iterator[Read]:
    match kind:
        case Kind.PDF:
            from eduverse.reading.pictures import read_pdf

            return read_pdf(path)
        case Kind.PNG | Kind.JPEG | Kind.WEBP | Kind.GIF:
            from eduverse.reading.pictures import read_image

            return read_image(path)
        case Kind.MARKDOWN:
            from eduverse.reading.words import read_markdown

            return read_markdown(path)
        case Kind.DOCX | Kind.PPTX:
            from eduverse.reading.office import read_docx, read_pptx

            return (read_docx if kind is Kind.DOCX else read_pptx)(path)
    raise Unreadable("nothing in it to be read")


def _frames(job: str, path: Path) -> Iterator[Frame]:
    if job == "office":
        from eduverse.reading.office import office_kind

        yield Office(kind=office_kind(path))
        return
    try:
        yield from read_file(Kind(job), path)
    except Exception as error:
        yield Failed(why=f"{type(error).__name__}: {error}"[:500])
    else:
        yield Finished()


def main(job: str, path: str) -> None:
    limit_this_process()
    for frame in _frames(job, Path(path)):
        sys.stdout.buffer.write(encode(frame))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(*sys.argv[1:3])
