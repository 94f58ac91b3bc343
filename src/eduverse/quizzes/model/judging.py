"""A person says what an answer is worth."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document
from eduverse.quizzes.errors import AnswerTaken, InvalidJudgement, JudgementChanged, NothingToGrade
from eduverse.quizzes.model.attempt import HANDED_IN, Attempt, Paper
from eduverse.quizzes.model.grading import Rewarding, mark
from eduverse.quizzes.model.marking import remember
from eduverse.quizzes.model.quiz import Quiz, corrections_of
from eduverse.quizzes.questions.corrections import credited
from eduverse.quizzes.questions.kinds import Essay
from eduverse.quizzes.questions.rubric import Judgement

__all__ = ["LEASES", "GradingLease", "is_waiting", "judge", "judged_question", "lease_id", "take"]

_LEASE = timedelta(minutes=10)


class GradingLease(Document, frozen=True, kw_only=True):
    """Somebody looks at an answer: others are given another one meanwhile."""

    by: str
    by_name: str
    until: datetime


LEASES = Collection(name="grading_leases", type=GradingLease)


def lease_id(attempt_id: str, question_id: str) -> str:
    return f"{attempt_id}:{question_id}"


def take(lease: GradingLease, by: str, by_name: str, now: datetime) -> GradingLease:
    """The lease in this person's hands, for a while from now; raises `AnswerTaken` while another has it."""
    if lease.by != by and now < lease.until:
        raise AnswerTaken(f"{lease.by_name} is grading this answer right now.", byName=lease.by_name)
    return structs.replace(lease, by=by, by_name=by_name, until=now + _LEASE)


def judged_question(attempt: Attempt, paper: Paper, question_id: str) -> Essay:
    """The question of an answer that a person grades; raises `NothingToGrade`."""
    question = paper.get(question_id)
    if attempt.state not in HANDED_IN or not isinstance(question, Essay):
        raise NothingToGrade
    return question


def is_waiting(attempt: Attempt, question_id: str) -> bool:
    return attempt.state in HANDED_IN and question_id not in attempt.marks


def judge(
    attempt: Attempt,
    quiz: Quiz,
    paper: Paper,
    judgements: Mapping[str, Judgement],
    *,
    rewarding: Rewarding,
) -> Attempt:
    """The attempt with these judgements, question id -> judgement; with the last one it is graded.

    Each names by its revision the one it follows. The same again (because the reply was lost) changes nothing;
    raises `JudgementChanged` with what stands, `NothingToGrade`, or `InvalidJudgement` where everybody has full
    credit anyway.
    """
    new = {key: one for key, one in judgements.items() if not _stands(attempt.judgements.get(key), one)}
    if not new:
        return attempt
    for question_id, one in new.items():
        judged_question(attempt, paper, question_id)
        if question_id in credited(corrections_of(quiz)):
            raise InvalidJudgement("Everybody has full credit for this question.")
        _demand_seen(attempt.judgements.get(question_id), one)
    fractions = {key: one.fraction for key, one in new.items()}
    marked = mark(attempt, quiz, paper, fractions, rewarding=rewarding)
    last = next(iter(new.values()))
    remembered = remember(attempt, marked, by_name=last.by_name, at=last.at, regrade=None)
    return structs.replace(remembered, judgements={**attempt.judgements, **new})


def _demand_seen(stored: Judgement | None, new: Judgement) -> None:
    if new.revision == (stored.revision if stored else 0) + 1:
        return
    raise JudgementChanged(
        current={
            "fraction": stored.fraction if stored else None,
            "comment": stored.comment if stored else "",
            "byName": stored.by_name if stored else None,
            "revision": stored.revision if stored else 0,
        }
    )


def _stands(stored: Judgement | None, new: Judgement) -> bool:
    """Whether this very judgement is stored already; who repeats it may have seen it or not."""
    if stored is None or new.revision not in (stored.revision, stored.revision + 1):
        return False
    return structs.replace(new, at=stored.at, revision=stored.revision) == stored
