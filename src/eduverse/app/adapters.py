"""Small adapters from what one slice offers to what another asks for."""

from collections.abc import Sequence
from datetime import datetime

from eduverse.achievements.model import Facts, QuizTaken
from eduverse.achievements.records import AwardRecords
from eduverse.analytics.model.reports import ClassFacts, QuizFact, ResultFact, StayFact
from eduverse.analytics.ports import Person as Reported
from eduverse.attendance.model.presence import Interval
from eduverse.attendance.records import PresenceRecords
from eduverse.auth.model import IDENTITIES, wallet_identity
from eduverse.auth.ports import Earned
from eduverse.auth.service import AuthService
from eduverse.classrooms.ports import Heir, Person
from eduverse.classrooms.records import ClassRecords
from eduverse.classrooms.service import ClassroomService
from eduverse.kernel.documents import Storage, at_least, before
from eduverse.notifications.ports import ClassCard, Reader
from eduverse.quizzes.model import Attempt, Quiz, QuizState
from eduverse.quizzes.records import QuizRecords
from eduverse.rewards.ports import WalletsPage
from eduverse.vocabulary.principal import Principal, Role, Standing

__all__ = [
    "AccountPeople",
    "AccountReaders",
    "AccountWallets",
    "AwardHonours",
    "ClassCards",
    "LearningFacts",
    "LearningRecords",
    "ReportedPeople",
]

_MOST_ATTEMPTS = 5_000
_MOST_STAYS = 5_000
_OF_ONE_PERSON = 500


class AccountPeople:
    """`classrooms` asks for people; accounts are people."""

    def __init__(self, auth: AuthService) -> None:
        self._auth = auth

    async def people(self, user_ids: Sequence[str]) -> list[Person]:
        users = await self._auth.users(user_ids)
        return [Person(user_id=user.id, name=user.name, avatar_data=user.avatar_data) for user in users]


class AccountWallets:
    """Classrooms and the ledger ask whose wallet is whose; accounts know.

    The identity decides, not the account's own word: a kill while unlinking leaves the address on the account.
    """

    def __init__(self, storage: Storage, auth: AuthService) -> None:
        self._identities = storage.collection(IDENTITIES)
        self._auth = auth

    async def of(self, user_id: str) -> list[str]:
        wallets = [user.wallet_address.lower() for user in await self._auth.users([user_id]) if user.wallet_address]
        return [wallet for wallet in wallets if await self._opens(wallet, user_id)]

    async def wallet(self, user_id: str) -> str | None:
        """At present, an account has one at most."""
        return next(iter(await self.of(user_id)), None)

    async def holder(self, wallet: str) -> Heir | None:
        user = await self._auth.user_by_identity(wallet_identity(wallet))
        return Heir(user.id, user.name, user.role is not Role.STUDENT) if user else None

    async def owners(self, *, after: str | None, limit: int) -> WalletsPage:
        first = wallet_identity("")
        page = await self._identities.find(at_least("id", first), before("id", f"{first}~"), after=after, limit=limit)
        return WalletsPage([one.user_id for one in page.items], page.next)

    async def _opens(self, wallet: str, user_id: str) -> bool:
        user = await self._auth.user_by_identity(wallet_identity(wallet))
        return user is not None and user.id == user_id


class ReportedPeople:
    """Reports ask for people by name and role."""

    def __init__(self, auth: AuthService) -> None:
        self._auth = auth

    async def people(self, user_ids: Sequence[str]) -> list[Reported]:
        users = await self._auth.users(user_ids)
        return [Reported(user_id=user.id, name=user.name, role=user.role) for user in users]


class AccountReaders:
    """Notifications are mailed to accounts whose address is confirmed."""

    def __init__(self, auth: AuthService) -> None:
        self._auth = auth

    async def reader(self, user_id: str) -> Reader | None:
        found = await self._auth.users([user_id])
        confirmed = [(user.email, user.name) for user in found if user.email and user.email_confirmed]
        return next((Reader(email=email, name=name) for email, name in confirmed), None)


