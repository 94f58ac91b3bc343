"""The cells of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import lines

from eduverse.quizzes.formats.errors import UnreadableFile
from eduverse.quizzes.formats.table.cells import list_cell, list_of, read_rows, write_rows

_cells = st.text(st.sampled_from("'=+-@\ta1 ,;\"\n"), max_size=8).map(str.strip)


@given(st.lists(st.lists(_cells, min_size=2, max_size=4).filter(any), min_size=1, max_size=4))
def test_what_is_written_is_read_back_and_nothing_of_it_is_a_formula(rows: list[list[str]]) -> None:
    written = write_rows([["a", "b"], *rows])
    assert [row for _, row in read_rows(written.replace("\r\n", "\n"))] == [["a", "b"], *rows]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_formulas_are_made_harmless(formula: str) -> None:
    assert write_rows([[formula, "x"]]).strip('"').startswith("'")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_of_the_header(delimiter: str) -> None:
    source = delimiter.join(["type", "text"]) + "\n" + delimiter.join(["single", '"a,b;c\td"']) + "\n"
    assert [row for _, row in read_rows(source)] == [["type", "text"], ["single", "a,b;c\td"]]


def test_a_spreadsheet_may_name_the_delimiter() -> None:
    assert list(read_rows("sep=;\na,b;c\n")) == [(2, ["a,b", "c"])]


def test_rows_know_their_line() -> None:
    assert list(read_rows('a,b\n\n"c\nd",e\nf,g\n')) == [(1, ["a", "b"]), (3, ["c\nd", "e"]), (5, ["f", "g"])]


def test_an_open_quotation_mark_ends_the_reading() -> None:
    with pytest.raises(UnreadableFile) as caught:
        list(read_rows('a,b\nc,"d\n'))
    assert caught.value.extra == {"line": 2}


@given(st.lists(lines, max_size=4))
def test_lists_in_one_cell(found: list[str]) -> None:
    assert list_of(list_cell(found)) == found
