"""When a class has met."""

from datetime import UTC, datetime, timedelta

import pytest

from eduverse.app.course import Meets
from eduverse.app.demo.lessons import last_lessons


@pytest.mark.parametrize(
    ("now", "met"),
    [
        (datetime(2026, 3, 2, 12, tzinfo=UTC), datetime(2026, 3, 2, 9, tzinfo=UTC)),
        (datetime(2026, 3, 2, 9, 49, tzinfo=UTC), datetime(2026, 2, 23, 9, tzinfo=UTC)),
        (datetime(2026, 3, 1, 23, 59, tzinfo=UTC), datetime(2026, 2, 23, 9, tzinfo=UTC)),
        (datetime(2026, 3, 3, 0, 0, tzinfo=UTC), datetime(2026, 3, 2, 9, tzinfo=UTC)),
    ],
)
def test_the_last_lesson_is_over(now: datetime, met: datetime) -> None:
    assert last_lessons(now, Meets(weekday=0, hour=9), 2) == [met - timedelta(weeks=1), met]
