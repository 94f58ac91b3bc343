"""Questions of every kind, made by hypothesis, as a file could hold them: texts without spaces at their edges,
weights that are simple fractions, choices in the order of their pairs."""

from itertools import count
from typing import Literal, TypeVar

from hypothesis import strategies as st
from msgspec.structs import replace

from eduverse.quizzes.formats.report import Entry, NewId
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    Cloze,
    Essay,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Item,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    OrderingStrategy,
    Pair,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)

__all__ = [
    "clozes",
    "counted_ids",
    "entries",
    "essays",
    "lines",
    "matchings",
    "multiples",
    "numerics",
    "orderings",
    "short_answers",
    "singles",
    "texts",
    "true_falses",
]


def counted_ids() -> NewId:
    numbers = (f"id{number}" for number in count())
    return lambda: next(numbers)


_MARKS = "~=#{}:%[]->*_$\\\\\\/`<&;.,'\"@+|()"
_CHARACTERS = st.one_of(
    st.sampled_from(_MARKS), st.sampled_from("ab1 \n"), st.characters(exclude_categories=("C", "Zl", "Zp"))
)
texts = st.text(_CHARACTERS, min_size=1, max_size=24).map(str.strip).filter(bool)
lines = texts.map(lambda text: " ".join(text.split())).filter(bool)
maybe = st.none() | texts
weights = st.sampled_from([1.0, 0.5, 1 / 3, 0.25, 0.2, 0.1, 0.05, 2 / 3, 0.75])
penalties = st.sampled_from([0.0, -1.0, -0.5, -1 / 3, -0.25])
numbers = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: value + 0.0)
_ids = st.just("")
Accepted = TypeVar("Accepted", AcceptedText, AcceptedNumber)


def _options(weight: st.SearchStrategy[float]) -> st.SearchStrategy[Option]:
    return st.builds(Option, id=_ids, text=texts, weight=weight, feedback=maybe)


def _numbered(options: list[Option]) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{n}", text=o.text, weight=o.weight, feedback=o.feedback) for n, o in enumerate(options))


@st.composite
def _single_options(draw: st.DrawFn) -> tuple[Option, ...]:
    best = draw(st.lists(_options(st.just(1.0)), min_size=1, max_size=2))
    others = draw(st.lists(_options(weights | penalties), min_size=1, max_size=4))
    return _numbered(draw(st.permutations(best + others)))


@st.composite
def _multiple_options(draw: st.DrawFn) -> tuple[Option, ...]:
    right = draw(st.integers(1, 4))
    best = draw(st.lists(_options(st.just(1 / right)), min_size=right, max_size=right))
    others = draw(st.lists(_options(penalties), min_size=1, max_size=4))
    return _numbered(draw(st.permutations(best + others)))


_common = {"id": st.just("q"), "text": texts, "points": st.just(1.0), "explanation": maybe}
singles = st.builds(Single, options=_single_options(), **_common)
multiples = st.builds(Multiple, options=_multiple_options(), **_common)
true_falses = st.builds(TrueFalse, correct=st.booleans(), feedback_true=maybe, feedback_false=maybe, **_common)


@st.composite
def _accepted(draw: st.DrawFn, one: st.SearchStrategy[Accepted]) -> tuple[Accepted, ...]:
    """The first of them earns everything."""
    best, *others = draw(st.lists(one, min_size=1, max_size=4))
    return replace(best, weight=1.0), *others


@st.composite
def short_answers(draw: st.DrawFn) -> ShortAnswer:
    accepted = draw(_accepted(st.builds(AcceptedText, text=texts, weight=weights, feedback=maybe)))
    wild = any("*" in one.text.replace("\\*", "") for one in accepted) and draw(st.booleans())
    return draw(st.builds(ShortAnswer, accepted=st.just(accepted), wildcards=st.just(wild), **_common))


_with_tolerance = st.builds(
    AcceptedNumber, value=numbers, tolerance=st.floats(0, 1e3).map(abs), weight=weights, feedback=maybe
)


