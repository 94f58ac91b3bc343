"""Numbers as people type them, tolerances at their very edge, and units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.questions import AcceptedNumber, Numeric, Tolerance, Unit, feedback_for, grade, key_of
from eduverse.quizzes.questions.numbers import interval, readings

UNITS = (Unit(name="m"), Unit(name="km", factor=1000.0), Unit(name="m/s²"), Unit(name="€"), Unit(name="mW"))


def numeric(value: float, *, units: tuple[Unit, ...] = (), unit_penalty: float = 0.0, **accepted: object) -> Numeric:
    one = AcceptedNumber(value=value, **accepted)  # type: ignore[arg-type]
    return Numeric(id="q", text="?", points=1.0, accepted=(one,), units=units, unit_penalty=unit_penalty)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0", {0}),
        ("42", {42}),
        (" 42 ", {42}),
        ("+42", {42}),
        ("-42", {-42}),
        ("\u221242", {-42}),
        ("\u201342", {-42}),
        ("- 42", {-42}),
        ("1.5", {1.5}),
        ("1,5", {1.5}),
        (".5", {0.5}),
        (",5", {0.5}),
        ("5.", {5}),
        ("007", {7}),
        ("1,234", {1.234, 1234}),
        ("1.234", {1.234, 1234}),
        ("0,234", {0.234}),
        ("1234,567", {1234.567}),
        ("1,234.5", {1234.5}),
        ("1.234,5", {1234.5}),
        ("1,234,567", {1234567}),
        ("1.234.567", {1234567}),
        ("1.234.567,8", {1234567.8}),
        ("12,34,567", {1234567}),
        ("1 234 567,8", {1234567.8}),
        ("1\u2009234\u202f567.8", {1234567.8}),
        ("1\u00a0234", {1234}),
        ("1'234'567", {1234567}),
        ("1\u2019234", {1234}),
        ("1.2e3", {1200}),
        ("1,2E-3", {0.0012}),
        ("1.2 e3", {1200}),
        ("1,2\u00d710^3", {1200}),
        ("1,2 \u00d7 10^3", {1200}),
        ("1.2*10**3", {1200}),
        ("1.2 x 10^-3", {0.0012}),
        ("1.2\u00b710\u207b\u00b3", {0.0012}),
        ("1.2 \u00d7 10^(\u22123)", {0.0012}),
        ("10^6", {1e6}),
        ("10\u00b3", {1000}),
        ("-10^2", {-100}),
        ("3/4", {0.75}),
        ("-3 / 4", {-0.75}),
        ("1 3/4", {1.75}),
        ("\u00be", {0.75}),
        ("1\u00be", {1.75}),
        ("\uff11\uff12", {12}),
        ("\u0661\u0662\u066b\u0665", {12.5}),
        ("", set()),
        ("abc", set()),
        ("-", set()),
        (".", set()),
        ("1.2.3", set()),
        ("1,2,3", set()),
        ("1.2.345", set()),
        ("1,23,4", set()),
        ("1 2", set()),
        ("12 34", set()),
        ("1,234.567.8", set()),
        ("1.234,567,8", set()),
        ("5 m", set()),
        ("1e9999", set()),
        ("1/0", set()),
        ("nan", set()),
        ("inf", set()),
        ("0x10", set()),
        ("1_000", set()),
        ("9" * 500, set()),
    ],
)
def test_what_a_text_can_mean_as_a_number(text: str, numbers: set[float]) -> None:
    assert set(readings(text)) == numbers


@given(st.text(alphabet="0123456789.,' +-eE/^x×10\u2009−", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    assert len(readings(text)) <= 2


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_python_writes_is_read_as_it_is(number: float) -> None:
    assert number in readings(repr(number))


@pytest.mark.parametrize(
    ("kind", "tolerance", "value", "low", "high"),
    [
        (Tolerance.ABSOLUTE, 0.5, 3.0, 2.5, 3.5),
        (Tolerance.ABSOLUTE, 0.5, -3.0, -3.5, -2.5),
        (Tolerance.RELATIVE, 0.1, 20.0, 18.0, 22.0),
        (Tolerance.RELATIVE, 0.1, -20.0, -22.0, -18.0),
        (Tolerance.GEOMETRIC, 1.0, 10.0, 5.0, 20.0),
        (Tolerance.GEOMETRIC, 1.0, -10.0, -20.0, -5.0),
        (Tolerance.GEOMETRIC, 1.0, 0.0, 0.0, 0.0),
    ],
)
def test_how_far_a_number_may_be_off(kind: Tolerance, tolerance: float, value: float, low: float, high: float) -> None:
    assert interval(AcceptedNumber(value=value, tolerance=tolerance, kind=kind)) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("value", "tolerance", "typed", "fraction"),
    [
        (0.3, 0.1, "0.4", 1.0),
        (0.3, 0.1, "0.2", 1.0),
        (0.3, 0.1, "0.4000001", 0.0),
        (1.1, 2.2, "3.3", 1.0),
        (1e-20, 1e-21, "1.1e-20", 1.0),
        (1e-20, 1e-21, "1.2e-20", 0.0),
        (1234567890123.0, 0.0, "1234567890123", 1.0),
        (1234567890123.0, 0.0, "1234567890124", 0.0),
        (0.1, 0.0, "0,1", 1.0),
    ],
)
def test_the_edge_counts_and_nothing_beyond_it(value: float, tolerance: float, typed: str, fraction: float) -> None:
    assert grade(numeric(value, tolerance=tolerance), typed) == fraction


@pytest.mark.parametrize(
    ("typed", "fraction"), [("9.8", 1.0), ("9.9", 1.0), ("10", 1.0), ("9.79", 0.0), ("10.01", 0.0)]
)
def test_a_range(typed: str, fraction: float) -> None:
    assert grade(numeric(9.8, high=10.0), typed) == fraction
    assert grade(numeric(10.0, high=9.8), typed) == fraction


@given(st.integers(-1000, 1000), st.integers(1, 1000), st.sampled_from([Tolerance.ABSOLUTE, Tolerance.RELATIVE]))
def test_both_edges_of_any_decimal_tolerance_count(tenths: int, hundredths: int, kind: Tolerance) -> None:
    """Typed exactly, in decimals, as a student has them on paper."""
    value, tolerance = tenths / 10, hundredths / 100
    by = 10 * hundredths if kind is Tolerance.ABSOLUTE else abs(tenths) * hundredths
    question = numeric(value, tolerance=tolerance, kind=kind)
    for edge in (tenths * 100 - by, tenths * 100 + by):
        assert grade(question, f"{'-' if edge < 0 else ''}{abs(edge) // 1000}.{abs(edge) % 1000:03d}") == 1.0


@pytest.mark.parametrize(
    ("typed", "fraction"),
    [
        ("5300 m", 1.0),
        ("5300m", 1.0),
        ("5 300 m", 1.0),
        ("5,3 km", 1.0),
        ("5.3km.", 1.0),
        ("5300", 0.75),
        ("5300 cm", 0.75),
        ("5300 M", 0.75),
        ("5300 m/s^2", 1.0),
        ("5300 m / s\u00b2", 1.0),
        ("5300 MW", 0.75),
        ("\u20ac 5300", 1.0),
        ("\u20ac5300,00", 1.0),
        ("5.3 m", 0.0),
        ("m", 0.0),
        ("km 5.3 km", 0.0),
    ],
)
def test_units(typed: str, fraction: float) -> None:
    assert grade(numeric(5300.0, units=UNITS, unit_penalty=0.25), typed) == fraction


def test_what_a_unit_makes_infinite_is_no_answer() -> None:
    question = numeric(5.0, units=(Unit(name="m", factor=1e100),))
    assert grade(question, "1e300 m") == grade(question, "-1e300 m") == 0.0


def test_a_wrong_unit_can_make_it_wrong() -> None:
    assert grade(numeric(5.0, units=UNITS, unit_penalty=1.0), "5") == 0.0
    assert grade(numeric(5.0), "5 m") == 0.0


def test_the_key_names_the_unit() -> None:
    assert key_of(numeric(5300.0, units=UNITS)) == "5300 m"
    assert key_of(numeric(5300.0, units=(Unit(name="km", factor=1000.0),))) == "5.3 km"
    assert key_of(numeric(0.1)) == "0.1"


def test_the_best_accepted_number_counts_and_speaks() -> None:
    accepted = (
        AcceptedNumber(value=3.14, tolerance=0.01, weight=0.5, feedback="Closer!"),
        AcceptedNumber(value=3.14159, tolerance=0.00001, feedback="Yes."),
    )
    question = Numeric(id="q", text="?", points=1.0, accepted=accepted)
    assert [grade(question, one) for one in ("3.14", "3.14159", "3")] == [0.5, 1.0, 0.0]
    assert [feedback_for(question, one) for one in ("3,14", "3,14159", "3")] == [{"q": "Closer!"}, {"q": "Yes."}, {}]
