"""The class is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON

from eduverse.live.errors import NoOpenPoll, NoSuchOption, PollAlreadyOpen
from eduverse.live.model.poll import Poll, close_poll, count, open_poll, vote
from eduverse.vocabulary.messages import LivePoll, PollCounted

NOTHING = Poll(id="room")


def asked(number: int = 1, options: int = 3) -> LivePoll:
    chosen = [f"Option {place}" for place in range(options)]
    return LivePoll(poll_id=f"p{number}", question="Which?", options=chosen, opened_at=NOON)


def test_a_vote_counts_once_and_can_be_changed() -> None:
    poll = open_poll(NOTHING, asked())
    poll = vote(vote(poll, "p1", "mira", 0), "p1", "tom", 0)
    assert count(poll) == PollCounted(poll_id="p1", counts=[2, 0, 0], voters=2, open=True)
    assert vote(poll, "p1", "mira", 0) is poll
    assert count(vote(poll, "p1", "mira", 2)) == PollCounted(poll_id="p1", counts=[1, 0, 1], voters=2, open=True)


def test_a_closed_poll_keeps_its_count_and_takes_no_vote() -> None:
    closed = close_poll(vote(open_poll(NOTHING, asked()), "p1", "mira", 1))
    assert count(closed) == PollCounted(poll_id="p1", counts=[0, 1, 0], voters=1, open=False)
    for poll in (closed, NOTHING):
        with pytest.raises(NoOpenPoll):
            vote(poll, "p1", "mira", 0)
        with pytest.raises(NoOpenPoll):
            close_poll(poll)


def test_one_poll_at_a_time() -> None:
    first = open_poll(NOTHING, asked())
    with pytest.raises(PollAlreadyOpen):
        open_poll(first, asked(2))
    second = open_poll(close_poll(vote(first, "p1", "mira", 1)), asked(2))
    assert count(second) == PollCounted(poll_id="p2", counts=[0, 0, 0], voters=0, open=True)


def test_a_vote_for_the_poll_before_does_not_count_in_this_one() -> None:
    second = open_poll(close_poll(open_poll(NOTHING, asked())), asked(2))
    with pytest.raises(NoOpenPoll):
        vote(second, "p1", "mira", 0)


def test_an_option_that_is_not_there() -> None:
    with pytest.raises(NoSuchOption):
        vote(open_poll(NOTHING, asked(options=2)), "p1", "mira", 2)


def test_nothing_was_ever_asked() -> None:
    assert count(NOTHING) is None


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 2)), max_size=40))
def test_everybody_who_voted_counts_once_with_their_last_word(votes: list[tuple[str, int]]) -> None:
    poll = open_poll(NOTHING, asked())
    for who, option in votes:
        poll = vote(poll, "p1", who, option)
    counted = count(poll)
    assert counted
    last = list(dict(votes).values())
    assert counted.voters == len(last) == sum(counted.counts)
    assert counted.counts == [last.count(option) for option in range(3)]