@st.composite
def _ranges(draw: st.DrawFn) -> AcceptedNumber:
    low, high = sorted((draw(numbers), draw(numbers)))
    return AcceptedNumber(value=low, high=high, weight=draw(weights), feedback=draw(maybe))


def numerics(*, ranges: bool = True) -> st.SearchStrategy[Numeric]:
    one = _with_tolerance | _ranges() if ranges else _with_tolerance
    return st.builds(Numeric, accepted=_accepted(one), **_common)


essays = st.builds(Essay, **_common)


@st.composite
def matchings(draw: st.DrawFn) -> Matching:
    """Choices that are used, in the order in which they are, then those that belong nowhere."""
    choices = [
        Choice(id=f"c{n}", text=text)
        for n, text in enumerate(draw(st.lists(texts, min_size=2, max_size=5, unique=True)))
    ]
    used = draw(st.lists(st.sampled_from(choices[:-1]), min_size=1, max_size=5))
    pairs = tuple(Pair(id=f"p{n}", prompt=draw(texts), choice_id=choice.id) for n, choice in enumerate(used))
    return draw(st.builds(Matching, pairs=st.just(pairs), choices=st.just(tuple(choices)), **_common))


orderings = st.builds(
    Ordering,
    items=st.lists(texts, min_size=2, max_size=5).map(
        lambda found: tuple(Item(id=f"i{n}", text=text) for n, text in enumerate(found))
    ),
    strategy=st.sampled_from(OrderingStrategy),
    **_common,
)

_category = lines.filter(lambda text: not set(text) & set("/$")).filter(lambda text: text != "top")


def entries(questions: st.SearchStrategy[Question]) -> st.SearchStrategy[Entry]:
    return st.builds(
        Entry,
        question=questions,
        name=st.none() | texts,
        category=st.none() | st.lists(_category, min_size=1, max_size=3).map("/".join),
        tags=st.lists(lines, max_size=3, unique=True).map(tuple),
        id_number=st.none() | lines,
    )


_gap_options = st.builds(Option, id=_ids, text=texts, weight=st.just(1.0), feedback=maybe)
_gap_others = st.builds(Option, id=_ids, text=texts, weight=penalties | weights, feedback=maybe)
_gap_weights = st.sampled_from([1.0, 2.0, 3.0])


@st.composite
def _gaps(draw: st.DrawFn, number: int) -> Gap:
    gap_id, weight = f"g{number}", draw(_gap_weights)
    if number % 3 == 0:
        options = [draw(_gap_options), *draw(st.lists(_gap_others, min_size=1, max_size=3))]
        layout: Literal["menu", "row", "column"] = draw(st.sampled_from(["menu", "row", "column"]))
        return GapChoice(id=gap_id, weight=weight, options=_numbered(options), layout=layout)
    if number % 3 == 1:
        word = texts.filter(lambda text: text != "*" and "\\*" not in text)
        accepted = draw(_accepted(st.builds(AcceptedText, text=word, weight=weights, feedback=maybe)))
        return GapText(id=gap_id, weight=weight, accepted=accepted, case_sensitive=draw(st.booleans()))
    return GapNumber(id=gap_id, weight=weight, accepted=draw(_accepted(_with_tolerance)))


@st.composite
def clozes(draw: st.DrawFn) -> Cloze:
    """A text with one to three gaps of all kinds; the weights have no divisor in common that would be lost."""
    start = draw(st.integers(0, 2))
    gaps = [draw(_gaps(start + n)) for n in range(draw(st.integers(1, 3)))]
    word = texts.filter(lambda text: not set(text) & set("{}$\\"))
    text = " ".join(f"{draw(word)} {{{{{gap.id}}}}}" for gap in gaps)
    common = {name: value for name, value in _common.items() if name != "text"}
    return draw(st.builds(Cloze, text=st.just(text), gaps=st.just(tuple(gaps)), **common))
