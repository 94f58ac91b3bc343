"""The wiring of quizzes: their bank, their attempts, and what the clock does for them."""

from typing import Any, NamedTuple

from litestar import Controller

from eduverse.jobs.chores import Chore
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Entropy, Ids
from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.bank import BankService
from eduverse.quizzes.bank_files import BankFiles
from eduverse.quizzes.files_http import BankFileController
from eduverse.quizzes.http import BankController, QuizController
from eduverse.quizzes.ports import Classes, SecretHash
from eduverse.quizzes.service import QuizService
from eduverse.quizzes.sockets import QuizSockets
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.sockets import SocketTable

__all__ = ["Quizzing", "build_quizzing"]


class Quizzing(NamedTuple):
    """The services of the slice, wired to each other."""

    quizzes: QuizService
    attempts: AttemptService
    bank: BankService
    bank_files: BankFiles

    @property
    def table(self) -> SocketTable:
        return QuizSockets(self.quizzes, self.attempts).table

    @property
    def controllers(self) -> list[type[Controller]]:
        return [QuizController, BankController, BankFileController]

    @property
    def routed(self) -> dict[str, Any]:
        return {
            "quizzes": self.quizzes,
            "attempts": self.attempts,
            "bank": self.bank,
            "bank_files": self.bank_files,
        }

    @property
    def chores(self) -> list[Chore]:
        return [
            Chore("submit overdue attempts", self.attempts.submit_overdue, every=1),
            Chore("open and close quizzes on time", self.quizzes.run_schedule, every=1),
            Chore("finish closing quizzes", self.quizzes.drain_closed, every=5),
            Chore("finish moving deadlines", self.quizzes.retime_changed, every=5),
            Chore("finish imports of questions", self.bank_files.settle_pending, every=5),
        ]


def build_quizzing(
    storage: Storage,
    *,
    clock: Clock,
    ids: Ids,
    entropy: Entropy,
    events: EventBus,
    classes: Classes,
    broadcaster: Broadcaster,
    secrets: SecretHash,
) -> Quizzing:
    bank = BankService(storage, clock=clock, ids=ids, classes=classes)
    attempts = AttemptService(
        storage,
        clock=clock,
        entropy=entropy,
        events=events,
        classes=classes,
        broadcaster=broadcaster,
        bank=bank,
        secrets=secrets,
    )
    quizzes = QuizService(
        storage,
        clock=clock,
        ids=ids,
        events=events,
        classes=classes,
        broadcaster=broadcaster,
        attempts=attempts,
        bank=bank,
        secrets=secrets,
    )
    bank_files = BankFiles(storage, clock=clock, ids=ids, classes=classes)
    return Quizzing(quizzes, attempts, bank, bank_files)
