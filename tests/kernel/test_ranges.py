"""Parts of a file."""

import pytest

from eduverse.kernel.ranges import Range, RangeNotSatisfiable, part_of


@pytest.mark.parametrize(
    ("header", "part"),
    [
        (None, None),
        ("bytes=0-0", Range(0, 1)),
        ("bytes=2-4", Range(2, 5)),
        ("bytes=7-", Range(7, 10)),
        ("bytes=-3", Range(7, 10)),
        ("bytes=-30", Range(0, 10)),
        ("bytes=5-99", Range(5, 10)),
        ("BYTES=1-1", Range(1, 2)),
        ("bytes=0-1,4-5", None),
        ("bytes=-", None),
        ("bytes=5-2", None),
        ("lines=1-2", None),
        ("bytes=a-b", None),
        ("bytes=0-" + "9" * 40, None),
    ],
)
def test_parts(header: str | None, part: Range | None) -> None:
    assert part_of(header, 10) == part


@pytest.mark.parametrize(
    ("header", "size"), [("bytes=10-", 10), ("bytes=10-12", 10), ("bytes=-0", 10), ("bytes=0-", 0)]
)
def test_what_is_not_there(header: str, size: int) -> None:
    with pytest.raises(RangeNotSatisfiable):
        part_of(header, size)
