"""The tutor's routes on a whole campus, with a language model on a real socket that obeys every injection."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem
from tests.support.disguises import DISGUISES, KEY, OPTION_DISGUISES
from tests.support.llm_server import LlmServer, Say, llm_server

from eduverse.app.settings import Settings
from eduverse.vocabulary.principal import Role

QUESTIONS: list[dict[str, Any]] = [
    {
        "type": "single",
        "text": "Which planet is the largest?",
        "options": [{"text": "Saturn"}, {"text": KEY, "correct": True}, {"text": "Mars"}],
    },
    {"type": "trueFalse", "text": "A day on Venus is longer than its year.", "correct": True},
]
STREAM = {"accept": "text/event-stream"}
ASK = "/api/ai-tutor"


class Class:
    """A teacher, a student, a classroom, and perhaps a language model."""

    def __init__(self, campus: MemoryCampus, llm: LlmServer | None = None) -> None:
        self.campus = campus
        self.llm = llm

    async def begun(self) -> "Class":
        self.teacher = await self.campus.signed_in("ada", Role.EDUCATOR)
        self.student = await self.campus.signed_in("mira")
        self.stranger = await self.campus.signed_in("sam")
        room = (await self.teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]
        self.room: str = room["id"]
        await self.student.post(f"/api/classrooms/{self.room}/join", json={})
        return self

    async def ask(self, question: str, *, stream: bool = False, **fields: Any) -> httpx.Response:
        """Time goes on, so that nobody asks too fast; the access token is always a fresh one."""
        self.campus.clock.advance(60)
        token = self.campus.keys.access_token("mira", "s-mira", self.campus.clock.now())
        self.student.headers["authorization"] = f"Bearer {token}"
        body = {"question": question, "classroomId": self.room, **fields}
        return await self.student.post(ASK, json=body, headers=STREAM if stream else {})

    async def quiz(self) -> str:
        """The path of a quiz that nobody has opened yet."""
        body = {"classroomId": self.room, "title": "Quiz", "questions": QUESTIONS}
        made = await self.teacher.post("/api/quiz/create", json=body)
        assert made.status_code == 201, made.text
        return f"/api/quiz/{made.json()['id']}"


def events(answer: httpx.Response) -> list[tuple[str, dict[str, Any], str | None]]:
    """(name, content, id) of each."""
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = []
    for block in answer.text.replace("\r\n", "\n").strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((fields["event"], json.loads(fields["data"]), fields.get("id")))
    return found


@pytest.fixture
async def quoting() -> AsyncIterator[Class]:
    async with memory_campus() as campus:
        yield await Class(campus).begun()
        await campus.campus.services.tutor.close()


@pytest.fixture
async def klass() -> AsyncIterator[Class]:
    async with llm_server() as llm, memory_campus(Settings(llm_url=llm.url, llm_model="llama")) as campus:
        yield await Class(campus, llm).begun()
        await campus.campus.services.tutor.close()


async def test_a_question_and_its_answer(klass: Class) -> None:
    answer = (await klass.ask("What is a planet?", subject="Astronomy", topic="Planets", difficulty="easy")).json()
    assert (answer["aiResponse"], answer["answeredBy"], answer["kind"]) == ("Hello.", "llama", "model")
    assert (answer["question"], answer["state"], answer["tokensUsed"]) == ("What is a planet?", "done", 18)
    again = (await klass.ask("And a moon?", conversationId=answer["conversationId"])).json()
    assert again["conversationId"] == answer["conversationId"]
    assert [one["id"] for one in (await klass.student.get(f"{ASK}/history", params={"limit": 1})).json()["items"]] == [
        again["id"]
    ]
    assert (await klass.student.get(f"{ASK}/{answer['id']}")).json() == answer
    assert problem(await klass.teacher.get(f"{ASK}/{answer['id']}"))["code"] == "tutor-answer-not-found"
    judged = await klass.student.post(f"{ASK}/{answer['id']}/feedback", json={"rating": "up", "comment": "clear"})
    assert judged.json()["rating"] == "up"
    stats = (await klass.teacher.get(f"{ASK}/stats", params={"classroomId": klass.room})).json()
    assert (stats["asked"], stats["helpful"], stats["byKind"]["model"]) == (2, 1, 2)


async def test_a_stream_and_going_on_with_it(klass: Class) -> None:
    assert klass.llm
    klass.llm.script = [Say("Plants make sugar from light and water.")]
    told = events(await klass.ask("What do plants do?", stream=True))
    assert (told[0][0], told[-1][0]) == ("begin", "done")
    deltas = [content["text"] for name, content, _ in told if name == "delta"]
    assert "".join(deltas) == told[-1][1]["aiResponse"] == "Plants make sugar from light and water."
    assert [number for name, _, number in told if name == "delta"] == [str(n) for n in range(1, len(deltas) + 1)]
    headers = {**STREAM, "last-event-id": "1"}
    resumed = events(await klass.student.get(f"{ASK}/{told[0][1]['id']}", headers=headers))
    assert [name for name, _, _ in resumed] == ["begin", "done"]
    assert resumed[-1][1]["aiResponse"] == "Plants make sugar from light and water."


async def test_stopping_what_has_ended_changes_nothing(klass: Class) -> None:
    answer = (await klass.ask("What is a planet?")).json()
    assert (await klass.student.post(f"{ASK}/{answer['id']}/cancel", json={})).json() == answer
    assert problem(await klass.stranger.post(f"{ASK}/{answer['id']}/cancel", json={}))["status"] == 404


async def test_no_disguise_of_a_key_reaches_a_student(klass: Class) -> None:
    """As JSON, as a stream, in the history, and in what is stored: a model that says it in every way there is."""
    assert klass.llm
    await klass.quiz()
    for name, disguise in DISGUISES.items():
        said = disguise(KEY)
        klass.llm.script = [Say(f"Plants make sugar from light.\n\n{said}\n\nThey give air back.", parts=3)]
        for stream in (False, True):
            answer = await klass.ask("How do plants make sugar?", stream=stream)
            assert answer.status_code == 200, name
            assert told(answer.text, said), (name, answer.text)
    assert len(klass.llm.requests) == 2 * len(DISGUISES)
    for _ in range(2):
        history = await klass.student.get(f"{ASK}/history", params={"limit": 100})
        assert all(told(history.text, disguise(KEY)) for disguise in DISGUISES.values())


async def test_no_name_of_an_option_reaches_a_student(klass: Class) -> None:
    assert klass.llm
    await klass.quiz()
    for said in OPTION_DISGUISES:
        klass.llm.script = [Say(said)]
        answer = (await klass.ask("How do plants make sugar?")).json()
        assert answer["kind"] in ("guarded", "noMaterial"), said
        assert answer["aiResponse"] != said


def told(text: str, said: str) -> bool:
    """Whether none of what was said is in the text, as it is or escaped for JSON."""
    escaped = json.dumps(said)[1:-1]
    return said not in text and escaped not in text and KEY not in text


async def test_the_questions_of_a_quiz_to_come_are_not_even_asked(klass: Class) -> None:
    assert klass.llm
    path = await klass.quiz()
    for asked in ("Which planet is the largest?", "Is a day on Venus longer than its year?"):
        assert (await klass.ask(asked)).json()["kind"] == "guarded"
    assert klass.llm.requests == []
    for step in ("open", "close"):
        await klass.teacher.post(f"{path}/{step}", json={})
    assert (await klass.ask("Which planet is the largest?")).json()["aiResponse"] == "Hello."


async def test_taking_a_quiz_closes_the_tutor_until_it_is_handed_in(klass: Class) -> None:
    before = (await klass.ask("What is a moon?")).json()
    path = await klass.quiz()
    await klass.teacher.post(f"{path}/open", json={})
    await klass.student.post(f"{path}/start", json={})
    status = await klass.student.get(f"{ASK}/status", params={"classroomId": klass.room})
    assert status.json()["openness"] == "closed"
    assert (await klass.ask("What is a moon?")).json()["kind"] == "closed"
    assert (await klass.student.get(f"{ASK}/{before['id']}")).json()["kind"] == "closed"
    assert (await klass.student.get(f"{ASK}/{before['id']}", headers=STREAM)).text.count("Hello.") == 0
    policy = {"classroomId": klass.room, "duringQuiz": "openBook"}
    assert problem(await klass.student.put(f"{ASK}/policy", json=policy))["code"] == "forbidden"
    assert (await klass.teacher.put(f"{ASK}/policy", json=policy)).json() == {"duringQuiz": "openBook"}
    assert (await klass.ask("What is a moon?")).json()["kind"] == "noMaterial"
    await klass.student.post(f"{path}/submit", json={})
    await klass.teacher.post(f"{path}/close", json={})
    assert (await klass.ask("What is a moon?")).json()["aiResponse"] == "Hello."


async def test_a_model_that_is_down_is_said_by_the_answer_and_by_readiness(klass: Class) -> None:
    assert klass.llm
    klass.llm.script = [Say(status=400)]
    assert (await klass.ask("What is a moon?")).json()["kind"] == "degraded"
    klass.llm.script = [Say(status=503)]
    ready = await klass.student.get("/health/ready")
    assert "answers 503" in ready.json()["problems"]["language model"]
    status = await klass.student.get(f"{ASK}/status", params={"classroomId": klass.room})
    assert (status.json()["model"], status.json()["modelProblem"]) == ("llama", True)


async def test_without_a_model_nothing_else_is_needed(quoting: Class) -> None:
    answer = (await quoting.ask("What is a moon?")).json()
    assert (answer["kind"], answer["answeredBy"], answer["citations"]) == ("noMaterial", None, [])
    assert "no language model" in answer["aiResponse"]
    assert [name for name, _, _ in events(await quoting.ask("And Io?", stream=True))] == ["begin", "delta", "done"]
    body = {"classroomId": quoting.room}
    assert (await quoting.student.post(f"{ASK}/study-suggestions", json=body)).json() == {"items": []}
    assert problem(await quoting.teacher.post(f"{ASK}/generate-quiz", json=body))["code"] == "nothing-to-draft-from"
    assert problem(await quoting.student.post(f"{ASK}/generate-quiz", json=body))["code"] == "forbidden"
    assert (await quoting.teacher.get(f"{ASK}/drafts", params=body)).json() == {"items": [], "next": None}
    assert problem(await quoting.teacher.get(f"{ASK}/drafts/none"))["code"] == "quiz-draft-not-found"
    approve = f"{ASK}/drafts/none/items/1/approve"
    assert problem(await quoting.teacher.post(approve, json={}))["code"] == "quiz-draft-not-found"


async def test_a_spent_budget_says_until_when(klass: Class) -> None:
    settings = Settings(llm_url=klass.llm.url if klass.llm else None, llm_model="llama", tutor_tokens_per_user=10)
    async with memory_campus(settings) as campus:
        poor = await Class(campus).begun()
        refused = await poor.ask("What is a moon?")
        assert problem(refused)["code"] == "tutor-budget-spent"
        assert (refused.status_code, problem(refused)["resetsAt"]) == (429, "2026-03-03T00:00:00Z")
        assert int(refused.headers["retry-after"]) > 3_600


@pytest.mark.parametrize(
    "body",
    [
        {"question": " "},
        {"question": "x" * 2_001},
        {"question": "x", "history": []},
        {"question": "x", "difficulty": "impossible"},
        {"question": "x", "topic": "x" * 121},
    ],
)
async def test_bad_questions_are_refused(quoting: Class, body: dict[str, Any]) -> None:
    answer = await quoting.student.post(ASK, json={"classroomId": quoting.room, **body})
    assert problem(answer)["status"] == 422


async def test_strangers_are_told_to_join(quoting: Class) -> None:
    answer = await quoting.stranger.post(ASK, json={"classroomId": quoting.room, "question": "Hi?"})
    assert problem(answer)["code"] == "forbidden"
    answer = await quoting.student.post(
        ASK, json={"classroomId": quoting.room, "question": "Hi?", "conversationId": "x"}
    )
    assert problem(answer)["code"] == "conversation-not-found"
