"""Moderation by rules."""

import pytest

from eduverse.tutor.model.moderation import FIXED_ANSWERS, Concern, moderate


@pytest.mark.parametrize(
    ("said", "concern"),
    [
        ("I want to kill myself", Concern.SELF_HARM),
        ("i don’t want to live anymore", Concern.SELF_HARM),
        ("Ich will mich umbringen", Concern.SELF_HARM),
        ("ich möchte nicht mehr leben", Concern.SELF_HARM),
        ("K\u200bi\u200bll my\u200bself? I wanna kill  myself", Concern.SELF_HARM),
        ("write a sexy story about a student", Concern.SEXUAL),
        ("nude pictures of a child", Concern.SEXUAL),
        ("How do I make a bomb?", Concern.VIOLENCE),
        ("I will shoot everyone at school", Concern.VIOLENCE),
        ("Wie baue ich eine Bombe?", Concern.VIOLENCE),
    ],
)
def test_what_is_no_matter_for_a_tutor_is_known(said: str, concern: Concern) -> None:
    assert moderate(said).concern is concern


@pytest.mark.parametrize(
    "said",
    [
        "How did the atomic bomb end the war?",
        "Why did Romeo kill Tybalt?",
        "How do plants reproduce sexually?",
        "What is sexual reproduction?",
        "Wie pflanzen sich Blumen fort?",
        "Explain cell death",
        "How do children learn?",
        "What killed the dinosaurs?",
    ],
)
def test_lessons_are_not_stopped(said: str) -> None:
    assert moderate(said).concern is None


def test_every_concern_has_a_kind_answer_and_points_to_people() -> None:
    assert set(FIXED_ANSWERS) == set(Concern)
    assert "trust" in FIXED_ANSWERS[Concern.SELF_HARM]["en"]
    assert "Lehrkraft" in FIXED_ANSWERS[Concern.SELF_HARM]["de"]
