"""What those who grade take and give: answers without names, corrections and what they change, statistics."""

from datetime import datetime
from typing import Annotated, Self

from msgspec import Meta

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.quizzes.errors import InvalidJudgement
from eduverse.quizzes.grading import GradingTask, Queue, Wish
from eduverse.quizzes.model import Attempt
from eduverse.quizzes.questions import AcceptedNumber, AcceptedText, Multiple, Question, Single
from eduverse.quizzes.questions.corrections import AcceptAlso, Correction, Drop, FullCredit, Rekey
from eduverse.quizzes.questions.kinds import Criterion, Essay, Numeric, ShortAnswer, TrueFalse
from eduverse.quizzes.questions.rubric import Judgement, Remark
from eduverse.quizzes.regrading import Outcome, RegradePreview
from eduverse.quizzes.reports import ItemReport, QuizReport
from eduverse.quizzes.schemas.written import AcceptedNumberInput, AcceptedTextInput
from eduverse.quizzes.statistics import ItemStatistics, OptionStatistics

__all__ = [
    "ApplyRegrade",
    "GradingQueues",
    "GradingTaskView",
    "JudgeAnswer",
    "NextAnswer",
    "NextTask",
    "PreviewRegrade",
    "QuizStatisticsView",
    "RegradeView",
]

Comment = Annotated[str, Meta(max_length=5_000)]
Fraction = Annotated[float, Meta(ge=0, le=1)]
Revision = Annotated[int, Meta(ge=0, le=1_000_000)]
Weight = Annotated[float, Meta(ge=-1, le=1)]
Place = Annotated[int, Meta(ge=0, le=100_000)]


# --- judging answers ----------------------------------------------------------------------------------------


class NextAnswer(Input, frozen=True, kw_only=True):
    question_id: Id
    after: Annotated[str, Meta(max_length=200)] | None = None
    """The attempt to go on from; whoever skips an answer names it here."""


class RemarkInput(Input, frozen=True, kw_only=True):
    start: Place
    end: Place
    text: Annotated[str, Meta(min_length=1, max_length=1_000)]


class JudgeAnswer(Input, frozen=True, kw_only=True):
    """Levels for a question with a rubric; a fraction for one without, or to stand over the rubric's."""

    levels: Annotated[dict[Id, Annotated[int, Meta(ge=0, le=20)]], Meta(max_length=20)] = {}
    fraction: Fraction | None = None
    comment: Comment = ""
    remarks: Annotated[list[RemarkInput], Meta(max_length=100)] = []
    revision: Revision
    """Of the judgement that was seen; 0 for none."""

    def to_wish(self) -> Wish:
        if any(one.end <= one.start for one in self.remarks):
            raise InvalidJudgement("A remark is about a passage that ends after it starts.")
        remarks = tuple(Remark(start=one.start, end=one.end, text=one.text) for one in self.remarks)
        return Wish(self.levels, self.fraction, self.comment, remarks, self.revision)


class GradedQuestion(Struct, frozen=True, kw_only=True):
    """A question as those who grade it need it."""

    id: str
    text: str
    points: float
    min_words: int
    max_words: int | None
    rubric: list[Criterion]
    grader_notes: str | None

    @classmethod
    def of(cls, question: Essay) -> Self:
        return cls(
            id=question.id,
            text=question.text,
            points=question.points,
            min_words=question.min_words,
            max_words=question.max_words,
            rubric=list(question.rubric),
            grader_notes=question.grader_notes,
        )


class QueueView(Struct, frozen=True, kw_only=True):
    question: GradedQuestion
    waiting: int
    judged: int


class GradingQueues(Struct, frozen=True, kw_only=True):
    items: list[QueueView]

    @classmethod
    def of(cls, queues: list[Queue]) -> Self:
        return cls(
            items=[
                QueueView(question=GradedQuestion.of(one.question), waiting=one.waiting, judged=one.judged)
                for one in queues
            ]
        )


