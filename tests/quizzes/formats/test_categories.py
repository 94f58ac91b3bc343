"""Paths of categories."""

import pytest

from eduverse.quizzes.formats.categories import category_of


@pytest.mark.parametrize(
    ("path", "category"),
    [
        ("$course$/top/Maths/Sums", "Maths/Sums"),
        ("$course$/top", None),
        ("$cat1$/top/A", "A"),
        ("$module$ / A ", "A"),
        (" Maths /  Sums ", "Maths/Sums"),
        ("top/A", "A"),
        ("A//B/", "A/B"),
        ("", None),
        ("/", None),
    ],
)
def test_what_is_left_of_a_path(path: str, category: str | None) -> None:
    assert category_of(path) == category


def test_paths_are_bounded() -> None:
    assert len(category_of("a/" * 100_000) or "") <= 200
