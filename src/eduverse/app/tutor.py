"""The wiring of the tutor, and what it is given of the other slices."""

from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec
from litestar import Controller

from eduverse.app.settings import Settings
from eduverse.jobs.chores import Chore
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Storage, equals
from eduverse.kernel.ids import Entropy, Ids
from eduverse.llm.openai_compatible import OpenAICompatible
from eduverse.materials.library import Library
from eduverse.quizzes.bank import BankService
from eduverse.quizzes.model import (
    ATTEMPTS,
    BANK,
    QUIZZES,
    Aspect,
    AttemptState,
    Phase,
    Quiz,
    QuizState,
    is_over,
    new_item,
    visible,
)
from eduverse.quizzes.questions import AcceptedText, Option, Question, ShortAnswer, Single
from eduverse.tutor.answering import Answering
from eduverse.tutor.budgeting import BudgetBook
from eduverse.tutor.calling import PatientModel
from eduverse.tutor.drafting import DraftService
from eduverse.tutor.guarding import Guarding
from eduverse.tutor.http import TutorController
from eduverse.tutor.model.budget import Limits
from eduverse.tutor.model.ranking import rank
from eduverse.tutor.ports import BankQuestion, Classes, GuardedQuestion, Passage, Passages, WeakSpot
from eduverse.tutor.service import Outside, TutorService
from eduverse.vocabulary.principal import Principal

__all__ = [
    "ApprovedQuestions",
    "GuardedQuizzes",
    "OwnResults",
    "ReleasedMaterial",
    "Tutor",
    "TutorOutside",
    "build_tutor",
]

_MOST = 200
_MOST_PASSAGES = 2_000
_WEAK = 0.7
"""The score below which a quiz is worth another look."""
_NOT_TEXT = frozenset({"id", "type", "choiceId", "strategy", "kind", "layout"})
_LONGEST_EXPLANATION = 2_000
_ANSWERS = frozenset({"options", "accepted", "choices", "pairs", "items", "gaps"})
"""The parts of a question in which every text is one that can be an answer."""


class TutorOutside(NamedTuple):
    """What the tutor needs from elsewhere."""

    classes: Classes
    passages: Passages
    bank: BankService


class Tutor(NamedTuple):
    """The services of the slice, wired to each other."""

    service: TutorService
    drafts: DraftService
    model: PatientModel | None
    llm: OpenAICompatible | None

    @property
    def controllers(self) -> list[type[Controller]]:
        return [TutorController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"tutor": self.service, "drafts": self.drafts}

    @property
    def chores(self) -> list[Chore]:
        return [
            Chore("end interrupted answers of the tutor", self.service.sweep, every=60),
            Chore("put approved questions into the bank", self.drafts.hand_over_pending, every=30),
        ]

    async def close(self) -> None:
        """Ends what is being answered, and the connections to the language model."""
        await self.service.close()
        if self.llm:
            await self.llm.close()

    async def problem(self) -> str | None:
        """Why the language model that is set cannot be used now."""
        return await self.model.problem() if self.model else None


def build_tutor(
    storage: Storage, clock: Clock, ids: Ids, entropy: Entropy, settings: Settings, outside: TutorOutside
) -> Tutor:
    llm = _language_model(settings, clock)
    model = PatientModel(llm, clock=clock, entropy=entropy) if llm else None
    limits = Limits(settings.tutor_tokens_per_user, settings.tutor_tokens_per_class, settings.tutor_tokens_per_day)
    budgets = BudgetBook(storage, clock=clock, limits=limits)
    classes, passages, bank = outside
    guarding = Guarding(storage, classes=classes, live=GuardedQuizzes(storage, bank))
    answering = Answering(
        storage,
        clock=clock,
        model=model,
        passages=passages,
        guarding=guarding,
        budgets=budgets,
        moderator=llm if settings.llm_moderation else None,
    )
    service = TutorService(
        storage,
        clock=clock,
        ids=ids,
        outside=Outside(classes, passages, OwnResults(storage)),
        model=model,
        answering=answering,
        guarding=guarding,
        budgets=budgets,
    )
    drafts = DraftService(
        storage,
        clock=clock,
        ids=ids,
        classes=classes,
        passages=passages,
        model=model,
        budgets=budgets,
        bank=ApprovedQuestions(storage, clock),
    )
    return Tutor(service, drafts, model, llm)


def _language_model(settings: Settings, clock: Clock) -> OpenAICompatible | None:
    if not settings.llm_url or not settings.llm_model:
        return None
    return OpenAICompatible(settings.llm_url, model=settings.llm_model, api_key=settings.llm_api_key, clock=clock)


