"""One student in one session."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.attendance import at

from eduverse.attendance.errors import ExcuseDecided, HistoryFull, NoExcuse
from eduverse.attendance.model.measure import AttendanceStatus, Policy
from eduverse.attendance.model.presence import Span, Window
from eduverse.attendance.model.record import (
    EXCUSES,
    MAX_HISTORY,
    Author,
    ExcuseEvent,
    ExcuseState,
    Record,
    blank_record,
    check_out,
    decide,
    mark,
    send_excuse,
    with_measured,
)
from eduverse.attendance.model.session import Session, SessionKind

HOUR = Window(at(0), at(60))
SESSION = Session(id="room:extra:1", classroom_id="room", kind=SessionKind.UNSCHEDULED, starts_at=at(0))
BLANK = blank_record(SESSION, "mira", "Mira")
ADA = Author("ada", "Ada", at(90), "was at the dentist's")


def measured(record: Record = BLANK, *spans: tuple[float, float]) -> Record:
    return with_measured(record, [Span(start=at(start), end=at(end)) for start, end in spans], HOUR, Policy())


ABSENT = measured()
PRESENT = measured(BLANK, (0, 60))
LATE = measured(BLANK, (20, 60))


def test_nothing_is_known_before_it_is_measured() -> None:
    assert (BLANK.status, ABSENT.status, PRESENT.status) == (None, AttendanceStatus.ABSENT, AttendanceStatus.PRESENT)


def test_it_is_measured_once() -> None:
    assert measured(ABSENT, (0, 60)) is ABSENT


def test_the_teachers_word_holds_and_can_be_taken_back() -> None:
    marked = mark(ABSENT, AttendanceStatus.PRESENT, ADA)
    assert (marked.status, marked.measured) == (AttendanceStatus.PRESENT, ABSENT.measured)
    undone = mark(marked, None, ADA._replace(reason="mistaken"))
    assert undone.status is AttendanceStatus.ABSENT
    assert [(one.by, one.was, one.status, one.reason) for one in undone.history] == [
        ("ada", AttendanceStatus.ABSENT, AttendanceStatus.PRESENT, "was at the dentist's"),
        ("ada", AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, "mistaken"),
    ]
    assert mark(marked, AttendanceStatus.PRESENT, ADA) is marked


def test_a_mark_before_the_end_holds_after_it() -> None:
    early = mark(BLANK, AttendanceStatus.EXCUSED, ADA)
    assert measured(early, (0, 60)).status is AttendanceStatus.EXCUSED


def test_leaving_is_noted_and_taken_back() -> None:
    left = check_out(PRESENT, at(20), ADA, HOUR, Policy())
    assert left.status is AttendanceStatus.PARTIAL
    assert left.history[-1].check_out_time == at(20)
    back = check_out(left, None, ADA, HOUR, Policy())
    assert (back.status, back.measured) == (AttendanceStatus.PRESENT, PRESENT.measured)
    assert check_out(left, at(20), ADA, HOUR, Policy()) is left
    before_the_end = check_out(BLANK, at(20), ADA, HOUR, Policy())
    assert measured(before_the_end, (0, 60)).status is AttendanceStatus.PARTIAL


def test_an_accepted_excuse_covers_what_was_missed() -> None:
    for record, status in (
        (ABSENT, AttendanceStatus.EXCUSED),
        (LATE, AttendanceStatus.EXCUSED),
        (PRESENT, AttendanceStatus.PRESENT),
    ):
        sent = send_excuse(record, "dentist", at(80))
        assert sent.status is record.status, "sending alone changes nothing"
        accepted = decide(sent, ExcuseEvent.ACCEPT, ADA)
        assert accepted.status is status
        assert accepted.excuse
        assert (accepted.excuse.decided_by, accepted.excuse.note) == ("ada", ADA.reason)
        assert decide(accepted, ExcuseEvent.DECLINE, ADA).status is record.status
    ahead = decide(send_excuse(BLANK, "dentist", at(-60)), ExcuseEvent.ACCEPT, ADA)
    assert (ahead.status, measured(ahead).status) == (None, AttendanceStatus.EXCUSED)
    assert mark(measured(ahead), AttendanceStatus.ABSENT, ADA).status is AttendanceStatus.ABSENT, (
        "the teacher's own word comes first"
    )


def in_state(state: ExcuseState | None) -> Record:
    record = ABSENT if state is None else send_excuse(ABSENT, "dentist", at(80))
    event = {ExcuseState.ACCEPTED: ExcuseEvent.ACCEPT, ExcuseState.DECLINED: ExcuseEvent.DECLINE}.get(
        state or ExcuseState.PENDING
    )
    return decide(record, event, ADA) if event else record


@pytest.mark.parametrize(("state", "event"), list(product([None, *ExcuseState], ExcuseEvent)))
def test_every_event_of_an_excuse(state: ExcuseState | None, event: ExcuseEvent) -> None:
    record, expected = in_state(state), EXCUSES.get((state, event))
    if event is ExcuseEvent.SEND:
        if expected is None:
            with pytest.raises(ExcuseDecided):
                send_excuse(record, "again", at(95))
        else:
            assert send_excuse(record, "again", at(95)).excuse_state is expected
    elif expected is None:
        with pytest.raises(NoExcuse):
            decide(record, event, ADA)
    else:
        assert decide(record, event, ADA).excuse_state is expected


def test_a_history_is_bounded() -> None:
    record = ABSENT
    for number in range(MAX_HISTORY):
        record = mark(record, AttendanceStatus.PRESENT if number % 2 == 0 else None, ADA)
    with pytest.raises(HistoryFull):
        mark(record, AttendanceStatus.LATE, ADA)


@given(st.lists(st.sampled_from([*AttendanceStatus, None]), max_size=20))
def test_whatever_is_marked_the_history_tells_how_it_came(marks: list[AttendanceStatus | None]) -> None:
    record = LATE
    for status in marks:
        record = mark(record, status, ADA)
    told = [LATE.status, *(entry.status for entry in record.history)]
    assert [entry.was for entry in record.history] == told[:-1]
    assert record.status is told[-1]
    assert record.measured == LATE.measured
