"""Small adapters from classrooms and quizzes to what timetables and attendance ask for."""

from collections.abc import Sequence

from eduverse.attendance.ports import Roster
from eduverse.classrooms.errors import ClassroomNotFound
from eduverse.classrooms.model import Status
from eduverse.classrooms.service import ClassroomService
from eduverse.quizzes.model import terms_for
from eduverse.quizzes.service import QuizService
from eduverse.schedule.model.feed import Deadline, Subject
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["ClassRosters", "ClassSubjects", "QuizDeadlines"]


class ClassRosters:
    """`attendance` asks who is enrolled; classrooms know."""

    def __init__(self, classrooms: ClassroomService) -> None:
        self._classrooms = classrooms

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return await self._classrooms.standing(principal, classroom_id)

    async def roster(self, classroom_id: str) -> Roster | None:
        try:
            classroom = await self._classrooms.get(classroom_id)
        except ClassroomNotFound:
            return None
        return Roster(teacher=classroom.owner, students=classroom.students, open=classroom.status is Status.OPEN)


class ClassSubjects:
    """`schedule` asks for a person's classes; classrooms know."""

    def __init__(self, classrooms: ClassroomService) -> None:
        self._classrooms = classrooms

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return await self._classrooms.standing(principal, classroom_id)

    async def demand_open(self, classroom_id: str) -> None:
        await self._classrooms.demand_open(classroom_id)

    async def of_person(self, user_id: str) -> list[Subject]:
        return [Subject(room.id, room.title) for room in await self._classrooms.of_person(user_id)]


class QuizDeadlines:
    """`schedule` asks what is due; quizzes close at times of their own, for some later than for others."""

    def __init__(self, quizzes: QuizService) -> None:
        self._quizzes = quizzes

    async def due(self, user_id: str, classroom_ids: Sequence[str]) -> list[Deadline]:
        quizzes = [(quiz, terms_for(quiz, user_id)) for quiz in await self._quizzes.to_close(classroom_ids)]
        return [
            Deadline(quiz.id, quiz.classroom_id, quiz.title, terms.opens_at, terms.closes_at, quiz.created_at)
            for quiz, terms in quizzes
            if terms.closes_at
        ]
