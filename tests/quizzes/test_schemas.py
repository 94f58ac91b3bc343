"""What the quiz routes take, and that nothing they give to a student tells the answers."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.clock import NOON
from tests.support.entropy import fake_ids
from tests.support.questions import questions
from tests.support.quizzes import QUESTIONS, SECRET, WRONG, new_attempt, new_quiz, paper_of

from eduverse.kernel.structs import Struct
from eduverse.quizzes.attempts import Sitting
from eduverse.quizzes.errors import InvalidQuestion
from eduverse.quizzes.model import (
    Attempt,
    Draw,
    Quiz,
    QuizEvent,
    Rewarding,
    advance,
    drained,
    lay_out,
    save_answer,
    submit,
)
from eduverse.quizzes.questions import Matching, Multiple, Question, ShortAnswer, Single, TrueFalse, key_of
from eduverse.quizzes.schemas import (
    AnswerSaved,
    AttemptResult,
    AttemptView,
    CreateQuiz,
    QuizList,
    QuizResults,
    QuizView,
    ResultRow,
    SaveAnswer,
    SubmitQuiz,
    UpdateQuiz,
    to_value,
    values_of,
)
from eduverse.quizzes.schemas.shown import question_view
from eduverse.quizzes.service import BankPick, live_quiz
from eduverse.vocabulary.messages import UserProgress

OPEN = advance(new_quiz(), QuizEvent.OPEN, NOON)
CLOSING = advance(OPEN, QuizEvent.CLOSE, NOON)
CLOSED = drained(CLOSING)
STARTED = new_attempt(OPEN)
PAPER = paper_of(OPEN)
HANDED_IN = submit(
    STARTED, OPEN, paper_of(OPEN), last_answers=WRONG, by="student", rewarding=Rewarding(False), now=NOON
)


def sitting(quiz: Quiz, attempt: Attempt) -> Sitting:
    return Sitting(quiz, attempt, PAPER)


def secrets_in(value: object, path: str = "$") -> list[str]:
    """Where an encoded value tells an answer: by a text that only a key has, or by a field made for one."""
    match value:
        case dict():
            named = [f"{path}.{key}" for key in value if key in ("correct", "accepted", "weight")]
            named += [f"{path}.{key}" for key in ("key", "explanation") if value.get(key) is not None]
            return named + [found for key, inner in value.items() for found in secrets_in(inner, f"{path}.{key}")]
        case list():
            return [found for place, inner in enumerate(value) for found in secrets_in(inner, f"{path}[{place}]")]
        case str() if SECRET in value:
            return [path]
        case _:
            return []


def encoded(view: Struct) -> dict[str, Any]:
    body: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(view))
    return body


# --- nothing tells the answers


def progress(attempt: Attempt) -> UserProgress:
    return UserProgress(
        quiz_id="quiz",
        user_id="mira",
        name="Mira",
        answered=4,
        question_count=4,
        state="submitted",
        score=attempt.score,
    )


@pytest.mark.parametrize(
    "view",
    [
        AttemptView.of(sitting(OPEN, STARTED), NOON),
        AttemptView.of(sitting(CLOSED, HANDED_IN), NOON),
        QuizView.of(OPEN, 1),
        QuizView.of(CLOSED, 1),
        QuizList(items=[QuizView.of(OPEN, 0)], next=None),
        AttemptResult.of(sitting(OPEN, HANDED_IN), NOON),
        AttemptResult.of(sitting(CLOSING, HANDED_IN), NOON),
        QuizResults(
            quiz=QuizView.of(OPEN, 1),
            mine=[AttemptResult.of(sitting(OPEN, HANDED_IN), NOON)],
            rows=[ResultRow.of(HANDED_IN)],
            next=None,
        ),
        ResultRow.of(HANDED_IN),
        live_quiz(OPEN),
        progress(HANDED_IN),
    ],
    ids=lambda view: type(view).__name__,
)
def test_no_key_leaves_while_a_quiz_can_be_taken(view: Struct) -> None:
    assert secrets_in(encoded(view)) == []


def test_the_search_for_secrets_finds_them() -> None:
    assert len(secrets_in(encoded(OPEN))) > 10


def test_the_key_is_shown_once_the_quiz_is_over() -> None:
    review = encoded(AttemptResult.of(sitting(CLOSED, HANDED_IN), NOON))["review"]
    shown = {one["question"]["id"]: one["key"] for one in review}
    assert shown == {
        one.id: list(key) if isinstance(key, tuple) else key for one in QUESTIONS if (key := key_of(one)) is not None
    }
    assert [one["explanation"] for one in review if one["question"]["id"] == "q1"] == [
        f"{SECRET}: it has most of the mass."
    ]


@pytest.mark.parametrize("quiz", [OPEN, CLOSING], ids=["open", "closing"])
def test_no_key_is_shown_while_somebody_can_still_answer(quiz: Quiz) -> None:
    assert all(one["key"] is None for one in encoded(AttemptResult.of(sitting(quiz, HANDED_IN), NOON))["review"])


# --- what goes out


def test_an_attempt_is_shown_in_its_own_order_with_what_is_saved() -> None:
    attempt = save_answer(STARTED, PAPER, "q2", ("u",), revision=0, now=NOON)
    view = encoded(AttemptView.of(sitting(OPEN, attempt), NOON))
    assert [one["id"] for one in view["questions"]] == [laid.question_id for laid in attempt.layout]
    options = {one["id"]: [option["id"] for option in one.get("options", [])] for one in view["questions"]}
    assert options == {laid.question_id: list(laid.option_ids) for laid in attempt.layout}
    assert view["answers"] == {"q2": {"value": ["u"], "revision": 1}}
    assert [view["startedAt"], view["deadline"], view["serverTime"]] == [
        *("2026-03-02T12:00:00Z", "2026-03-02T12:05:00Z", "2026-03-02T12:00:00Z")
    ]
    assert {one["type"] for one in view["questions"]} == {"single", "multiple", "trueFalse", "shortAnswer"}


def test_a_saved_answer_says_how_many_there_are() -> None:
    attempt = save_answer(STARTED, PAPER, "q3", False, revision=0, now=NOON)
    assert encoded(AnswerSaved.of(attempt, "q3")) == {
        "questionId": "q3",
        "revision": 1,
        "answered": 1,
        "savedAt": "2026-03-02T12:00:00Z",
    }


def test_a_result_tells_what_was_answered_and_earned() -> None:
    result = encoded(AttemptResult.of(sitting(OPEN, HANDED_IN), NOON))
    assert (result["score"], result["maxPoints"], result["tokensEarned"], result["submittedBy"]) == (0, 5, 0, "student")
    assert {one["question"]["id"]: one["value"] for one in result["review"]} == {**WRONG, "q2": ["m", "v"]}


# --- what comes in


def create(question: dict[str, Any], **fields: Any) -> CreateQuiz:
    body = {"classroomId": "room", "title": " Planets ", "questions": [question], **fields}
    return msgspec.json.decode(msgspec.json.encode(body), type=CreateQuiz)


def options(*correct: bool) -> list[dict[str, Any]]:
    return [{"text": f"option {place}", "correct": one} for place, one in enumerate(correct)]


def test_a_quiz_of_every_kind_of_question() -> None:
    bodies = [
        {"type": "single", "text": "?", "options": options(False, True)},
        {"type": "multiple", "text": "?", "points": 2.5, "options": options(True, True, False), "explanation": "So."},
        {"type": "trueFalse", "text": "?", "correct": False},
        {"type": "shortAnswer", "text": "?", "accepted": ["a", "b"], "caseSensitive": True},
    ]
    data = msgspec.json.decode(
        msgspec.json.encode({"classroomId": "room", "title": " Planets ", "questions": bodies}), type=CreateQuiz
    )
    new = data.to_quiz(fake_ids())
    assert (new.title, len(new.questions)) == ("Planets", 4)
    single, multiple, true_false, short = new.questions
    assert isinstance(single, Single)
    assert isinstance(multiple, Multiple)
    assert (multiple.points, multiple.explanation, len(multiple.options)) == (2.5, "So.", 3)
    assert isinstance(true_false, TrueFalse)
    assert not true_false.correct
    assert isinstance(short, ShortAnswer)
    assert ([one.text for one in short.accepted], short.case_sensitive) == (["a", "b"], True)


def test_option_ids_do_not_follow_the_authors_order() -> None:
    ids = fake_ids()
    orders = set()
    for _ in range(20):
        question = (
            create({"type": "single", "text": "?", "options": options(True, False, False)}).to_quiz(ids).questions[0]
        )
        assert isinstance(question, Single)
        found = [option.id for option in question.options]
        assert len(set(found)) == 3
        orders.add(tuple(sorted(range(3), key=found.__getitem__)))
    assert len(orders) > 3


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"type": "single", "text": "?", "options": options(False, False)}, "needs exactly one option"),
        ({"type": "single", "text": "?", "options": options(True, True)}, "needs exactly one option"),
        ({"type": "multiple", "text": "?", "options": options(False, False)}, "needs at least one option"),
    ],
)
def test_a_question_that_cannot_be_graded(question: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidQuestion, match=message) as caught:
        create(question).to_quiz(fake_ids())
    assert caught.value.extra["errors"][0]["field"] == "questions[0].options"


@pytest.mark.parametrize(
    "body",
    [
        {"questions": []},
        {"questions": [{"type": "single", "text": " ", "options": options(True, False)}]},
        {"questions": [{"type": "single", "text": "?", "options": options(True)}]},
        {"questions": [{"type": "single", "text": "?", "options": options(*[True] * 21)}]},
        {"questions": [{"type": "poem", "text": "?"}]},
        {"questions": [{"type": "trueFalse", "text": "?", "correct": True, "points": 0}]},
        {"questions": [{"type": "trueFalse", "text": "?", "correct": True, "points": 101}]},
        {"questions": [{"type": "trueFalse", "text": "?", "correct": True, "id": "mine"}]},
        {"questions": [{"type": "shortAnswer", "text": "?", "accepted": []}]},
        {"timeLimitSeconds": 9},
        {"timeLimitSeconds": 604_801},
        {"passScore": 1.01},
        {"passScore": -0.1},
        {"tokensReward": -1},
        {"tokensReward": 1.5},
        {"maxAttempts": 0},
        {"title": "  "},
        {"state": "open"},
        {"classroomId": "a b"},
    ],
)
def test_bounds_of_a_quiz(body: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        create({"type": "trueFalse", "text": "?", "correct": True}, **body)


@pytest.mark.parametrize("value", ["x" * 50_001, 1, 1.5, {"a": 1}, {"a": None}, {"a b": "c"}, ["a"] * 31, [["a"]], [1]])
def test_what_no_answer_can_be(value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode({"value": value}), type=SaveAnswer)


def test_answers_come_as_values() -> None:
    data = msgspec.json.decode(b'{"answers": {"q1": "a", "q2": ["b", "c"], "q3": true, "q4": null}}', type=SubmitQuiz)
    assert values_of(data) == {"q1": "a", "q2": ("b", "c"), "q3": True, "q4": None}
    assert to_value([]) == ()
    assert structs.asdict(SubmitQuiz()) == {"answers": {}}


# --- every kind of question, as it is written and as it is shown


@settings(deadline=None, max_examples=80)
@given(questions(), st.integers(0, 2**32 - 1))
def test_no_kind_of_question_shows_its_key(question: Question, seed: int) -> None:
    laid = lay_out(new_quiz(questions=(question,)), seed)[0]
    shown = msgspec.json.encode(question_view(question, laid))
    words = (b'"weight"', b'"accepted"', b'"feedback', b'"correct"', b'"choiceId"', b'"graderNotes"', b'"rubric"')
    assert not [word for word in words if word in shown]
    assert secrets_in(encoded(question_view(question, laid))) == []


def written(question: dict[str, Any]) -> Question:
    slot = create(question).to_quiz(fake_ids()).questions[0]
    assert not isinstance(slot, BankPick | Draw)
    return slot


def test_weights_of_their_own_replace_right_and_wrong() -> None:
    weighted = [{"text": "a", "weight": 0.75}, {"text": "b", "weight": 0.25, "feedback": "So?"}, {"text": "c"}]
    question = written({"type": "multiple", "text": "?", "options": weighted})
    assert isinstance(question, Multiple)
    assert [(one.weight, one.feedback) for one in question.options] == [(0.75, None), (0.25, "So?"), (0.0, None)]


def test_pairs_with_one_answer_share_its_choice() -> None:
    pairs = [{"prompt": "Io", "answer": "Jupiter"}, {"prompt": "Europa", "answer": "Jupiter"}]
    question = written({"type": "matching", "text": "?", "pairs": pairs, "distractors": ["Mars", "Jupiter"]})
    assert isinstance(question, Matching)
    assert [choice.text for choice in question.choices] == ["Jupiter", "Mars"]
    assert len({pair.choice_id for pair in question.pairs}) == 1


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"type": "cloze", "text": "?", "gaps": [{"type": "text", "id": "a", "accepted": ["x"]}]}, "gaps[0]"),
        ({"type": "numeric", "text": "?", "accepted": [{"value": 1, "weight": 0.5}]}, "accepted"),
        ({"type": "numeric", "text": "?", "accepted": [{"value": 1}], "units": [{"name": "1"}]}, "units[0].name"),
        ({"type": "essay", "text": "?", "minWords": 9, "maxWords": 8}, "maxWords"),
        ({"type": "matching", "text": "?", "pairs": [{"prompt": "a", "answer": "b"}]}, "choices"),
        ({"type": "multiple", "text": "?", "options": [{"text": "a", "weight": 0.5}, {"text": "b"}]}, "options"),
    ],
)
def test_what_keeps_other_kinds_from_being_graded_is_named(question: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidQuestion) as caught:
        create(question).to_quiz(fake_ids())
    assert caught.value.extra["errors"][0]["field"] == f"questions[0].{field}"


@pytest.mark.parametrize("body", [b'{"title": null}', b'{"passScore": 2}', b'{"questions": []}', b'{"state": "open"}'])
def test_bounds_of_a_change(body: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=UpdateQuiz)


def test_a_change_names_what_it_changes() -> None:
    data = msgspec.json.decode(b'{"title": " Moons ", "closesAt": null, "timeLimitSeconds": 60}', type=UpdateQuiz)
    assert data.to_changes(fake_ids()) == {"title": "Moons", "closes_at": None, "time_limit_seconds": 60}
