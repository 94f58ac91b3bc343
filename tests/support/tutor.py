"""The tutor in memory, with everything around it faked: the model says what a test wants it to say."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

from tests.support.clock import FakeClock
from tests.support.entropy import ScriptedEntropy, fake_ids
from tests.support.people import STUDENT
from tests.support.quizzes import ROOM, FakeClasses

from eduverse.kernel.documents import Storage
from eduverse.storage.memory import MemoryStorage
from eduverse.tutor.answering import Answering
from eduverse.tutor.budgeting import BudgetBook
from eduverse.tutor.calling import PatientModel
from eduverse.tutor.drafting import DraftService
from eduverse.tutor.guarding import Guarding
from eduverse.tutor.model.budget import Limits
from eduverse.tutor.model.interaction import AIInteraction
from eduverse.tutor.ports import (
    BankQuestion,
    Delta,
    GuardedQuestion,
    Message,
    Moderator,
    Passage,
    Usage,
    WeakSpot,
)
from eduverse.tutor.service import NewQuestion, Outside, TutorService
from eduverse.vocabulary.principal import Principal

__all__ = [
    "GUARDED",
    "PASSAGES",
    "FakeBank",
    "FakeLive",
    "FakePassages",
    "ScriptedModel",
    "TutorCampus",
    "passage",
    "wish",
]

GUARDED = (
    GuardedQuestion(
        id="q1",
        classroom_id=ROOM,
        texts=("Which planet is the largest?",),
        answers=("Saturn", "Jupiter", "Mars"),
    ),
    GuardedQuestion(id="q2", classroom_id=ROOM, texts=("A day on Venus is longer than its year.",)),
)


def passage(text: str, *, number: int = 1, title: str = "Plants", page: int | None = 1) -> Passage:
    return Passage(id=f"p{number}", material_id=f"m{number}", title=title, page=page, text=text)


PASSAGES = (
    passage(
        "Photosynthesis is how plants make sugar from light. It happens in the chloroplasts of the leaf. "
        "The plant gives oxygen back to the air.",
        page=3,
    ),
    passage(
        "Jupiter is the largest planet of our sun. Jupiter has many moons. The moon Io is full of volcanoes.",
        number=2,
        title="Planets",
        page=12,
    ),
)


class ScriptedModel:
    """Says each text of the script in turn, the last one for ever; an exception is raised in place of an answer."""

    name = "scripted-1"

    def __init__(self, *script: str | Exception, parts: int = 4, usage: Usage | None = None) -> None:
        self.script: list[str | Exception] = list(script)
        self.asked: list[Sequence[Message]] = []
        self.down: str | None = None
        self.on_part: Any = None
        """Is awaited before each part, with its number."""
        self._parts = parts
        self._usage = usage or Usage(prompt=100, completion=50)

    async def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncGenerator[Delta | Usage, None]:
        self.asked.append(messages)
        said = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(said, Exception):
            raise said
        size = max(1, -(-len(said) // self._parts))
        for number, place in enumerate(range(0, len(said), size)):
            if self.on_part:
                await self.on_part(number)
            yield Delta(text=said[place : place + size])
        yield self._usage

    async def problem(self) -> str | None:
        return self.down


class FakePassages:
    def __init__(self, *passages: Passage) -> None:
        self.passages: Sequence[Passage] = passages

    async def search(self, principal: Principal, classroom_id: str, text: str, limit: int) -> Sequence[Passage]:
        return self.passages[:limit]


class FakeLive:
    def __init__(self) -> None:
        self.questions: Sequence[GuardedQuestion] = ()

    async def live_and_upcoming(self, principal: Principal, classroom_id: str) -> Sequence[GuardedQuestion]:
        return self.questions


class FakeResults:
    def __init__(self) -> None:
        self.spots: Sequence[WeakSpot] = ()

    async def weak_spots(self, principal: Principal, classroom_id: str) -> Sequence[WeakSpot]:
        return self.spots


class FakeBank:
    def __init__(self) -> None:
        self.questions: dict[str, BankQuestion] = {}
        self.broken = False

    async def add(self, question: BankQuestion) -> None:
        if self.broken:
            raise RuntimeError("the bank is closed")
        self.questions.setdefault(question.id, question)


async def no_pause(_: float) -> None:
    return


class TutorCampus:
    def __init__(
        self,
        model: ScriptedModel | None = None,
        *,
        storage: Storage | None = None,
        limits: Limits | None = None,
        moderator: Moderator | None = None,
        bank: FakeBank | None = None,
    ) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = FakeClock()
        self.classes = FakeClasses()
        self.passages = FakePassages(*PASSAGES)
        self.live = FakeLive()
        self.results = FakeResults()
        self.model = model
        self.bank = bank
        ids = fake_ids(self.clock)
        patient = PatientModel(model, clock=self.clock, entropy=ScriptedEntropy(), pause=no_pause) if model else None
        self.budgets = BudgetBook(self.storage, clock=self.clock, limits=limits or Limits(50_000, 100_000, 500_000))
        self.guarding = Guarding(self.storage, classes=self.classes, live=self.live)
        answering = Answering(
            self.storage,
            clock=self.clock,
            model=patient,
            passages=self.passages,
            guarding=self.guarding,
            budgets=self.budgets,
            moderator=moderator,
        )
        self.tutor = TutorService(
            self.storage,
            clock=self.clock,
            ids=ids,
            outside=Outside(self.classes, self.passages, self.results),
            model=patient,
            answering=answering,
            guarding=self.guarding,
            budgets=self.budgets,
        )
        self.drafts = DraftService(
            self.storage,
            clock=self.clock,
            ids=ids,
            classes=self.classes,
            passages=self.passages,
            model=patient,
            budgets=self.budgets,
            bank=bank,
        )

    async def asked(self, question: str, who: Principal = STUDENT, **fields: Any) -> AIInteraction:
        """The answer as its asker has it in the end; time goes on, so that nobody asks too fast."""
        self.clock.advance(60)
        asked = await self.tutor.ask(who, wish(question, **fields))
        await asked.run.finished()
        return await self.tutor.read(who, asked.answer.id)


def wish(question: str, **fields: Any) -> NewQuestion:
    values: dict[str, Any] = {
        "classroom_id": ROOM,
        "subject": "",
        "topic": "",
        "difficulty": "medium",
        "conversation_id": None,
        **fields,
    }
    return NewQuestion(question=question, **values)
