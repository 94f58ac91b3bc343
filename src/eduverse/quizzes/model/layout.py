"""Which questions an attempt asks and in which order: decided once by its seed, and stored with it."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import TypeVar

from eduverse.kernel.structs import Struct
from eduverse.quizzes.errors import TooFewQuestions
from eduverse.quizzes.model.bank import BankRef
from eduverse.quizzes.model.quiz import Draw, Quiz
from eduverse.quizzes.questions import (
    Choice,
    Cloze,
    GapChoice,
    Item,
    Matching,
    Multiple,
    Option,
    Ordering,
    Question,
    Single,
)

__all__ = ["Drawn", "LaidOut", "demand_enough", "draw", "lay_out"]

X = TypeVar("X")


class Drawn(Struct, frozen=True, kw_only=True):
    """A question of the bank that this attempt has drawn."""

    source: BankRef
    points: float


class LaidOut(Struct, frozen=True, kw_only=True):
    """One question as this attempt shows it: its place is its index, its options are in this order."""

    question_id: str
    option_ids: tuple[str, ...] = ()
    """Or choices, or items."""
    gap_option_ids: dict[str, tuple[str, ...]] = {}
    drawn: Drawn | None = None
    """None for the quiz's own questions."""


def demand_enough(quiz: Quiz) -> None:
    """Raises `TooFewQuestions` when the pools do not hold what the draws want."""
    draw(quiz, 0)


def draw(quiz: Quiz, seed: int) -> list[list[Drawn]]:
    """What an attempt with this seed draws, for each of the quiz's draws; no question twice.

    Raises `TooFewQuestions` only where no choice at all would do, whatever the seed.
    """
    taken = {source.item_id for source in quiz.sources.values()}
    wishes = [
        _ordered({ref.item_id: ref for ref in one.pool if ref.item_id not in taken}, f"{seed}:draw:{place}")
        for place, one in enumerate(quiz.draws)
    ]
    table = _Table(wishes)
    for place, one in sorted(enumerate(quiz.draws), key=lambda pair: (len(pair[1].pool), pair[0])):
        for served in range(one.count):
            if not table.serve(place, set()):
                raise _too_few(one, place, served)
    return [
        [Drawn(source=ref, points=one.points) for ref in wish if table.holder.get(ref.item_id) == place]
        for place, (one, wish) in enumerate(zip(quiz.draws, wishes, strict=True))
    ]


class _Table:
    """Who has which question: a matching that grows by augmenting paths (Kuhn), so that none fails that could be."""

    def __init__(self, wishes: list[list[BankRef]]) -> None:
        self._wishes = wishes
        """For each draw what it may take, in the order in which it likes to."""
        self.holder: dict[str, int] = {}

    def serve(self, place: int, asked: set[str]) -> bool:
        """Gives one more question to a draw: a free one, else one whose holder can be served with another."""
        wish = [ref.item_id for ref in self._wishes[place]]
        free = next((one for one in wish if one not in self.holder), None)
        if free is not None:
            self.holder[free] = place
            return True
        for one in wish:
            if one not in asked and self.holder[one] != place:
                asked.add(one)
                if self.serve(self.holder[one], asked):
                    self.holder[one] = place
                    return True
        return False


def _too_few(one: Draw, place: int, found: int) -> TooFewQuestions:
    named = f" with the tags {', '.join(one.tags)}" if one.tags else ""
    return TooFewQuestions(
        f"The bank has {found} questions left{named}, and {one.count} are to be drawn.", draw=place, found=found
    )


def lay_out(quiz: Quiz, seed: int, bank: dict[str, Question] | None = None) -> tuple[LaidOut, ...]:
    """The order of questions and options for one attempt; the same seed always gives the same.

    `bank`: item id -> the question that was drawn.
    """
    own = {question.id: (question, None) for question in quiz.questions}
    asked: dict[str, tuple[Question, Drawn | None]] = {}
    draws = list(zip(quiz.draws, draw(quiz, seed), strict=True))
    for index, question_id in enumerate([*own, None]):
        for each in (each for one, drawn in draws if one.at == index for each in drawn):
            asked[each.source.item_id] = ((bank or {})[each.source.item_id], each)
        if question_id is not None:
            asked[question_id] = own[question_id]
    order = _ordered(asked, seed if quiz.shuffle else None)
    return tuple(_lay_out_parts(question, drawn, seed, shuffle=quiz.shuffle_options) for question, drawn in order)


def _lay_out_parts(question: Question, drawn: Drawn | None, seed: int, *, shuffle: bool) -> LaidOut:
    """Items and choices are always shuffled: as the author wrote them, they would tell the answer."""
    chosen = seed if shuffle else None
    options: tuple[str, ...] = ()
    gaps: dict[str, tuple[str, ...]] = {}
    match question:
        case Single() | Multiple():
            options = _ids(question.options, chosen)
        case Matching():
            options = _ids(question.choices, seed)
        case Ordering():
            options = _ids(question.items, seed)
        case Cloze():
            gaps = {gap.id: _ids(gap.options, chosen) for gap in question.gaps if isinstance(gap, GapChoice)}
        case _:
            pass
    return LaidOut(question_id=question.id, option_ids=options, gap_option_ids=gaps, drawn=drawn)


def _ids(parts: Iterable[Option | Choice | Item], seed: int | None) -> tuple[str, ...]:
    return tuple(_ordered({part.id: part.id for part in parts}, seed))


def _ordered(things: dict[str, X], seed: int | str | None) -> list[X]:
    """The things in an order that depends on their ids and the seed alone; as they are without one."""
    if seed is None:
        return list(things.values())
    return [things[key] for key in sorted(things, key=lambda key: blake2b(f"{seed}:{key}".encode()).digest())]
