"""Comparing texts: what does not count, stars, and slips of the pen."""

import time
from fnmatch import fnmatchcase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eduverse.quizzes.questions.texts import comparable, matches_pattern, within_edits


@pytest.mark.parametrize(
    ("given_text", "pattern", "matches"),
    [
        ("abc", "abc", True),
        ("abc", "a*", True),
        ("abc", "*c", True),
        ("abc", "a*c", True),
        ("ac", "a*c", True),
        ("a", "a*a", False),
        ("aa", "a*a", True),
        ("abcbd", "a*b*d", True),
        ("abd", "a*b*b*d", False),
        ("anything", "*", True),
        ("x", "**", True),
        ("a*c", "a\\*c", True),
        ("abc", "a\\*c", False),
        ("a*bc", "a\\**c", True),
        ("a\\bc", "a\\b*", True),
        ("a\\", "a\\", True),
        ("abc", "A*", True),
        ("a.c", "a.*", True),
        ("abc", "a.*", False),
        ("strasse 5", "Straße *", True),
    ],
)
def test_stars(given_text: str, pattern: str, matches: bool) -> None:
    assert matches_pattern(given_text, pattern, case_sensitive=False) is matches


@given(st.text("ab*", max_size=12), st.text("ab", max_size=12))
def test_stars_mean_what_they_mean_in_a_shell(pattern: str, text: str) -> None:
    assert matches_pattern(text, pattern, case_sensitive=True) is fnmatchcase(text, pattern)


def test_no_pattern_keeps_the_server_busy() -> None:
    """The first would take a backtracking matcher longer than the universe is old."""
    started = time.process_time()
    assert not matches_pattern("a" * 50_000, "*a" * 500 + "b", case_sensitive=True)
    assert not within_edits("ab" * 25_000, "ab" * 24_998 + "cccc", 3)
    assert time.process_time() - started < 2


def distance(one: str, other: str) -> int:
    """Optimal string alignment, the whole table."""
    rows = [[max(i, j) if 0 in (i, j) else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i][j] = best
    return rows[-1][-1]


@settings(max_examples=300)
@given(st.text("abc", max_size=9), st.text("abc", max_size=9), st.integers(0, 4))
def test_the_band_finds_what_the_whole_table_finds(one: str, other: str, most: int) -> None:
    assert within_edits(one, other, most) is (distance(one, other) <= most)


@given(st.text(), st.booleans())
def test_a_comparable_text_stays_as_it_is(text: str, case_sensitive: bool) -> None:
    once = comparable(text, case_sensitive=case_sensitive)
    assert comparable(once, case_sensitive=case_sensitive) == once
