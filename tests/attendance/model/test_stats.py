"""How often somebody was there."""

from msgspec import structs
from tests.attendance.model.test_record import ABSENT, ADA, BLANK, LATE, PRESENT

from eduverse.attendance.model.measure import AttendanceStatus
from eduverse.attendance.model.record import mark
from eduverse.attendance.model.stats import Tally, tally


def test_each_status_is_counted() -> None:
    excused = mark(ABSENT, AttendanceStatus.EXCUSED, ADA)
    found = tally([PRESENT, LATE, ABSENT, excused, BLANK], set())
    assert (found.present, found.late, found.absent, found.excused, found.sessions) == (1, 1, 1, 1, 4)
    assert found.present_seconds == 100 * 60
    assert found.rate == 0.6667


def test_sessions_that_were_not_held_count_for_nobody() -> None:
    elsewhere = structs.replace(ABSENT, session_id="other")
    assert tally([PRESENT, elsewhere], {"other"}) == tally([PRESENT], set())


def test_without_sessions_there_is_no_rate() -> None:
    assert tally([], set()) == Tally()
    assert tally([mark(ABSENT, AttendanceStatus.EXCUSED, ADA)], set()).rate is None
