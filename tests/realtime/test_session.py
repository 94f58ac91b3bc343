"""The session's table."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.session import TABLE, Input, Output, Session, State, Timing
from eduverse.realtime.wire.engine import PacketType
from eduverse.realtime.wire.errors import ProtocolError

TIMING = Timing(ping_interval=25, ping_timeout=20, upgrade_timeout=10, close_timeout=30)
CARRYING = [State.POLLING, State.PROBING, State.UPGRADING, State.WEBSOCKET]


def session(state: State = State.POLLING) -> Session:
    return Session(state, TIMING, 0.0)


def test_every_state_has_its_row_and_nothing_leads_back_from_the_end() -> None:
    assert set(TABLE) == set(State)
    assert {step.state for step in TABLE[State.CLOSED].values()} == {State.CLOSED}
    assert {step.state for step in TABLE[State.CLOSING].values()} == {State.CLOSING, State.CLOSED}


def test_packet_types_are_inputs_of_the_same_number() -> None:
    assert [Input(kind.value).name for kind in PacketType] == [kind.name for kind in PacketType]


@pytest.mark.parametrize("state", CARRYING)
def test_no_input_ends_a_session_without_saying_why(state: State) -> None:
    for step in TABLE[state].values():
        ends = step.state in {State.CLOSING, State.CLOSED}
        assert (Output.END in step.outputs) is ends
        assert bool(step.reason) is ends


@pytest.mark.parametrize("state", CARRYING)
@pytest.mark.parametrize("packet", [Input.OPEN, Input.PING, Input.UPGRADE])
def test_what_a_client_may_never_send(state: State, packet: Input) -> None:
    under_test = session(state)
    with pytest.raises(ProtocolError):
        under_test.feed(packet, 1)
    assert under_test.state is state


def test_upgrade() -> None:
    under_test = session()
    under_test.feed(Input.CANDIDATE_OPENED, 1)
    assert under_test.feed(Input.CANDIDATE_PROBED, 2).outputs == (Output.ANSWER_PROBE, Output.RELEASE_POLL)
    assert under_test.feed(Input.MESSAGE, 2).outputs == (Output.DELIVER,)
    assert under_test.feed(Input.CANDIDATE_COMMITTED, 3).outputs == (Output.SWITCH,)
    assert under_test.state is State.WEBSOCKET
    assert under_test.deadline == 25


def test_no_commitment_without_a_probe() -> None:
    under_test = session()
    under_test.feed(Input.CANDIDATE_OPENED, 1)
    with pytest.raises(ProtocolError):
        under_test.feed(Input.CANDIDATE_COMMITTED, 2)


@pytest.mark.parametrize("happened", [Input.CANDIDATE_FAILED, Input.UPGRADE_OVERDUE])
@pytest.mark.parametrize("state", [State.PROBING, State.UPGRADING])
def test_a_candidate_that_fails_costs_nothing(state: State, happened: Input) -> None:
    under_test = session(state)
    assert under_test.feed(happened, 1).outputs == (Output.DROP_CANDIDATE,)
    assert under_test.state is State.POLLING
    under_test.feed(Input.CANDIDATE_OPENED, 2)


def test_a_second_candidate_is_refused() -> None:
    under_test = session()
    under_test.feed(Input.CANDIDATE_OPENED, 1)
    with pytest.raises(ProtocolError):
        under_test.feed(Input.CANDIDATE_OPENED, 2)


@pytest.mark.parametrize("ending", [Input.SHUT, Input.LOST])
def test_a_session_that_is_over_takes_no_candidate(ending: Input) -> None:
    under_test = session()
    under_test.feed(ending, 1)
    with pytest.raises(ProtocolError):
        under_test.feed(Input.CANDIDATE_OPENED, 2)


def test_an_upgrade_takes_no_longer_than_it_may() -> None:
    under_test = session()
    under_test.feed(Input.CANDIDATE_OPENED, 1)
    assert under_test.deadline == 11
    assert under_test.due(10.9) is None
    assert under_test.due(11) is Input.UPGRADE_OVERDUE


def test_heartbeat() -> None:
    under_test = session(State.WEBSOCKET)
    assert under_test.due(24.9) is None
    assert under_test.due(25) is Input.PING_DUE
    assert under_test.feed(Input.PING_DUE, 25).outputs == (Output.PING,)
    assert under_test.deadline == 45
    under_test.feed(Input.PONG, 30)
    assert under_test.deadline == 50
    under_test.feed(Input.PING_DUE, 50)
    assert under_test.due(70) is Input.PONG_OVERDUE
    assert under_test.feed(Input.PONG_OVERDUE, 70).reason == "ping timeout"
    assert under_test.deadline == math.inf


def test_no_ping_while_one_is_unanswered() -> None:
    under_test = Session(State.WEBSOCKET, TIMING._replace(ping_timeout=60), 0.0)
    under_test.feed(Input.PING_DUE, 25)
    assert under_test.deadline == 85
    under_test.feed(Input.PONG, 60)
    assert under_test.due(60) is Input.PING_DUE


def test_a_pong_that_nobody_asked_for_puts_nothing_off() -> None:
    under_test = session(State.WEBSOCKET)
    under_test.feed(Input.PONG, 20)
    assert under_test.deadline == 25


def test_a_ping_that_leaves_a_moment_late_puts_nothing_off() -> None:
    under_test = session(State.WEBSOCKET)
    under_test.feed(Input.PING_DUE, 25.5)
    assert under_test.deadline == 45


def test_a_machine_that_stood_still_leaves_time_for_an_answer() -> None:
    under_test = session(State.WEBSOCKET)
    under_test.feed(Input.PING_DUE, 1000)
    assert under_test.deadline == 1015


def test_messages_are_no_sign_of_life() -> None:
    under_test = session(State.WEBSOCKET)
    under_test.feed(Input.PING_DUE, 25)
    under_test.feed(Input.MESSAGE, 44)
    assert under_test.due(45) is Input.PONG_OVERDUE


def test_an_orderly_close_waits_for_a_poll() -> None:
    under_test = session()
    assert Output.FORGET not in under_test.feed(Input.SHUT, 1).outputs
    assert under_test.feed(Input.MESSAGE, 2).outputs == ()
    assert under_test.deadline == 31
    assert under_test.feed(Input.DRAINED, 3).outputs == (Output.FORGET,)
    assert under_test.state is State.CLOSED


def test_an_orderly_close_does_not_wait_for_ever() -> None:
    under_test = session()
    under_test.feed(Input.SHUT, 1)
    under_test.feed(Input.PONG, 2)
    assert under_test.due(31) is Input.CLOSE_OVERDUE
    under_test.feed(Input.CLOSE_OVERDUE, 31)
    assert under_test.deadline == math.inf


@given(st.lists(st.tuples(st.sampled_from(Input), st.floats(0, 60)), max_size=40), st.sampled_from(CARRYING))
def test_any_story_ends_at_most_once_and_forgets_once(story: list[tuple[Input, float]], first: State) -> None:
    under_test, now = session(first), 0.0
    outputs: list[Output] = []
    for happened, later in story:
        now += later
        try:
            outputs += under_test.feed(happened, now).outputs
        except ProtocolError:
            continue
        assert (under_test.state is State.CLOSED) is (under_test.deadline == math.inf)
    assert outputs.count(Output.END) == (under_test.state in {State.CLOSING, State.CLOSED})
    assert outputs.count(Output.FORGET) == (under_test.state is State.CLOSED)
