"""What the gradebook is given: a class's students, and what its quizzes gave."""

from tests.support.campus import memory_campus

from eduverse.app.adapters import AccountPeople
from eduverse.app.grades import ClassStudents
from eduverse.vocabulary.principal import Role


async def test_students_are_those_on_the_class_list_by_name() -> None:
    async with memory_campus() as campus:
        teacher = await campus.signed_in("ada", Role.EDUCATOR)
        room = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]["id"]
        for name in ("tom", "mira"):
            await (await campus.signed_in(name)).post(f"/api/classrooms/{room}/join", json={})
        services = campus.campus.services
        students = await ClassStudents(services.classrooms, AccountPeople(services.auth)).students(room)
        assert [(one.user_id, one.name) for one in students] == [("mira", "Mira"), ("tom", "Tom")]


async def test_following_regrades_and_imports_are_chores() -> None:
    async with memory_campus() as campus:
        chores = campus.campus.services.grades.chores
        assert [await chore.run() for chore in chores] == [0, 0]
