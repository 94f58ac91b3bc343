"""A class on a running campus, and its people at their sockets."""

from typing import Any

from tests.support.demo import Demo, sign_in
from tests.support.official import OfficialClient

__all__ = ["Class", "Person", "enter", "people_of"]


class Person:
    def __init__(self, demo: Demo, account: dict[str, str]) -> None:
        self.http, session = sign_in(demo, account)
        self.token: str = session["token"]
        self.id: str = session["user"]["id"]


def people_of(demo: Demo) -> list[Person]:
    """The teacher and two students, each newly signed in."""
    return [Person(demo, account) for account in demo.accounts]


class Class:
    """A fresh classroom with its teacher and two students, none of them in the room yet."""

    def __init__(self, demo: Demo, people: list[Person] | None = None) -> None:
        self.demo = demo
        self.teacher, self.mira, self.tom = people or people_of(demo)
        self.id: str = self._created("/api/classrooms/create", title="A class", capacity=10)["classroom"]["id"]
        for student in (self.mira, self.tom):
            student.http.post(f"/api/classrooms/{self.id}/join").raise_for_status()

    def quiz(self) -> str:
        question = {"type": "trueFalse", "text": "Yes?", "correct": True}
        quiz_id: str = self._created("/api/quiz/create", classroomId=self.id, title="Q", questions=[question])["id"]
        return quiz_id

    def _created(self, path: str, **body: Any) -> Any:
        return self.teacher.http.post(path, json=body).raise_for_status().json()


async def enter(sockets: OfficialClient, room: Class, name: str, person: Person, **options: Any) -> Any:
    assert await sockets.open(name, room.demo.url, person.token, **options) == {"ok": True}
    return await sockets.ask(name, "classroom:join", {"classroomId": room.id})
