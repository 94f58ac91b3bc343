"""A campus to try, made once per data folder."""

import stat
from pathlib import Path

import pytest
from tests.support.broadcaster import RecordingBroadcaster
from tests.support.campus import SIGNING
from tests.support.clock import FakeClock
from tests.support.passwords import PlainPasswords

from eduverse.app.campus import Machine, Services, build_services
from eduverse.app.demo import DemoCampus, seed_demo
from eduverse.app.settings import Settings
from eduverse.auth.model import USERS
from eduverse.auth.service import Origin
from eduverse.auth.tokens import Key, KeyRing
from eduverse.classrooms.model import CLASSROOMS
from eduverse.content.local import memory_content
from eduverse.kernel.ids import SystemEntropy
from eduverse.materials.model.material import MATERIALS, Reading
from eduverse.materials.model.passages import PASSAGES
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.principal import Role


class Seeding:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        clock, keys = FakeClock(), KeyRing([Key("k", b"k" * 32)])
        self.machine = Machine(MemoryStorage(), clock, SystemEntropy(), keys, memory_content(clock), SIGNING)
        self.services: Services = build_services(self.machine, Settings())
        self.services.passwords.close()
        self.services.auth._passwords = PlainPasswords()
        self.services.quizzes._broadcaster = RecordingBroadcaster()

    async def seed(self) -> DemoCampus:
        return await seed_demo(self.folder, self.services, self.machine.ids, self.machine.entropy)

    async def counts(self) -> tuple[int, int]:
        return (
            await self.machine.storage.collection(USERS).count(),
            await self.machine.storage.collection(CLASSROOMS).count(),
        )


@pytest.fixture
def seeding(tmp_path: Path) -> Seeding:
    return Seeding(tmp_path)


async def test_everybody_can_sign_in_with_what_the_demo_says(seeding: Seeding) -> None:
    demo = await seeding.seed()
    assert [account.label for account in demo.accounts] == ["Teacher", "Student", "Student"]
    roles = []
    for account in demo.accounts:
        signed_in = await seeding.services.auth.log_in(account.email, account.password, Origin("192.0.2.1"))
        roles.append(signed_in.user.role)
    assert roles == [Role.EDUCATOR, Role.STUDENT, Role.STUDENT]
    assert len({account.password for account in demo.accounts}) == 3
    assert demo.join_code


async def test_there_is_something_to_read(seeding: Seeding) -> None:
    await seeding.seed()
    materials = seeding.machine.storage.collection(MATERIALS)
    assert await seeding.services.materials.settling.settle() == 1
    (handed_out,) = (await materials.find()).items
    assert (handed_out.current.reading, handed_out.current.name) == (Reading.DONE, "solar_system.md")
    assert handed_out.release_at is not None
    assert await seeding.machine.storage.collection(PASSAGES).count() == 9


async def test_it_is_made_once(seeding: Seeding) -> None:
    first = await seeding.seed()
    counts = await seeding.counts()
    assert await seeding.seed() == first
    assert await seeding.counts() == counts == (3, 4)
    record = seeding.folder / "demo.json"
    assert stat.S_IMODE(record.stat().st_mode) == 0o600


@pytest.mark.parametrize("left", [None, ""], ids=["no record", "an empty record"])
async def test_a_start_that_was_cut_off_is_made_again_beside_it(seeding: Seeding, left: str | None) -> None:
    """The record is all or nothing, so whatever a crash leaves, the next start has a demo."""
    first = await seeding.seed()
    (seeding.folder / "demo.json").unlink()
    if left is not None:
        (seeding.folder / "demo.tmp").write_text(left)
    again = await seeding.seed()
    assert {one.email for one in again.accounts}.isdisjoint(one.email for one in first.accounts)
    assert await seeding.seed() == again


async def test_the_record_appears_whole(seeding: Seeding, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: Path, target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", crash)
    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        await seeding.seed()
    assert not (seeding.folder / "demo.json").exists()
