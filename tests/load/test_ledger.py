"""A message that is lost or doubled is found, whoever it was and whatever else happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.load.ledger import Ledger, Verdict

PEOPLE = ("ada", "mira", "tom", "yuki")


def told_to_all(messages: int) -> Ledger:
    """Everybody is there, and hears everything that is said."""
    ledger = Ledger()
    for person in PEOPLE:
        ledger.enter(person, 0.0)
    for number in range(messages):
        speak(ledger, number)
        for person in PEOPLE:
            ledger.hear(person, f"m{number}")
    return ledger


def speak(ledger: Ledger, number: int, *, at: float | None = None) -> None:
    moment = number + 1.0 if at is None else at
    ledger.say(PEOPLE[number % 2], f"m{number}", moment)
    ledger.answer(f"m{number}", moment + 0.5)


def failures(verdict: Verdict) -> tuple[int, int, int, int]:
    return verdict.lost, verdict.doubled, verdict.disordered, verdict.unanswered


def test_a_class_in_which_all_hear_all_is_in_order() -> None:
    verdict = told_to_all(5).verdict()
    assert failures(verdict) == (0, 0, 0, 0)
    assert (verdict.said, verdict.expected, verdict.heard) == (5, 20, 20)
    assert verdict.complete


@given(
    deliveries=st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=12),
)
def test_every_lost_and_every_doubled_message_is_found(deliveries: list[list[int]]) -> None:
    """`deliveries[message][person]` says how often it was delivered: anything but once is a failure of its kind."""
    ledger = Ledger()
    for person in PEOPLE:
        ledger.enter(person, 0.0)
    for number, times in enumerate(deliveries):
        speak(ledger, number)
        for person, often in zip(PEOPLE, times, strict=True):
            for _ in range(often):
                ledger.hear(person, f"m{number}")
    verdict = ledger.verdict()
    every = [often for times in deliveries for often in times]
    assert verdict.lost == every.count(0)
    assert verdict.doubled == sum(often > 1 for often in every)
    assert verdict.disordered == 0
    assert bool(verdict.examples) is (verdict.lost + verdict.doubled > 0)


@given(stay=st.tuples(st.floats(0, 10), st.floats(0, 10)), said=st.floats(0, 10), took=st.floats(0, 3))
def test_only_those_who_were_there_all_the_time_must_hear(stay: tuple[float, float], said: float, took: float) -> None:
    entered, left = sorted(stay)
    ledger = Ledger()
    ledger.enter("mira", entered)
    ledger.leave("mira", left)
    ledger.say("ada", "m0", said)
    ledger.answer("m0", said + took)
    assert ledger.verdict().lost == (entered <= said and said + took <= left)


@given(st.permutations(range(6)))
def test_one_speaker_s_messages_out_of_order_are_found(order: list[int]) -> None:
    ledger = Ledger()
    ledger.enter("tom", 0.0)
    for number in range(6):
        ledger.say("ada", f"m{number}", number)
        ledger.answer(f"m{number}", number + 0.5)
    for number in order:
        ledger.hear("tom", f"m{number}")
    assert (ledger.verdict().disordered > 0) is (list(order) != sorted(order))


def test_two_speakers_may_overtake_each_other() -> None:
    ledger = Ledger()
    ledger.enter("tom", 0.0)
    speak(ledger, 0)
    speak(ledger, 1)
    ledger.hear("tom", "m1")
    ledger.hear("tom", "m0")
    assert ledger.verdict().disordered == 0


def test_what_came_with_the_room_is_not_lost_and_may_be_heard_once_more() -> None:
    ledger = Ledger()
    ledger.enter("tom", 0.0)
    speak(ledger, 0)
    ledger.read("tom", ["m0", None, "a stranger's"])
    assert failures(ledger.verdict()) == (0, 0, 0, 0)
    ledger.hear("tom", "m0")
    assert failures(ledger.verdict()) == (0, 0, 0, 0)
    ledger.hear("tom", "m0")
    assert ledger.verdict().doubled == 1


def test_who_is_there_already_goes_on_being_there() -> None:
    """Coming back from a broken connection is no new stay: what was said meanwhile must be heard."""
    ledger = Ledger()
    ledger.enter("tom", 0.0)
    speak(ledger, 0, at=5.0)
    ledger.enter("tom", 10.0)
    assert ledger.verdict().lost == 1


def test_a_message_nobody_acknowledged_is_unanswered_until_its_speaker_gives_it_up() -> None:
    ledger = Ledger()
    ledger.enter("tom", 0.0)
    ledger.say("ada", "m0", 1.0)
    assert failures(ledger.verdict()) == (0, 0, 0, 1)
    assert not ledger.verdict().complete
    ledger.abandon("m0")
    assert failures(ledger.verdict()) == (0, 0, 0, 0)


def test_hearing_tells_when_it_was_said() -> None:
    ledger = Ledger()
    ledger.say("ada", "m0", 3.0)
    assert ledger.hear("tom", "m0") == 3.0
    assert ledger.hear("tom", "a stranger's") is None


@pytest.mark.parametrize("wrong", [0, 3, 7])
def test_the_message_and_the_person_are_named(wrong: int) -> None:
    ledger = told_to_all(8)
    ledger.hear("yuki", f"m{wrong}")
    assert ledger.verdict().examples == (f"m{wrong} heard 2 times by yuki",)
