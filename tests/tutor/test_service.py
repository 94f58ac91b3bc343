"""The tutor's service: asking, reading, judging, and what is never told."""

import asyncio
from contextlib import suppress

import msgspec
import pytest
from tests.support.faults import Crash, FaultyStorage, When
from tests.support.people import EDUCATOR, STRANGER, STUDENT, person
from tests.support.quizzes import ROOM
from tests.support.tutor import GUARDED, ScriptedModel, TutorCampus, wish

from eduverse.kernel.documents import Storage
from eduverse.tutor.errors import (
    AnswerNotFound,
    AskedTooFast,
    BudgetSpent,
    ConversationNotFound,
    TooManyAnswers,
)
from eduverse.tutor.model.budget import BUDGETS, Limits
from eduverse.tutor.model.guard import Finding
from eduverse.tutor.model.interaction import ANSWERS, AIInteraction, Feedback, Kind, State
from eduverse.tutor.model.ladder import Rung
from eduverse.tutor.model.moderation import Concern
from eduverse.tutor.ports import ModelUnavailable, WeakSpot
from eduverse.vocabulary.permissions import Forbidden

SUGAR = "How do plants make sugar from light?"
LARGEST = "Which planet is the largest?"
OPEN_ATTEMPT = tuple(msgspec.structs.replace(one, attempt_open=True) for one in GUARDED)


async def stored(campus: TutorCampus, answer: AIInteraction) -> AIInteraction:
    found = await campus.storage.collection(ANSWERS).get(answer.id)
    assert found is not None
    return found


# --- without a model ----------------------------------------------------------------------------------------


async def test_without_a_model_it_quotes_and_says_so() -> None:
    campus = TutorCampus()
    answer = await campus.asked(SUGAR)
    assert (answer.kind, answer.state, answer.answered_by) == (Kind.QUOTES, State.DONE, None)
    assert "no language model" in answer.ai_response
    assert answer.citations[0].page == 3
    status = await campus.tutor.status(STUDENT, ROOM)
    assert (status.model, status.model_problem) == (None, False)


async def test_where_the_material_says_nothing_it_says_that() -> None:
    answer = await TutorCampus().asked("Was ist Käse?")
    assert answer.kind is Kind.NO_MATERIAL
    assert answer.citations == ()


async def test_the_ladder_is_climbed_a_rung_for_each_ask() -> None:
    campus = TutorCampus()
    first = await campus.asked("Solve this: how do plants make sugar?")
    rungs = [first.rung]
    for _ in range(3):
        again = await campus.asked("more help please", conversation_id=first.conversation_id)
        rungs.append(again.rung)
    assert rungs == [Rung.NUDGE, Rung.HINT, Rung.STEP, Rung.FULL]
    other = await campus.asked("What is Io?", conversation_id=first.conversation_id)
    assert other.rung is None


# --- with a model -------------------------------------------------------------------------------------------


async def test_a_models_answer_comes_with_sources_and_its_name() -> None:
    model = ScriptedModel("They use light [1]. So I heard [9].")
    campus = TutorCampus(model)
    answer = await campus.asked(f"I am Mira, mira@school.example. {SUGAR}", subject="Biology", topic="Leaves")
    assert (answer.kind, answer.answered_by) == (Kind.MODEL, "scripted-1")
    assert answer.ai_response == "They use light [1]. So I heard."
    assert [(one.number, one.passage_id) for one in answer.citations] == [(1, "p1")]
    assert answer.suggestions
    prompt = "\n".join(one.text for one in model.asked[0])
    assert "Mira" not in prompt
    assert "school.example" not in prompt
    assert "Biology / Leaves" in prompt
    assert "[1] Plants" in prompt


async def test_a_conversation_is_the_servers_and_ones_own() -> None:
    model = ScriptedModel("First answer.", "Second answer.")
    campus = TutorCampus(model)
    first = await campus.asked(SUGAR)
    await campus.asked("What is Io?", conversation_id=first.conversation_id)
    assert [one.role for one in model.asked[1]] == ["system", "user", "assistant", "user"]
    assert model.asked[1][2].text == "First answer."
    with pytest.raises(ConversationNotFound):
        await campus.asked("And?", person("eve"), conversation_id=first.conversation_id)
    with pytest.raises(ConversationNotFound):
        await campus.asked("And?", conversation_id="nowhere")
    page = await campus.tutor.history(
        STUDENT, classroom_id=ROOM, conversation_id=first.conversation_id, after=None, limit=1
    )
    assert [one.question for one in page.items] == ["What is Io?"]
    assert page.next


