"""Numbers that count as right, as files write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.formats.numbers import accepted_number, written_number
from eduverse.quizzes.formats.report import Skip
from eduverse.quizzes.questions.kinds import AcceptedNumber, Tolerance

_values = st.floats(-1e12, 1e12)


@given(_values, st.floats(0, 100), st.sampled_from(Tolerance))
def test_numbers_come_back(value: float, tolerance: float, kind: Tolerance) -> None:
    number = AcceptedNumber(value=value, tolerance=tolerance, kind=kind if tolerance else Tolerance.ABSOLUTE)
    assert accepted_number(written_number(number), 1.0, None, all_kinds=True) == number


@given(_values, _values)
def test_ranges_come_back_whichever_end_is_first(one: float, other: float) -> None:
    low, high = sorted((one, other))
    number = AcceptedNumber(value=low, high=high)
    assert accepted_number(written_number(number), 1.0, None) == number
    assert accepted_number(f"{high!r}..{low!r}", 1.0, None) == number


@pytest.mark.parametrize("text", ["", "x", "1:-1", "1..", "..2", "1:5%", "1:x2", "1:2:3", "1e999"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(Skip):
        accepted_number(text, 1.0, None)
