"""What was said lately."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.log import MAX_BYTES, MAX_EVENTS, EventLog, Position
from eduverse.realtime.wire.events import Message


def log(keep: float = 100) -> EventLog:
    return EventLog(7, keep=keep)


def say(under_test: EventLog, channel: str, text: str = "x", now: float = 0) -> Position:
    return under_test.append(channel, Message(text.encode()), None, now).position


def texts(under_test: EventLog, number: int, *channels: str) -> list[str] | None:
    missed = under_test.since(Position(7, number), channels)
    return None if missed is None else [entry.message.text.decode() for entry in missed]


@given(st.integers(0), st.integers(0))
def test_a_position_survives_being_written(epoch: int, number: int) -> None:
    position = Position(epoch % 10**15, number % 10**15)
    assert Position.parse(str(position)) == position


@given(st.text(max_size=60))
def test_any_text_is_a_position_or_none(text: str) -> None:
    parsed = Position.parse(text)
    assert parsed is None or Position.parse(str(parsed)) == parsed


@pytest.mark.parametrize("text", ["", "1", "-", "1-", "-1", "1-2-3", "a-1", "1-b", "²-1", "1" * 30 + "-" + "1" * 30])
def test_what_is_no_position(text: str) -> None:
    assert Position.parse(text) is None


@given(
    st.lists(st.sampled_from("abc"), max_size=40),
    st.integers(0, 40),
    st.sets(st.sampled_from("abcd")),
)
def test_everything_on_the_channels_after_the_position_in_order(said: list[str], seen: int, channels: set[str]) -> None:
    under_test = log()
    for number, channel in enumerate(said, 1):
        say(under_test, channel, str(number))
    seen = min(seen, len(said))
    expected = [str(number) for number, channel in enumerate(said, 1) if number > seen and channel in channels]
    assert texts(under_test, seen, *channels) == expected


def test_another_epoch_and_the_future_are_unknown() -> None:
    under_test = log()
    say(under_test, "a")
    assert under_test.since(Position(6, 0), ["a"]) is None
    assert under_test.since(Position(7, 2), ["a"]) is None
    assert under_test.since(under_test.head, ["a"]) == []


def test_too_many_events_are_forgotten_by_their_channel_alone() -> None:
    under_test = log()
    say(under_test, "quiet", "first")
    for number in range(MAX_EVENTS + 1):
        say(under_test, "loud", str(number))
    assert texts(under_test, 0, "quiet") == ["first"]
    assert texts(under_test, 1, "quiet", "loud") is None
    assert len(texts(under_test, 2, "loud") or []) == MAX_EVENTS


def test_too_much_is_forgotten() -> None:
    under_test = log()
    for _ in range(3):
        say(under_test, "a", "x" * (MAX_BYTES // 2))
    assert texts(under_test, 0, "a") is None
    assert len(texts(under_test, 1, "a") or []) == 2


def test_what_is_old_is_forgotten() -> None:
    under_test = log(keep=10)
    say(under_test, "a", "old", now=0)
    say(under_test, "b", "old", now=0)
    say(under_test, "a", "new", now=11)
    assert texts(under_test, 0, "a") is None
    assert texts(under_test, 1, "a") == ["new"]
    assert len(under_test._channels) == 1
