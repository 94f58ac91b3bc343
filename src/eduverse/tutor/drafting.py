"""Having quizzes drafted, and deciding about each question."""

from collections.abc import Sequence
from contextlib import aclosing
from functools import partial

import structlog
from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Order, Page, Storage, equals
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.tutor.budgeting import BudgetBook
from eduverse.tutor.calling import PatientModel
from eduverse.tutor.errors import DraftNotFound, NothingToDraftFrom
from eduverse.tutor.model.budget import estimate
from eduverse.tutor.model.cloze import make_items
from eduverse.tutor.model.drafts import (
    DRAFTS,
    Decision,
    DraftItem,
    Flag,
    QuizDraft,
    checked_items,
    decide,
    handed_over,
    item_id,
)
from eduverse.tutor.model.generated import ask_for_items, ask_to_solve, read_choice, read_items
from eduverse.tutor.model.passages import Passage, choose
from eduverse.tutor.ports import BankQuestion, Classes, Delta, Message, ModelUnavailable, Passages, QuestionBank, Usage
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["DraftService"]

_log = structlog.get_logger(__name__)
_NEWEST_FIRST = Order("id", descending=True)
_CANDIDATES = 60
_PASSAGES = 10
_TOKENS_PER_ITEM = 300
_TOKENS_TO_SOLVE = 12
_SWEEP = 50


class DraftService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        classes: Classes,
        passages: Passages,
        model: PatientModel | None,
        budgets: BudgetBook,
        bank: QuestionBank | None,
    ) -> None:
        self._drafts = storage.collection(DRAFTS)
        self._clock = clock
        self._ids = ids
        self._classes = classes
        self._passages = passages
        self._model = model
        self._budgets = budgets
        self._bank = bank

    async def generate(self, principal: Principal, classroom_id: str, topic: str, count: int) -> QuizDraft:
        """A draft of up to `count` questions; fewer when the material says too little, or the model wrote nonsense.

        A language model that does not answer is said in `made_by`: the questions are made by rules then.
        """
        demand(principal, Action.DRAFT_QUIZ, await self._classes.standing(principal, classroom_id))
        found = await self._passages.search(principal, classroom_id, topic, _CANDIDATES)
        passages = choose(topic, found, limit=_PASSAGES) or list(found)[:_PASSAGES]
        draft_id = self._ids.new()
        made_by, items, left_out = await self._made(principal, classroom_id, draft_id, topic, count, passages)
        if not items:
            raise NothingToDraftFrom
        draft = QuizDraft(
            id=draft_id,
            classroom_id=classroom_id,
            author_id=principal.user_id,
            topic=topic,
            made_by=made_by,
            items=tuple(items),
            left_out=left_out,
            created_at=self._clock.now(),
        )
        return await self._drafts.insert(draft)

    async def get(self, principal: Principal, draft_id: str) -> QuizDraft:
        draft = await self._drafts.get(draft_id)
        if draft is None:
            raise DraftNotFound
        demand(principal, Action.DRAFT_QUIZ, await self._classes.standing(principal, draft.classroom_id))
        return draft

    async def of_classroom(
        self, principal: Principal, classroom_id: str, *, after: str | None, limit: int
    ) -> Page[QuizDraft]:
        demand(principal, Action.DRAFT_QUIZ, await self._classes.standing(principal, classroom_id))
        return await self._drafts.find(
            equals("classroom_id", classroom_id), order=_NEWEST_FIRST, after=after, limit=limit
        )

    async def decide(self, principal: Principal, draft_id: str, number: int, decision: Decision) -> QuizDraft:
        """Approves or rejects one question; an approved one goes to the bank, now or when the sweeper gets to it."""
        await self.get(principal, draft_id)
        change = partial(decide, number=number, decision=decision, user_id=principal.user_id)
        return await self._hand_over(await modify(self._drafts, draft_id, change))

    async def hand_over_pending(self) -> int:
        """Puts into the bank what was approved and did not get there; returns how many drafts. For the sweeper."""
        if self._bank is None:
            return 0
        page = await self._drafts.find(equals("unsettled", True), limit=_SWEEP)
        for draft in page.items:
            await self._hand_over(draft)
        return len(page.items)

    async def _hand_over(self, draft: QuizDraft) -> QuizDraft:
        if self._bank is None:
            return draft
        for number, item in enumerate(draft.items, 1):
            if item.decision is Decision.APPROVED and not item.in_bank:
                await self._bank.add(_banked(draft, number, item))
                draft = await modify(self._drafts, draft.id, partial(handed_over, number=number))
        return draft

    # --- making ---------------------------------------------------------------------------------------------

    async def _made(
        self,
        principal: Principal,
        classroom_id: str,
        draft_id: str,
        topic: str,
        count: int,
        passages: list[Passage],
    ) -> tuple[str | None, list[DraftItem], int]:
        if self._model is None or not passages:
            return None, checked_items(make_items(topic, passages, count), passages), 0
        prompt = ask_for_items(topic, count, passages)
        most = count * (_TOKENS_PER_ITEM + _TOKENS_TO_SOLVE)
        tokens = estimate(*(one.text for one in prompt), answer=most) + count * _TOKENS_PER_ITEM
        held = await self._budgets.reserve(draft_id, principal.user_id, classroom_id, tokens)
        spent = 0
        try:
            reply, spent = await self._say(self._model, prompt, count * _TOKENS_PER_ITEM)
            read, wrong = read_items(reply, passages)
            sound = checked_items(read[:count], passages)
            solved = []
            for item in sound:
                one, more = await self._solved(self._model, item)
                solved.append(one)
                spent += more
            return self._model.name, solved, wrong + len(read) - len(sound)
        except ModelUnavailable as error:
            _log.warning("draft_by_rules", draft=draft_id, reason=str(error))
            return None, checked_items(make_items(topic, passages, count), passages), 0
        finally:
            await self._budgets.settle(held, spent)

    async def _solved(self, model: PatientModel, item: DraftItem) -> tuple[DraftItem, int]:
        """The question as it looks after solving it blind: a wrong solution is a flag, not a verdict."""
        reply, spent = await self._say(model, ask_to_solve(item), _TOKENS_TO_SOLVE)
        match read_choice(reply, item):
            case True:
                return item, spent
            case False:
                flag = Flag.DISAGREED
            case None:
                flag = Flag.UNSOLVED
        return structs.replace(item, flags=(*item.flags, flag)), spent

    async def _say(self, model: PatientModel, prompt: Sequence[Message], max_tokens: int) -> tuple[str, int]:
        """The whole reply, and the tokens it took."""
        text, usage = "", None
        async with aclosing(model.stream(prompt, max_tokens=max_tokens)) as parts:
            async for part in parts:
                match part:
                    case Delta():
                        text += part.text
                    case Usage():
                        usage = part
        return text, usage.total if usage else estimate(*(one.text for one in prompt), text)


def _banked(draft: QuizDraft, number: int, item: DraftItem) -> BankQuestion:
    source = item.source
    page = f", {source.page}" if source.page else ""
    return BankQuestion(
        id=item_id(draft, number),
        classroom_id=draft.classroom_id,
        author_id=item.decided_by or draft.author_id,
        text=item.text,
        options=tuple((one.text, one.correct) for one in item.options),
        accepted=item.accepted,
        explanation=item.explanation,
        source=f"{source.title}{page}: {source.quote}",
    )
