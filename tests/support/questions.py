"""Any question that can be graded, and any answer to it that passes, for properties that must hold for all."""

from hypothesis import strategies as st

from eduverse.quizzes.questions import (
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
    Tolerance,
    TrueFalse,
    Unit,
    Value,
)

__all__ = ["answers", "questions"]

_texts = st.text(st.sampled_from("aäßAéc 12*\\ 　\u0301ﬁ😀"), min_size=1, max_size=12).filter(lambda text: text.strip())
_weights = st.sampled_from([-1.0, -0.5, -1 / 3, 0.0, 0.25, 1 / 3, 0.5, 1.0])
_numbers = st.one_of(
    st.integers(-2000, 2000).map(float), st.floats(1e-9, 1e12), st.floats(-1e12, -1e-9), st.just(1234.0), st.just(1.234)
)
_UNITS = (Unit(name="m"), Unit(name="km", factor=1000), Unit(name="m/s²"), Unit(name="€", factor=0.5))


@st.composite
def _single_options(draw: st.DrawFn) -> tuple[Option, ...]:
    weights = [1.0, *draw(st.lists(_weights, min_size=1, max_size=5))]
    return _options(draw(st.permutations(weights)))


@st.composite
def _multiple_options(draw: st.DrawFn) -> tuple[Option, ...]:
    right = draw(st.integers(1, 7))
    wrong = draw(st.lists(_weights.filter(lambda weight: weight <= 0), max_size=5))
    return _options(draw(st.permutations([1 / right] * right + wrong)))


def _options(weights: list[float]) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{place}", text="?", weight=weight) for place, weight in enumerate(weights))


@st.composite
def _accepted_texts(draw: st.DrawFn) -> tuple[AcceptedText, ...]:
    weights = draw(st.permutations([1.0, *draw(st.lists(_weights, max_size=3))]))
    return tuple(AcceptedText(text=draw(_texts), weight=weight, feedback="said") for weight in weights)


@st.composite
def _accepted_numbers(draw: st.DrawFn) -> tuple[AcceptedNumber, ...]:
    def one(weight: float) -> AcceptedNumber:
        value = draw(_numbers)
        high = draw(st.one_of(st.none(), st.just(value + draw(st.floats(0, 100)))))
        kind = draw(st.sampled_from(Tolerance))
        return AcceptedNumber(value=value, high=high, tolerance=draw(st.floats(0, 2)), kind=kind, weight=weight)

    return tuple(one(weight) for weight in draw(st.permutations([1.0, *draw(st.lists(_weights, max_size=2))])))


@st.composite
def _gaps(draw: st.DrawFn) -> tuple[Gap, ...]:
    gaps: list[Gap] = []
    for place in range(draw(st.integers(1, 4))):
        one, weight = f"g{place}", draw(st.floats(0.1, 10))
        gaps.append(
            draw(
                st.one_of(
                    st.builds(GapChoice, id=st.just(one), weight=st.just(weight), options=_single_options()),
                    st.builds(GapText, id=st.just(one), weight=st.just(weight), accepted=_accepted_texts()),
                    st.builds(GapNumber, id=st.just(one), weight=st.just(weight), accepted=_accepted_numbers()),
                )
            )
        )
    return tuple(gaps)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """One of any kind, valid: `faults_of` finds nothing in it."""
    common = {"id": st.just("q"), "text": st.just("?"), "points": st.just(1.0)}
    drawn: Question = draw(
        st.one_of(
            st.builds(Single, options=_single_options(), **common),
            st.builds(Multiple, options=_multiple_options(), **common),
            st.builds(TrueFalse, correct=st.booleans(), **common),
            st.builds(
                ShortAnswer,
                accepted=_accepted_texts(),
                case_sensitive=st.booleans(),
                wildcards=st.booleans(),
                max_edits=st.integers(0, 3),
                **common,
            ),
            st.builds(
                Numeric,
                accepted=_accepted_numbers(),
                units=st.lists(st.sampled_from(_UNITS), unique=True).map(tuple),
                unit_penalty=st.floats(0, 1),
                **common,
            ),
            st.builds(Essay, **common),
            _matchings(),
            st.builds(
                Ordering,
                items=st.integers(2, 9).map(lambda count: tuple(Item(id=f"i{n}", text="?") for n in range(count))),
                strategy=st.sampled_from(OrderingStrategy),
                **common,
            ),
            _clozes(),
        )
    )
    return drawn


@st.composite
def _matchings(draw: st.DrawFn) -> Matching:
    choices = [f"c{number}" for number in range(draw(st.integers(2, 6)))]
    belongs = draw(st.lists(st.sampled_from(choices), min_size=1, max_size=6))
    return Matching(
        id="q",
        text="?",
        points=1.0,
        pairs=tuple(Pair(id=f"p{place}", prompt="?", choice_id=one) for place, one in enumerate(belongs)),
        choices=tuple(Choice(id=one, text="?") for one in choices),
    )


@st.composite
def _clozes(draw: st.DrawFn) -> Cloze:
    gaps = draw(_gaps())
    return Cloze(id="q", text=" ".join(f"{{{{{gap.id}}}}}" for gap in gaps), points=1.0, gaps=gaps)


def answers(question: Question) -> st.SearchStrategy[Value]:  # noqa: PLR0911 one for each kind
    """Anything that `check` lets pass."""
    typed = st.one_of(
        st.text(max_size=30),
        _texts,
        st.from_regex(r"[+-−]?\d{1,3}([ ,.']\d{1,3})*([eE]-?\d{1,3})?( ?(m|km|€|x))?", fullmatch=True),
    )
    match question:
        case Single():
            return st.sampled_from([option.id for option in question.options])
        case Multiple():
            return st.lists(st.sampled_from([option.id for option in question.options]), unique=True).map(tuple)
        case TrueFalse():
            return st.booleans()
        case Ordering():
            return st.permutations([item.id for item in question.items]).map(tuple)
        case Matching():
            choices = st.sampled_from(["", *(choice.id for choice in question.choices)])
            return st.dictionaries(st.sampled_from([pair.id for pair in question.pairs]), choices)
        case Cloze():
            return st.fixed_dictionaries({}, optional={gap.id: _fillings(gap, typed) for gap in question.gaps})
        case _:
            return typed


def _fillings(gap: Gap, typed: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(option.id for option in gap.options)]) if isinstance(gap, GapChoice) else typed
