"""Looking, each time anew, what is guarded now: a quiz may open, and an attempt begin, while an answer is written."""

from typing import NamedTuple

from eduverse.kernel.documents import Storage
from eduverse.kernel.modify import modify
from eduverse.tutor.model.guard import Guard
from eduverse.tutor.model.policy import POLICIES, DuringQuiz, Openness, TutorPolicy, openness
from eduverse.tutor.ports import Classes, LiveQuestions
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Guarding", "Sight"]


class Sight(NamedTuple):
    """What somebody may be told in a class at this moment."""

    guard: Guard
    openness: Openness


class Guarding:
    def __init__(self, storage: Storage, *, classes: Classes, live: LiveQuestions) -> None:
        self._policies = storage.collection(POLICIES)
        self._classes = classes
        self._live = live

    async def look(self, principal: Principal, classroom_id: str) -> Sight:
        """Who teaches the class may see its keys anyhow; an attempt of their own elsewhere counts all the same."""
        questions = await self._live.live_and_upcoming(principal, classroom_id)
        if await self._classes.standing(principal, classroom_id) is Standing.TEACHER:
            questions = [one for one in questions if one.attempt_open]
        taking = {one.classroom_id for one in questions if one.attempt_open}
        books = frozenset([one for one in taking if (await self.policy(one)).during_quiz == "openBook"])
        return Sight(Guard(questions), openness(questions, books))

    async def policy(self, classroom_id: str) -> TutorPolicy:
        return await self._policies.get(classroom_id) or TutorPolicy(id=classroom_id)

    async def decide(self, classroom_id: str, during_quiz: DuringQuiz) -> TutorPolicy:
        def change(policy: TutorPolicy) -> TutorPolicy:
            return TutorPolicy(id=policy.id, version=policy.version, during_quiz=during_quiz)

        return await modify(self._policies, classroom_id, change, blank=TutorPolicy(id=classroom_id))
