"""A session's states and its time."""

from itertools import product

import pytest
from tests.support.attendance import at

from eduverse.attendance.errors import WrongSessionState
from eduverse.attendance.model.measure import Policy
from eduverse.attendance.model.session import (
    TRANSITIONS,
    Event,
    Session,
    SessionKind,
    SessionState,
    advance,
    classroom_of,
    end,
    unscheduled_id,
    window_of,
)

OPEN = Session(
    id="room:m0:20260302", classroom_id="room", kind=SessionKind.SCHEDULED, starts_at=at(0), planned_end=at(60)
)


def session(state: SessionState) -> Session:
    return Session(id="s", classroom_id="room", kind=SessionKind.UNSCHEDULED, starts_at=at(0), state=state)


@pytest.mark.parametrize(("state", "event"), list(product(SessionState, Event)))
def test_every_event_in_every_state(state: SessionState, event: Event) -> None:
    if (state, event) in TRANSITIONS:
        assert advance(session(state), event).state is TRANSITIONS[state, event]
    else:
        with pytest.raises(WrongSessionState):
            advance(session(state), event)


def test_no_session_opens_again() -> None:
    assert SessionState.OPEN not in TRANSITIONS.values()


def test_ending_says_who_was_expected() -> None:
    ended = end(OPEN, at(60), event=Event.CLOSE, policy=Policy(), expected=("mira",), by="ada")
    assert (ended.state, ended.ends_at, ended.expected, ended.unsettled) == (
        SessionState.CLOSED,
        at(60),
        ("mira",),
        True,
    )
    assert end(ended, at(70), event=Event.LAPSE, policy=Policy(), expected=(), by=None) is ended
    nobody = end(OPEN, at(60), event=Event.CLOSE, policy=Policy(), expected=())
    assert not nobody.unsettled


def test_its_time() -> None:
    assert window_of(OPEN, at(20)) == (at(0), at(20))
    assert window_of(OPEN, at(90)) == (at(0), at(60))
    assert window_of(end(OPEN, at(30), event=Event.CLOSE, policy=Policy(), expected=()), at(90)) == (at(0), at(30))
    for empty in (
        window_of(OPEN, at(-5)),
        window_of(end(OPEN, at(0), event=Event.CLOSE, policy=Policy(), expected=()), at(9)),
    ):
        assert empty.start < empty.end, "a share of no time cannot be computed"


def test_ids_begin_with_the_classroom() -> None:
    assert classroom_of(OPEN.id) == classroom_of(unscheduled_id("room", 3)) == "room"
