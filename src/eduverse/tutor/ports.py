"""What the tutor needs from elsewhere."""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from eduverse.kernel.structs import Struct
from eduverse.tutor.model.guard import GuardedQuestion
from eduverse.tutor.model.moderation import Concern
from eduverse.tutor.model.passages import Passage
from eduverse.tutor.model.prompt import Message
from eduverse.vocabulary.principal import Principal, Standing

__all__ = [
    "BankQuestion",
    "Classes",
    "Delta",
    "GuardedQuestion",
    "LanguageModel",
    "LiveQuestions",
    "Message",
    "ModelUnavailable",
    "Moderator",
    "Passage",
    "Passages",
    "QuestionBank",
    "Results",
    "Usage",
    "WeakSpot",
]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...


class Passages(Protocol):
    async def search(self, principal: Principal, classroom_id: str, text: str, limit: int) -> Sequence[Passage]:
        """Passages of material of the class that this person may read now and that may say something about `text`.

        What they may not read is left out before anything is ranked: neither a passage nor a score tells of it.
        """
        ...


class LiveQuestions(Protocol):
    async def live_and_upcoming(self, principal: Principal, classroom_id: str) -> Sequence[GuardedQuestion]:
        """Every question of the class's open quizzes and of those still to come, and of the attempts that this person
        has open in any class."""
        ...


class Delta(Struct, frozen=True, kw_only=True):
    text: str


class Usage(Struct, frozen=True, kw_only=True):
    """Tokens that one call took."""

    prompt: int
    completion: int

    @property
    def total(self) -> int:
        return self.prompt + self.completion


class ModelUnavailable(Exception):
    """The language model gave no (whole) answer. `passing` when it is worth asking again in a moment."""

    def __init__(self, reason: str, *, passing: bool = True) -> None:
        self.passing = passing
        super().__init__(reason)


class LanguageModel(Protocol):
    @property
    def name(self) -> str:
        """What readers are told has answered."""
        ...

    def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncGenerator[Delta | Usage, None]:
        """The answer in parts as it comes, then what it took. An answer without an end raises `ModelUnavailable`.

        Closing the generator early closes the connection. A model that reports no usage sends none.
        """
        ...

    async def problem(self) -> str | None:
        """Why it cannot be used now, for an operator; None when it answers. Asked often: repeats what it knows."""
        ...


class Moderator(Protocol):
    async def concern(self, text: str) -> Concern | None:
        """What a provider finds in a text that the tutor's rules let pass; raises `ModelUnavailable`."""
        ...


class WeakSpot(Struct, frozen=True, kw_only=True):
    """Something of which somebody's own results say that they have not got it yet."""

    topic: str
    score: float
    """0..1"""


class Results(Protocol):
    async def weak_spots(self, principal: Principal, classroom_id: str) -> Sequence[WeakSpot]:
        """Weakest first; only from what this person may see of their own results."""
        ...


class BankQuestion(Struct, frozen=True, kw_only=True):
    """A question that a person has approved."""

    id: str
    """Given twice, it is the same question."""
    classroom_id: str
    author_id: str
    """Who approved it."""
    text: str
    options: tuple[tuple[str, bool], ...]
    """(text, right) of a single choice; empty for a short answer."""
    accepted: tuple[str, ...]
    """Of a short answer."""
    explanation: str
    source: str
    """Where in the material it comes from, for people."""


class QuestionBank(Protocol):
    async def add(self, question: BankQuestion) -> None:
        """Puts it into the class's bank; adding the same id again changes nothing."""
        ...
