"""From presence to a status."""

import pytest
from msgspec import structs
from tests.support.attendance import at

from eduverse.attendance.model.measure import AttendanceStatus, Measured, Policy, measure
from eduverse.attendance.model.presence import Span, Window

HOUR = Window(at(0), at(60))
POLICY = Policy(late_after_minutes=5, early_leave_minutes=5, minimum_share=50, gap_minutes=2)


def measured(*spans: tuple[float, float], policy: Policy = POLICY, checked_out: float | None = None) -> Measured:
    found = [Span(start=at(start), end=at(end)) for start, end in spans]
    return measure(found, HOUR, policy, None if checked_out is None else at(checked_out))


@pytest.mark.parametrize(
    ("spans", "status"),
    [
        ([], AttendanceStatus.ABSENT),
        ([(-20, -1), (61, 80)], AttendanceStatus.ABSENT),
        ([(0, 60)], AttendanceStatus.PRESENT),
        ([(-10, 70)], AttendanceStatus.PRESENT),
        ([(5, 55)], AttendanceStatus.PRESENT),
        ([(5.1, 60)], AttendanceStatus.LATE),
        ([(0, 54.9)], AttendanceStatus.LEFT_EARLY),
        ([(6, 50)], AttendanceStatus.LATE),
        ([(0, 29)], AttendanceStatus.PARTIAL),
        ([(0, 15), (45, 60)], AttendanceStatus.PRESENT),
        ([(0, 14.9), (45.1, 60)], AttendanceStatus.PARTIAL),
        ([(0, 30), (30.1, 60)], AttendanceStatus.PRESENT),
    ],
)
def test_the_first_rule_that_holds(spans: list[tuple[float, float]], status: AttendanceStatus) -> None:
    assert measured(*spans).status is status


def test_what_is_measured() -> None:
    found = measured((-5, 20), (30, 50))
    assert (found.check_in_time, found.check_out_time) == (at(0), at(50))
    assert (found.present_seconds, found.share) == (40 * 60, 0.6667)
    assert [(one.start, one.end) for one in found.spans] == [(at(0), at(20)), (at(30), at(50))]
    assert measured() == Measured(status=AttendanceStatus.ABSENT)


def test_another_policy_sees_the_same_presence_otherwise() -> None:
    lenient = structs.replace(POLICY, late_after_minutes=30, minimum_share=10)
    strict = structs.replace(POLICY, late_after_minutes=0, early_leave_minutes=0, minimum_share=100)
    assert measured((20, 60), policy=lenient).status is AttendanceStatus.PRESENT
    assert measured((0, 60), policy=strict).status is AttendanceStatus.PRESENT
    assert measured((0, 59.9), policy=strict).status is AttendanceStatus.PARTIAL


def test_presence_after_checking_out_is_kept_and_does_not_count() -> None:
    found = measured((0, 60), checked_out=40)
    assert (found.status, found.check_out_time, found.present_seconds) == (AttendanceStatus.LEFT_EARLY, at(40), 2400)
    assert [(one.start, one.end) for one in found.spans] == [(at(0), at(60))]
    assert measured((30, 60), checked_out=20).status is AttendanceStatus.ABSENT
