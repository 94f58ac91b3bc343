"""What corrections of a quiz's key make of the attempts at it.

The quiz's document holds its regrades; an attempt says how many of them its marks know. Bringing it up to date is a
pure function of the two, so it may be done by anybody, at any time, and again.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from eduverse.quizzes.errors import QuizStillOpen, TokensPending
from eduverse.quizzes.model.attempt import HANDED_IN, Attempt, Paper, value_of
from eduverse.quizzes.model.grading import Rewarding, mark
from eduverse.quizzes.model.marking import remember
from eduverse.quizzes.model.quiz import Quiz, corrections_of, is_over
from eduverse.quizzes.questions import Question, grade
from eduverse.quizzes.questions.corrections import Drop, Regrade, credited

__all__ = ["Graded", "add_regrade", "done_regrading", "regrade", "regrade_all"]


class Graded(NamedTuple):
    """An attempt with the questions that count for it: those of its paper, as corrected."""

    attempt: Attempt
    paper: Paper


def add_regrade(quiz: Quiz, new: Regrade) -> Quiz:
    """The quiz with one regrade more; its attempts are to follow. Raises `QuizStillOpen`."""
    if not is_over(quiz):
        raise QuizStillOpen
    return structs.replace(quiz, regrades=(*quiz.regrades, new), regrading=True)


def done_regrading(quiz: Quiz, number: int) -> Quiz:
    """All attempts know `number` regrades; if there are more by now, it stays to do."""
    if not quiz.regrading or len(quiz.regrades) != number:
        return quiz
    return structs.replace(quiz, regrading=False)


def regrade_all(graded: Sequence[Graded], quiz: Quiz) -> list[Attempt]:
    """One student's attempts, all up to date: the first one that passes has the tokens."""
    done: list[Attempt] = []
    for attempt, paper in sorted(graded, key=lambda one: one.attempt.number):
        rewarding = Rewarding(already_passed=any(one.passed for one in done))
        done.append(regrade(attempt, quiz, paper, rewarding=rewarding))
    return done


def regrade(attempt: Attempt, quiz: Quiz, paper: Paper, *, rewarding: Rewarding) -> Attempt:
    """The attempt with the marks that the quiz's corrections give it; `paper` is corrected already.

    Only marks of corrected questions change; what a person has judged stays judged. Tokens are what the new score
    earns, up or down: whoever books them compares with what was booked. Raises `TokensPending` before that is done.
    """
    fresh = quiz.regrades[attempt.corrected :]
    if not fresh or attempt.state not in HANDED_IN:
        return attempt
    if attempt.unsettled:
        raise TokensPending(attempt.id)
    touched = {one.question_id for new in fresh for one in new.corrections}
    dropped = {one.question_id for one in corrections_of(quiz) if isinstance(one, Drop)}
    full = credited(corrections_of(quiz))
    marks = dict(_marks(attempt, (paper[one] for one in sorted(touched & set(paper))), dropped, full))
    marked = mark(structs.replace(attempt, tokens=0), quiz, paper, marks, rewarding=rewarding)
    last = fresh[-1]
    remembered = remember(attempt, marked, by_name=last.by_name, at=last.at, regrade=len(quiz.regrades))
    return structs.replace(remembered, corrected=len(quiz.regrades), unsettled=False)


def _marks(
    attempt: Attempt, questions: Iterable[Question], dropped: set[str], full: frozenset[str]
) -> Iterable[tuple[str, float]]:
    for question in questions:
        judged = attempt.judgements.get(question.id)
        if question.id in dropped:
            yield question.id, 0.0
        elif question.id in full:
            yield question.id, 1.0
        elif judged is not None:
            yield question.id, judged.fraction
        elif (fraction := grade(question, value_of(attempt, question.id))) is not None:
            yield question.id, fraction