class ReleasedMaterial:
    """`tutor` asks for passages; the library has those that are released, and they are ranked after that."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def search(self, principal: Principal, classroom_id: str, text: str, limit: int) -> Sequence[Passage]:
        """Those that fit best; without a word to go by, the first ones."""
        found = await self._library.passages(principal, classroom_id, limit=_MOST_PASSAGES)
        passages = [
            Passage(id=one.id, material_id=one.material_id, title=title, page=one.page or None, text=one.text)
            for title, one in found
        ]
        ranked = rank(text, [f"{one.title}\n{one.text}" for one in passages], limit=limit)
        return [passages[one.place] for one in ranked] if ranked else passages[:limit]


class GuardedQuizzes:
    """`tutor` asks what must not be told; the quizzes that are open or still to come are what must not.

    Of a quiz that draws from the bank, every question that it can draw is guarded.
    """

    def __init__(self, storage: Storage, bank: BankService) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._attempts = storage.collection(ATTEMPTS)
        self._bank = bank

    async def live_and_upcoming(self, principal: Principal, classroom_id: str) -> list[GuardedQuestion]:
        mine = equals("user_id", principal.user_id), equals("state", AttemptState.OPEN)
        taking = {attempt.quiz_id async for attempt in _every(self._attempts, *mine)}
        quizzes: dict[str, Quiz] = {}
        for state in (QuizState.DRAFT, QuizState.OPEN):
            where = equals("classroom_id", classroom_id), equals("state", state)
            quizzes.update({quiz.id: quiz async for quiz in _every(self._quizzes, *where)})
        for quiz_id in taking - set(quizzes):
            if quiz := await self._quizzes.get(quiz_id):
                quizzes[quiz_id] = quiz
        return [
            _guarded(quiz, question, attempt_open=quiz.id in taking)
            for quiz in quizzes.values()
            for question in await self._questions(quiz)
        ]

    async def _questions(self, quiz: Quiz) -> list[Question]:
        refs = {ref for draw in quiz.draws for ref in draw.pool}
        for draw in quiz.draws:
            refs.update(await self._bank.pool(quiz.classroom_id, draw.tags))
        return [*quiz.questions, *[await self._bank.at(ref) for ref in sorted(refs, key=str)]]


class OwnResults:
    """`tutor` asks where somebody is weak; of their attempts at quizzes that are over, the marks they may see say so.

    A topic is a tag of the bank, or the quiz's title for a question that has none.
    """

    def __init__(self, storage: Storage) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._attempts = storage.collection(ATTEMPTS)
        self._bank = storage.collection(BANK)

    async def weak_spots(self, principal: Principal, classroom_id: str) -> list[WeakSpot]:
        mine = equals("user_id", principal.user_id), equals("classroom_id", classroom_id)
        marks: dict[str, list[float]] = {}
        async for attempt in _every(self._attempts, *mine, equals("state", AttemptState.GRADED)):
            quiz = await self._quizzes.get(attempt.quiz_id)
            if quiz is None or not is_over(quiz) or Aspect.MARKS not in visible(quiz.review, Phase.CLOSED):
                continue
            for question_id, mark in attempt.marks.items():
                for topic in await self._topics(quiz, question_id):
                    marks.setdefault(topic, []).append(mark)
        spots = [WeakSpot(topic=topic, score=sum(found) / len(found)) for topic, found in marks.items()]
        return sorted((one for one in spots if one.score < _WEAK), key=lambda one: (one.score, one.topic))

    async def _topics(self, quiz: Quiz, question_id: str) -> Sequence[str]:
        source = quiz.sources.get(question_id)
        item = await self._bank.get(source.item_id if source else question_id)
        return item.tags if item and item.tags else (quiz.title,)


class ApprovedQuestions:
    """`tutor` hands over approved questions; the class's bank takes them, each once."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._items = storage.collection(BANK)
        self._clock = clock

    async def add(self, question: BankQuestion) -> None:
        item = new_item(
            _written(question),
            (),
            item_id=question.id,
            classroom_id=question.classroom_id,
            author_id=question.author_id,
            now=self._clock.now(),
        )
        with suppress(AlreadyExists):
            await self._items.insert(item)


def _written(question: BankQuestion) -> Question:
    """The question as the bank has it; its explanation names the source."""
    explanation = "\n\n".join(filter(None, (question.explanation, question.source)))[:_LONGEST_EXPLANATION]
    if not question.options:
        accepted = tuple(AcceptedText(text=text) for text in question.accepted)
        return ShortAnswer(id=question.id, text=question.text, points=1.0, explanation=explanation, accepted=accepted)
    options = tuple(
        Option(id=_option_id(question.id, text), text=text, weight=1.0 if right else 0.0)
        for text, right in question.options
    )
    return Single(id=question.id, text=question.text, points=1.0, explanation=explanation, options=options)


def _option_id(question_id: str, text: str) -> str:
    """The same in every repetition, and nothing of the key in it."""
    return blake2b(f"{question_id}:{text}".encode(), digest_size=8).hexdigest()


async def _every(documents: Any, *where: Any) -> Any:
    after = None
    while True:
        page = await documents.find(*where, after=after, limit=_MOST)
        for one in page.items:
            yield one
        if (after := page.next) is None:
            return


def _guarded(quiz: Quiz, question: Question, *, attempt_open: bool) -> GuardedQuestion:
    """Every text of a question, whatever its kind: new kinds are guarded before anybody thinks of it."""
    fields = msgspec.to_builtins(question)
    return GuardedQuestion(
        id=f"{quiz.id}:{question.id}",
        classroom_id=quiz.classroom_id,
        texts=tuple(text for name, value in fields.items() if name not in _ANSWERS for text in _texts(name, value)),
        answers=tuple(text for name in sorted(_ANSWERS & set(fields)) for text in _texts(name, fields[name])),
        attempt_open=attempt_open,
    )


def _texts(name: str, value: Any) -> list[str]:
    match value:
        case str() if name not in _NOT_TEXT and value.strip():
            return [value]
        case int() | float() if name == "value" and not isinstance(value, bool):
            return [f"{value:g}"]
        case dict():
            return [text for key, inner in value.items() for text in _texts(key, inner)]
        case list() | tuple():
            return [text for inner in value for text in _texts(name, inner)]
    return []
