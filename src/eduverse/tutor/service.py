"""The tutor: asking it, reading what it said, judging it, and what its use looks like."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Order, Page, Storage, Where, at_least, at_most, equals
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.tutor.answering import Answering
from eduverse.tutor.budgeting import BudgetBook, Spending
from eduverse.tutor.errors import AnswerNotFound, AskedTooFast, ConversationNotFound, StillAnswering, TooManyAnswers
from eduverse.tutor.guarding import Guarding, Sight
from eduverse.tutor.model.interaction import (
    ANSWERS,
    STALE_AFTER,
    AIInteraction,
    Difficulty,
    Feedback,
    Kind,
    Outcome,
    State,
    cancel,
    interrupt,
    rate,
)
from eduverse.tutor.model.ladder import Ask, climb, is_again, is_problem
from eduverse.tutor.model.passages import Passage, choose
from eduverse.tutor.model.policy import DuringQuiz, Openness, TutorPolicy
from eduverse.tutor.model.prompt import MOST_TURNS, fixed
from eduverse.tutor.model.words import language_of
from eduverse.tutor.ports import Classes, LanguageModel, Passages, Results, WeakSpot
from eduverse.tutor.running import Run, Runs
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Asked", "NewQuestion", "Outside", "Stats", "Status", "StudySuggestion", "TutorService"]

_NEWEST_FIRST = Order("id", descending=True)
_PACE = Rate(burst=8, per_second=1 / 6)
_MOST_AT_ONCE = 3
_MOST_SPOTS = 5
_CANDIDATES = 20
_COUNTED = 10_000
_SWEEP = 100
_WEEK = timedelta(days=7)


class NewQuestion(NamedTuple):
    question: str
    classroom_id: str
    subject: str
    topic: str
    difficulty: Difficulty
    conversation_id: str | None


class Outside(NamedTuple):
    classes: Classes
    passages: Passages
    results: Results


class Asked(NamedTuple):
    answer: AIInteraction
    run: Run


class Status(NamedTuple):
    model: str | None
    """The language model's name; None where the tutor only quotes."""
    model_problem: bool
    """It is set up but does not answer."""
    openness: Openness
    policy: TutorPolicy
    spending: list[Spending]


class Stats(NamedTuple):
    asked: int
    """In the last seven days."""
    by_kind: dict[Kind, int]
    up: int
    down: int
    spending: list[Spending]


class StudySuggestion(NamedTuple):
    spot: WeakSpot
    passages: list[Passage]


