"""The cells of a table, and which character parts them."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from eduverse.kernel.spreadsheets import meant, neutral
from eduverse.quizzes.formats.errors import UnreadableFile

__all__ = ["list_cell", "list_of", "read_rows", "write_rows"]

_DELIMITERS = ",;\t"


def read_rows(source: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line on which it begins. The cells are as they were meant."""
    text, line, delimiter = _delimited(source)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begin = line
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise UnreadableFile(
                f"The table cannot be read from line {begin} on: a quotation mark is missing, or a cell is too long.",
                line=begin,
            ) from None
        if any(cell.strip() for cell in row):
            yield begin, [meant(cell).strip() for cell in row]
        begin = line + reader.line_num


def _delimited(source: str) -> tuple[str, int, str]:
    """The table, the number of its first line, and what parts its cells: the one named by `sep=`, or the one that
    is most often in the header."""
    first, _, rest = source.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip("\n")) == 5:
        return rest, 2, first[4]
    return source, 1, max(_DELIMITERS, key=first.count)


def write_rows(rows: Iterable[Sequence[str]]) -> str:
    """Comma-separated, every line ended by CR LF (RFC 4180), nothing in it a formula."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()


def list_cell(texts: Iterable[str]) -> str:
    """Several texts in one cell, parted by commas; one that holds a comma stands in quotation marks."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="").writerow(list(texts))
    return out.getvalue()


def list_of(cell: str) -> list[str]:
    row = next(csv.reader([cell.replace("\n", " ")], skipinitialspace=True), [])
    return [text.strip() for text in row if text.strip()]
