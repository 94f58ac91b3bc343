"""A demo campus in memory, with cheap passwords."""

from pathlib import Path

from tests.support.campus import SIGNING
from tests.support.clock import FakeClock
from tests.support.passwords import PlainPasswords

from eduverse.app.campus import Machine
from eduverse.app.demo import DemoCampus, seed_demo, set_stage
from eduverse.app.settings import Settings
from eduverse.auth.model import USERS
from eduverse.auth.tokens import Key, KeyRing
from eduverse.classrooms.model import CLASSROOMS
from eduverse.content.local import memory_content
from eduverse.kernel.ids import SystemEntropy
from eduverse.storage.memory import MemoryStorage

__all__ = ["Seeding"]


class Seeding:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        clock, keys = FakeClock(), KeyRing([Key("k", b"k" * 32)])
        self.machine = Machine(MemoryStorage(), clock, SystemEntropy(), keys, memory_content(clock), SIGNING)
        self.stage = set_stage(self.machine, Settings())
        self.services = self.stage.services
        self.services.passwords.close()
        self.services.auth._passwords = PlainPasswords()

    async def seed(self) -> DemoCampus:
        return await seed_demo(self.folder, self.stage)

    async def counts(self) -> tuple[int, int]:
        return (
            await self.machine.storage.collection(USERS).count(),
            await self.machine.storage.collection(CLASSROOMS).count(),
        )
