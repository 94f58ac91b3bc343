"""One answer, from what is decided about the question to what is stored.

Before the model: moderation, the closed tutor, the guard, the budget. After it: the guard again, citations,
moderation. While anything is guarded for the asker, nothing of an answer is shown before it is looked at whole.
"""

import asyncio
import re
from collections.abc import Sequence
from contextlib import aclosing
from typing import NamedTuple

import structlog
from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.modify import modify
from eduverse.tutor.budgeting import BudgetBook, Held
from eduverse.tutor.calling import PatientModel
from eduverse.tutor.guarding import Guarding, Sight
from eduverse.tutor.model.budget import estimate
from eduverse.tutor.model.citations import check_citations
from eduverse.tutor.model.guard import Finding
from eduverse.tutor.model.interaction import ANSWERS, AIInteraction, Kind, Outcome, State, cancel, finish, interrupt
from eduverse.tutor.model.moderation import FIXED_ANSWERS, Moderation, moderate
from eduverse.tutor.model.passages import Passage, choose
from eduverse.tutor.model.policy import Openness
from eduverse.tutor.model.prompt import fixed, messages, suggestions
from eduverse.tutor.model.quotes import cite, no_material, quote
from eduverse.tutor.model.scrub import scrub
from eduverse.tutor.model.words import language_of
from eduverse.tutor.ports import Message, ModelUnavailable, Moderator, Passages, Usage
from eduverse.tutor.running import Run
from eduverse.vocabulary.principal import Principal

__all__ = ["MAX_TOKENS", "Answering", "Plan"]

_log = structlog.get_logger(__name__)
MAX_TOKENS = 700
"""Of one answer."""
_CANDIDATES = 40
_LOOK_EVERY = 1.0
"""Seconds after which a streamed answer looks again whether something has become guarded, or was cancelled."""
_UNFINISHED = re.compile(r"(\[[^\]]*|\S*)$")
"""What is held back of a stream: a bracket that may become a citation, and a word that goes on."""


class Plan(NamedTuple):
    """How a question is going to be answered."""

    asked: AIInteraction
    passages: Sequence[Passage] = ()
    prompt: Sequence[Message] = ()
    outcome: Outcome | None = None
    """Decided already, without a model."""


class _Heard(NamedTuple):
    text: str
    usage: Usage | None
    stopped: bool
    """The model was not heard to the end: nobody wants the answer any more."""


