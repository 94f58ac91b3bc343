"""Having quizzes drafted, and deciding about each question."""

import msgspec
import pytest
from tests.support.people import EDUCATOR, STUDENT
from tests.support.quizzes import ROOM
from tests.support.tutor import PASSAGES, FakeBank, FakePassages, ScriptedModel, TutorCampus

from eduverse.tutor.errors import BudgetSpent, DraftNotFound, NothingToDraftFrom
from eduverse.tutor.model.budget import Limits
from eduverse.tutor.model.drafts import Decision, Flag
from eduverse.tutor.ports import ModelUnavailable
from eduverse.vocabulary.permissions import Forbidden

TEXT = "Photosynthesis is how plants make sugar from light."


def reply(**fields: object) -> str:
    one = {"question": "What makes sugar?", "options": ["stones", "plants"], "correct": 1, "passage": 1, "quote": TEXT}
    return msgspec.json.encode({"items": [{**one, **fields}]}).decode()


async def test_without_a_model_questions_are_made_by_rules_and_it_says_so() -> None:
    campus = TutorCampus()
    draft = await campus.drafts.generate(EDUCATOR, ROOM, "plants", 3)
    assert draft.made_by is None
    assert {one.decision for one in draft.items} == {Decision.PENDING}
    texts = " ".join(one.text for one in PASSAGES)
    assert all(one.source.quote in texts for one in draft.items)
    assert (await campus.drafts.of_classroom(EDUCATOR, ROOM, after=None, limit=5)).items == [draft]


async def test_only_teachers_have_them_drafted_and_see_the_keys() -> None:
    campus = TutorCampus()
    with pytest.raises(Forbidden):
        await campus.drafts.generate(STUDENT, ROOM, "plants", 3)
    draft = await campus.drafts.generate(EDUCATOR, ROOM, "plants", 3)
    with pytest.raises(Forbidden):
        await campus.drafts.get(STUDENT, draft.id)
    with pytest.raises(Forbidden):
        await campus.drafts.decide(STUDENT, draft.id, 1, Decision.APPROVED)
    with pytest.raises(Forbidden):
        await campus.drafts.of_classroom(STUDENT, ROOM, after=None, limit=5)
    with pytest.raises(DraftNotFound):
        await campus.drafts.get(EDUCATOR, "nowhere")


async def test_a_models_question_is_solved_blind() -> None:
    agreed = await TutorCampus(ScriptedModel(reply(), "2")).drafts.generate(EDUCATOR, ROOM, "sugar", 1)
    assert (agreed.made_by, agreed.items[0].flags) == ("scripted-1", ())
    disagreed = await TutorCampus(ScriptedModel(reply(), "1")).drafts.generate(EDUCATOR, ROOM, "sugar", 1)
    assert disagreed.items[0].flags == (Flag.DISAGREED,)
    unsolved = await TutorCampus(ScriptedModel(reply(), "I do not know")).drafts.generate(EDUCATOR, ROOM, "sugar", 1)
    assert unsolved.items[0].flags == (Flag.UNSOLVED,)


async def test_a_question_whose_quote_is_made_up_is_left_out() -> None:
    campus = TutorCampus(ScriptedModel(reply(quote="Plants are made of cheese.")))
    with pytest.raises(NothingToDraftFrom):
        await campus.drafts.generate(EDUCATOR, ROOM, "sugar", 1)


async def test_a_model_that_does_not_answer_leaves_it_to_the_rules_and_is_not_named() -> None:
    campus = TutorCampus(ScriptedModel(ModelUnavailable("down")))
    draft = await campus.drafts.generate(EDUCATOR, ROOM, "plants", 2)
    assert draft.made_by is None
    assert draft.items


async def test_drafting_is_paid_for_too() -> None:
    campus = TutorCampus(ScriptedModel(reply(), "2"))
    await campus.drafts.generate(EDUCATOR, ROOM, "sugar", 1)
    assert (await campus.budgets.spending(EDUCATOR.user_id, ROOM))[0].used == 300
    poor = TutorCampus(ScriptedModel(reply(), "2"), limits=Limits(10, 10, 10))
    with pytest.raises(BudgetSpent):
        await poor.drafts.generate(EDUCATOR, ROOM, "sugar", 1)


async def test_without_material_there_is_nothing_to_draft_from() -> None:
    campus = TutorCampus()
    campus.passages = FakePassages()
    with pytest.raises(NothingToDraftFrom):
        await TutorCampus(ScriptedModel("no JSON")).drafts.generate(EDUCATOR, ROOM, "sugar", 1)


async def test_what_is_approved_reaches_the_bank_once() -> None:
    bank = FakeBank()
    campus = TutorCampus(bank=bank)
    draft = await campus.drafts.generate(EDUCATOR, ROOM, "plants", 3)
    await campus.drafts.decide(EDUCATOR, draft.id, 2, Decision.REJECTED)
    for _ in range(2):
        decided = await campus.drafts.decide(EDUCATOR, draft.id, 1, Decision.APPROVED)
    assert (decided.items[0].in_bank, decided.unsettled) == (True, False)
    (question,) = bank.questions.values()
    assert (question.id, question.classroom_id, question.author_id) == (f"{draft.id}.1", ROOM, EDUCATOR.user_id)
    assert question.source.startswith("Plants, 3: Photosynthesis")


async def test_what_did_not_reach_the_bank_is_brought_there_later() -> None:
    bank = FakeBank()
    campus = TutorCampus(bank=bank)
    draft = await campus.drafts.generate(EDUCATOR, ROOM, "plants", 3)
    bank.broken = True
    with pytest.raises(RuntimeError):
        await campus.drafts.decide(EDUCATOR, draft.id, 1, Decision.APPROVED)
    assert (await campus.drafts.get(EDUCATOR, draft.id)).unsettled
    bank.broken = False
    assert await campus.drafts.hand_over_pending() == 1
    assert await campus.drafts.hand_over_pending() == 0
    assert len(bank.questions) == 1


async def test_without_a_bank_an_approval_waits_for_one() -> None:
    campus = TutorCampus()
    draft = await campus.drafts.generate(EDUCATOR, ROOM, "plants", 1)
    assert (await campus.drafts.decide(EDUCATOR, draft.id, 1, Decision.APPROVED)).unsettled
    assert await campus.drafts.hand_over_pending() == 0
    later = TutorCampus(storage=campus.storage, bank=FakeBank())
    assert await later.drafts.hand_over_pending() == 1
