"""What letters say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON
from tests.support.notices import HEAD, ROOM, notice

from eduverse.notifications.letters import letter
from eduverse.notifications.model import (
    About,
    AchievementTold,
    Language,
    QuizGradedTold,
    QuizOpenedTold,
    StudentsEnrolledTold,
    new_notification,
)
from eduverse.notifications.ports import Reader

READER = Reader(email="mira@school.example", name="Mira")
PLACE = {"classroom_id": ROOM, "classroom": "Planets"}
OPENED = QuizOpenedTold(quiz_id="q", title="Orbits", **PLACE)
GRADED = QuizGradedTold(quiz_id="q", title="Orbits", score=0.29, passed=False, tokens=0, **PLACE)
ENROLLED = StudentsEnrolledTold(people={"a": "Ann", "b": "Ben", "c": "Cy", "d": "Di"}, **PLACE)
EVERY: list[About] = [OPENED, GRADED, AchievementTold(rule="comeback"), ENROLLED, notice()]


def of(*about: About, language: Language = "en") -> tuple[str, str, str]:
    owed = [new_notification(str(place), "mira", one, "mail", NOON) for place, one in enumerate(about)]
    message = letter(READER, owed, language, HEAD)
    return message.subject, message.text, message.html


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("about", EVERY)
def test_every_kind_has_a_sentence_and_a_link_in_every_language(about: About, language: Language) -> None:
    _, text, html = of(about, language=language)
    assert "https://campus.example/" in text
    assert "{" not in text + html
    assert 'href="https://campus.example/' in html


def test_what_they_say() -> None:
    assert of(OPENED)[0] == "News from Hill School"
    assert of(OPENED, GRADED)[0] == "2 pieces of news from Hill School"
    assert "“Orbits” is graded: 29 %. Not passed this time." in of(GRADED)[1]
    assert "Ann, Ben, Cy and 1 more joined “Planets”." in of(ENROLLED)[1]
    assert f"https://campus.example/classrooms/{ROOM}/desk/quizzes" in of(OPENED)[1]


@given(st.text(max_size=100))
def test_whatever_a_teacher_writes_is_text(text: str) -> None:
    html = of(notice(f"<script>{text}</script><img src=x>"))[2]
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("<a ") == 1


def test_the_same_letter_has_the_same_key() -> None:
    one = new_notification("a", "mira", OPENED, "mail", NOON)
    two = new_notification("b", "mira", GRADED, "mail", NOON)
    assert letter(READER, [one, two], "en", HEAD).key == letter(READER, [two, one], "de", HEAD).key
    assert letter(READER, [one], "en", HEAD).key != letter(READER, [two], "en", HEAD).key