class AwardHonours:
    """An account shows the awards its owner holds."""

    def __init__(self, awards: AwardRecords) -> None:
        self._awards = awards

    async def achievements(self, user_id: str) -> list[Earned]:
        return [Earned(rule=one.rule, earned_at=one.earned_at) for one in await self._awards.held(user_id)]


class ClassCards:
    """Notifications ask who is in a class."""

    def __init__(self, classrooms: ClassroomService) -> None:
        self._classrooms = classrooms

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return await self._classrooms.standing(principal, classroom_id)

    async def card(self, classroom_id: str) -> ClassCard:
        room = await self._classrooms.get(classroom_id)
        return ClassCard(title=room.title, teacher=room.owner, students=room.students)


class LearningFacts:
    """Achievements are earned by attempts and by days in a room."""

    def __init__(self, quizzes: QuizRecords, presence: PresenceRecords) -> None:
        self._quizzes = quizzes
        self._presence = presence

    async def facts(self, user_id: str) -> Facts:
        attempts = await self._quizzes.graded(user_id=user_id, most=_OF_ONE_PERSON)
        stays = await self._presence.of_person(user_id, most=_OF_ONE_PERSON)
        return Facts(
            taken=tuple(_taken(one) for one in attempts),
            days_present=tuple(sorted({stay.check_in_time.date() for stay in stays})),
        )


class LearningRecords:
    """Reports are made of what classrooms, quizzes and attendance keep."""

    def __init__(
        self, classrooms: ClassroomService, classes: ClassRecords, quizzes: QuizRecords, presence: PresenceRecords
    ) -> None:
        self._classrooms = classrooms
        self._classes = classes
        self._quizzes = quizzes
        self._presence = presence

    async def class_facts(self, classroom_id: str, since: datetime, *, user_id: str | None = None) -> ClassFacts:
        room = await self._classrooms.get(classroom_id)
        attempts = await self._quizzes.graded(classroom_id=room.id, user_id=user_id, most=_MOST_ATTEMPTS)
        stays = await self._presence.of_class(room.id, since, user_id=user_id, most=_MOST_STAYS)
        return ClassFacts(
            classroom_id=room.id,
            title=room.title,
            teacher=room.owner,
            students=room.students,
            quizzes=tuple(_quiz(one) for one in await self._quizzes.shown_quizzes(room.id)),
            results=tuple(_result(one) for one in attempts),
            stays=tuple(_stay(one) for one in stays),
        )

    async def taught_by(self, user_id: str, most: int) -> list[str]:
        return [room.id for room in await self._classes.taught_by(user_id, most=most)]

    async def attended_by(self, user_id: str, most: int) -> list[str]:
        return [room.id for room in await self._classes.attended_by(user_id, most=most)]


def _taken(attempt: Attempt) -> QuizTaken:
    return QuizTaken(
        quiz_id=attempt.quiz_id,
        classroom_id=attempt.classroom_id,
        number=attempt.number,
        score=attempt.score or 0.0,
        passed=attempt.passed,
    )


def _quiz(quiz: Quiz) -> QuizFact:
    return QuizFact(
        quiz_id=quiz.id,
        title=quiz.title,
        opened_at=quiz.opened_at or quiz.created_at,
        closed=quiz.state is QuizState.CLOSED,
    )


def _result(attempt: Attempt) -> ResultFact:
    return ResultFact(
        quiz_id=attempt.quiz_id,
        user_id=attempt.user_id,
        score=attempt.score or 0.0,
        passed=attempt.passed,
        tokens=attempt.tokens,
        submitted_at=attempt.submitted_at or attempt.started_at,
    )


def _stay(interval: Interval) -> StayFact:
    return StayFact(
        user_id=interval.user_id,
        start=interval.check_in_time,
        end=interval.check_out_time or interval.last_seen_time,
    )
