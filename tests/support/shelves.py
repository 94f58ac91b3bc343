"""The materials slice in memory: real files, read in this process."""

import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.clock import FakeClock
from tests.support.entropy import fake_ids
from tests.support.files import chunked
from tests.support.people import EDUCATOR
from tests.support.quizzes import ROOM, FakeClasses

from eduverse.app.materials import Needs, build_materials
from eduverse.app.settings import Settings
from eduverse.auth.tokens import Key, KeyRing
from eduverse.content.local import memory_content
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage
from eduverse.materials.model.kinds import Kind
from eduverse.materials.model.material import Material
from eduverse.materials.ports import Read, Unreadable
from eduverse.materials.service import Upload
from eduverse.reading.office import office_kind
from eduverse.reading.worker import read_file
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.principal import Principal

__all__ = ["ROOM", "InProcessReader", "MaterialCampus"]


class InProcessReader:
    """Reads as the process does that reads; `fails` makes it find nothing, `read_times` counts."""

    def __init__(self) -> None:
        self.fails = False
        self.read_times = 0

    async def office(self, file: AsyncIterator[bytes], /) -> Kind | None:
        with _on_disk(b"".join([chunk async for chunk in file])) as path:
            return office_kind(path)

    async def read(self, kind: Kind, file: AsyncIterator[bytes], /) -> AsyncGenerator[Read]:
        self.read_times += 1
        if self.fails:
            raise Unreadable("it is torn")
        with _on_disk(b"".join([chunk async for chunk in file])) as path:
            for found in read_file(kind, path):
                yield found


class MaterialCampus:
    def __init__(
        self, storage: Storage | None = None, content: Content | None = None, settings: Settings | None = None
    ) -> None:
        self.clock = FakeClock()
        self.storage = storage or MemoryStorage()
        self.content: Content = content or memory_content(self.clock)
        self.classes = FakeClasses()
        self.reader = InProcessReader()
        self.settings = settings or Settings()
        self.ids = fake_ids(self.clock)
        self.keys = KeyRing([Key("k", b"k" * 32)])
        self.restarted()

    def restarted(self) -> None:
        """The services as a new process has them: documents and files are all that is left."""
        needs = Needs(self.content, self.classes, self.keys, self.reader)
        materials = build_materials(self.storage, self.clock, self.ids, self.settings, needs)
        self.service, self.links, self.library, self.settling, _ = materials

    async def added(
        self, data: bytes, title: str = "Planets", *, who: Principal = EDUCATOR, name: str = "a.pdf"
    ) -> Material:
        self.clock.advance(1)
        return await self.service.add(who, ROOM, title, self.upload(data, name))

    async def read(self, data: bytes, title: str = "Planets", *, released: bool = True) -> Material:
        """A material that is settled and, unless it is not to be, released."""
        material = await self.added(data, title)
        while await self.settling.settle():
            pass
        if released:
            await self.service.release(EDUCATOR, material.id, None)
        return await self.service.get(EDUCATOR, material.id)

    async def file(self, cid: str) -> bytes:
        return b"".join([chunk async for chunk in self.content.read(cid)])

    @staticmethod
    def upload(data: bytes, name: str = "a.pdf", announced: int | None = None) -> Upload:
        return Upload(chunked(data), name, announced)


@contextmanager
def _on_disk(data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        yield path
