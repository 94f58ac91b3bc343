"""A quiz with all nine kinds of question: written through the API, taken with keyboard and mouse, looked back at."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect
from tests.e2e.conftest import Visit
from tests.support.demo import Demo, sign_in

TITLE = "Nine ways to ask"
ORDER = ["Mercury", "Venus", "Earth", "Mars"]
QUESTIONS: list[dict[str, Any]] = [
    {"type": "single", "text": "Largest planet?", "options": [{"text": "Jupiter", "correct": True}, {"text": "Mars"}]},
    {
        "type": "multiple",
        "text": "Which have rings?",
        "options": [
            {"text": "Saturn", "correct": True},
            {"text": "Uranus", "correct": True},
            {"text": "Venus", "feedback": "Venus has none."},
        ],
    },
    {"type": "trueFalse", "text": "The Sun is a star.", "correct": True},
    {"type": "shortAnswer", "text": "Farthest planet?", "accepted": ["Neptune"]},
    {
        "type": "numeric",
        "text": r"How fast is light, $c = \frac{s}{t}$?",
        "accepted": [{"value": 3e8, "tolerance": 0.01, "kind": "relative"}],
        "units": [{"name": "m/s"}, {"name": "km/s", "factor": 1000}],
        "unitPenalty": 0.5,
    },
    {"type": "essay", "text": "Why do we have seasons?", "minWords": 3, "maxWords": 50},
    {
        "type": "matching",
        "text": "What goes around what?",
        "pairs": [{"prompt": "Moon", "answer": "Earth"}, {"prompt": "Titan", "answer": "Saturn"}],
        "distractors": ["Mercury"],
    },
    {"type": "ordering", "text": "From the Sun outwards", "items": ORDER},
    {
        "type": "cloze",
        "text": "A day on {{who}} takes {{h}} hours; it is {{how}}.",
        "gaps": [
            {"id": "who", "type": "text", "accepted": ["Jupiter"]},
            {"id": "h", "type": "number", "accepted": [{"value": 10, "tolerance": 0.5}]},
            {"id": "how", "type": "choice", "options": [{"text": "short", "correct": True}, {"text": "long"}]},
        ],
    },
]
EVERYTHING = ["answers", "correctness", "marks", "key", "feedback", "explanation"]


def open_quiz(demo: Demo) -> str:
    """Writes the quiz as its teacher and opens it; returns the classroom."""
    teacher, _ = sign_in(demo, demo.accounts[0])
    classes = teacher.get("/api/classrooms", params={"mine": "teaching"}).raise_for_status().json()["items"]
    classroom: str = next(one["id"] for one in classes if one["title"] == "A tour of the solar system")
    quiz = {
        "classroomId": classroom,
        "title": TITLE,
        "questions": QUESTIONS,
        "shuffle": False,
        "password": "aurora",
        "review": {"immediately": EVERYTHING, "later": EVERYTHING, "closed": EVERYTHING},
    }
    written = teacher.post("/api/quiz/create", json=quiz).raise_for_status().json()
    teacher.post(f"/api/quiz/{written['id']}/open").raise_for_status()
    return classroom


def chooses(*options: str) -> Callable[[Page], None]:
    def answer(page: Page) -> None:
        for option in options:
            page.get_by_label(option, exact=True).check()

    return answer


def types(text: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_role("textbox").fill(text)


def presses_a_digit(page: Page) -> None:
    page.keyboard.press("1")
    expect(page.get_by_label("True", exact=True)).to_be_checked()


def matches(page: Page) -> None:
    page.get_by_label("Moon").select_option("Earth")
    page.get_by_label("Titan").select_option("Mercury")


def orders(page: Page) -> None:
    """With the keys alone: each to the end, the first one first."""
    for name in ORDER:
        grip(page, name).focus()
        page.keyboard.press("End")
        expect(page.get_by_role("status").filter(has_text=f"{name}: now at place 4 of 4")).to_be_attached()
    for place, name in enumerate(ORDER, start=1):
        expect(grip(page, name)).to_have_accessible_name(f"{name}, place {place} of 4. The arrow keys move it.")


def grip(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=f"{name}, place")


def fills_gaps(page: Page) -> None:
    page.get_by_label("Gap 1").fill("Jupiter")
    page.get_by_label("Gap 2").fill("9,9")
    page.get_by_label("Gap 3").select_option("short")


ANSWERS: list[Callable[[Page], None]] = [
    chooses("Jupiter"),
    chooses("Saturn", "Venus"),
    presses_a_digit,
    types("neptune"),
    types("300.000 km/s"),
    types("Because its axis is tilted."),
    matches,
    orders,
    fills_gaps,
]


def test_nine_kinds_are_answered_and_looked_back_at(visit: Visit) -> None:
    mira = visit(1)
    classroom = open_quiz(mira.demo)
    page = mira.page
    mira.sign_in()
    page.goto(f"{mira.demo.url}/classrooms/{classroom}/desk/quizzes")
    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=TITLE))
    card.get_by_role("button", name="Start the quiz").click()
    page.get_by_role("textbox", name="Password").fill("aurora")
    page.get_by_role("dialog").get_by_role("button", name="Start the quiz").click()

    for number, answer in enumerate(ANSWERS, start=1):
        expect(page.get_by_text(f"Question {number} of 9")).to_be_visible()
        answer(page)
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()
        if number == 5:
            expect(page.locator("math mfrac")).to_be_visible()
        if number < len(ANSWERS):
            page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Hand in", exact=True).click()

    expect(page.get_by_text("Your teacher reads it")).to_be_visible()
    reviewed = page.locator("li").filter(has=page.get_by_role("heading", name="Question"))
    verdicts = ["Right", "Partly right"] + ["Right"] * 3 + ["Waits for your teacher", "Partly right", "Right", "Right"]
    verdicts[1] = "Not right"
    for place, verdict in enumerate(verdicts):
        expect(reviewed.nth(place).get_by_text(verdict, exact=True)).to_be_visible()
    expect(page.get_by_text("Venus has none.")).to_be_visible()
