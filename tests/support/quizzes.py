"""A quiz with a question of each kind, and the services around it in memory."""

from typing import Any

import msgspec
from tests.support.broadcaster import RecordingBroadcaster
from tests.support.clock import NOON, FakeClock
from tests.support.entropy import ScriptedEntropy, fake_ids
from tests.support.news import RecordingBus
from tests.support.people import EDUCATOR

from eduverse.app.quizzes import build_quizzing
from eduverse.auth.tokens import Key, KeyRing
from eduverse.classrooms.errors import ClassroomArchivedAlready
from eduverse.kernel.documents import Storage
from eduverse.quizzes.model import Attempt, AttemptState, Paper, Quiz, attempt_id, lay_out, timed
from eduverse.quizzes.questions import AcceptedText, Multiple, Option, Question, ShortAnswer, Single, TrueFalse, Value
from eduverse.quizzes.service import NewQuiz, QuizService
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.principal import Principal, Role, Standing

__all__ = [
    "QUESTIONS",
    "RIGHT",
    "ROOM",
    "SECRET",
    "WRONG",
    "FakeClasses",
    "QuizCampus",
    "new_attempt",
    "new_quiz",
    "new_quiz_wish",
    "paper_of",
]

ROOM = "room-1"
SECRET = "zz-secret"
"""Is in every text that only a key or an explanation has."""

QUESTIONS: tuple[Question, ...] = (
    Single(
        id="q1",
        text="Which planet is the largest?",
        points=1.0,
        explanation=f"{SECRET}: it has most of the mass.",
        options=(
            Option(id="saturn", text="Saturn", weight=0.0),
            Option(id="jupiter", text="Jupiter", weight=1.0),
            Option(id="mars", text="Mars", weight=0.0),
        ),
    ),
    Multiple(
        id="q2",
        text="Which have rings?",
        points=2.0,
        explanation=f"{SECRET}: all giants have.",
        options=(
            Option(id="s", text="Saturn", weight=0.5),
            Option(id="m", text="Mars", weight=-0.5),
            Option(id="u", text="Uranus", weight=0.5),
            Option(id="v", text="Venus", weight=-0.5),
        ),
    ),
    TrueFalse(id="q3", text="A day on Venus is longer than its year.", points=1.0, correct=True),
    ShortAnswer(
        id="q4",
        text="Found by calculation?",
        points=1.0,
        accepted=tuple(AcceptedText(text=f"{SECRET} {name}") for name in ("Neptune", "Neptun")),
    ),
)
RIGHT: dict[str, Value] = {"q1": "jupiter", "q2": ("s", "u"), "q3": True, "q4": f"{SECRET} neptune"}
WRONG: dict[str, Value] = {"q1": "mars", "q2": ("m", "v"), "q3": False, "q4": "Pluto"}


class FakeClasses:
    """Everybody is a student of every classroom, but for educators, who teach them, and the strangers."""

    def __init__(self) -> None:
        self.archived: set[str] = set()
        self.strangers: set[str] = set()

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        if principal.user_id in self.strangers:
            return Standing.OUTSIDER
        return Standing.STUDENT if principal.role is Role.STUDENT else Standing.TEACHER

    async def demand_open(self, classroom_id: str) -> None:
        if classroom_id in self.archived:
            raise ClassroomArchivedAlready


class QuizCampus:
    """The quiz service with everything around it faked."""

    def __init__(self, storage: Storage | None = None) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = FakeClock()
        self.events = RecordingBus()
        self.classes = FakeClasses()
        self.broadcaster = RecordingBroadcaster()
        self.entropy = ScriptedEntropy()
        self.quizzes = self.restarted()

    def restarted(self) -> QuizService:
        """The service as a new process has it: the storage is all that is left."""
        built = build_quizzing(
            self.storage,
            clock=self.clock,
            ids=fake_ids(self.clock),
            entropy=self.entropy,
            events=self.events,
            classes=self.classes,
            broadcaster=self.broadcaster,
            secrets=KeyRing([Key("k1", b"1" * 32)]),
        )
        self.quizzes, self.attempts, self.bank, self.bank_files = built
        return self.quizzes

    async def draft(self, **fields: Any) -> Quiz:
        return await self.quizzes.create(EDUCATOR, new_quiz_wish(**fields))

    async def opened(self, **fields: Any) -> Quiz:
        return await self.quizzes.open(EDUCATOR, (await self.draft(**fields)).id)

    async def taken(self, quiz: Quiz, who: Principal, answers: dict[str, Value]) -> Attempt:
        """Starts an attempt and hands it in."""
        await self.attempts.start(who, quiz.id)
        return (await self.attempts.submit(who, quiz.id, answers)).attempt

    async def stored(self, attempt: Attempt) -> Attempt:
        found = await self.attempts.attempt(attempt.id)
        assert found is not None
        return found


def new_quiz_wish(**fields: Any) -> NewQuiz:
    """What a teacher writes."""
    wish: dict[str, Any] = {
        "classroom_id": ROOM,
        "title": "Planets",
        "questions": QUESTIONS,
        "time_limit_seconds": 300,
        "pass_score": 0.5,
        "tokens_reward": 20,
        "max_attempts": 1,
        "shuffle": True,
        **fields,
    }
    return NewQuiz(**wish)


def new_quiz(**fields: Any) -> Quiz:
    """A stored quiz, for the model's functions."""
    values: dict[str, Any] = {
        "id": "quiz",
        "classroom_id": ROOM,
        "author_id": EDUCATOR.user_id,
        "title": "Planets",
        "questions": QUESTIONS,
        "time_limit_seconds": 300,
        "pass_score": 0.5,
        "tokens_reward": 20,
        "max_attempts": 3,
        "shuffle": True,
        "created_at": NOON,
        **fields,
    }
    return Quiz(**values)


def new_attempt(quiz: Quiz, **fields: Any) -> Attempt:
    """An attempt that was started at noon."""
    attempt = Attempt(
        id=attempt_id(quiz.id, "mira", 1),
        quiz_id=quiz.id,
        classroom_id=quiz.classroom_id,
        user_id="mira",
        name="Mira",
        number=1,
        state=AttemptState.OPEN,
        seed=7,
        layout=lay_out(quiz, 7),
        started_at=NOON,
        deadline=None,
        due_at=None,
    )
    return msgspec.structs.replace(timed(attempt, quiz), **fields)


def paper_of(quiz: Quiz) -> Paper:
    """What every attempt at a quiz without draws asks."""
    return {question.id: question for question in quiz.questions}
