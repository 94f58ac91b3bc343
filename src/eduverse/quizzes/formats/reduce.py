"""Taking from a question what a format has no place for, each loss with a note."""

from msgspec import structs

from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft
from eduverse.quizzes.questions.kinds import AcceptedNumber, Essay, Numeric, Question, ShortAnswer, Tolerance

__all__ = [
    "bare_essay",
    "distance_of",
    "essay_without_texts",
    "folded_case",
    "plain_numbers",
    "without_points",
    "without_slips",
]


def without_points(question: Question, draft: Draft) -> Question:
    if question.points == 1:
        return question
    draft.note(Reason.POINTS_CUT)
    return structs.replace(question, points=1.0)


def without_slips(question: ShortAnswer, draft: Draft) -> ShortAnswer:
    if not question.max_edits:
        return question
    draft.note(Reason.SLIPS_LEFT)
    return structs.replace(question, max_edits=0)


def folded_case(question: ShortAnswer, draft: Draft) -> ShortAnswer:
    if question.case_sensitive:
        draft.note(Reason.CASE_LEFT)
    return structs.replace(without_slips(question, draft), case_sensitive=False)


def bare_essay(question: Essay, draft: Draft) -> Essay:
    bare = Essay(id=question.id, text=question.text, points=question.points, explanation=question.explanation)
    if bare != question:
        draft.note(Reason.ESSAY_LEFT)
    return bare


def essay_without_texts(question: Essay, draft: Draft) -> Essay:
    """Only the limits of its length stay."""
    kept = structs.replace(question, template=None, rubric=(), grader_notes=None)
    if kept != question:
        draft.note(Reason.ESSAY_TEXTS_LEFT)
    return kept


def plain_numbers(question: Numeric, draft: Draft, *, ranges: bool) -> Numeric:
    """All tolerances as distances from the number; ranges too, where the format has none."""
    return structs.replace(
        question, accepted=tuple(distance_of(one, draft, ranges=ranges) for one in question.accepted)
    )


def distance_of(number: AcceptedNumber, draft: Draft, *, ranges: bool) -> AcceptedNumber:
    if number.high is not None:
        return number if ranges else _middle(number, number.value, number.high, draft)
    match number.kind:
        case Tolerance.ABSOLUTE:
            return number
        case Tolerance.RELATIVE:
            draft.note(Reason.TOLERANCE_CHANGED)
            return structs.replace(number, tolerance=number.tolerance * abs(number.value), kind=Tolerance.ABSOLUTE)
        case Tolerance.GEOMETRIC:
            low, high = sorted((number.value / (1 + number.tolerance), number.value * (1 + number.tolerance)))
            draft.note(Reason.TOLERANCE_CHANGED)
            as_range = structs.replace(number, value=low, high=high, tolerance=0.0, kind=Tolerance.ABSOLUTE)
            return as_range if ranges else _middle(as_range, low, high, draft)


def _middle(number: AcceptedNumber, low: float, high: float, draft: Draft) -> AcceptedNumber:
    draft.note(Reason.RANGE_CHANGED)
    return structs.replace(number, value=(low + high) / 2, high=None, tolerance=(high - low) / 2)
