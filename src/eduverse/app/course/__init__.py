"""The course that comes with the program: classes with their material and their questions, in the public domain.

Each class is two files beside this one: `<name>.md`, whose sections are its pages, and `<name>.json`, whose questions
are written as they are sent to the question bank, so that the same checks hold. A question's tags are the titles of
the sections that it is about.
"""

from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import json as msgjson

from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import Input
from eduverse.quizzes.questions import Question
from eduverse.quizzes.schemas.written import QuestionInput, to_question

__all__ = ["CourseClass", "CourseQuestion", "CourseQuiz", "Meets", "Page", "read_course"]

_FOLDER = Path(__file__).parent
_NAMES = ("solar-system", "numbers-at-work", "living-cells")


class CourseQuiz(Input, frozen=True, kw_only=True):
    title: str
    time_limit_seconds: int
    pass_score: float
    tokens_reward: int
    max_attempts: int = 1


class CourseQuestion(Input, frozen=True, kw_only=True):
    question: QuestionInput
    tags: list[str]
    use: Literal["past", "next", "bank"] = "bank"
    """Which quiz of its class asks it; all questions are in the bank."""
    difficulty: float = 0.0
    """In logits: somebody with the same ability knows it every other time."""
    given: list[str] = []
    """What those type who do not know it; for an essay, what they write, one text for each student."""

    def to_question(self, ids: Ids) -> Question:
        return to_question(self.question, question_id="new", ids=ids)


class Meets(Input, frozen=True, kw_only=True):
    """When the class has its lesson, week by week."""

    weekday: int
    """0 is Monday."""
    hour: int
    """In UTC."""


class _Written(Input, frozen=True, kw_only=True):
    title: str
    description: str
    subject: str
    capacity: int
    meets: Meets
    homework: str
    """What has marks in the gradebook beside the quiz."""
    past: CourseQuiz
    """The one that everybody has taken."""
    next: CourseQuiz | None = None
    """The one that is still to come."""
    questions: list[CourseQuestion]


class Page(NamedTuple):
    """A section of the material."""

    title: str
    text: str


class CourseClass(NamedTuple):
    name: str
    about: _Written
    material: str
    """Markdown."""

    @property
    def file_name(self) -> str:
        return f"{self.name}.md"

    def pages(self) -> list[Page]:
        """The sections, in order, without what introduces them."""
        _, *sections = self.material.split("\n## ")
        return [Page(title.strip(), text.strip()) for title, _, text in (one.partition("\n") for one in sections)]

    def asked(self, use: Literal["past", "next"]) -> list[CourseQuestion]:
        """The questions of one of the quizzes, in order."""
        return [one for one in self.about.questions if one.use == use]


def read_course() -> list[CourseClass]:
    """The classes, the first one first. Raises `msgspec.ValidationError` where a file is not as it should be."""
    return [_read(name) for name in _NAMES]


def _read(name: str) -> CourseClass:
    about = msgjson.decode((_FOLDER / f"{name}.json").read_bytes(), type=_Written)
    return CourseClass(name, about, (_FOLDER / f"{name}.md").read_text(encoding="utf-8"))
