"""What an attempt asks: random draws from the bank, and orders that tell nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from tests.quizzes.questions.test_arranging import MATCHING, S, ordering
from tests.quizzes.questions.test_gaps import CLOZE
from tests.support.quizzes import QUESTIONS, new_quiz

from eduverse.quizzes.errors import TooFewQuestions
from eduverse.quizzes.model import BankRef, Draw, demand_enough, draw, lay_out
from eduverse.quizzes.questions import Question, TrueFalse


def refs(*names: str) -> tuple[BankRef, ...]:
    return tuple(BankRef(item_id=name, revision=1) for name in names)


def a_draw(count: int, *names: str, at: int = 4) -> Draw:
    return Draw(at=at, tags=("t",), count=count, points=2.0, pool=refs(*names))


BANK: dict[str, Question] = {
    name: TrueFalse(id=name, text="?", points=1.0, correct=True) for name in "abcdefghijklmnopqrstuvwxyz"
}


@given(st.integers(0, 2**32 - 1))
def test_no_question_comes_twice(seed: int) -> None:
    """The pools overlap as much as they can, and one of the questions is in the quiz anyhow."""
    draws = (a_draw(2, *"abcde"), a_draw(1, *"ab"), a_draw(2, *"abcdefg"))
    quiz = new_quiz(draws=draws, sources={"q1": BankRef(item_id="c", revision=1)})
    drawn = [one.source.item_id for each in draw(quiz, seed) for one in each]
    assert [len(each) for each in draw(quiz, seed)] == [2, 1, 2]
    assert len(set(drawn) | {"c"}) == 6
    asked = [laid.question_id for laid in lay_out(quiz, seed, BANK)]
    assert sorted(asked) == sorted(["q1", "q2", "q3", "q4", *drawn])
    assert lay_out(quiz, seed, BANK) == lay_out(quiz, seed, BANK)


def test_what_is_drawn_depends_on_the_seed_and_not_on_the_order_of_the_pool() -> None:
    quiz = new_quiz(draws=(a_draw(3, *"abcdefgh"),))
    turned = new_quiz(draws=(a_draw(3, *"hgfedcba"),))
    assert draw(quiz, 1) == draw(turned, 1)
    assert len({tuple(one.source.item_id for one in draw(quiz, seed)[0]) for seed in range(200)}) > 100


def test_every_question_has_the_same_chance() -> None:
    quiz = new_quiz(draws=(a_draw(3, *"abcdef"),))
    seen = [one.source.item_id for seed in range(1200) for one in draw(quiz, seed)[0]]
    assert all(500 < seen.count(name) < 700 for name in "abcdef")


def test_drawn_questions_stand_where_the_author_put_them() -> None:
    draws = (a_draw(1, "a", at=0), a_draw(1, "b", at=2), a_draw(1, "c", at=4))
    layout = lay_out(new_quiz(draws=draws, shuffle=False), 7, BANK)
    assert [laid.question_id for laid in layout] == ["a", "q1", "q2", "b", "q3", "q4", "c"]
    assert [laid.drawn.points for laid in layout if laid.drawn] == [2.0] * 3


@pytest.mark.parametrize("draws", [(a_draw(3, *"ab"),), (a_draw(2, *"ab"), a_draw(1, *"ab")), (a_draw(1),)])
def test_a_bank_that_holds_too_few(draws: tuple[Draw, ...]) -> None:
    with pytest.raises(TooFewQuestions):
        demand_enough(new_quiz(draws=draws))


@given(
    st.integers(0, 2**32 - 1), st.lists(st.tuples(st.sets(st.sampled_from("abcdef")), st.integers(1, 3)), max_size=4)
)
def test_no_seed_fails_where_another_does_not(seed: int, wishes: list[tuple[set[str], int]]) -> None:
    """Hall's condition: any draws together want at most as many as their pools hold together."""
    quiz = new_quiz(draws=tuple(a_draw(count, *sorted(names)) for names, count in wishes))
    chosen = [[wish for place, wish in enumerate(wishes) if mask >> place & 1] for mask in range(1 << len(wishes))]
    possible = all(
        sum(count for _, count in some) <= len(set().union(*(names for names, _ in some))) for some in chosen
    )
    if possible:
        drawn = draw(quiz, seed)
        assert [len(each) for each in drawn] == [count for _, count in wishes]
        assert all(one.source.item_id in names for (names, _), each in zip(wishes, drawn, strict=True) for one in each)
        ids = [one.source.item_id for each in drawn for one in each]
        assert len(set(ids)) == len(ids)
    else:
        with pytest.raises(TooFewQuestions):
            draw(quiz, seed)


def test_what_would_tell_the_answer_is_shuffled_in_any_case() -> None:
    written = (MATCHING, ordering(S.LONGEST_RUN, 9), CLOZE)
    questions = tuple(structs.replace(one, id=f"q{place}") for place, one in enumerate(written))
    quiz = new_quiz(questions=questions, shuffle=False, shuffle_options=False)
    matching, order, cloze = lay_out(quiz, 1)
    assert sorted(matching.option_ids) == ["a", "b", "c"]
    assert sorted(order.option_ids) == list("abcdefghi") != list(order.option_ids)
    assert cloze.gap_option_ids == {"c": ("a", "b")}
    assert len({lay_out(quiz, seed)[1].option_ids for seed in range(20)}) == 20


def test_options_may_stay_while_questions_move() -> None:
    layout = {laid.question_id: laid.option_ids for laid in lay_out(new_quiz(shuffle_options=False), 7)}
    assert layout["q1"] == ("saturn", "jupiter", "mars")
    assert list(layout) != [question.id for question in QUESTIONS]
