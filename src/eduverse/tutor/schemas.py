"""What the tutor's routes take and give. A passage that was not cited, the prompt, and other people's questions have no
field here."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.tutor.budgeting import Spending
from eduverse.tutor.model.budget import resets_at
from eduverse.tutor.model.drafts import Decision, DraftItem, Flag, QuizDraft
from eduverse.tutor.model.interaction import AIInteraction, Citation, Difficulty, Kind, State
from eduverse.tutor.model.ladder import Rung
from eduverse.tutor.model.passages import Passage
from eduverse.tutor.model.policy import DuringQuiz, Openness
from eduverse.tutor.service import NewQuestion, Stats, Status, StudySuggestion

__all__ = [
    "AnswerFeedback",
    "AskTutor",
    "ChangeTutorPolicy",
    "GenerateQuiz",
    "QuizDraftList",
    "QuizDraftView",
    "StudySuggestionList",
    "SuggestStudy",
    "TutorAnswer",
    "TutorHistory",
    "TutorPolicyView",
    "TutorStats",
    "TutorStatus",
]

Question = Annotated[str, Meta(min_length=1, max_length=2_000, pattern=r"\S")]
Label = Annotated[str, Meta(max_length=120)]


class AskTutor(Input, frozen=True, kw_only=True):
    question: Question
    classroom_id: Id
    subject: Label = ""
    topic: Label = ""
    difficulty: Difficulty = "medium"
    conversation_id: Id | None = None
    """Of an earlier answer, to go on with it; what was said before is known to the server."""

    def to_question(self) -> NewQuestion:
        return NewQuestion(
            question=self.question.strip(),
            classroom_id=self.classroom_id,
            subject=self.subject.strip(),
            topic=self.topic.strip(),
            difficulty=self.difficulty,
            conversation_id=self.conversation_id,
        )


class AnswerFeedback(Input, frozen=True, kw_only=True):
    rating: Literal["up", "down"] | None
    """null takes it back."""
    comment: Annotated[str, Meta(max_length=1_000)] = ""


class SuggestStudy(Input, frozen=True, kw_only=True):
    classroom_id: Id


class GenerateQuiz(Input, frozen=True, kw_only=True):
    classroom_id: Id
    topic: Label = ""
    count: Annotated[int, Meta(ge=1, le=20)] = 5


class ChangeTutorPolicy(Input, frozen=True, kw_only=True):
    classroom_id: Id
    during_quiz: DuringQuiz


class CitationView(Struct, frozen=True, kw_only=True):
    number: int
    """As it stands in the answer: `[1]`."""
    passage_id: str
    material_id: str
    title: str
    page: int | None
    quote: str

    @classmethod
    def of(cls, citation: Citation) -> "CitationView":
        return cls(
            number=citation.number,
            passage_id=citation.passage_id,
            material_id=citation.material_id,
            title=citation.title,
            page=citation.page,
            quote=citation.quote,
        )


class TutorAnswer(Struct, frozen=True, kw_only=True):
    id: str
    conversation_id: str
    classroom_id: str
    question: str
    state: State
    kind: Kind | None
    """What kind of answer it is; null while it is being given."""
    rung: Rung | None
    """Where on the hint ladder it stands; null for a question of understanding."""
    ai_response: str
    answered_by: str | None
    """The language model; null when the tutor itself answered."""
    citations: list[CitationView]
    suggestions: list[str]
    rating: Literal["up", "down"] | None
    tokens_used: int
    created_at: datetime

    @classmethod
    def of(cls, answer: AIInteraction) -> "TutorAnswer":
        return cls(
            id=answer.id,
            conversation_id=answer.conversation_id,
            classroom_id=answer.classroom_id,
            question=answer.question,
            state=answer.state,
            kind=answer.kind,
            rung=answer.rung,
            ai_response=answer.ai_response,
            answered_by=answer.answered_by,
            citations=[CitationView.of(one) for one in answer.citations],
            suggestions=list(answer.suggestions),
            rating=answer.feedback.rating if answer.feedback else None,
            tokens_used=answer.tokens_used,
            created_at=answer.created_at,
        )


class TutorHistory(Struct, frozen=True, kw_only=True):
    items: list[TutorAnswer]
    next: str | None
    """Send it as `cursor` for the next page; null on the last."""


class SpendingView(Struct, frozen=True, kw_only=True):
    """Tokens of one scope today."""

    scope: str
    """user | class"""
    used: int
    limit: int
    resets_at: datetime

    @classmethod
    def of(cls, spending: Spending, now: datetime) -> "SpendingView":
        return cls(scope=spending.scope, used=spending.used, limit=spending.limit, resets_at=resets_at(now))


class TutorPolicyView(Struct, frozen=True, kw_only=True):
    during_quiz: DuringQuiz


class TutorStatus(Struct, frozen=True, kw_only=True):
    model: str | None
    """What answers; null where the tutor only quotes the class's material."""
    model_problem: bool
    """There is a model, but it does not answer at the moment: the tutor quotes."""
    openness: Openness
    policy: TutorPolicyView
    budgets: list[SpendingView]

    @classmethod
    def of(cls, status: Status, now: datetime) -> "TutorStatus":
        return cls(
            model=status.model,
            model_problem=status.model_problem,
            openness=status.openness,
            policy=TutorPolicyView(during_quiz=status.policy.during_quiz),
            budgets=[SpendingView.of(one, now) for one in status.spending],
        )