class JudgementView(Struct, frozen=True, kw_only=True):
    fraction: float
    levels: dict[str, int]
    comment: str
    remarks: list[Remark]
    by_name: str
    at: datetime
    revision: int

    @classmethod
    def of(cls, one: Judgement) -> Self:
        return cls(
            fraction=one.fraction,
            levels=one.levels,
            comment=one.comment,
            remarks=list(one.remarks),
            by_name=one.by_name,
            at=one.at,
            revision=one.revision,
        )


class GradingTaskView(Struct, frozen=True, kw_only=True):
    """One answer to grade. Whose it is is told only to those who ask."""

    attempt_id: str
    name: str | None
    question: GradedQuestion
    answer: str
    judgement: JudgementView | None

    @classmethod
    def of(cls, task: GradingTask, *, reveal: bool = False) -> Self:
        return cls(
            attempt_id=task.sitting.attempt.id,
            name=task.sitting.attempt.name if reveal else None,
            question=GradedQuestion.of(task.question),
            answer=task.answer,
            judgement=JudgementView.of(task.judgement) if task.judgement else None,
        )


class NextTask(Struct, frozen=True, kw_only=True):
    task: GradingTaskView | None
    """Null when nothing waits that nobody has."""


# --- regrading ----------------------------------------------------------------------------------------------


class _CorrectionInput(Input, frozen=True, kw_only=True, tag_field="kind"):
    question_id: Id


class RekeyInput(_CorrectionInput, frozen=True, kw_only=True, tag="rekey"):
    """Another key: the one field that belongs to the kind of question."""

    weights: Annotated[dict[Id, Weight], Meta(max_length=30)] = {}
    correct: bool | None = None
    texts: Annotated[list[AcceptedTextInput], Meta(max_length=50)] = []
    numbers: Annotated[list[AcceptedNumberInput], Meta(max_length=20)] = []


class AcceptAlsoInput(_CorrectionInput, frozen=True, kw_only=True, tag="acceptAlso"):
    """One more right answer: an option of a single choice, a text or a number."""

    option_id: Id | None = None
    text: Annotated[str, Meta(min_length=1, max_length=1_000)] | None = None
    number: Annotated[float, Meta(ge=-1e300, le=1e300)] | None = None


class DropInput(_CorrectionInput, frozen=True, kw_only=True, tag="drop"):
    """The question counts for nobody."""


class FullCreditInput(_CorrectionInput, frozen=True, kw_only=True, tag="fullCredit"):
    """Everybody has all its points."""


CorrectionInput = RekeyInput | AcceptAlsoInput | DropInput | FullCreditInput


class PreviewRegrade(Input, frozen=True, kw_only=True):
    corrections: Annotated[list[CorrectionInput], Meta(min_length=1, max_length=50)]

    def to_corrections(self) -> list[Correction]:
        return [_correction(one) for one in self.corrections]


class ApplyRegrade(PreviewRegrade, frozen=True, kw_only=True):
    reason: Annotated[str, Meta(max_length=500)] = ""
    fingerprint: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$", max_length=32)]
    """Of the preview that was agreed to."""


class RegradeOutcome(Struct, frozen=True, kw_only=True):
    """One attempt, as it is and as it would be. Scores are fractions 0..1, null while a person has to grade."""

    attempt_id: str
    user_id: str
    name: str
    number: int
    score_before: float | None
    score_after: float | None
    passed_before: bool
    passed_after: bool
    tokens_before: int
    tokens_after: int
    certificate_lost: bool
    """Their certificate of this quiz would be revoked."""

    @classmethod
    def of(cls, one: Outcome, losing: frozenset[str]) -> Self:
        before, after = one
        return cls(
            attempt_id=before.id,
            user_id=before.user_id,
            name=before.name,
            number=before.number,
            score_before=before.score,
            score_after=after.score,
            passed_before=before.passed,
            passed_after=after.passed,
            tokens_before=before.tokens,
            tokens_after=after.tokens,
            certificate_lost=before.user_id in losing,
        )


class RegradeView(Struct, frozen=True, kw_only=True):
    attempts: int
    """How many there are; those that stay as they are are not listed."""
    changed: list[RegradeOutcome]
    fingerprint: str

    @classmethod
    def of(cls, preview: RegradePreview) -> Self:
        changed = [one for one in preview.outcomes if _standing(one.before) != _standing(one.after)]
        return cls(
            attempts=len(preview.outcomes),
            changed=[RegradeOutcome.of(one, preview.losing) for one in changed],
            fingerprint=preview.fingerprint,
        )


