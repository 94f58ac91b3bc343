"""The wiring of certificates."""

from datetime import timedelta
from functools import partial
from typing import NamedTuple

from litestar import Controller

from eduverse.app.notices import public_url
from eduverse.app.settings import Settings
from eduverse.auth.service import AuthService
from eduverse.classrooms.service import ClassroomService
from eduverse.credentials.anchoring import ANCHOR, RECALL, Anchoring
from eduverse.credentials.http import CONTROLLERS
from eduverse.credentials.issuer import Issuer, SigningKey
from eduverse.credentials.papers import Papers
from eduverse.credentials.ports import Anchors, Passed, Person, SecretHash
from eduverse.credentials.proofs import Proofs
from eduverse.credentials.service import FINISH, Around, CertificateService
from eduverse.credentials.vault import Vault
from eduverse.jobs.chores import Chore
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Handler
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Entropy
from eduverse.printing.typst import TypstPrinter
from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.model import HANDED_IN, Aspect
from eduverse.quizzes.records import QuizRecords
from eduverse.quizzes.schemas import shown_of

__all__ = ["Certificates", "Issuing", "build_certificates"]


class Issuing(NamedTuple):
    """What certificates need from elsewhere."""

    content: Content
    entropy: Entropy
    secrets: SecretHash
    signing: tuple[SigningKey, ...]
    auth: AuthService
    classrooms: ClassroomService
    attempts: AttemptService
    queue: Queue
    anchors: Anchors | None = None
    """Without them certificates are not anchored, and say so."""
    patience: timedelta = timedelta()
    """How long a certificate waits for others to be anchored with."""


class Certificates(NamedTuple):
    """The services of the slice, wired to each other."""

    service: CertificateService
    papers: Papers
    proofs: Proofs
    anchoring: Anchoring | None
    queue: Queue

    @property
    def controllers(self) -> list[type[Controller]]:
        return list(CONTROLLERS)

    @property
    def routed(self) -> dict[str, object]:
        """What the routes name as parameters."""
        return {"certificates": self.service, "papers": self.papers, "proofs": self.proofs}

    @property
    def chores(self) -> list[Chore]:
        chores = [Chore("finish certificates", partial(self.service.sweep, self.queue), every=5)]
        if self.anchoring:
            chores.append(Chore("anchor certificates", partial(self.anchoring.sweep, self.queue), every=5))
        return chores

    @property
    def handlers(self) -> dict[str, Handler]:
        handlers: dict[str, Handler] = {FINISH: self.service.finish}
        if self.anchoring:
            handlers |= {ANCHOR: self.anchoring.step, RECALL: self.anchoring.recall}
        return handlers


class QuizResults:
    """Certificates ask who has passed; attempts know, and whether their student may know it yet."""

    def __init__(self, attempts: AttemptService, quizzes: QuizRecords, classrooms: ClassroomService) -> None:
        self._attempts = attempts
        self._quizzes = quizzes
        self._classrooms = classrooms

    async def passed(self, quiz_id: str, user_id: str) -> Passed | None:
        grade = await self._attempts.grade_of(quiz_id, user_id)
        quiz = await self._quizzes.quiz(quiz_id)
        if quiz is None or not grade.passed or grade.score is None:
            return None
        now = self._attempts.now()
        done = [one for one in await self._attempts.sittings_of(quiz, user_id) if one.attempt.state in HANDED_IN]
        if not all(Aspect.MARKS in shown_of(one, now) for one in done):
            return None
        room = await self._classrooms.get(quiz.classroom_id)
        return Passed(quiz.id, quiz.title, room.id, room.title, grade.score)


class AccountHolders:
    """Certificates name people; accounts know their names and addresses.

    Where the campus sends mail, only an address that was confirmed is attested: anybody can register with another's.
    """

    def __init__(self, auth: AuthService, *, confirms: bool) -> None:
        self._auth = auth
        self._confirms = confirms

    async def person(self, user_id: str) -> Person | None:
        found = await self._auth.users([user_id])
        if not found:
            return None
        user = found[0]
        return Person(user.name, user.email if user.email_confirmed or not self._confirms else None)


def build_certificates(storage: Storage, clock: Clock, settings: Settings, needs: Issuing) -> Certificates:
    service = CertificateService(
        storage,
        clock=clock,
        issuer=Issuer(needs.signing, public_url(settings), settings.campus_name),
        vault=Vault(needs.content, needs.secrets, needs.entropy),
        around=Around(
            results=QuizResults(needs.attempts, QuizRecords(storage), needs.classrooms),
            people=AccountHolders(needs.auth, confirms=settings.smtp_url is not None),
            classes=needs.classrooms,
            secrets=needs.secrets,
            has_chain=needs.anchors is not None,
        ),
    )
    return Certificates(
        service,
        Papers(service, TypstPrinter(), settings.campus_name, settings.language),
        Proofs(storage, anchors=needs.anchors, clock=clock),
        _anchoring(storage, clock, needs),
        needs.queue,
    )


def _anchoring(storage: Storage, clock: Clock, needs: Issuing) -> Anchoring | None:
    if needs.anchors is None:
        return None
    return Anchoring(storage, anchors=needs.anchors, entropy=needs.entropy, clock=clock, patience=needs.patience)