async def test_what_a_model_says_streams_as_it_comes() -> None:
    model = ScriptedModel("Plants make sugar from light [1]. It is good.", parts=12)
    model.on_part = lambda _: asyncio.sleep(0)
    campus = TutorCampus(model)
    asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
    told = [one async for one in asked.run.follow()]
    assert len(told) > 3
    assert all("[" not in one.text or "]" in one.text for one in told)
    assert asked.run.text == (await campus.tutor.read(STUDENT, asked.answer.id)).ai_response


async def test_a_model_that_does_not_answer_is_said_and_material_quoted() -> None:
    campus = TutorCampus(ScriptedModel(ModelUnavailable("down")))
    answer = await campus.asked(SUGAR)
    assert answer.kind is Kind.DEGRADED
    assert answer.ai_response.startswith("The language model does not answer at the moment.")
    assert "Photosynthesis is how" in answer.ai_response
    assert (await campus.tutor.status(STUDENT, ROOM)).model_problem


async def test_an_answer_that_breaks_off_is_taken_back() -> None:
    model = ScriptedModel("Plants make sugar from light and more.")
    campus = TutorCampus(model)

    async def cut(number: int) -> None:
        await asyncio.sleep(0)
        if number == 2:
            raise ModelUnavailable("cut")

    model.on_part = cut
    asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
    told = [one async for one in asked.run.follow()]
    assert (told[0].what, told[-1].what) == ("delta", "replace")
    assert (await campus.tutor.read(STUDENT, asked.answer.id)).kind is Kind.DEGRADED


# --- moderation ---------------------------------------------------------------------------------------------


async def test_who_is_in_distress_gets_a_kind_answer_even_during_a_quiz() -> None:
    model = ScriptedModel("no")
    campus = TutorCampus(model)
    campus.live.questions = OPEN_ATTEMPT
    answer = await campus.asked("I want to kill myself")
    assert answer.kind is Kind.MODERATED
    assert "trust" in answer.ai_response
    assert (answer.moderation.concern, answer.moderation.source) == (Concern.SELF_HARM, "rules")
    assert model.asked == []
    assert (await campus.tutor.read(STUDENT, answer.id)).ai_response == answer.ai_response


class Provider:
    def __init__(self, found: Concern | Exception | None) -> None:
        self.found = found

    async def concern(self, text: str) -> Concern | None:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


async def test_a_providers_moderation_is_asked_too_and_its_silence_recorded() -> None:
    assert (await TutorCampus(moderator=Provider(Concern.VIOLENCE)).asked("hm?")).kind is Kind.MODERATED
    fine = await TutorCampus(moderator=Provider(None)).asked(SUGAR)
    assert (fine.kind, fine.moderation.source) == (Kind.QUOTES, "provider")
    silent = await TutorCampus(moderator=Provider(ModelUnavailable("down"))).asked(SUGAR)
    assert (silent.kind, silent.moderation.source) == (Kind.QUOTES, "rules only")


async def test_what_a_model_says_is_moderated_before_it_is_shown() -> None:
    campus = TutorCampus(ScriptedModel("Well then. Help me kill him, here is how to make a bomb.", parts=50))
    asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
    shown = "".join([one.text async for one in asked.run.follow()])
    assert "bomb" not in shown
    assert (await campus.tutor.read(STUDENT, asked.answer.id)).kind is Kind.MODERATED


# --- the guard ----------------------------------------------------------------------------------------------


async def test_while_somebody_takes_a_quiz_the_tutor_is_closed_to_them() -> None:
    model = ScriptedModel("Jupiter")
    campus = TutorCampus(model)
    before = await campus.asked(SUGAR)
    campus.live.questions = OPEN_ATTEMPT
    answer = await campus.asked(SUGAR)
    assert answer.kind is Kind.CLOSED
    assert len(model.asked) == 1
    earlier = await campus.tutor.read(STUDENT, before.id)
    assert (earlier.kind, earlier.citations) == (Kind.CLOSED, ())
    assert await campus.tutor.suggest(STUDENT, ROOM) == []


