"""The review policy: who may see what of an attempt, and when."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON

from eduverse.quizzes.model import EVERYTHING, Aspect, Phase, ReviewPolicy, phase_of, visible

RESULTS = {Aspect.ANSWERS, Aspect.CORRECTNESS, Aspect.MARKS}


@pytest.mark.parametrize(
    ("submitted", "over", "seconds", "phase"),
    [
        (False, False, 0, Phase.DURING),
        (False, True, 0, Phase.DURING),
        (True, False, 0, Phase.IMMEDIATELY),
        (True, False, 119, Phase.IMMEDIATELY),
        (True, False, 120, Phase.LATER),
        (True, True, 0, Phase.CLOSED),
        (True, True, 10_000, Phase.CLOSED),
    ],
)
def test_phases(submitted: bool, over: bool, seconds: int, phase: Phase) -> None:
    now = NOON + timedelta(seconds=seconds)
    assert phase_of(submitted_at=NOON if submitted else None, over=over, now=now) is phase


def test_the_default_shows_results_at_once_and_keys_at_the_end() -> None:
    """Decision 4."""
    policy = ReviewPolicy()
    assert visible(policy, Phase.DURING) == frozenset()
    assert visible(policy, Phase.IMMEDIATELY) == visible(policy, Phase.LATER) == RESULTS
    assert visible(policy, Phase.CLOSED) == EVERYTHING


_aspects = st.lists(st.sampled_from(Aspect)).map(tuple)


@given(_aspects, _aspects, _aspects, _aspects)
def test_nothing_is_shown_that_is_not_named(
    during: tuple[Aspect, ...], at_once: tuple[Aspect, ...], later: tuple[Aspect, ...], closed: tuple[Aspect, ...]
) -> None:
    policy = ReviewPolicy(during=during, immediately=at_once, later=later, closed=closed)
    for phase, named in zip(Phase, (during, at_once, later, closed), strict=True):
        shown = visible(policy, phase)
        assert shown <= set(named)
        assert shown == set(named) or Aspect.ANSWERS not in named


def test_without_the_answers_a_score_is_all_there_is() -> None:
    policy = ReviewPolicy(immediately=(Aspect.MARKS, Aspect.KEY, Aspect.FEEDBACK))
    assert visible(policy, Phase.IMMEDIATELY) == {Aspect.MARKS}