class TutorService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        outside: Outside,
        model: LanguageModel | None,
        answering: Answering,
        guarding: Guarding,
        budgets: BudgetBook,
    ) -> None:
        self._answers = storage.collection(ANSWERS)
        self._clock = clock
        self._ids = ids
        self._classes, self._passages, self._results = outside
        self._model = model
        self._answering = answering
        self._guarding = guarding
        self._budgets = budgets
        self._pace = TokenBuckets(clock)
        self._runs = Runs()

    async def close(self) -> None:
        """Ends what is being answered; the sweeper marks it as interrupted."""
        await self._runs.close()

    # --- asking ---------------------------------------------------------------------------------------------

    async def ask(self, principal: Principal, new: NewQuestion) -> Asked:
        """Begins to answer. The answer goes on when nobody listens; it is read from its document then."""
        demand(principal, Action.ASK_TUTOR, await self._classes.standing(principal, new.classroom_id))
        if wait := self._pace.take(principal.user_id, _PACE):
            raise AskedTooFast(retry_after=int(wait) + 1)
        if self._runs.of(principal.user_id) >= _MOST_AT_ONCE:
            raise TooManyAnswers(retry_after=10)
        earlier = await self._conversation(principal, new) if new.conversation_id else []
        plan = await self._answering.plan(principal, self._begun(principal, new, earlier), earlier)
        reserved, held = await self._answering.reserve(plan)
        stored = await self._answers.insert(reserved)
        run = Run(stored.id, principal.user_id)
        plan = plan._replace(asked=stored)
        self._runs.start(run, lambda one: self._answering.answer(principal, plan, held, one))
        return Asked(stored, run)

    async def cancel(self, principal: Principal, answer_id: str) -> AIInteraction:
        """Ends an answer that is being given, in whichever process; one that has ended stays as it is."""
        answer = await self._own(principal, answer_id)
        if run := self._runs.get(answer_id):
            run.cancel()
            await run.finished()
            return await self.read(principal, answer_id)
        nothing = Outcome(kind=Kind.MODEL, text=fixed("stopped", language_of(answer.question)))
        return await modify(self._answers, answer_id, lambda one: cancel(one, nothing, self._clock.now()))

    # --- reading --------------------------------------------------------------------------------------------

    async def read(self, principal: Principal, answer_id: str) -> AIInteraction:
        """One's own answer, as far as it may be read now."""
        answer = await self._own(principal, answer_id)
        return _readable(answer, await self._guarding.look(principal, answer.classroom_id))

    async def follow(self, principal: Principal, answer_id: str) -> tuple[AIInteraction, Run | None]:
        """One's own answer and, where it is being given in this process, what is told of it.

        A run tells nothing while anything is guarded, so whoever joins it late sees no more than who was first.
        """
        answer = await self._own(principal, answer_id)
        sight = await self._guarding.look(principal, answer.classroom_id)
        run = self._runs.get(answer_id)
        return _readable(answer, sight), run if sight.openness is Openness.OPEN and not sight.guard else None

    async def history(
        self,
        principal: Principal,
        *,
        classroom_id: str | None,
        conversation_id: str | None,
        after: str | None,
        limit: int,
    ) -> Page[AIInteraction]:
        """One's own questions and answers, newest first; nobody reads those of others, the teacher included."""
        where = [equals("user_id", principal.user_id)]
        if classroom_id:
            where.append(equals("classroom_id", classroom_id))
        if conversation_id:
            where.append(equals("conversation_id", conversation_id))
        page = await self._answers.find(*where, order=_NEWEST_FIRST, after=after, limit=limit)
        rooms = dict.fromkeys(one.classroom_id for one in page.items)
        sights = {room: await self._guarding.look(principal, room) for room in rooms}
        return Page(items=[_readable(one, sights[one.classroom_id]) for one in page.items], next=page.next)

    async def judge(self, principal: Principal, answer_id: str, rating: Feedback | None) -> AIInteraction:
        """Says whether an answer helped; None takes it back."""
        answer = await self._own(principal, answer_id)
        if answer.state is State.RUNNING:
            raise StillAnswering
        await modify(self._answers, answer_id, partial(rate, feedback=rating))
        return await self.read(principal, answer_id)

    async def status(self, principal: Principal, classroom_id: str) -> Status:
        """What somebody who opens the tutor of a class needs to know."""
        demand(principal, Action.ASK_TUTOR, await self._classes.standing(principal, classroom_id))
        sight = await self._guarding.look(principal, classroom_id)
        return Status(
            model=self._model.name if self._model else None,
            model_problem=bool(self._model and await self._model.problem()),
            openness=sight.openness,
            policy=await self._guarding.policy(classroom_id),
            spending=await self._budgets.spending(principal.user_id, classroom_id),
        )

    async def stats(self, principal: Principal, classroom_id: str) -> Stats:
        """The use of the last seven days: for the teacher the class's, in numbers alone; for a student their own."""
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, Action.ASK_TUTOR, standing)
        since = self._clock.now() - _WEEK
        where = [equals("classroom_id", classroom_id), at_least("created_at", since)]
        if standing is not Standing.TEACHER:
            where.append(equals("user_id", principal.user_id))
        return Stats(
            asked=await self._count(where),
            by_kind={kind: await self._count([*where, equals("kind", kind)]) for kind in Kind},
            up=await self._count([*where, equals("rated", "up")]),
            down=await self._count([*where, equals("rated", "down")]),
            spending=await self._budgets.spending(principal.user_id, classroom_id),
        )

    async def suggest(self, principal: Principal, classroom_id: str) -> list[StudySuggestion]:
        """What to look at again, from one's own results, and where it stands in the material."""
        demand(principal, Action.ASK_TUTOR, await self._classes.standing(principal, classroom_id))
        guard, openness = await self._guarding.look(principal, classroom_id)
        if openness is Openness.CLOSED:
            return []
        found = []
        for spot in list(await self._results.weak_spots(principal, classroom_id))[:_MOST_SPOTS]:
            candidates = await self._passages.search(principal, classroom_id, spot.topic, _CANDIDATES)
            found.append(StudySuggestion(spot, choose(spot.topic, guard.without_guarded(candidates), limit=2)))
        return found

    # --- the teacher's side, and the sweeper's ----------------------------------------------------------------

    async def decide(self, principal: Principal, classroom_id: str, during_quiz: DuringQuiz) -> TutorPolicy:
        demand(principal, Action.MANAGE_TUTOR, await self._classes.standing(principal, classroom_id))
        return await self._guarding.decide(classroom_id, during_quiz)

    async def sweep(self) -> int:
        """Marks answers whose process is gone as interrupted; returns how many."""
        stale = equals("state", State.RUNNING), at_most("created_at", self._clock.now() - STALE_AFTER)
        page = await self._answers.find(*stale, limit=_SWEEP)
        for answer in page.items:
            await modify(self._answers, answer.id, partial(interrupt, now=self._clock.now()))
        return len(page.items)

    # --- inside ---------------------------------------------------------------------------------------------

    def _begun(self, principal: Principal, new: NewQuestion, earlier: Sequence[AIInteraction]) -> AIInteraction:
        before = earlier[-1] if earlier else None
        answer_id = self._ids.new()
        return AIInteraction(
            id=answer_id,
            conversation_id=new.conversation_id or answer_id,
            classroom_id=new.classroom_id,
            user_id=principal.user_id,
            question=new.question,
            subject=new.subject,
            topic=new.topic,
            difficulty=new.difficulty,
            rung=climb(before.rung if before else None, _kind_of(new.question, earlier)),
            created_at=self._clock.now(),
        )

    async def _conversation(self, principal: Principal, new: NewQuestion) -> list[AIInteraction]:
        """Its last turns, oldest first."""
        where = equals("conversation_id", new.conversation_id or ""), equals("user_id", principal.user_id)
        page = await self._answers.find(*where, order=_NEWEST_FIRST, limit=MOST_TURNS)
        turns = [one for one in reversed(page.items) if one.classroom_id == new.classroom_id]
        if not turns:
            raise ConversationNotFound
        return turns

    async def _own(self, principal: Principal, answer_id: str) -> AIInteraction:
        answer = await self._answers.get(answer_id)
        if answer is None or answer.user_id != principal.user_id:
            raise AnswerNotFound
        return answer

    async def _count(self, where: list[Where]) -> int:
        return await self._answers.count(*where, up_to=_COUNTED)