async def test_with_an_open_book_material_is_quoted_and_no_model_asked() -> None:
    model = ScriptedModel("Jupiter")
    campus = TutorCampus(model)
    campus.live.questions = OPEN_ATTEMPT
    with pytest.raises(Forbidden):
        await campus.tutor.decide(STUDENT, ROOM, "openBook")
    await campus.tutor.decide(EDUCATOR, ROOM, "openBook")
    assert (await campus.asked(SUGAR)).kind is Kind.QUOTES
    assert (await campus.asked(LARGEST)).kind is Kind.GUARDED
    planets = await campus.asked("moons of the planets")
    assert "largest" not in planets.ai_response
    assert model.asked == []
    elsewhere = msgspec.structs.replace(OPEN_ATTEMPT[0], classroom_id="another class")
    campus.live.questions = (*OPEN_ATTEMPT, elsewhere)
    assert (await campus.asked(SUGAR)).kind is Kind.CLOSED


async def test_a_question_of_a_quiz_never_reaches_the_model() -> None:
    model = ScriptedModel("Jupiter")
    campus = TutorCampus(model)
    campus.live.questions = GUARDED
    assert (await campus.asked(LARGEST)).kind is Kind.GUARDED
    first = await campus.asked("Which planet")
    assert (await campus.asked("is the largest?", conversation_id=first.conversation_id)).kind is Kind.GUARDED
    assert LARGEST not in "".join(one.text for asked in model.asked for one in asked)
    assert "Jupiter is the largest" not in "".join(one.text for asked in model.asked for one in asked)


async def test_the_teacher_may_ask_about_their_own_quiz() -> None:
    campus = TutorCampus(ScriptedModel("It is Jupiter."))
    campus.live.questions = GUARDED
    assert (await campus.asked(LARGEST, EDUCATOR)).ai_response == "It is Jupiter."


async def test_nothing_is_shown_before_all_of_it_was_looked_at() -> None:
    campus = TutorCampus(ScriptedModel("Plants make sugar from light. They give air back. Jupiter.", parts=30))
    campus.live.questions = GUARDED
    asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
    told = [one async for one in asked.run.follow()]
    assert len(told) == 1
    assert "Jupiter" not in told[0].text
    assert (await stored(campus, asked.answer)).finding is Finding.TRIMMED
    assert "Jupiter" not in str(await stored(campus, asked.answer))


async def test_an_answer_of_which_nothing_is_left_is_replaced_by_quotes() -> None:
    campus = TutorCampus(ScriptedModel("Zorbulate qwx."))
    campus.live.questions = GUARDED
    answer = await campus.asked(SUGAR)
    assert (answer.kind, answer.finding) == (Kind.QUOTES, Finding.NOTHING_LEFT)


async def test_a_quiz_that_opens_while_the_model_speaks_stops_its_words() -> None:
    model = ScriptedModel("Plants make sugar from light. " * 4 + "Jupiter is it.", parts=20)
    campus = TutorCampus(model)

    async def open_quiz(number: int) -> None:
        await asyncio.sleep(0)
        campus.clock.advance(0.5)
        if number == 8:
            campus.live.questions = GUARDED

    model.on_part = open_quiz
    asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
    shown = "".join([one.text async for one in asked.run.follow()])
    assert "Plants make sugar" in shown
    assert "Jupiter" not in shown


async def test_an_attempt_that_begins_while_the_model_speaks_closes_the_tutor() -> None:
    model = ScriptedModel("Plants make sugar from light.")
    campus = TutorCampus(model)
    campus.live.questions = GUARDED

    async def begin(number: int) -> None:
        campus.live.questions = OPEN_ATTEMPT

    model.on_part = begin
    assert (await campus.asked(SUGAR)).kind is Kind.CLOSED


