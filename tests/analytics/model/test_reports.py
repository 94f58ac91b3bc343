"""Reports as pure counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analytics.facts import NAMES, class_facts, quiz, result, stay
from tests.support.clock import NOON

from eduverse.analytics.model.reports import Concern, ConcernReason, class_overview, student_progress


def concerns(user_id: str, **fields: object) -> list[Concern]:
    overview = class_overview(class_facts(**fields), NAMES, NOON)
    return next(row.concerns for row in overview.students if row.user_id == user_id)


def test_a_students_own_progress() -> None:
    progress = student_progress(class_facts(), "mira", NOON)
    assert [(one.quiz_id, one.best, one.attempts, one.passed) for one in progress.results] == [
        ("a", 1.0, 2, True),
        ("b", 0.8, 1, True),
        ("c", None, 0, False),
    ]
    assert progress.average == pytest.approx(0.9)
    assert progress.tokens == 36
    assert len(progress.minutes) == 28
    assert [(one.day.day, one.count) for one in progress.minutes if one.count] == [(20, 30), (27, 40)]


def test_who_has_done_nothing_yet_has_no_average() -> None:
    progress = student_progress(class_facts(), "zoe", NOON)
    assert (progress.average, progress.tokens, sum(day.count for day in progress.minutes)) == (None, 0, 0)


def test_a_class_as_its_teacher_sees_it() -> None:
    overview = class_overview(class_facts(), NAMES, NOON)
    first = overview.quizzes[0]
    assert (first.quiz_id, first.taken, first.passed) == ("a", 2, 1)
    assert first.average == pytest.approx(0.6)
    assert first.bands == [0, 1, 0, 0, 1]
    assert [one.count for one in overview.people if one.count] == [1, 1, 1]
    assert [row.name for row in overview.students] == ["Tom", "Zoë", "Mira"]


def test_who_left_the_campus_is_left_out() -> None:
    overview = class_overview(class_facts(), {"mira": "Mira"}, NOON)
    assert [row.user_id for row in overview.students] == ["mira"]


def test_who_may_need_help_and_why() -> None:
    assert concerns("mira") == []
    assert concerns("tom") == [
        Concern(reason=ConcernReason.NOT_SEEN, count=2),
        Concern(reason=ConcernReason.NOT_PASSED, count=2),
    ]
    assert concerns("zoe") == [
        Concern(reason=ConcernReason.NOT_SEEN, count=2),
        Concern(reason=ConcernReason.NOT_TAKEN, count=2),
    ]


def test_nobody_is_missed_where_there_was_nothing_to_come_to() -> None:
    assert concerns("zoe", stays=(stay("ada", 3), stay("mira", 20)), quizzes=()) == []
    assert concerns("zoe", stays=(), quizzes=()) == []


def test_one_closed_quiz_and_one_bad_day_are_no_pattern() -> None:
    assert concerns("zoe", quizzes=(quiz("a", 2), quiz("b", 1, closed=False)), stays=()) == []
    assert concerns("tom", results=(result("tom", "a", 0.2), result("tom", "b", 0.6)), stays=()) == []
    assert concerns("tom", results=(result("tom", "a", 0.2),), stays=()) == []


SCORES = st.lists(
    st.tuples(st.sampled_from(["mira", "tom", "zoe", "gone"]), st.sampled_from("abc"), st.floats(0, 1)), max_size=30
)


@given(SCORES)
def test_whatever_was_scored_the_counts_agree(scores: list[tuple[str, str, float]]) -> None:
    facts = class_facts(results=tuple(result(*one) for one in scores))
    overview = class_overview(facts, NAMES, NOON)
    for outcome in overview.quizzes:
        assert sum(outcome.bands) == outcome.taken <= 3
        assert 0 <= outcome.passed <= outcome.taken
    assert sum(row.taken for row in overview.students) == sum(outcome.taken for outcome in overview.quizzes)
