"""The classroom service in memory, with everything around it faked."""

from collections.abc import Sequence
from typing import Any

from tests.support.clock import FakeClock
from tests.support.entropy import fake_ids
from tests.support.news import RecordingBus
from tests.support.people import EDUCATOR
from tests.support.tokens import FakeTokens, FakeWallets

from eduverse.auth.tokens import Key, KeyRing
from eduverse.classrooms.following import TokenWatch
from eduverse.classrooms.gates import Gates
from eduverse.classrooms.minting import MintService
from eduverse.classrooms.model import ENROLMENTS, Classroom, Visibility
from eduverse.classrooms.ports import Person
from eduverse.classrooms.service import ClassroomFilter, ClassroomService, GateWish, NewClassroom, Opened
from eduverse.content.local import memory_content
from eduverse.jobs.queue import Queue
from eduverse.kernel.documents import Storage, equals
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal

__all__ = ["ClassCampus"]


class Everybody:
    """Whoever is asked for has an account, but for those who left the campus."""

    def __init__(self) -> None:
        self.gone: set[str] = set()

    async def people(self, user_ids: Sequence[str]) -> list[Person]:
        return [
            Person(user_id=one, name=one.title(), avatar_data=AvatarData()) for one in user_ids if one not in self.gone
        ]


class Empty:
    def present_count(self, classroom_id: str) -> int:
        return 0


class ClassCampus:
    def __init__(self, storage: Storage | None = None) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = FakeClock()
        self.events = RecordingBus()
        self.people = Everybody()
        self.ids = fake_ids(self.clock)
        self.tokens = FakeTokens()
        self.wallets = FakeWallets()
        self.content = memory_content(self.clock)
        self.classrooms = self.restarted()

    def restarted(self) -> ClassroomService:
        """The services as a new process has them: the storage is all that is left."""
        self.gates = Gates(self.tokens, self.wallets, self.clock)
        self.minter = MintService(
            self.storage, deeds=self.tokens, gates=self.gates, content=self.content, site="https://campus.example"
        )
        self.watch = TokenWatch(
            self.storage,
            tokens=self.tokens,
            deeds=self.tokens,
            wallets=self.wallets,
            gates=self.gates,
            events=self.events,
        )
        self.classrooms = ClassroomService(
            self.storage,
            clock=self.clock,
            ids=self.ids,
            events=self.events,
            people=self.people,
            presence=Empty(),
            secrets=KeyRing([Key("k", b"k" * 32)]),
            gates=self.gates,
        )
        return self.classrooms

    async def pending(self) -> list[str]:
        """Classes for which the sweep puts a job."""
        queue = Queue(MemoryStorage(), self.clock)
        await self.minter.sweep(queue)
        return [job.subject for job in (await queue.list()).items]

    async def opened(self, teacher: Principal = EDUCATOR, **fields: Any) -> Classroom:
        return (await self.private(teacher, **{"visibility": Visibility.PUBLIC, **fields})).classroom

    async def gated(self, teacher: Principal = EDUCATOR, **wish: Any) -> Classroom:
        """A classroom that a token opens."""
        return await self.opened(teacher, visibility=Visibility.GATED, gate=GateWish(**wish))

    async def minted(self, teacher: Principal = EDUCATOR, *, transferable: bool = False) -> Classroom:
        """A classroom whose token is in its teacher's wallet."""
        self.wallets.link(teacher.user_id, teaches=True)
        room = await self.opened(teacher, mint=True, transferable=transferable)
        await self.minter.step(room.id)
        return await self.classrooms.get(room.id)

    async def private(self, teacher: Principal = EDUCATOR, **fields: Any) -> Opened:
        """A classroom and, unless it is public, its code."""
        values: dict[str, Any] = {
            "title": "Planets",
            "description": "",
            "subject": "Astronomy",
            "visibility": Visibility.PRIVATE,
            "capacity": 30,
            **fields,
        }
        return await self.classrooms.open(teacher, NewClassroom(**values))

    async def found(self, who: Principal, **wish: Any) -> list[str]:
        """The titles of what somebody finds."""
        page = await self.classrooms.find(who, ClassroomFilter(**wish), after=None, limit=100)
        return [room.title for room in page.items]

    async def enrolled(self, classroom_id: str) -> set[str]:
        """Whose enrolment says that they are in this classroom."""
        page = await self.storage.collection(ENROLMENTS).find(equals("classroom_id", classroom_id), limit=1000)
        return {enrolment.user_id for enrolment in page.items}

    async def assert_agreed(self, classroom_id: str) -> None:
        """The list and the enrolments say the same, and nothing is left to be settled."""
        room = await self.classrooms.get(classroom_id)
        assert set(room.students) == await self.enrolled(classroom_id)
        assert len(set(room.students)) == len(room.students)
        assert (room.pending, room.unsettled) == ((), False)