async def test_what_was_said_before_a_quiz_was_written_is_kept_back_while_it_is_to_come() -> None:
    campus = TutorCampus(ScriptedModel("It is Jupiter."))
    answer = await campus.asked("Tell me of the big one")
    campus.live.questions = GUARDED
    kept = await campus.tutor.read(STUDENT, answer.id)
    assert kept.kind is Kind.GUARDED
    page = await campus.tutor.history(STUDENT, classroom_id=None, conversation_id=None, after=None, limit=10)
    assert "Jupiter" not in str(page.items)
    assert (await campus.tutor.follow(STUDENT, answer.id))[0].kind is Kind.GUARDED
    campus.live.questions = ()
    assert (await campus.tutor.read(STUDENT, answer.id)).ai_response == "It is Jupiter."


# --- budgets ------------------------------------------------------------------------------------------------


async def test_tokens_are_reserved_before_and_settled_after() -> None:
    campus = TutorCampus(ScriptedModel("Fine."))
    await campus.asked(SUGAR)
    spending = {one.scope: one.used for one in await campus.budgets.spending(STUDENT.user_id, ROOM)}
    assert spending == {"user": 150, "class": 150}


@pytest.mark.parametrize(
    ("limits", "scope"),
    [(Limits(100, 9_999, 9_999), "user"), (Limits(9_999, 100, 9_999), "class"), (Limits(9_999, 9_999, 100), "site")],
)
async def test_a_spent_budget_is_refused_before_the_model_is_asked(limits: Limits, scope: str) -> None:
    model = ScriptedModel("Fine.")
    campus = TutorCampus(model, limits=limits)
    with pytest.raises(BudgetSpent) as refused:
        await campus.asked(SUGAR)
    assert refused.value.extra["scope"] == scope
    assert model.asked == []
    for one in (await campus.storage.collection(BUDGETS).find()).items:
        assert one.reserved == {}


async def test_quoting_costs_nothing() -> None:
    campus = TutorCampus(limits=Limits(0, 0, 0))
    assert (await campus.asked(SUGAR)).kind is Kind.QUOTES


# --- crashes, cancelling, pace --------------------------------------------------------------------------------


async def test_cancelling_keeps_what_was_said_and_settles() -> None:
    model = ScriptedModel("Plants make sugar from light, and so on.")
    campus = TutorCampus(model)
    spoke = asyncio.Event()

    async def hang(number: int) -> None:
        if number == 2:
            spoke.set()
            await asyncio.Event().wait()

    model.on_part = hang
    asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
    await spoke.wait()
    with pytest.raises(AnswerNotFound):
        await campus.tutor.cancel(STRANGER, asked.answer.id)
    answer = await campus.tutor.cancel(STUDENT, asked.answer.id)
    assert answer.state is State.CANCELLED
    assert answer.ai_response.startswith("Plants make")
    assert 0 < (await campus.budgets.spending(STUDENT.user_id, ROOM))[0].used == answer.tokens_used
    assert (await campus.tutor.cancel(STUDENT, asked.answer.id)).state is State.CANCELLED


async def test_another_process_can_cancel() -> None:
    model = ScriptedModel("Plants make sugar from light, and so on.", parts=10)
    campus = TutorCampus(model)
    other = TutorCampus(storage=campus.storage)

    async def cancel(number: int) -> None:
        campus.clock.advance(2)
        if number == 2:
            (running,) = (await campus.storage.collection(ANSWERS).find()).items
            await other.tutor.cancel(STUDENT, running.id)

    model.on_part = cancel
    answer = await campus.asked(SUGAR)
    assert answer.state is State.CANCELLED


async def test_a_process_that_dies_leaves_no_answer_running_and_no_budget_held() -> None:
    faulty = FaultyStorage()
    campus = TutorCampus(ScriptedModel("Fine."), storage=faulty)
    asked = await _dying(campus)
    after = TutorCampus(storage=faulty.inner)
    after.clock.advance(3_600)
    assert await after.tutor.sweep() == 1
    assert await after.tutor.sweep() == 0
    assert (await after.tutor.read(STUDENT, asked)).state is State.INTERRUPTED
    assert (await after.budgets.spending(STUDENT.user_id, ROOM))[0].used == 0


async def _dying(campus: TutorCampus) -> str:
    """Asks, and ends the process while the model speaks."""
    assert campus.model is not None
    spoke = asyncio.Event()

    async def hang(_: int) -> None:
        spoke.set()
        await asyncio.Event().wait()

    campus.model.on_part = hang
    asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
    await spoke.wait()
    await campus.tutor.close()
    return asked.answer.id