# --- statistics ---------------------------------------------------------------------------------------------


class OptionView(Struct, frozen=True, kw_only=True):
    option_id: str
    text: str | None
    """Null for true and false, which the reader's language names."""
    weight: float
    chosen: int
    share: float | None
    discrimination: float | None


class ItemView(Struct, frozen=True, kw_only=True):
    question_id: str
    type: str
    text: str
    points: float
    key: list[str]
    """The accepted texts or numbers, for kinds that have them."""
    statistics: ItemStatistics
    guess: float | None
    options: list[OptionView]
    rival: str | None
    """The id of a wrong option that better students choose more than the right one."""

    @classmethod
    def of(cls, item: ItemReport) -> Self:
        question = item.question
        return cls(
            question_id=question.id,
            type=str(type(question).__struct_config__.tag),
            text=question.text,
            points=question.points,
            key=_key(question),
            statistics=item.statistics,
            guess=item.guess,
            options=[_option(question, one) for one in item.options],
            rival=item.rival.option_id if item.rival else None,
        )


class QuizStatisticsView(Struct, frozen=True, kw_only=True):
    """Indices are fractions; mean, median, deviation and standard error are points. Null: too little to say."""

    attempts: int
    waiting: int
    maximum: float
    mean: float | None
    median: float | None
    deviation: float | None
    skewness: float | None
    kurtosis: float | None
    consistency: float | None
    error_ratio: float | None
    standard_error: float | None
    histogram: list[int]
    """How many scores are in each tenth."""
    items: list[ItemView]

    @classmethod
    def of(cls, report: QuizReport) -> Self:
        whole = report.statistics
        return cls(
            attempts=whole.students,
            waiting=report.waiting,
            maximum=whole.maximum,
            mean=whole.mean,
            median=whole.median,
            deviation=whole.deviation,
            skewness=whole.skewness,
            kurtosis=whole.kurtosis,
            consistency=whole.consistency,
            error_ratio=whole.error_ratio,
            standard_error=whole.standard_error,
            histogram=report.histogram,
            items=[ItemView.of(item) for item in report.items],
        )


def _correction(one: CorrectionInput) -> Correction:
    match one:
        case RekeyInput():
            texts = (AcceptedText(text=each.text, weight=each.weight, feedback=each.feedback) for each in one.texts)
            numbers = tuple(
                AcceptedNumber(
                    value=each.value,
                    high=each.high,
                    tolerance=each.tolerance,
                    kind=each.kind,
                    weight=each.weight,
                    feedback=each.feedback,
                )
                for each in one.numbers
            )
            return Rekey(
                question_id=one.question_id,
                weights=one.weights,
                correct=one.correct,
                texts=tuple(texts),
                numbers=numbers,
            )
        case AcceptAlsoInput():
            return AcceptAlso(question_id=one.question_id, option_id=one.option_id, text=one.text, number=one.number)
        case DropInput():
            return Drop(question_id=one.question_id)
        case FullCreditInput():
            return FullCredit(question_id=one.question_id)


def _standing(attempt: Attempt) -> tuple[float | None, float | None, bool, int]:
    return attempt.score, attempt.points, attempt.passed, attempt.tokens


def _key(question: Question) -> list[str]:
    match question:
        case ShortAnswer():
            return [one.text for one in question.accepted]
        case Numeric():
            return [
                f"{one.value:g}" if one.high is None else f"{one.value:g}–{one.high:g}" for one in question.accepted
            ]
        case _:
            return []


def _option(question: Question, one: OptionStatistics) -> OptionView:
    text, weight = None, 0.0
    if isinstance(question, Single | Multiple):
        option = next(each for each in question.options if each.id == one.option_id)
        text, weight = option.text, option.weight
    elif isinstance(question, TrueFalse):
        weight = float((one.option_id == "true") is question.correct)
    return OptionView(
        option_id=one.option_id,
        text=text,
        weight=weight,
        chosen=one.chosen,
        share=one.share,
        discrimination=one.discrimination,
    )
