"""Short answers and essays."""

import pytest

from eduverse.quizzes.questions import AcceptedText, Essay, ShortAnswer, feedback_for, grade, key_of


def short(*accepted: str, case_sensitive: bool = False, wildcards: bool = False, max_edits: int = 0) -> ShortAnswer:
    texts = tuple(AcceptedText(text=text) for text in accepted)
    return ShortAnswer(
        id="q",
        text="?",
        points=1.0,
        accepted=texts,
        case_sensitive=case_sensitive,
        wildcards=wildcards,
        max_edits=max_edits,
    )


@pytest.mark.parametrize(
    ("question", "answer", "fraction"),
    [
        (short("Neptune"), "neptune", 1.0),
        (short("Neptune"), "  NEPTUNE \t\n", 1.0),
        (short("le  Verrier"), "Le Verrier", 1.0),
        (short("Straße"), "STRASSE", 1.0),
        (short("é"), "e\u0301", 1.0),
        (short("ﬁne"), "fine", 1.0),
        (short("one", "1"), "1", 1.0),
        (short("Neptune"), "Neptun", 0.0),
        (short("résumé"), "resume", 0.0),
        (short("NaCl", case_sensitive=True), "NaCl", 1.0),
        (short("NaCl", case_sensitive=True), " NaCl ", 1.0),
        (short("NaCl", case_sensitive=True), "NACL", 0.0),
        (short("a*"), "abc", 0.0),
        (short("a*"), "a*", 1.0),
        (short("a*", wildcards=True), "abc", 1.0),
        (short("*", wildcards=True), " ", 0.0),
        (short("Neptune", max_edits=1), "Neptun", 1.0),
        (short("Neptune", max_edits=1), "Netpune", 1.0),
        (short("Neptune", max_edits=1), "Nepptunee", 0.0),
        (short("Neptune", max_edits=2), "Nepptunee", 1.0),
        (short("no", max_edits=3), "si", 0.0),
        (short("x", max_edits=3), "y", 0.0),
        (short("Nep*", wildcards=True, max_edits=2), "Nap", 0.0),
    ],
)
def test_a_text_is_compared_as_people_mean_it(question: ShortAnswer, answer: str, fraction: float) -> None:
    assert grade(question, answer) == fraction


def test_the_best_match_counts_and_speaks() -> None:
    accepted = (
        AcceptedText(text="*", weight=0.0, feedback="Think of the sea."),
        AcceptedText(text="Nep*", weight=0.5, feedback="Spelling!"),
        AcceptedText(text="Neptune", feedback="Yes."),
    )
    question = ShortAnswer(id="q", text="?", points=1.0, accepted=accepted, wildcards=True)
    said = {one: (grade(question, one), feedback_for(question, one)["q"]) for one in ("Neptune", "Neptn", "Mars")}
    assert said == {"Neptune": (1.0, "Yes."), "Neptn": (0.5, "Spelling!"), "Mars": (0.0, "Think of the sea.")}


@pytest.mark.parametrize(
    ("accepted", "key"),
    [("Neptune", "Neptune"), ("Nep*", "Nep"), ("a * b", "a … b"), ("*", "…"), ("5 \\* 3*", "5 * 3"), ("*a", "a")],
)
def test_a_key_without_stars(accepted: str, key: str) -> None:
    assert key_of(short(accepted, wildcards=True)) == key


def test_an_essay_waits_for_a_person_unless_it_is_empty() -> None:
    essay = Essay(id="q", text="?", points=1.0)
    assert grade(essay, "It was a dark and stormy night.") is None
    assert grade(essay, " \n") == 0.0
    assert key_of(essay) is None
    assert feedback_for(essay, "It was") == {}
