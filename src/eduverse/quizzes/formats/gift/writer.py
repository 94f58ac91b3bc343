"""Writing GIFT. Every question is read back before it is let out: what GIFT cannot say is in the report."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from eduverse.quizzes.formats.checks import anonymous
from eduverse.quizzes.formats.gift.reader import read_gift
from eduverse.quizzes.formats.gift.scan import escape
from eduverse.quizzes.formats.markup import to_moodle
from eduverse.quizzes.formats.numbers import written_number
from eduverse.quizzes.formats.pairs import pairs_of
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.reduce import bare_essay, folded_case, plain_numbers, without_points
from eduverse.quizzes.formats.report import Draft, Entry, Exported, Skip, write_elements
from eduverse.quizzes.formats.shares import percent_of
from eduverse.quizzes.formats.texts import plain_of
from eduverse.quizzes.formats.wildcards import with_wildcards
from eduverse.quizzes.questions.kinds import (
    AcceptedText,
    Essay,
    Matching,
    Multiple,
    Numeric,
    Option,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)

__all__ = ["write_gift"]

_MISREAD = re.compile(r"\[|//|\$CATEGORY:")
"""What a text must not begin with when no format stands before it."""


def write_gift(entries: Sequence[Entry]) -> Exported:
    written, report = write_elements(entries, _written)
    category: str | None = None
    lines: list[str] = []
    for entry, text in written:
        if entry.category != category:
            category = entry.category
            lines.append(f"$CATEGORY: {category or ''}\n")
        lines.append(text)
    return Exported(data="\n".join(lines).encode(), report=report)


def _written(entry: Entry, draft: Draft) -> tuple[Entry, str]:
    question = _reduced(without_points(entry.question, draft), draft)
    text = "".join(_comments(entry)) + _block(question, entry.name)
    _demand_same(question, text)
    return entry, text


def _demand_same(question: Question, text: str) -> None:
    ids = (f"i{number}" for number in count())
    back = read_gift(text, lambda: next(ids))
    if back.report.notes or [anonymous(one.question) for one in back.questions] != [anonymous(question)]:
        raise Skip(Reason.NOT_EXPRESSIBLE)


def _reduced(question: Question, draft: Draft) -> Question:
    """The question as far as GIFT can say it; what gets lost is noted."""
    match question:
        case Single() | Multiple() | TrueFalse() | Matching():
            return question
        case ShortAnswer():
            return folded_case(question, draft)
        case Numeric(units=()):
            return plain_numbers(question, draft, ranges=True)
        case Essay():
            return bare_essay(question, draft)
        case _:
            raise Skip(Reason.NOT_EXPRESSIBLE)


def _comments(entry: Entry) -> Iterator[str]:
    marks = [f"[id:{_in_brackets(entry.id_number)}]"] if entry.id_number else []
    marks += [f"[tag:{_in_brackets(tag)}]" for tag in entry.tags]
    if marks:
        yield f"// {' '.join(marks)}\n"


def _in_brackets(text: str) -> str:
    """A backslash at the end would keep the bracket open; the space after it is not read."""
    return text.replace("]", "\\]") + (" " if text.endswith("\\") else "")


def _block(question: Question, name: str | None) -> str:
    write = _Writer(_format_for(question))
    title = f"::{escape(name)}::" if name else ""
    answers = [*write.answers(question), *write.explanation(question)]
    if isinstance(question, Essay | TrueFalse):
        body = "\n".join(answers)
    else:
        body = "\n" + "".join(f"{line}\n" for line in answers)
    return f"{title}{write.opening(question.text)} {{{body}}}\n"


def _format_for(question: Question) -> str:
    """No format is named where every text of the question is read back as it was without one."""
    plain = (plain_of(text) for text in _texts(question))
    return "" if all(one is not None and not _MISREAD.match(one) for one in plain) else "[markdown]"


def _texts(question: Question) -> Iterator[str]:
    yield question.text
    yield question.explanation or ""
    match question:
        case Single() | Multiple():
            yield from (option.text for option in question.options)
            yield from (option.feedback or "" for option in question.options)
        case ShortAnswer() | Numeric():
            yield from (one.feedback or "" for one in question.accepted)
        case TrueFalse():
            yield from (question.feedback_true or "", question.feedback_false or "")
        case Matching():
            yield from (pair.prompt for pair in question.pairs)
            yield from (choice.text for choice in question.choices)


class _Writer:
    """Writes the texts of one question, all in one format."""

    def __init__(self, text_format: str) -> None:
        self._format = text_format

    def opening(self, text: str) -> str:
        return self._format + self._raw(text)

    def explanation(self, question: Question) -> Iterator[str]:
        if question.explanation:
            yield f"####{self.text(question.explanation)}"

    def answers(self, question: Question) -> Iterator[str]:
        match question:
            case Single():
                yield from self._single(question)
            case Multiple():
                yield from (self._option(option) for option in question.options)
            case TrueFalse():
                yield self._true_false(question)
            case ShortAnswer():
                yield from (self._accepted(one) for one in with_wildcards(question).accepted)
            case Numeric():
                yield "#"
                for one in question.accepted:
                    yield f"={_weight(one.weight, 1.0)}{written_number(one)}{self._feedback(one.feedback)}"
            case Matching():
                for prompt, choice in pairs_of(question):
                    yield f"={self.text(prompt)} -> {self.text(choice)}"

    def text(self, text: str) -> str:
        """A text within the answers: the question's format holds for it, unless it seems to name one itself."""
        raw = self._raw(text) if text else ""
        return self._format + raw if raw.startswith("[") else raw

    def _raw(self, text: str) -> str:
        return escape(to_moodle(text) if self._format else plain_of(text) or "")

    def _feedback(self, feedback: str | None) -> str:
        return "" if feedback is None else f"#{self.text(feedback)}"

    def _single(self, question: Single) -> Iterator[str]:
        """The right ones with =; one at least needs a ~, or it would be a short answer."""
        all_right = all(option.weight == 1 for option in question.options)
        for place, option in enumerate(question.options):
            if option.weight == 1 and not (all_right and place):
                guard = "%100%" if self.text(option.text).startswith("%") else ""
                yield f"={guard}{self.text(option.text)}{self._feedback(option.feedback)}"
            else:
                yield self._option(option)

    def _option(self, option: Option) -> str:
        text = self.text(option.text)
        weight = _weight(option.weight, 0.0) or ("%0%" if text.startswith("%") else "")
        return f"~{weight}{text}{self._feedback(option.feedback)}"

    def _accepted(self, one: AcceptedText) -> str:
        text = escape(one.text)
        weight = _weight(one.weight, 1.0) or ("%100%" if text.startswith("%") else "")
        marker = "[plain]" if text.startswith("[") else ""
        return f"={weight}{marker}{text}{self._feedback(one.feedback)}"

    def _true_false(self, question: TrueFalse) -> str:
        right, wrong = question.feedback_true, question.feedback_false
        if not question.correct:
            right, wrong = wrong, right
        last = "" if right is None else self._feedback(right)
        first = self._feedback(wrong) if wrong is not None else "#" if last else ""
        return f"{'TRUE' if question.correct else 'FALSE'}{first}{last}"


def _weight(weight: float, usual: float) -> str:
    return "" if weight == usual else f"%{percent_of(weight)}%"