def _kind_of(question: str, earlier: Sequence[AIInteraction]) -> Ask:
    """What an asker does on the ladder. "More, please" is about the problem that was asked last."""
    problems = [one.question for one in earlier if one.rung]
    if problems and earlier[-1].rung and any(is_again(question, one) for one in problems):
        return Ask.AGAIN
    return Ask.PROBLEM if is_problem(question) else Ask.OTHER


def _readable(answer: AIInteraction, sight: Sight) -> AIInteraction:
    """The answer as it may be read now: what has become guarded since, or belongs to before a quiz, is kept back."""
    language = language_of(answer.question)
    if answer.kind in (None, Kind.CLOSED, Kind.GUARDED, Kind.MODERATED):
        return answer
    if sight.openness is Openness.CLOSED:
        return _kept_back(answer, Kind.CLOSED, fixed("closed", language))
    quotes = [one.quote for one in answer.citations]
    if answer.kind is Kind.MODEL:
        free = sight.openness is Openness.OPEN and sight.guard.releases(answer.ai_response, answer.quoted)
    else:
        free = not sight.guard.asks_about(answer.ai_response)
    if free and not sight.guard.asks_about(*quotes):
        return answer
    return _kept_back(answer, Kind.GUARDED, fixed("guarded", language))


def _kept_back(answer: AIInteraction, kind: Kind, text: str) -> AIInteraction:
    return structs.replace(answer, kind=kind, ai_response=text, citations=(), suggestions=(), quoted=())
