"""The course: it can be asked and graded as it is, and every question has a page."""

from collections import Counter

import pytest
from tests.support.clock import FakeClock

from eduverse.app.course import CourseClass, CourseQuestion, read_course
from eduverse.kernel.ids import Ids, SystemEntropy
from eduverse.quizzes.model import tidy_tags
from eduverse.quizzes.questions import Essay, Numeric, ShortAnswer, check, grade, key_of

COURSE = read_course()
QUESTIONS = [(course, one) for course in COURSE for one in course.about.questions]
IDS = Ids(FakeClock(), SystemEntropy())


def name_of(value: object) -> str | None:
    match value:
        case CourseClass():
            return value.name
        case CourseQuestion():
            return f"{value.question.text[:40]}"
    return None


def test_there_are_three_classes_with_sixty_questions_of_all_kinds() -> None:
    assert len(COURSE) == 3
    assert len(QUESTIONS) == 60
    kinds = Counter(type(one.to_question(IDS)).__name__ for _, one in QUESTIONS)
    assert len(kinds) == 9
    assert min(kinds.values()) >= 3


@pytest.mark.parametrize("course", COURSE, ids=name_of)
def test_its_pages_have_substance(course: CourseClass) -> None:
    words = {page.title: len(page.text.split()) for page in course.pages()}
    assert len(words) == len(course.pages()) == 7
    assert all(200 <= count <= 400 for count in words.values()), words
    assert all("\n|" in page.text or "\n- " in page.text or "\n1. " in page.text for page in course.pages())


@pytest.mark.parametrize("course", COURSE, ids=name_of)
def test_every_page_is_asked_about(course: CourseClass) -> None:
    asked = {tag for one in course.about.questions for tag in one.tags}
    assert asked == {tag for page in course.pages() for tag in tidy_tags([page.title])}


@pytest.mark.parametrize(("course", "one"), QUESTIONS, ids=name_of)
def test_a_question_can_be_answered_and_is_explained(course: CourseClass, one: CourseQuestion) -> None:
    question = one.to_question(IDS)
    key = key_of(question)
    check(question, key)
    assert isinstance(question, Essay) or grade(question, key) == pytest.approx(1)
    assert question.explanation
    assert one.tags == list(tidy_tags(one.tags))
    assert not isinstance(question, Essay) or question.rubric


@pytest.mark.parametrize(("course", "one"), [pair for pair in QUESTIONS if pair[1].given], ids=name_of)
def test_what_those_give_who_are_wrong_is_wrong(course: CourseClass, one: CourseQuestion) -> None:
    question = one.to_question(IDS)
    for given in one.given:
        check(question, given)
        assert isinstance(question, Essay) or (grade(question, given) or 0) < 1, given


@pytest.mark.parametrize("course", COURSE, ids=name_of)
def test_who_does_not_know_it_has_something_to_give(course: CourseClass) -> None:
    for one in course.asked("past"):
        if isinstance(one.to_question(IDS), ShortAnswer | Numeric | Essay):
            assert one.given


def test_an_essay_is_given_by_many_students_and_none_twice() -> None:
    (essay,) = [one for _, one in QUESTIONS if one.use == "past" and isinstance(one.to_question(IDS), Essay)]
    assert len(set(essay.given)) == len(essay.given) >= 10
