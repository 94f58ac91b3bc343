"""The wiring of grading: marks come from the quizzes, students from the class list, tokens go to the ledger."""

from typing import Any, NamedTuple

from litestar import Controller

from eduverse.app.adapters import AccountPeople
from eduverse.classrooms.service import ClassroomService
from eduverse.flows.quiz_passed import QuizPassed
from eduverse.flows.quiz_regraded import RegradeFollowed
from eduverse.gradebook.http import GradebookController
from eduverse.gradebook.model.book import QuizSource
from eduverse.gradebook.model.people import Student
from eduverse.gradebook.records import GradeRecords
from eduverse.gradebook.service import GradebookService
from eduverse.gradebook.transfers import GradeTransfers
from eduverse.jobs.chores import Chore
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.grading import GradingService
from eduverse.quizzes.grading_http import GradingController
from eduverse.quizzes.ports import Certificates
from eduverse.quizzes.regrading import RegradingService
from eduverse.quizzes.reports import QuizReports
from eduverse.rewards.service import Ledger
from eduverse.vocabulary.events import QuizRegraded

__all__ = ["ClassStudents", "Grades", "Moved", "QuizScores", "build_grades"]


class Moved(NamedTuple):
    """What a grade moves."""

    attempts: AttemptService
    passed: QuizPassed
    ledger: Ledger
    certificates: Certificates


class Grades(NamedTuple):
    """The gradebook's services, and those of the quizzes that grade."""

    book: GradebookService
    transfers: GradeTransfers
    grading: GradingService
    regrading: RegradingService
    reports: QuizReports
    followed: RegradeFollowed

    @property
    def controllers(self) -> list[type[Controller]]:
        return [GradingController, GradebookController]

    @property
    def routed(self) -> dict[str, Any]:
        return {
            "gradebooks": self.book,
            "transfers": self.transfers,
            "gradings": self.grading,
            "regradings": self.regrading,
            "reports": self.reports,
        }

    @property
    def chores(self) -> list[Chore]:
        return [
            Chore("finish imports of marks", self.transfers.finish, every=5),
            Chore("finish regrading quizzes", self.followed.catch_up, every=5),
        ]


class ClassStudents:
    """The gradebook asks for students; a classroom has a list of them."""

    def __init__(self, classrooms: ClassroomService, people: AccountPeople) -> None:
        self._classrooms = classrooms
        self._people = people

    async def students(self, classroom_id: str) -> list[Student]:
        classroom = await self._classrooms.get(classroom_id)
        people = await self._people.people(classroom.students)
        named = [Student(user_id=person.user_id, name=person.name) for person in people]
        return sorted(named, key=lambda one: (one.name.casefold(), one.user_id))


class QuizScores:
    """The gradebook asks for scores; a quiz's is what a student's attempts come to by its grade method."""

    def __init__(self, reports: QuizReports) -> None:
        self._reports = reports

    async def quizzes(self, classroom_id: str) -> tuple[QuizSource, ...]:
        found = await self._reports.given_quizzes(classroom_id)
        return tuple(QuizSource(quiz_id=quiz.id, title=quiz.title, max_points=max_points) for quiz, max_points in found)

    async def scores(self, classroom_id: str, user_id: str | None = None) -> dict[str, dict[str, float]]:
        return await self._reports.scores(classroom_id, user_id)

    async def hidden_from(self, classroom_id: str, user_id: str) -> frozenset[str]:
        return await self._reports.hidden_from(classroom_id, user_id)


def build_grades(
    storage: Storage,
    *,
    clock: Clock,
    events: EventBus,
    classrooms: ClassroomService,
    people: AccountPeople,
    moved: Moved,
) -> Grades:
    attempts, passed, ledger, certificates = moved
    reports = QuizReports(storage, classes=classrooms, attempts=attempts)
    regrading = RegradingService(
        storage, clock=clock, events=events, classes=classrooms, attempts=attempts, certificates=certificates
    )
    records = GradeRecords(storage, roster=ClassStudents(classrooms, people), scores=QuizScores(reports))
    followed = RegradeFollowed(regrading, passed, ledger, certificates)
    events.on(QuizRegraded, followed.on_regraded)
    return Grades(
        book=GradebookService(records, classes=classrooms, clock=clock),
        transfers=GradeTransfers(records, classes=classrooms, clock=clock),
        grading=GradingService(storage, clock=clock, classes=classrooms, attempts=attempts),
        regrading=regrading,
        reports=reports,
        followed=followed,
    )
