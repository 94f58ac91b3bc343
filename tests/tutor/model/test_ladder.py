"""The hint ladder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.tutor.model.ladder import Ask, Rung, climb, is_again, is_problem


def test_a_problem_is_explained_one_rung_at_a_time() -> None:
    rungs = [climb(None, Ask.PROBLEM)]
    for _ in range(4):
        rungs.append(climb(rungs[-1], Ask.AGAIN))
    assert rungs == [Rung.NUDGE, Rung.HINT, Rung.STEP, Rung.FULL, Rung.FULL]


@given(st.one_of(st.none(), st.sampled_from(Rung)), st.sampled_from(Ask))
def test_every_step_is_in_the_table_and_none_skips_a_rung(rung: Rung | None, ask: Ask) -> None:
    after = climb(rung, ask)
    order = list(Rung)
    if after and ask is Ask.AGAIN and rung:
        assert order.index(after) - order.index(rung) in (0, 1)
    if ask is Ask.OTHER:
        assert after is None


@pytest.mark.parametrize(
    "asked",
    [
        "Solve 2x + 3 = 7",
        "Berechne die Fläche",
        "What is 12 * 7?",
        "My homework is about rocks",
        "Which? a) Mars b) Venus",
    ],
)
def test_homework_is_known(asked: str) -> None:
    assert is_problem(asked)


@pytest.mark.parametrize("asked", ["What is photosynthesis?", "Why is the sky blue?", "Was ist ein Planet?"])
def test_a_question_of_understanding_is_none(asked: str) -> None:
    assert not is_problem(asked)


@pytest.mark.parametrize(
    ("asked", "again"),
    [
        ("more help please", True),
        ("Show me the next step", True),
        ("Gib mir einen Hinweis", True),
        ("solve 2x + 3 = 7 please", True),
        ("What is a volcano?", False),
        ("solve 5y - 1 = 9", False),
        ("", False),
    ],
)
def test_asking_again_is_about_the_same(asked: str, *, again: bool) -> None:
    assert is_again(asked, "Solve 2x + 3 = 7") is again
