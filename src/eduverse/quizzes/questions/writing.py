"""Texts that are typed: short ones, which are compared, and essays, which a person reads."""

from collections.abc import Iterator

from eduverse.quizzes.questions.kinds import AcceptedText, Essay, GapText, ShortAnswer
from eduverse.quizzes.questions.texts import comparable, matches_pattern, within_edits
from eduverse.quizzes.questions.weights import fraction

__all__ = [
    "best_text",
    "feedback_short",
    "grade_essay",
    "grade_short",
    "key_of_essay",
    "key_of_short",
]

_FILLER = "…"


def grade_short(question: ShortAnswer | GapText, value: str) -> float:
    best = best_text(question, value)
    return fraction([best.weight]) if best else 0.0


def best_text(question: ShortAnswer | GapText, value: str) -> AcceptedText | None:
    """The accepted text with the greatest weight that the answer matches."""
    matching = (one for one in question.accepted if _matches(question, one, value))
    return max(matching, key=lambda one: one.weight, default=None)


def key_of_short(question: ShortAnswer | GapText) -> str:
    """The best accepted text; stars stand for nothing where they can."""
    best = max(question.accepted, key=lambda one: one.weight)
    return next((text for text in _spellings(question, best) if grade_short(question, text) > 0), best.text)


def feedback_short(question: ShortAnswer, value: str) -> dict[str, str]:
    best = best_text(question, value)
    return {question.id: best.feedback} if best and best.feedback else {}


def grade_essay(_: Essay, __: str) -> None:
    """Only a person can."""


def key_of_essay(_: Essay) -> None:
    """No essay is the right one."""


def _matches(question: ShortAnswer | GapText, accepted: AcceptedText, value: str) -> bool:
    """Slips are overlooked in texts without stars, and never so many that any text would do."""
    case_sensitive = question.case_sensitive
    given = comparable(value, case_sensitive=case_sensitive)
    if not given:
        return False
    if isinstance(question, GapText):
        return given == comparable(accepted.text, case_sensitive=case_sensitive)
    if question.wildcards and "*" in accepted.text:
        return matches_pattern(given, accepted.text, case_sensitive=case_sensitive)
    wanted = comparable(accepted.text, case_sensitive=case_sensitive)
    return given == wanted or within_edits(given, wanted, min(question.max_edits, len(wanted) - 1))


def _spellings(question: ShortAnswer | GapText, accepted: AcceptedText) -> Iterator[str]:
    """What to write for an accepted text, the shortest first."""
    if not (isinstance(question, ShortAnswer) and question.wildcards):
        yield accepted.text
        return
    stars = "\0"
    text = accepted.text.replace("\\*", stars)
    yield text.replace("*", "").replace(stars, "*")
    yield text.replace("*", _FILLER).replace(stars, "*")