class TutorStats(Struct, frozen=True, kw_only=True):
    """The last seven days: the class's for its teacher, one's own for a student."""

    asked: int
    by_kind: dict[str, int]
    helpful: int
    not_helpful: int
    budgets: list[SpendingView]

    @classmethod
    def of(cls, stats: Stats, now: datetime) -> "TutorStats":
        return cls(
            asked=stats.asked,
            by_kind={kind.value: count for kind, count in stats.by_kind.items()},
            helpful=stats.up,
            not_helpful=stats.down,
            budgets=[SpendingView.of(one, now) for one in stats.spending],
        )


class StudyPassage(Struct, frozen=True, kw_only=True):
    material_id: str
    title: str
    page: int | None
    excerpt: str

    @classmethod
    def of(cls, passage: Passage) -> "StudyPassage":
        return cls(material_id=passage.material_id, title=passage.title, page=passage.page, excerpt=passage.text[:300])


class StudySuggestionView(Struct, frozen=True, kw_only=True):
    topic: str
    score: float
    """Your results in it, 0..1."""
    read: list[StudyPassage]

    @classmethod
    def of(cls, suggestion: StudySuggestion) -> "StudySuggestionView":
        read = [StudyPassage.of(one) for one in suggestion.passages]
        return cls(topic=suggestion.spot.topic, score=suggestion.spot.score, read=read)


class StudySuggestionList(Struct, frozen=True, kw_only=True):
    items: list[StudySuggestionView]


class DraftOptionView(Struct, frozen=True, kw_only=True):
    text: str
    correct: bool


class DraftSource(Struct, frozen=True, kw_only=True):
    material_id: str
    title: str
    page: int | None
    quote: str


class DraftItemView(Struct, frozen=True, kw_only=True):
    number: int
    text: str
    options: list[DraftOptionView]
    accepted: list[str]
    explanation: str
    source: DraftSource
    flags: list[Flag]
    decision: Decision
    in_bank: bool

    @classmethod
    def of(cls, item: DraftItem, number: int) -> "DraftItemView":
        source = item.source
        return cls(
            number=number,
            text=item.text,
            options=[DraftOptionView(text=one.text, correct=one.correct) for one in item.options],
            accepted=list(item.accepted),
            explanation=item.explanation,
            source=DraftSource(
                material_id=source.material_id, title=source.title, page=source.page, quote=source.quote
            ),
            flags=list(item.flags),
            decision=item.decision,
            in_bank=item.in_bank,
        )


class QuizDraftView(Struct, frozen=True, kw_only=True):
    """For the teacher alone: it has keys."""

    id: str
    classroom_id: str
    topic: str
    made_by: str | None
    """The language model; null when the questions were made by rules."""
    items: list[DraftItemView]
    left_out: int
    created_at: datetime

    @classmethod
    def of(cls, draft: QuizDraft) -> "QuizDraftView":
        return cls(
            id=draft.id,
            classroom_id=draft.classroom_id,
            topic=draft.topic,
            made_by=draft.made_by,
            items=[DraftItemView.of(item, number) for number, item in enumerate(draft.items, 1)],
            left_out=draft.left_out,
            created_at=draft.created_at,
        )


class QuizDraftList(Struct, frozen=True, kw_only=True):
    items: list[QuizDraftView]
    next: str | None