class Answering:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        model: PatientModel | None,
        passages: Passages,
        guarding: Guarding,
        budgets: BudgetBook,
        moderator: Moderator | None,
    ) -> None:
        self._answers = storage.collection(ANSWERS)
        self._clock = clock
        self._model = model
        self._passages = passages
        self._guarding = guarding
        self._budgets = budgets
        self._moderator = moderator

    # --- before ---------------------------------------------------------------------------------------------

    async def plan(self, principal: Principal, asked: AIInteraction, earlier: Sequence[AIInteraction]) -> Plan:
        """What is to happen with a question. Nothing is stored yet and no model asked."""
        moderation = await self._moderated(asked.question)
        asked = structs.replace(asked, moderation=moderation)
        language = language_of(asked.question)
        declined = structs.replace(asked, rung=None)
        if moderation.concern:
            return Plan(
                declined, outcome=Outcome(kind=Kind.MODERATED, text=FIXED_ANSWERS[moderation.concern][language])
            )
        guard, openness = await self._guarding.look(principal, asked.classroom_id)
        if openness is Openness.CLOSED:
            return Plan(declined, outcome=Outcome(kind=Kind.CLOSED, text=fixed("closed", language)))
        said = [one.question for one in earlier]
        if guard.asks_about(asked.question, asked.topic, " ".join((*said, asked.question))):
            return Plan(declined, outcome=Outcome(kind=Kind.GUARDED, text=fixed("guarded", language)))
        found = await self._passages.search(principal, asked.classroom_id, _looked_for(asked), _CANDIDATES)
        passages = choose(_looked_for(asked), guard.without_guarded(found))
        if self._model is None or openness is Openness.QUOTES:
            return Plan(asked, passages, outcome=_quoted(asked, passages))
        spoken = [one for one in earlier if one.kind is Kind.MODEL and guard.releases(one.ai_response, one.quoted)]
        prompt = messages(scrub(asked.question, principal.name), asked, spoken, passages)
        return Plan(asked, passages, [structs.replace(one, text=scrub(one.text, principal.name)) for one in prompt])

    async def reserve(self, plan: Plan) -> tuple[AIInteraction, Held | None]:
        """Holds the tokens that the answer may take; raises `BudgetSpent`."""
        asked = plan.asked
        if plan.outcome:
            return asked, None
        tokens = estimate(*(one.text for one in plan.prompt), answer=MAX_TOKENS)
        held = await self._budgets.reserve(asked.id, asked.user_id, asked.classroom_id, tokens)
        return structs.replace(asked, tokens_reserved=tokens), held

    # --- while ----------------------------------------------------------------------------------------------

    async def answer(self, principal: Principal, plan: Plan, held: Held | None, run: Run) -> None:
        """Carries the plan out to its end, telling the run; then settles the budget and stores the answer."""
        try:
            outcome = await self._outcome(principal, plan, run)
        except asyncio.CancelledError:
            if not run.cancelled:
                raise
            outcome = None
        except Exception:
            await self._end(plan.asked, held, None)
            raise
        if outcome is None:
            await self._stop(plan, held, run)
            return
        run.end_with(outcome.text)
        await self._end(plan.asked, held, outcome)

    async def _outcome(self, principal: Principal, plan: Plan, run: Run) -> Outcome | None:
        """None when it was cancelled."""
        if self._model is None or plan.outcome:
            return plan.outcome or _quoted(plan.asked, plan.passages)
        try:
            heard = await self._listen(self._model, principal, plan, run)
        except ModelUnavailable as error:
            _log.warning("tutor_degraded", answer=plan.asked.id, reason=str(error))
            return await self._checked(principal, plan, _degraded(plan))
        return None if heard.stopped else await self._checked(principal, plan, _spoken(self._model.name, plan, heard))

    async def _listen(self, model: PatientModel, principal: Principal, plan: Plan, run: Run) -> _Heard:
        """Everything the model says. Readers are shown it as it comes, as long as nothing at all is guarded."""
        text, usage, looked = "", None, self._clock.monotonic()
        unguarded = not (await self._guarding.look(principal, plan.asked.classroom_id)).guard
        async with aclosing(model.stream(plan.prompt, max_tokens=MAX_TOKENS)) as parts:
            async for part in parts:
                if isinstance(part, Usage):
                    usage = part
                    continue
                text += part.text
                if self._clock.monotonic() - looked >= _LOOK_EVERY:
                    looked = self._clock.monotonic()
                    if await self._unwanted(plan.asked):
                        return _Heard(text, usage, stopped=True)
                    unguarded = unguarded and not (await self._guarding.look(principal, plan.asked.classroom_id)).guard
                if unguarded and not moderate(text).concern:
                    self._show(text, plan, run)
        return _Heard(text, usage, stopped=False)

    def _show(self, text: str, plan: Plan, run: Run) -> None:
        finished = _UNFINISHED.sub("", text)
        checked = check_citations(finished, len(plan.passages)).text
        shown = run.text
        if checked.startswith(shown):
            run.tell(checked[len(shown) :])

    async def _unwanted(self, asked: AIInteraction) -> bool:
        """Whether another process was told to cancel it."""
        stored = await self._answers.get(asked.id)
        return stored is None or stored.state is not State.RUNNING

    # --- after ----------------------------------------------------------------------------------------------

    async def _checked(self, principal: Principal, plan: Plan, outcome: Outcome) -> Outcome:
        """The outcome as the asker may have it now, whatever was true when they asked."""
        language = language_of(plan.asked.question)
        if concern := moderate(outcome.text).concern:
            return Outcome(kind=Kind.MODERATED, text=FIXED_ANSWERS[concern][language], tokens=outcome.tokens)
        sight = await self._guarding.look(principal, plan.asked.classroom_id)
        if sight.openness is Openness.CLOSED:
            return Outcome(kind=Kind.CLOSED, text=fixed("closed", language), tokens=outcome.tokens)
        if outcome.kind is not Kind.MODEL:
            return outcome
        return self._confined(plan, sight, outcome)

    def _confined(self, plan: Plan, sight: Sight, outcome: Outcome) -> Outcome:
        asked, language = plan.asked, language_of(plan.asked.question)
        allowed = sight.guard.without_guarded(plan.passages)
        if sight.openness is Openness.QUOTES:
            return structs.replace(_quoted(asked, allowed), tokens=outcome.tokens)
        confined = sight.guard.confine(outcome.text, allowed, asked.question)
        match confined.finding:
            case Finding.WITHHELD:
                refused = fixed("guarded", language)
                return Outcome(kind=Kind.GUARDED, text=refused, finding=confined.finding, tokens=outcome.tokens)
            case Finding.NOTHING_LEFT:
                quotes = _quoted(asked, allowed)
                return structs.replace(quotes, finding=confined.finding, tokens=outcome.tokens)
            case Finding.TRIMMED:
                text = confined.text + fixed("left_out", language)
            case Finding.CLEAR:
                text = confined.text
        return self._cited(
            plan, sight, structs.replace(outcome, text=text, quoted=confined.quoted, finding=confined.finding)
        )

    def _cited(self, plan: Plan, sight: Sight, outcome: Outcome) -> Outcome:
        checked = check_citations(outcome.text, len(plan.passages))
        found = cite(plan.asked.question, plan.passages, checked.cited)
        citations = tuple(one for one in found if not sight.guard.asks_about(one.quote))
        more = suggestions(plan.asked.rung, [one.title for one in citations], language_of(plan.asked.question))
        return structs.replace(outcome, text=checked.text.strip(), citations=citations, suggestions=more)

    async def _stop(self, plan: Plan, held: Held | None, run: Run) -> None:
        """Ends a cancelled answer with what its reader has seen of it."""
        language = language_of(plan.asked.question)
        prompt = estimate(*(one.text for one in plan.prompt))
        shown = check_citations(run.text, len(plan.passages))
        said = Outcome(
            kind=Kind.MODEL,
            text=f"{shown.text.strip()} {fixed('stopped', language)}".strip(),
            answered_by=self._model.name if self._model else None,
            citations=cite(plan.asked.question, plan.passages, shown.cited),
            tokens=prompt + estimate(run.text),
        )
        if held:
            await self._budgets.settle(held, said.tokens)
        await modify(self._answers, plan.asked.id, lambda one: cancel(one, said, self._clock.now()))

    async def _end(self, asked: AIInteraction, held: Held | None, outcome: Outcome | None) -> None:
        """The budget first: an answer that a crash cuts off here was paid for, and is swept up as interrupted."""
        if held:
            await self._budgets.settle(held, outcome.tokens if outcome else asked.tokens_reserved)
        now = self._clock.now()
        await modify(self._answers, asked.id, lambda one: finish(one, outcome, now) if outcome else interrupt(one, now))

    async def _moderated(self, text: str) -> Moderation:
        found = moderate(text)
        if found.concern or self._moderator is None:
            return found
        try:
            concern = await self._moderator.concern(text)
        except ModelUnavailable as error:
            _log.warning("moderation_unavailable", reason=str(error))
            return Moderation(source="rules only")
        return Moderation(concern=concern, source="provider")


def _looked_for(asked: AIInteraction) -> str:
    return f"{asked.question} {asked.topic}"


def _quoted(asked: AIInteraction, passages: Sequence[Passage]) -> Outcome:
    language = language_of(asked.question)
    quoted = quote(_looked_for(asked), passages, asked.rung, language)
    if quoted is None:
        return Outcome(kind=Kind.NO_MATERIAL, text=no_material(language))
    more = suggestions(asked.rung, [one.title for one in quoted.citations], language)
    return Outcome(kind=Kind.QUOTES, text=quoted.text, citations=quoted.citations, suggestions=more)


def _spoken(model: str, plan: Plan, heard: _Heard) -> Outcome:
    prompt = estimate(*(one.text for one in plan.prompt))
    tokens = heard.usage.total if heard.usage else prompt + estimate(heard.text)
    return Outcome(kind=Kind.MODEL, text=heard.text, answered_by=model, tokens=tokens)


def _degraded(plan: Plan) -> Outcome:
    quotes = _quoted(plan.asked, plan.passages)
    text = fixed("degraded", language_of(plan.asked.question)) + quotes.text
    return structs.replace(quotes, kind=Kind.DEGRADED, text=text)
