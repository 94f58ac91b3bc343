"""The ledger's routes."""

from msgspec import structs
from tests.support.campus import memory_campus, problem
from tests.support.chains import OwnChain
from tests.support.ledger import goes_on, merit

from eduverse.app.settings import Settings
from eduverse.auth.model import IDENTITIES, USERS, Identity, wallet_identity
from eduverse.kernel.modify import modify
from eduverse.vocabulary.principal import Role

WALLET = "0x" + "1" * 40


async def test_what_somebody_has_without_a_chain() -> None:
    async with memory_campus() as campus:
        student = await campus.signed_in("mira")
        await campus.campus.services.ledger.reward_quiz(merit(), 20)
        assert (await student.get("/api/rewards/me")).json() == {"tokens": 20, "onChain": None}


async def test_what_somebody_has_on_the_chain() -> None:
    async with memory_campus(chain=OwnChain()) as campus:
        student = await campus.signed_in("mira")
        rewards = campus.campus.services.rewards
        await campus.campus.services.ledger.reward_quiz(merit(), 20)
        empty = {"minted": 0, "underWay": 0, "waiting": 20, "takenBack": 0}
        assert (await student.get("/api/rewards/me")).json() == {"tokens": 20, "onChain": empty}
        users = campus.storage.collection(USERS)
        await modify(users, "mira", lambda one: structs.replace(one, wallet_address=WALLET))
        await campus.storage.collection(IDENTITIES).insert(Identity(id=wallet_identity(WALLET), user_id="mira"))
        assert rewards.purse.mirroring is not None
        await rewards.sealing.run()
        await goes_on(rewards.purse.mirroring, campus.storage)
        there = {"minted": 20, "underWay": 0, "waiting": 0, "takenBack": 0}
        assert (await student.get("/api/rewards/me")).json()["onChain"] == there
        await campus.campus.services.ledger.settle_quiz(merit(), due=8, regrade=1)
        assert (await student.get("/api/rewards/me")).json() == {"tokens": 8, "onChain": {**there, "takenBack": 12}}


async def test_a_teacher_limits_a_class_and_a_student_sees_what_is_withheld() -> None:
    async with memory_campus(Settings(reward_per_day=50)) as campus:
        teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
        room = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]["id"]
        limit = f"/api/rewards/classrooms/{room}/limit"
        assert problem(await student.get(limit))["status"] == 403
        await student.post(f"/api/classrooms/{room}/join", json={})
        assert (await student.get(limit)).json() == {"tokensPerDay": None}
        assert problem(await student.put(limit, json={"tokensPerDay": 3}))["status"] == 403
        assert problem(await teacher.put(limit, json={"tokensPerDay": -1}))["status"] == 422
        assert (await teacher.put(limit, json={"tokensPerDay": 3})).json() == {"tokensPerDay": 3}
        question = {"type": "trueFalse", "text": "?", "correct": True}
        body = {"classroomId": room, "title": "Quiz", "questions": [question]}
        quiz = (await teacher.post("/api/quiz/create", json=body)).json()["id"]
        await teacher.post(f"/api/quiz/{quiz}/open", json={})
        await student.post(f"/api/quiz/{quiz}/start", json={})
        result = (await student.post(f"/api/quiz/{quiz}/submit", json={"answers": {"q1": True}})).json()
        assert (result["passed"], result["tokensEarned"], result["tokensWithheld"]) == (True, 3, 7)
        assert (await student.get("/api/auth/me")).json()["tokensEarned"] == 3
        assert (await teacher.put(limit, json={"tokensPerDay": None})).json() == {"tokensPerDay": None}
