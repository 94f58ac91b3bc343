"""The notification services in memory, with everything around them faked."""

from tests.support.broadcaster import RecordingBroadcaster
from tests.support.clock import FakeClock
from tests.support.entropy import fake_ids
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.post import RecordingMail

from eduverse.kernel.documents import Storage, equals
from eduverse.notifications.letters import Letterhead
from eduverse.notifications.model import NOTIFICATIONS, Notification, TeacherNotice
from eduverse.notifications.ports import ClassCard, Reader
from eduverse.notifications.postman import Postman
from eduverse.notifications.service import NotificationService
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.principal import Principal, Role, Standing

__all__ = ["HEAD", "ROOM", "NoticeCampus", "notice"]

ROOM = "room-1"
HEAD = Letterhead("Hill School", "https://campus.example")


class FakeClasses:
    """One class: Ada teaches Mira and five others."""

    def __init__(self) -> None:
        self.students = (STUDENT.user_id, *(one.user_id for one in students(5)))

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return Standing.STUDENT if principal.role is Role.STUDENT else Standing.TEACHER

    async def card(self, classroom_id: str) -> ClassCard:
        return ClassCard(title="Planets", teacher=EDUCATOR.user_id, students=self.students)


class FakeReaders:
    def __init__(self) -> None:
        self.unconfirmed: set[str] = set()

    async def reader(self, user_id: str) -> Reader | None:
        if user_id in self.unconfirmed:
            return None
        return Reader(email=f"{user_id}@school.example", name=user_id.title())


def notice(text: str = "Bring paper") -> TeacherNotice:
    return TeacherNotice(classroom_id=ROOM, classroom="Planets", teacher="Ada", text=text)


class NoticeCampus:
    def __init__(self, storage: Storage | None = None, *, clock: FakeClock | None = None) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = clock or FakeClock()
        self.broadcaster = RecordingBroadcaster()
        self.mail = RecordingMail()
        self.readers = FakeReaders()
        self.notifications = NotificationService(
            self.storage,
            clock=self.clock,
            ids=fake_ids(self.clock),
            classes=FakeClasses(),
            broadcaster=self.broadcaster,
        )
        self.postman = Postman(
            self.storage, clock=self.clock, mail=self.mail, readers=self.readers, head=HEAD, language="en"
        )

    async def told(self, user_id: str = STUDENT.user_id) -> list[Notification]:
        """What somebody was told, by id."""
        page = await self.storage.collection(NOTIFICATIONS).find(equals("user_id", user_id), limit=1000)
        return page.items
