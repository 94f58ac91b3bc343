"""Citations."""

from hypothesis import given
from hypothesis import strategies as st

from eduverse.tutor.model.citations import check_citations
from eduverse.tutor.model.scrub import scrub


def test_what_names_no_passage_is_taken_out() -> None:
    checked = check_citations("So it is [1]. And so [7], also [2, 9] and [0].", 2)
    assert checked.text == "So it is [1]. And so, also [2] and."
    assert (checked.cited, checked.removed) == ((1, 2), 3)


def test_each_number_gets_brackets_of_its_own_and_links_are_left_alone() -> None:
    checked = check_citations("Both [2,1,2] and [3](https://example.org).", 3)
    assert checked.text == "Both [2][1] and [3](https://example.org)."
    assert checked.cited == (2, 1)


@given(st.text(alphabet="ab [],;-0123456789\n", max_size=60), st.integers(0, 5))
def test_no_other_citation_is_left_and_checking_twice_is_checking_once(text: str, count: int) -> None:
    checked = check_citations(text, count)
    assert set(checked.cited) <= set(range(1, count + 1))
    again = check_citations(checked.text, count)
    assert set(again.cited) <= set(range(1, count + 1))


def test_nobody_is_named_to_a_model() -> None:
    said = scrub(
        "I am Mira Holm (mira@school.example, @mira, +49 170 1234567); MIRA asks what 3.14159 is.", "Mira Holm"
    )
    assert said == "I am […] […] ([…], […], […]); […] asks what 3.14159 is."
