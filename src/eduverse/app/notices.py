"""The wiring of what people are told and shown about what happened: mail, notifications, achievements, reports."""

from collections.abc import Callable
from typing import Any, NamedTuple

from litestar import Controller

from eduverse.achievements.http import AchievementController
from eduverse.achievements.service import AchievementService
from eduverse.analytics.http import AnalyticsController
from eduverse.analytics.leaderboard import LeaderboardService
from eduverse.analytics.service import DashboardService
from eduverse.app.adapters import (
    AccountReaders,
    ClassCards,
    LearningFacts,
    LearningRecords,
    ReportedPeople,
)
from eduverse.app.settings import Settings
from eduverse.attendance.records import PresenceRecords
from eduverse.auth.letters import Letterhead as AccountLetterhead
from eduverse.auth.ports import PasswordHasher
from eduverse.auth.recovery import RecoveryService
from eduverse.auth.service import AuthService
from eduverse.auth.tokens import KeyRing
from eduverse.classrooms.records import ClassRecords
from eduverse.classrooms.service import ClassroomService
from eduverse.flows.lesson_attended import LessonAttended
from eduverse.flows.people_told import PeopleTold
from eduverse.flows.quiz_announced import QuizAnnounced
from eduverse.flows.quiz_graded import QuizGraded
from eduverse.jobs.bookmarks import Bookmarks
from eduverse.jobs.chores import Chore
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Ids
from eduverse.mail.console import ConsoleMail
from eduverse.mail.smtp import SmtpMail, SmtpServer
from eduverse.notifications.http import NotificationController
from eduverse.notifications.letters import Letterhead
from eduverse.notifications.postman import Postman
from eduverse.notifications.service import NotificationService
from eduverse.quizzes.records import QuizRecords
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import AttemptMarked, QuizOpened, QuizSubmitted, RoomExited
from eduverse.vocabulary.mail import Mail

__all__ = ["Around", "Flows", "Notices", "build_notices", "public_url"]

Show = Callable[[str], None]
"""Puts a letter before whoever runs a demo."""


class Around(NamedTuple):
    """What these parts need of the rest."""

    storage: Storage
    clock: Clock
    ids: Ids
    keys: KeyRing
    passwords: PasswordHasher
    events: EventBus
    broadcaster: Broadcaster
    auth: AuthService
    classrooms: ClassroomService


class Flows(NamedTuple):
    announced: QuizAnnounced
    graded: QuizGraded
    attended: LessonAttended
    told: PeopleTold


class Notices(NamedTuple):
    """The services, wired to each other."""

    mail: Mail
    recovery: RecoveryService | None
    """None where no letter would reach anybody."""
    notifications: NotificationService
    postman: Postman
    achievements: AchievementService
    dashboard: DashboardService
    leaderboard: LeaderboardService
    flows: Flows

    @property
    def controllers(self) -> list[type[Controller]]:
        return [NotificationController, AchievementController, AnalyticsController]

    @property
    def routed(self) -> dict[str, Any]:
        return {
            "recovery": self.recovery,
            "notifications": self.notifications,
            "achievements": self.achievements,
            "dashboard": self.dashboard,
            "leaderboard": self.leaderboard,
        }

    def listen(self, events: EventBus) -> None:
        events.on(QuizOpened, self.flows.announced.on_opened)
        events.on(QuizSubmitted, self.flows.graded.on_submitted)
        events.on(AttemptMarked, self.flows.graded.on_marked)
        events.on(RoomExited, self.flows.attended.on_exited)
        self.flows.told.listen(events)

    @property
    def chores(self) -> list[Chore]:
        chores = [
            Chore("announce open quizzes", self.flows.announced.catch_up, every=60),
            Chore("tell of graded quizzes", self.flows.graded.catch_up, every=60),
            Chore("reward attendance", self.flows.attended.catch_up, every=60),
            Chore("mail notifications", self.postman.mail_due, every=15),
            Chore("forget old notifications", self.notifications.prune, every=3600),
        ]
        if self.recovery:
            chores.append(Chore("send account letters", self.recovery.send_letters, every=2))
        return chores

    async def problems(self) -> dict[str, str]:
        problem = await self.mail.problem()
        return {"mail": problem} if problem else {}


def build_notices(around: Around, settings: Settings, show: Show | None) -> Notices:
    """`show` is given in a demo, whose letters are printed."""
    storage, clock = around.storage, around.clock
    classes, quizzes, presence = ClassRecords(storage), QuizRecords(storage), PresenceRecords(storage)
    mail = _mail(settings, clock, show)
    bookmarks = Bookmarks(storage, clock)
    notifications = NotificationService(
        storage, clock=clock, ids=around.ids, classes=ClassCards(around.classrooms), broadcaster=around.broadcaster
    )
    achievements = AchievementService(
        storage, clock=clock, events=around.events, facts=LearningFacts(quizzes, presence)
    )
    records = LearningRecords(around.classrooms, classes, quizzes, presence)
    people = ReportedPeople(around.auth)
    return Notices(
        mail=mail,
        recovery=_recovery(around, settings, mail) if settings.smtp_url or show else None,
        notifications=notifications,
        postman=Postman(
            storage,
            clock=clock,
            mail=mail,
            readers=AccountReaders(around.auth),
            head=Letterhead(settings.campus_name, public_url(settings)),
            language=settings.language,
        ),
        achievements=achievements,
        dashboard=DashboardService(clock=clock, records=records, people=people, classes=around.classrooms),
        leaderboard=LeaderboardService(
            storage,
            clock=clock,
            records=records,
            people=people,
            classes=around.classrooms,
            secrets=around.keys,
            audience=settings.audience,
        ),
        flows=Flows(
            announced=QuizAnnounced(quizzes, classes, notifications, clock),
            graded=QuizGraded(quizzes, classes, notifications, achievements, bookmarks),
            attended=LessonAttended(presence, achievements, bookmarks),
            told=PeopleTold(notifications),
        ),
    )


def public_url(settings: Settings) -> str:
    """Never taken from a request: whoever asks for a letter must not choose where its link leads."""
    return settings.public_url or f"http://localhost:{settings.port}"


def _mail(settings: Settings, clock: Clock, show: Show | None) -> Mail:
    if settings.smtp_url:
        return SmtpMail(SmtpServer.of(settings.smtp_url), clock)
    return ConsoleMail(clock, show)


def _recovery(around: Around, settings: Settings, mail: Mail) -> RecoveryService:
    return RecoveryService(
        around.storage,
        clock=around.clock,
        ids=around.ids,
        auth=around.auth,
        keys=around.keys,
        passwords=around.passwords,
        mail=mail,
        head=AccountLetterhead(settings.campus_name, public_url(settings)),
    )
