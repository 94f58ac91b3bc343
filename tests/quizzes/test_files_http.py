"""The routes for files of questions."""

from collections.abc import AsyncIterator

import pytest
from tests.quizzes.test_http import Class
from tests.support.campus import Answer, memory_campus, problem

GIFT = "// [tag:sky]\nIs it? {T}\n\nNo question.\n\nWhich? {=a ~b}\n"
XML = {"content-type": "application/xml"}
TEXT = {"content-type": "text/plain; charset=utf-8"}


@pytest.fixture
async def klass() -> AsyncIterator[Class]:
    async with memory_campus() as campus:
        yield await Class(campus).begun()


def path(klass: Class, more: str = "", what: str = "import", form: str = "gift") -> str:
    return f"/api/quiz/bank/{what}?format={form}&classroomId={klass.room}{more}"


def refusal(answer: Answer) -> tuple[int, str]:
    return answer.status_code, problem(answer)["code"]


async def test_a_look_and_an_import(klass: Class) -> None:
    looked = await klass.teacher.post(path(klass, "&dryRun=true"), content=GIFT, headers=TEXT)
    assert looked.status_code == 200, looked.text
    report = looked.json()
    assert (report["dryRun"], report["elements"], report["imported"]) == (True, 3, 2)
    assert report["skipped"] == [
        {
            "name": "No question.",
            "code": "noAnswers",
            "reason": "This is a text without answers, not a question.",
            "what": "",
            "line": 4,
            "path": None,
        }
    ]
    assert report["questions"][0] == {"type": "trueFalse", "text": "Is it?", "tags": ["sky"], "category": None}
    bank = f"/api/quiz/bank?classroomId={klass.room}"
    assert (await klass.teacher.get(bank)).json()["items"] == []
    headers = {**TEXT, "idempotency-key": "once"}
    for _ in range(2):
        done = await klass.teacher.post(path(klass), content=GIFT, headers=headers)
        assert (done.json()["dryRun"], done.json()["imported"]) == (False, 2)
    items = (await klass.teacher.get(bank)).json()["items"]
    assert [item["question"]["text"] for item in items] == ["Is it?", "Which?"]
    again = await klass.teacher.post(path(klass), content="Other? {T}", headers=headers)
    assert refusal(again) == (409, "import-key-reused")


@pytest.mark.parametrize("form", ["gift", "aiken", "csv", "moodleXml"])
async def test_export_and_back(klass: Class, form: str) -> None:
    await klass.teacher.post(path(klass), content="Which? {=a ~b}", headers=TEXT)
    exported = (await klass.teacher.get(path(klass, what="export", form=form))).json()
    assert exported["exported"] == 1
    assert exported["skipped"] == []
    back = await klass.teacher.post(
        path(klass, "&dryRun=true", form=form),
        content=exported["content"],
        headers={"content-type": exported["mediaType"]},
    )
    assert back.json()["imported"] == 1
    assert exported["fileName"].startswith("questions.")


async def test_what_is_refused(klass: Class) -> None:
    teacher = klass.teacher
    assert refusal(await klass.student.post(path(klass), content=GIFT, headers=TEXT)) == (403, "forbidden")
    assert refusal(await klass.student.get(path(klass, what="export"))) == (403, "forbidden")
    wrong = await teacher.post(path(klass), content=GIFT, headers={"content-type": "application/json"})
    assert refusal(wrong) == (415, "wrong-file-type")
    assert refusal(await teacher.post(path(klass, form="qti"), content=GIFT, headers=TEXT)) == (422, "invalid")
    broken = await teacher.post(path(klass, form="moodleXml"), content="<quiz>\n<a></quiz>", headers=XML)
    assert refusal(broken) == (422, "unreadable-file")
    assert (broken.json()["line"], broken.json()["column"]) == (2, 6)
    latin = await teacher.post(path(klass), content="Käse? {T}".encode("latin-1"), headers=TEXT)
    assert refusal(latin) == (422, "unsupported-encoding")
    large = await teacher.post(path(klass), content=b"a" * 2_000_001, headers=TEXT)
    assert large.status_code == 413
    fits = await teacher.post(path(klass), content=b"a" * 1_500_000, headers=TEXT)
    assert fits.json()["skipped"][0]["code"] == "noAnswers"
