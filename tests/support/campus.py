"""A whole campus in memory, asked over ASGI: everything but the network and the disk."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
from tests.support.asgi import client_of
from tests.support.chains import OwnChain
from tests.support.clock import FakeClock
from tests.support.entropy import ScriptedEntropy

from eduverse.app.campus import Campus, Machine, build_campus
from eduverse.app.settings import Settings
from eduverse.auth.model import SESSIONS, USERS, Session, User
from eduverse.auth.tokens import Key, KeyRing
from eduverse.chain.lazy import LazyChain
from eduverse.content.local import memory_content
from eduverse.credentials.issuer import SigningKey
from eduverse.gateway.campus import DemoAccount
from eduverse.gateway.static import ClientFiles
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Role

SIGNING = (SigningKey("s1", b"2" * 32),)

__all__ = ["SIGNING", "Answer", "MemoryCampus", "memory_campus", "problem"]

Answer = httpx.Response


class MemoryCampus:
    def __init__(
        self,
        settings: Settings,
        files: ClientFiles,
        storage: Storage | None = None,
        demo: Sequence[DemoAccount] = (),
        *,
        content: Content | None = None,
        chain: OwnChain | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.storage = storage or MemoryStorage()
        self.keys = KeyRing([Key("k1", b"1" * 32)])
        self.content = content or memory_content(self.clock)
        self.machine = Machine(self.storage, self.clock, ScriptedEntropy(), self.keys, self.content, SIGNING)
        if chain:
            self.machine = self.machine._replace(chain=chain.on(self.storage, self.clock))
        self.campus: Campus = build_campus(self.machine, settings, files, list(demo))
        self._clients: list[httpx.AsyncClient] = []

    def client(self, token: str | None = None, *, address: str = "192.0.2.1") -> httpx.AsyncClient:
        """Somebody's browser at an address; with a token, signed in."""
        client = client_of(self.campus.app, token=token, address=address)
        self._clients.append(client)
        return client

    async def token(self, name: str, role: Role = Role.STUDENT) -> str:
        """The access token of a new account, without the cost of a password."""
        now = self.clock.now()
        user = User(
            id=name,
            email=f"{name}@school.example",
            name=name.title(),
            role=role,
            avatar_data=AvatarData(),
            password_hash="none",
            created_at=now,
        )
        await self.storage.collection(USERS).insert(user)
        session = Session(id=f"s-{name}", user_id=name, counter=1, rotated_at=now, expires_at=now.replace(year=2100))
        await self.storage.collection(SESSIONS).insert(session)
        return self.keys.access_token(name, session.id, now)

    async def signed_in(self, name: str, role: Role = Role.STUDENT) -> httpx.AsyncClient:
        return self.client(await self.token(name, role))

    async def close(self) -> None:
        for client in self._clients:
            await client.aclose()
        if isinstance(self.machine.chain, LazyChain):
            await self.machine.chain.close()
        self.campus.services.passwords.close()


@asynccontextmanager
async def memory_campus(
    settings: Settings | None = None,
    *,
    web: Path | None = None,
    storage: Storage | None = None,
    demo: Sequence[DemoAccount] = (),
    content: Content | None = None,
    chain: OwnChain | None = None,
) -> AsyncIterator[MemoryCampus]:
    """`web` is the folder of a built client; without it, and without a `chain`, the campus has none."""
    files = ClientFiles.of(web) if web else ClientFiles.none()
    campus = MemoryCampus(settings or Settings(), files, storage, demo, content=content, chain=chain)
    try:
        yield campus
    finally:
        await campus.close()


def problem(answer: Answer) -> Mapping[str, Any]:
    """The problem details of a refusal, which every refusal has in the same form."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    body: dict[str, Any] = answer.json()
    assert body["status"] == answer.status_code
    assert body["type"] == f"/problems/{body['code']}"
    assert body["title"]
    assert body["detail"]
    return body
