"""The office that gives certificates, in memory, with a power switch: it goes off between any two steps."""

from typing import Any

from tests.support.badges import an_issuer
from tests.support.clock import FakeClock
from tests.support.entropy import ScriptedEntropy

from eduverse.auth.tokens import Key, KeyRing
from eduverse.content.local import memory_content
from eduverse.credentials.model.certificate import CERTIFICATES, Certificate
from eduverse.credentials.ports import Passed, Person
from eduverse.credentials.service import Around, CertificateService
from eduverse.credentials.vault import Vault
from eduverse.kernel.content import Content
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.principal import Principal, Role, Standing

__all__ = ["Cut", "Office", "Power", "Powered"]


class Cut(Exception):
    """The power went."""


class Power:
    """Goes after so many steps."""

    def __init__(self) -> None:
        self.steps: int | None = None

    def step(self) -> None:
        if self.steps is None:
            return
        if self.steps == 0:
            raise Cut
        self.steps -= 1


class Powered:
    """A collection or a store whose calls fail once the power is gone."""

    def __init__(self, inner: Any, power: Power) -> None:
        self._inner = inner
        self._power = power

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if name in ("read", "collection"):
            return found

        async def powered(*args: Any, **named: Any) -> Any:
            self._power.step()
            return await found(*args, **named)

        return powered


class PoweredStorage(MemoryStorage):
    def __init__(self, power: Power) -> None:
        super().__init__()
        self._power = power

    def collection(self, spec: Any, /) -> Any:
        return Powered(super().collection(spec), self._power)


class Everybody:
    """Everybody has passed everything, and is known."""

    async def passed(self, quiz_id: str, user_id: str) -> Passed | None:
        return Passed(quiz_id, "Stars", "room", "Planets", 0.9)

    async def person(self, user_id: str) -> Person | None:
        return Person(user_id.title(), f"{user_id}@school.example")

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return Standing.TEACHER if principal.role is Role.EDUCATOR else Standing.STUDENT


class Office:
    def __init__(self) -> None:
        self.power = Power()
        self.clock = FakeClock()
        self.storage = PoweredStorage(self.power)
        self.content: Content = memory_content(self.clock)
        self.entropy = ScriptedEntropy()
        self.ring = KeyRing([Key("k", b"k" * 32)])

    def service(self) -> CertificateService:
        """As a new process has it."""
        everybody = Everybody()
        return CertificateService(
            self.storage,
            clock=self.clock,
            issuer=an_issuer(1),
            vault=Vault(Powered(self.content, self.power), self.ring, self.entropy),
            around=Around(everybody, everybody, everybody, self.ring),
        )

    async def all(self) -> list[Certificate]:
        found: list[Certificate] = (await self.storage.collection(CERTIFICATES).find(limit=100)).items
        return sorted(found, key=lambda one: one.edition)
