"""A class of 500 hands in at the same moment: how long it takes, and whether anything is lost.

    python -m bench.quizzes [--students 500] [--questions 20]

A real server process on SQLite, asked over HTTP by connections that stay open. Every student starts an attempt and
saves half of the answers; then all hand in at once, the other half with it. Afterwards the teacher's list must name
everybody, with the score that their answers earn.
"""

import argparse
import asyncio
import json
import statistics
import sys
import time
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from eduverse.app.crowd import private_campus
from eduverse.load.accounts import Attendee, Teacher
from eduverse.load.process import spent_by

GOAL = 5.0
"""Seconds for 500."""


class Line:
    """One browser's connection to the server."""

    def __init__(self, url: str, token: str) -> None:
        self._url = urlsplit(url)
        self._head = f"host: {self._url.netloc}\r\nauthorization: Bearer {token}\r\ncontent-type: application/json"

    async def opened(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection(self._url.hostname, self._url.port)
        return self

    async def ask(self, method: str, path: str, body: Any) -> Any:
        """Raises unless the answer is a success."""
        sent = json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\n{self._head}\r\ncontent-length: {len(sent)}\r\n\r\n"
        self._writer.write(head.encode() + sent)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        length = next(line for line in answer.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        received = await self._reader.readexactly(int(length.partition(b":")[2]))
        if not answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")):
            raise RuntimeError((answer + received).decode())
        return json.loads(received)

    def close(self) -> None:
        self._writer.close()


class Student:
    def __init__(self, line: Line, number: int) -> None:
        self._line = line
        self._number = number
        self.seconds = 0.0

    async def begin(self, path: str) -> None:
        attempt = await self._line.ask("POST", f"{path}/start", {})
        # Of every student another number of answers is right, so that a score cannot be somebody else's.
        values = {one["id"]: one["text"].split()[-1] == "yes" for one in attempt["questions"]}
        turned = sorted(values)[: self._number % (len(values) + 1)]
        self._answers = {key: value ^ (key in turned) for key, value in values.items()}
        self.expected = 1 - len(turned) / len(values)
        for key in sorted(self._answers)[::2]:
            await self._line.ask("PUT", f"{path}/answers/{key}", {"value": self._answers[key], "revision": 0})

    async def hand_in(self, path: str) -> None:
        began = time.perf_counter()
        rest = {key: self._answers[key] for key in sorted(self._answers)[1::2]}
        result = await self._line.ask("POST", f"{path}/submit", {"answers": rest})
        self.seconds = time.perf_counter() - began
        if abs(result["score"] - self.expected) > 1e-9:
            raise RuntimeError(f"{result['score']} instead of {self.expected}")


def write_quiz(url: str, teacher: Teacher, room: str, questions: int) -> tuple[httpx.Client, str]:
    """An open quiz; the teacher's client, and the quiz's path."""
    session = httpx.post(f"{url}/api/auth/login", json=teacher._asdict()).raise_for_status().json()
    client = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {session['token']}"}, timeout=60)
    wish = [
        {"type": "trueFalse", "text": f"{number} is even: {'no' if number % 2 else 'yes'}", "correct": number % 2 == 0}
        for number in range(questions)
    ]
    body = {"classroomId": room, "title": "All at once", "questions": wish, "timeLimitSeconds": 3600}
    path = f"/api/quiz/{client.post('/api/quiz/create', json=body).raise_for_status().json()['id']}"
    client.post(f"{path}/open", json={}).raise_for_status()
    return client, path


def all_rows(teacher: httpx.Client, path: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = teacher.get(f"{path}/results", params={"cursor": cursor} if cursor else {}).raise_for_status().json()
        rows += page["rows"]
        cursor = page["next"]
    return rows


async def run(students: int, questions: int) -> bool:
    async with private_campus(rooms=1, users=students) as campus:
        attendees: list[Attendee] = campus.crowd.attendees
        teacher, path = write_quiz(campus.crowd.url, campus.teacher, attendees[0].room, questions)
        lines = await asyncio.gather(*(Line(campus.crowd.url, one.token).opened() for one in attendees))
        everybody = [Student(line, number) for number, line in enumerate(lines)]
        began = time.perf_counter()
        await asyncio.gather(*(student.begin(path) for student in everybody))
        prepared = time.perf_counter() - began
        before, began = spent_by(campus.server.pid), time.perf_counter()
        await asyncio.gather(*(student.hand_in(path) for student in everybody))
        took, spent = time.perf_counter() - began, spent_by(campus.server.pid).since(before)
        scores = {row["userId"]: row["score"] for row in all_rows(teacher, path) if row["state"] == "graded"}
        for line in lines:
            line.close()
    lost = sum(
        abs(scores.get(one.user_id, -1) - student.expected) > 1e-9
        for one, student in zip(attendees, everybody, strict=True)
    )
    waits = sorted(student.seconds for student in everybody)
    saves = students * ((questions + 1) // 2)
    print(f"{students} students, {questions} questions each")
    print(f"starting, and saving {saves} answers   {prepared:6.2f} s   ({saves / prepared:,.0f} saves a second)")
    print(f"handing in, all at once            {took:6.2f} s   (server: {spent.running:.2f} s of processor)")
    print(f"one student waits                  {statistics.median(waits):6.2f} s   (the last one {waits[-1]:.2f} s)")
    print(f"lost or graded wrongly             {lost:6}")
    return lost == 0 and took <= GOAL


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--students", type=int, default=500)
    options.add_argument("--questions", type=int, default=20)
    given = options.parse_args()
    sys.exit(not asyncio.run(run(given.students, given.questions)))


if __name__ == "__main__":
    main()
