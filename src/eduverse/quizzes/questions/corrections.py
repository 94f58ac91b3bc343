"""Mending a key after the fact: what a correction makes of a question.

Nothing that was asked changes, only what answers to it are worth; so every answer that was given still fits.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import structs

from eduverse.kernel.structs import Struct
from eduverse.quizzes.errors import InvalidCorrection
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Multiple,
    Numeric,
    Option,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)
from eduverse.quizzes.questions.validity import faults_of

__all__ = ["AcceptAlso", "Correction", "Drop", "FullCredit", "Regrade", "Rekey", "correct_all", "corrected", "credited"]


class _Correction(Struct, frozen=True, kw_only=True, tag_field="kind"):
    question_id: str


class Rekey(_Correction, frozen=True, kw_only=True, tag="rekey"):
    """Another key. The field that belongs to the kind of question is set, the others are not."""

    weights: dict[str, float] = {}
    """Option id -> weight, for all options of a single or a multiple choice."""
    correct: bool | None = None
    texts: tuple[AcceptedText, ...] = ()
    numbers: tuple[AcceptedNumber, ...] = ()


class AcceptAlso(_Correction, frozen=True, kw_only=True, tag="acceptAlso"):
    """One more answer that earns everything; one of the fields is set."""

    option_id: str | None = None
    text: str | None = None
    number: float | None = None


class Drop(_Correction, frozen=True, kw_only=True, tag="drop"):
    """The question is worth nothing, to nobody, as if it had not been asked."""


class FullCredit(_Correction, frozen=True, kw_only=True, tag="fullCredit"):
    """Everybody who was asked has all its points, also without an answer."""


Correction = Rekey | AcceptAlso | Drop | FullCredit


class Regrade(Struct, frozen=True, kw_only=True):
    """Corrections that were made together."""

    corrections: tuple[Correction, ...]
    reason: str = ""
    by: str
    by_name: str
    at: datetime


def correct_all(paper: Mapping[str, Question], corrections: Iterable[Correction]) -> dict[str, Question]:
    """The questions as they count now; a correction of a question that is not here says nothing."""
    questions = dict(paper)
    for one in corrections:
        if one.question_id in questions:
            questions[one.question_id] = corrected(questions[one.question_id], one)
    return questions


def credited(corrections: Iterable[Correction]) -> frozenset[str]:
    """The questions for which everybody has everything: a key that is set afterwards takes that back."""
    full: set[str] = set()
    for one in corrections:
        if isinstance(one, FullCredit):
            full.add(one.question_id)
        elif isinstance(one, Rekey):
            full.discard(one.question_id)
    return frozenset(full)


def corrected(question: Question, correction: Correction) -> Question:
    """Raises `InvalidCorrection` where it does not fit this kind of question, or leaves it without a key."""
    match correction:
        case Rekey():
            mended = _rekeyed(question, correction)
        case AcceptAlso():
            mended = _accepting(question, correction)
        case Drop():
            return structs.replace(question, points=0.0)
        case FullCredit():
            return question
    if faults := faults_of(mended):
        raise InvalidCorrection(faults[0].message, questionId=question.id)
    return mended


def _rekeyed(question: Question, new: Rekey) -> Question:
    match question:
        case Single() | Multiple() if set(new.weights) == {option.id for option in question.options}:
            return structs.replace(question, options=_weighed(question.options, new.weights))
        case TrueFalse() if new.correct is not None:
            return structs.replace(question, correct=new.correct)
        case ShortAnswer() if new.texts:
            return structs.replace(question, accepted=new.texts)
        case Numeric() if new.numbers:
            return structs.replace(question, accepted=new.numbers)
        case _:
            raise InvalidCorrection("This is no key for that kind of question.", questionId=question.id)


def _accepting(question: Question, new: AcceptAlso) -> Question:
    match question:
        case Single() if new.option_id in {option.id for option in question.options}:
            return structs.replace(question, options=_weighed(question.options, {new.option_id or "": 1.0}))
        case ShortAnswer() if new.text and new.text.strip():
            return structs.replace(question, accepted=(*question.accepted, AcceptedText(text=new.text)))
        case Numeric() if new.number is not None:
            return structs.replace(question, accepted=(*question.accepted, AcceptedNumber(value=new.number)))
        case _:
            raise InvalidCorrection("That cannot be accepted as an answer to this question.", questionId=question.id)


def _weighed(options: tuple[Option, ...], weights: Mapping[str, float]) -> tuple[Option, ...]:
    return tuple(structs.replace(one, weight=weights.get(one.id, one.weight)) for one in options)
