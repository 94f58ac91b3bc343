"""What the tutor is given of the other slices."""

import msgspec
import pytest
from tests.support.people import EDUCATOR, STUDENT, person
from tests.support.quizzes import QUESTIONS, RIGHT, ROOM, SECRET, WRONG, QuizCampus
from tests.support.tutor import PASSAGES

from eduverse.app.settings import Settings, SettingsError, read_settings
from eduverse.app.tutor import ApprovedQuestions, GuardedQuizzes, OwnResults, ReleasedMaterial
from eduverse.quizzes.bank import BankFilter
from eduverse.quizzes.model import Draw
from eduverse.quizzes.questions import ShortAnswer, Single
from eduverse.tutor.ports import BankQuestion, Passage
from eduverse.vocabulary.principal import Principal


async def test_open_and_upcoming_quizzes_are_guarded_and_closed_ones_are_not() -> None:
    campus = QuizCampus()
    guarded = GuardedQuizzes(campus.storage, campus.bank)
    assert await guarded.live_and_upcoming(STUDENT, ROOM) == []
    quiz = await campus.draft()
    assert len(await guarded.live_and_upcoming(STUDENT, ROOM)) == len(QUESTIONS)
    await campus.quizzes.open(EDUCATOR, quiz.id)
    assert len(await guarded.live_and_upcoming(STUDENT, ROOM)) == len(QUESTIONS)
    await campus.quizzes.close(EDUCATOR, quiz.id)
    assert await guarded.live_and_upcoming(STUDENT, ROOM) == []


async def test_every_text_is_guarded_and_which_is_right_is_not_told() -> None:
    campus = QuizCampus()
    await campus.draft()
    single, multiple, decide, short = await GuardedQuizzes(campus.storage, campus.bank).live_and_upcoming(STUDENT, ROOM)
    assert single.texts == ("Which planet is the largest?", f"{SECRET}: it has most of the mass.")
    assert single.answers == ("Saturn", "Jupiter", "Mars")
    assert multiple.answers == ("Saturn", "Mars", "Uranus", "Venus")
    assert (decide.texts, decide.answers) == (("A day on Venus is longer than its year.",), ())
    assert short.answers == (f"{SECRET} Neptune", f"{SECRET} Neptun")


async def test_an_open_attempt_counts_in_every_class_and_for_its_student_alone() -> None:
    campus = QuizCampus()
    guarded = GuardedQuizzes(campus.storage, campus.bank)
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    assert all(one.attempt_open for one in await guarded.live_and_upcoming(STUDENT, "another room"))
    assert not any(one.attempt_open for one in await guarded.live_and_upcoming(person("ben"), ROOM))
    assert await guarded.live_and_upcoming(person("ben"), "another room") == []
    await campus.attempts.submit(STUDENT, quiz.id, {})
    assert not any(one.attempt_open for one in await guarded.live_and_upcoming(STUDENT, ROOM))


async def test_weak_spots_are_ones_own_and_of_closed_quizzes() -> None:
    campus = QuizCampus()
    results = OwnResults(campus.storage)
    quiz = await campus.opened(title="Planets")
    good = await campus.opened(title="Moons")
    await campus.taken(quiz, STUDENT, WRONG)
    await campus.taken(good, STUDENT, RIGHT)
    assert await results.weak_spots(STUDENT, ROOM) == []
    for one in (quiz, good):
        await campus.quizzes.close(EDUCATOR, one.id)
    assert [(one.topic, one.score) for one in await results.weak_spots(STUDENT, ROOM)] == [("Planets", 0.0)]
    assert await results.weak_spots(person("ben"), ROOM) == []


async def test_what_a_quiz_can_draw_is_guarded_too() -> None:
    campus = QuizCampus()
    drawn = msgspec.structs.replace(QUESTIONS[0], text="Which planet is the smallest?")
    await campus.bank.add(EDUCATOR, ROOM, [(drawn, ["planets"]), (QUESTIONS[1], ["rings"])])
    await campus.draft(questions=(Draw(at=0, tags=("planets",), count=1, points=1.0),))
    (guarded,) = await GuardedQuizzes(campus.storage, campus.bank).live_and_upcoming(STUDENT, ROOM)
    assert guarded.texts[0] == "Which planet is the smallest?"


async def test_what_was_approved_is_in_the_bank_once() -> None:
    campus = QuizCampus()
    approved = ApprovedQuestions(campus.storage, campus.clock)
    choice = BankQuestion(
        id="d.1",
        classroom_id=ROOM,
        author_id="ada",
        text="What makes sugar?",
        options=(("stones", False), ("plants", True)),
        accepted=(),
        explanation="It says so.",
        source="Plants, 3: Plants make sugar.",
    )
    short = msgspec.structs.replace(choice, id="d.2", options=(), accepted=("plants",))
    for question in (choice, choice, short):
        await approved.add(question)
    wish = BankFilter(classroom_id=ROOM)
    items = (await campus.bank.find(EDUCATOR, wish, after=None, limit=10)).items
    found = {item.id: item.question for item in items}
    assert set(found) == {"d.1", "d.2"}
    single, written = found["d.1"], found["d.2"]
    assert isinstance(single, Single)
    assert [(one.text, one.weight) for one in single.options] == [("stones", 0.0), ("plants", 1.0)]
    assert single.explanation == "It says so.\n\nPlants, 3: Plants make sugar."
    assert isinstance(written, ShortAnswer)
    assert [one.text for one in written.accepted] == ["plants"]


class Shelf:
    async def passages(self, principal: Principal, classroom_id: str, *, limit: int = 50) -> list[tuple[str, Passage]]:
        return [("Planets", one) for one in PASSAGES][:limit]


async def test_released_passages_are_ranked_and_pages_kept() -> None:
    material = ReleasedMaterial(Shelf())  # type: ignore[arg-type]
    first = (await material.search(STUDENT, ROOM, "volcanoes", 10))[0]
    assert (first.id, first.title, first.page) == ("p2", "Planets", 12)
    assert len(await material.search(STUDENT, ROOM, "cheese", 1)) == 1


def test_a_model_is_set_with_its_name() -> None:
    with pytest.raises(SettingsError, match="LLM_MODEL"):
        read_settings({"EDUVERSE_LLM_URL": "http://localhost:1/v1"})
    with pytest.raises(SettingsError, match="EDUVERSE_LLM_URL"):
        read_settings({"EDUVERSE_LLM_URL": "localhost"})
    assert Settings().llm_url is None
