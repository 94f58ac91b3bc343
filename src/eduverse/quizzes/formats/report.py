"""What came of reading or writing a file: the questions, and a sentence for everything that did not go through.

Every element of a file ends in exactly one of two places: it is an `Entry`, or a `Finding` says why it is none.
`read_elements` is the one loop that all readers share, and the only place where that is decided.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from eduverse.kernel.structs import Struct
from eduverse.quizzes.formats.errors import TooManyQuestions
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.questions.kinds import Question

__all__ = [
    "Draft",
    "Entry",
    "Exported",
    "Finding",
    "Imported",
    "NewId",
    "Place",
    "Report",
    "Skip",
    "read_elements",
    "write_elements",
]

NewId = Callable[[], str]
"""A new random id: letters and digits."""

MAX_QUESTIONS = 1_000
_EXCERPT = 60

T = TypeVar("T")


class Entry(Struct, frozen=True, kw_only=True):
    """A question with what a file says about it."""

    question: Question
    name: str | None = None
    category: str | None = None
    """A path, its parts separated by slashes."""
    tags: tuple[str, ...] = ()
    id_number: str | None = None
    """The id that the question has in another system."""


class Place(NamedTuple):
    """Where in the file: a line, from 1, or the path of an XML element."""

    line: int | None = None
    path: str | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """Something that a file says and that is not, or not wholly, carried over."""

    name: str
    """The question's name, or how its text begins."""
    code: str
    """Stable; for a translation of `reason`."""
    reason: str
    """A sentence for the teacher."""
    what: str = ""
    """What of the file is meant, as it stands there."""
    line: int | None = None
    path: str | None = None


class Report(Struct, frozen=True, kw_only=True):
    """`elements` is what the file holds; as many became questions as are not in `skipped`."""

    elements: int
    skipped: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    """What was lost of questions that did go through."""


class Imported(Struct, frozen=True, kw_only=True):
    questions: tuple[Entry, ...]
    report: Report


class Exported(Struct, frozen=True, kw_only=True):
    data: bytes
    report: Report


class Skip(Exception):
    """This element becomes no question."""

    def __init__(self, reason: Reason, what: str = "") -> None:
        self.reason = reason
        self.what = what
        super().__init__(reason.value)


class Draft:
    """What is found out while one element is read or written."""

    def __init__(self, place: Place, name: str = "") -> None:
        self.place = place
        self.name = name
        self._notes: dict[tuple[Reason, str], None] = {}

    def note(self, reason: Reason, what: str = "") -> None:
        self._notes[reason, what] = None

    @property
    def notes(self) -> list[Finding]:
        """Each once."""
        return [self.finding(reason, what) for reason, what in self._notes]

    def finding(self, reason: Reason, what: str = "") -> Finding:
        return Finding(
            name=excerpt(self.name),
            code=reason.code,
            reason=reason.sentence(excerpt(what)),
            what=excerpt(what),
            line=self.place.line,
            path=self.place.path,
        )


def read_elements(elements: Iterable[tuple[Place, T]], read: Callable[[T, Draft], Entry]) -> Imported:
    """Reads each element by itself: what `read` refuses with `Skip` is in the report and hinders no other."""
    entries: list[Entry] = []
    skipped: list[Finding] = []
    notes: list[Finding] = []
    for place, element in elements:
        if len(entries) + len(skipped) == MAX_QUESTIONS:
            raise TooManyQuestions(line=place.line)
        draft = Draft(place)
        try:
            entry = read(element, draft)
            draft.name = entry.name or entry.question.text
            entries.append(entry)
            notes += draft.notes
        except Skip as skip:
            skipped.append(draft.finding(skip.reason, skip.what))
    report = Report(elements=len(entries) + len(skipped), skipped=tuple(skipped), notes=tuple(notes))
    return Imported(questions=tuple(entries), report=report)


def write_elements(entries: Sequence[Entry], write: Callable[[Entry, Draft], T]) -> tuple[list[T], Report]:
    """Writes each question by itself: one that the format cannot say is in the report."""
    written: list[T] = []
    skipped: list[Finding] = []
    notes: list[Finding] = []
    for entry in entries:
        draft = Draft(Place(), entry.name or entry.question.text)
        try:
            written.append(write(entry, draft))
            notes += draft.notes
        except Skip as skip:
            skipped.append(draft.finding(skip.reason, skip.what))
    return written, Report(elements=len(entries), skipped=tuple(skipped), notes=tuple(notes))


def excerpt(text: str) -> str:
    """One line, cut where it is long."""
    line = " ".join(text[: 4 * _EXCERPT].split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"
