"""The account service in memory, with everything around it faked."""

from typing import Any

from tests.support.clock import FakeClock
from tests.support.entropy import ScriptedEntropy
from tests.support.news import RecordingBus
from tests.support.passwords import PlainPasswords

from eduverse.auth.authenticator import Authenticator
from eduverse.auth.ports import Earned
from eduverse.auth.service import AuthService, Origin, Registration, SignedIn
from eduverse.auth.tokens import Key, KeyRing
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Ids
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.events import ProfileChanged, SessionsRevoked
from eduverse.vocabulary.principal import Principal, Role

__all__ = ["HOME", "PASSWORD", "Accounts", "NoTokens", "wish"]

PASSWORD = "correct horse battery"
HOME = Origin("192.0.2.1")
KEYS = KeyRing([Key("k1", b"1" * 32)])


class NoTokens:
    async def tokens_earned(self, user_id: str) -> int:
        return 0


def wish(email: str = "mira@school.example", **fields: Any) -> Registration:
    values: dict[str, Any] = {
        "email": email,
        "password": PASSWORD,
        "name": "Mira",
        "role": Role.STUDENT,
        "avatar_data": AvatarData(),
        **fields,
    }
    return Registration(**values)


class NoHonours:
    async def achievements(self, user_id: str) -> list[Earned]:
        return []


class Accounts:
    def __init__(self, storage: Storage | None = None, *, open_educators: bool = False) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = FakeClock()
        self.events = RecordingBus()
        self.keys = KEYS
        self.passwords = PlainPasswords()
        self.auth = AuthService(
            self.storage,
            clock=self.clock,
            ids=Ids(self.clock, ScriptedEntropy()),
            events=self.events,
            keys=self.keys,
            passwords=self.passwords,
            balances=NoTokens(),
            honours=NoHonours(),
            open_educators=open_educators,
        )

    def authenticator(self, *, capacity: int = 10_000) -> Authenticator:
        """One that hears what happens, as the campus wires it."""
        authenticator = Authenticator(self.auth, self.keys, self.clock, capacity=capacity)
        self.events.on(SessionsRevoked, authenticator.on_sessions_revoked)
        self.events.on(ProfileChanged, authenticator.on_profile_changed)
        return authenticator

    async def registered(self, email: str = "mira@school.example", **fields: Any) -> SignedIn:
        return await self.auth.register(wish(email, **fields))

    async def log_in(
        self, email: str = "mira@school.example", password: str = PASSWORD, origin: Origin = HOME
    ) -> SignedIn:
        return await self.auth.log_in(email, password, origin)

    async def principal(self, signed_in: SignedIn) -> Principal:
        """Whoever holds this access token."""
        claims = self.keys.read_access(signed_in.access_token)
        return await self.auth.principal(claims.user_id, claims.session_id)