async def test_an_error_of_ours_ends_the_answer() -> None:
    model = ScriptedModel("Fine.")
    campus = TutorCampus(model)

    async def fail(_: int) -> None:
        raise RuntimeError("a bug")

    model.on_part = fail
    assert (await campus.asked(SUGAR)).state is State.INTERRUPTED


async def test_nobody_asks_too_fast_or_too_much_at_once() -> None:
    campus = TutorCampus()
    for _ in range(8):
        asked = await campus.tutor.ask(STUDENT, wish(SUGAR))
        await asked.run.finished()
    with pytest.raises(AskedTooFast):
        await campus.tutor.ask(STUDENT, wish(SUGAR))
    model = ScriptedModel("x")
    busy = TutorCampus(model)
    model.on_part = lambda _: asyncio.Event().wait()
    for _ in range(3):
        await busy.tutor.ask(STUDENT, wish(SUGAR))
    with pytest.raises(TooManyAnswers):
        await busy.tutor.ask(STUDENT, wish(SUGAR))
    await busy.tutor.close()


# --- reading and judging --------------------------------------------------------------------------------------


async def test_an_answer_is_its_askers_alone() -> None:
    campus = TutorCampus()
    answer = await campus.asked(SUGAR)
    for other in (STRANGER, EDUCATOR):
        with pytest.raises(AnswerNotFound):
            await campus.tutor.read(other, answer.id)
        page = await campus.tutor.history(other, classroom_id=ROOM, conversation_id=None, after=None, limit=10)
        assert page.items == []


async def test_strangers_do_not_ask() -> None:
    campus = TutorCampus()
    campus.classes.strangers.add(STRANGER.user_id)
    with pytest.raises(Forbidden):
        await campus.asked(SUGAR, STRANGER)
    for refused in (campus.tutor.status, campus.tutor.stats, campus.tutor.suggest):
        with pytest.raises(Forbidden):
            await refused(STRANGER, ROOM)


async def test_feedback_counts_and_can_be_taken_back() -> None:
    campus = TutorCampus()
    answer = await campus.asked(SUGAR)
    await campus.asked("cheese?", person("ben"))
    await campus.tutor.judge(STUDENT, answer.id, Feedback(rating="up", at=campus.clock.now()))
    stats = await campus.tutor.stats(EDUCATOR, ROOM)
    assert (stats.asked, stats.up, stats.down) == (2, 1, 0)
    assert (stats.by_kind[Kind.QUOTES], stats.by_kind[Kind.NO_MATERIAL]) == (1, 1)
    assert (await campus.tutor.stats(STUDENT, ROOM)).asked == 1
    assert (await campus.tutor.judge(STUDENT, answer.id, None)).feedback is None
    campus.clock.advance(8 * 24 * 3_600)
    assert (await campus.tutor.stats(EDUCATOR, ROOM)).asked == 0


async def test_suggestions_come_from_ones_own_results_and_the_material() -> None:
    campus = TutorCampus()
    campus.results.spots = (WeakSpot(topic="Plants and sugar", score=0.2), WeakSpot(topic="Cheese", score=0.4))
    found = await campus.tutor.suggest(STUDENT, ROOM)
    assert [(one.spot.topic, [passage.id for passage in one.passages]) for one in found] == [
        ("Plants and sugar", ["p1"]),
        ("Cheese", []),
    ]


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_kill_at_any_write_leaves_nothing_that_stays_wrong(when: When) -> None:
    for write in range(1, 12):
        faulty = FaultyStorage()
        campus = TutorCampus(ScriptedModel("Fine."), storage=faulty)
        faulty.crash_at_write(write, when)
        with suppress(Crash):
            await campus.asked(SUGAR)
        await campus.tutor.close()
        await _healthy(faulty.inner)


async def _healthy(storage: Storage) -> None:
    after = TutorCampus(ScriptedModel("Fine."), storage=storage)
    after.clock.advance(3_600)
    await after.tutor.sweep()
    for one in (await storage.collection(ANSWERS).find()).items:
        assert one.state is not State.RUNNING
    assert (await after.budgets.spending(STUDENT.user_id, ROOM))[0].used in (0, 150)
    assert (await after.asked(SUGAR)).state is State.DONE
