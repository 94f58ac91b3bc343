"""The wiring of the gradebook: marks come from the quizzes, students from the class list."""

from typing import NamedTuple

from eduverse.app.adapters import AccountPeople
from eduverse.classrooms.service import ClassroomService
from eduverse.gradebook.model.book import QuizSource
from eduverse.gradebook.model.people import Student
from eduverse.gradebook.records import GradeRecords
from eduverse.gradebook.service import GradebookService
from eduverse.gradebook.transfers import GradeTransfers
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.quizzes.reports import QuizReports

__all__ = ["ClassStudents", "Grades", "QuizScores", "build_grades"]


class Grades(NamedTuple):
    book: GradebookService
    transfers: GradeTransfers


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
    """The gradebook asks for scores; a quiz's is the best of a student's attempts."""

    def __init__(self, reports: QuizReports) -> None:
        self._reports = reports

    async def quizzes(self, classroom_id: str) -> tuple[QuizSource, ...]:
        found = await self._reports.given_quizzes(classroom_id)
        return tuple(
            QuizSource(quiz_id=quiz.id, title=quiz.title, max_points=sum(one.points for one in quiz.questions))
            for quiz in found
        )

    async def scores(self, classroom_id: str, user_id: str | None = None) -> dict[str, dict[str, float]]:
        return await self._reports.best_scores(classroom_id, user_id)


def build_grades(storage: Storage, *, clock: Clock, classrooms: ClassroomService, people: AccountPeople) -> Grades:
    records = GradeRecords(storage, roster=ClassStudents(classrooms, people), scores=QuizScores(QuizReports(storage)))
    return Grades(
        book=GradebookService(records, classes=classrooms, clock=clock),
        transfers=GradeTransfers(records, classes=classrooms, clock=clock),
    )
