"""The wiring: what one slice does reaches the others."""

from tests.support.campus import memory_campus

from eduverse.app.settings import Settings
from eduverse.vocabulary.principal import Role


async def test_every_chore_has_a_name_and_runs_on_an_empty_campus() -> None:
    async with memory_campus() as campus:
        chores = campus.campus.chores._chores
        assert len({chore.name for chore in chores}) == len(chores) >= 7
        assert [await chore.run() for chore in chores] == [0] * len(chores)


async def test_signing_out_is_seen_by_the_next_request() -> None:
    async with memory_campus() as campus:
        client = await campus.signed_in("mira")
        assert (await client.get("/api/auth/me")).status_code == 200
        await campus.campus.services.auth.log_out("s-mira")
        assert (await client.get("/api/auth/me")).status_code == 401


async def test_a_pass_becomes_tokens_on_the_account() -> None:
    async with memory_campus() as campus:
        teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
        room = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]["id"]
        await student.post(f"/api/classrooms/{room}/join", json={})
        question = {"type": "trueFalse", "text": "?", "correct": True}
        body = {"classroomId": room, "title": "Quiz", "questions": [question]}
        quiz = (await teacher.post("/api/quiz/create", json=body)).json()["id"]
        await teacher.post(f"/api/quiz/{quiz}/open", json={})
        await student.post(f"/api/quiz/{quiz}/start", json={})
        await student.post(f"/api/quiz/{quiz}/submit", json={"answers": {"q1": True}})
        assert (await student.get("/api/auth/me")).json()["tokensEarned"] == 10


async def test_what_the_operator_sets_is_in_force() -> None:
    async with memory_campus(Settings(open_educators=True)) as campus:
        wish = {"email": "ada@school.example", "password": "correct horse", "name": "Ada", "role": "educator"}
        answer = await campus.client().post("/api/auth/register", json=wish)
        assert answer.json()["user"]["role"] == "educator"
