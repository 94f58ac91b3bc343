"""Accounts: registering, signing in and out, and knowing who asks."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

import structlog
from msgspec import structs

from eduverse.auth.errors import (
    EmailTaken,
    HasPassword,
    RoleNotOpen,
    SessionEnded,
    Unauthenticated,
    WrongCredentials,
)
from eduverse.auth.model import (
    IDENTITIES,
    SESSION_LIFE,
    SESSIONS,
    USERS,
    Identity,
    Session,
    User,
    email_identity,
    present_refresh,
)
from eduverse.auth.passwords import demand_uncommon
from eduverse.auth.ports import Balances, Earned, Honours, PasswordHasher
from eduverse.auth.throttle import Origin, SignInThrottle
from eduverse.auth.tokens import ACCESS_LIFE, KeyRing
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Missing, Storage, VersionConflict, before, equals
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.events import ProfileChanged, SessionsRevoked
from eduverse.vocabulary.principal import Principal, Role

__all__ = ["AuthService", "Origin", "Registration", "SignedIn"]

_log = structlog.get_logger(__name__)

_PAGE = 500


class Registration(NamedTuple):
    email: str
    password: str
    name: str
    role: Role
    avatar_data: AvatarData


class SignedIn(NamedTuple):
    user: User
    access_token: str
    refresh_token: str
    device_mark: str

    @property
    def expires_in(self) -> int:
        """Seconds until the access token runs out."""
        return int(ACCESS_LIFE.total_seconds())


class AuthService:
    def __init__(  # noqa: PLR0913 (its ports)
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        events: EventBus,
        keys: KeyRing,
        passwords: PasswordHasher,
        balances: Balances,
        honours: Honours,
        open_educators: bool,
    ) -> None:
        self._users = storage.collection(USERS)
        self._identities = storage.collection(IDENTITIES)
        self._sessions = storage.collection(SESSIONS)
        self._clock = clock
        self._ids = ids
        self._events = events
        self._keys = keys
        self._passwords = passwords
        self._balances = balances
        self._honours = honours
        self._open_educators = open_educators
        self.throttle = SignInThrottle(keys, clock)

    # --- accounts -------------------------------------------------------------------------------------------

    async def register(self, wish: Registration) -> SignedIn:
        """Opens an account and signs it in. Nobody becomes an administrator this way."""
        if wish.role is Role.ADMIN or (wish.role is Role.EDUCATOR and not self._open_educators):
            raise RoleNotOpen
        return await self.open_session(await self.create_user(wish))

    async def create_user(self, wish: Registration) -> User:
        """Opens an account in any role: the operator's way in."""
        demand_uncommon(wish.password)
        if await self._identities.get(email_identity(wish.email)):
            raise EmailTaken
        user = User(
            id=self._ids.new(),
            email=wish.email.strip(),
            name=wish.name.strip(),
            role=wish.role,
            avatar_data=wish.avatar_data,
            password_hash=await self._passwords.hash(wish.password),
            created_at=self._clock.now(),
        )
        try:
            return await self.open_account(user, email_identity(wish.email))
        except AlreadyExists:
            raise EmailTaken from None

    async def open_account(self, user: User, identity: str) -> User:
        """Stores a new account and by what it is known; raises `AlreadyExists` when that is taken.

        The identity is the commit point. A crash before it leaves a user without one: nobody can sign in as
        them, and the identity stays free.
        """
        stored = await self._users.insert(user)
        try:
            await self._identities.insert(Identity(id=identity, user_id=user.id))
        except AlreadyExists:
            await self._users.delete(stored.id, stored.version)
            raise
        return stored

    async def user(self, user_id: str) -> User:
        user = await self._users.get(user_id)
        if user is None:
            raise Unauthenticated("This account no longer exists.")
        return user

    async def tokens_earned(self, user_id: str) -> int:
        return await self._balances.tokens_earned(user_id)

    async def achievements(self, user_id: str) -> list[Earned]:
        return await self._honours.achievements(user_id)

    async def users(self, user_ids: Sequence[str]) -> list[User]:
        """Those of `user_ids` that have an account, in the same order."""
        found = [await self._users.get(user_id) for user_id in user_ids]
        return [user for user in found if user]

    async def user_by_email(self, email: str) -> User | None:
        return await self.user_by_identity(email_identity(email))

    async def user_by_identity(self, identity_id: str) -> User | None:
        identity = await self._identities.get(identity_id)
        return await self._users.get(identity.user_id) if identity else None

    async def update_profile(self, user_id: str, *, name: str | None, avatar_data: AvatarData | None) -> User:
        def change(user: User) -> User:
            return structs.replace(user, name=(name or user.name).strip(), avatar_data=avatar_data or user.avatar_data)

        user = await modify(self._users, user_id, change)
        await self._events.publish(ProfileChanged(user_id=user_id))
        return user

    async def change_password(self, principal: Principal, *, current: str, new: str) -> None:
        """Changes the password and ends every other session of the account."""
        await self.demand_password(principal, current)
        demand_uncommon(new)
        hashed = await self._passwords.hash(new)
        await modify(self._users, principal.user_id, lambda user: structs.replace(user, password_hash=hashed))
        await self.end_sessions(principal.user_id, but=principal.session_id)

    async def demand_addable(self, user: User, email: str, password: str) -> None:
        """Raises `HasPassword`, `PasswordTooCommon` and `EmailTaken`."""
        if user.password_hash is not None:
            raise HasPassword
        demand_uncommon(password)
        identity = await self._identities.get(email_identity(email))
        if identity is not None and identity.user_id != user.id:
            raise EmailTaken

    async def add_password(self, user_id: str, email: str, password: str) -> User:
        """Gives an account that has none an e-mail address, as unconfirmed as that of a registration, and a password.

        The identity comes first: a kill after it leaves an address that opens nothing yet and is this account's alone.
        Of two that are added at once, the account's document lets one stay. Raises what `demand_addable` does.
        """
        hashed, address = await self._passwords.hash(password), email.strip()
        try:
            await self._identities.insert(Identity(id=email_identity(email), user_id=user_id))
        except AlreadyExists:
            await self.demand_addable(await self.user(user_id), email, password)

        def add(user: User) -> User:
            if user.password_hash is not None:
                raise HasPassword
            return structs.replace(user, email=address, email_confirmed=False, password_hash=hashed)

        try:
            user = await modify(self._users, user_id, add)
        except HasPassword:
            await self._drop_other_addresses(await self.user(user_id))
            raise
        await self._drop_other_addresses(user)
        return user

    async def _drop_other_addresses(self, user: User) -> None:
        """Those that an earlier try, cut off or too late, left behind."""
        for one in (await self._identities.find(equals("user_id", user.id))).items:
            if one.id.startswith(email_identity("")) and one.id != email_identity(user.email or ""):
                with suppress(VersionConflict):
                    await self._identities.delete(one.id, one.version)

    async def demand_password(self, principal: Principal, password: str) -> None:
        """Raises `WrongCredentials` unless it is their password: a tab left open is not its owner."""
        user = await self.user(principal.user_id)
        counted = self.throttle.count_own(user.id)
        if not await self._passwords.verify(password, user.password_hash):
            raise WrongCredentials("The current password is wrong.")
        self.throttle.forgive(counted)

    async def end_sessions(self, user_id: str, *, but: str = "") -> None:
        """Signs an account out everywhere `but` in one session."""
        await self._revoke_all(user_id, but=but)

    # --- signing in and out ---------------------------------------------------------------------------------

    async def log_in(self, email: str, password: str, origin: Origin) -> SignedIn:
        """Signs in, or raises `WrongCredentials` alike for a wrong password and an unknown account."""
        user = await self.user_by_email(email)
        counted = self.throttle.count(email_identity(email), user.id if user else None, origin)
        try:
            fits = await self._passwords.verify(password, user.password_hash if user else None)
        except BaseException:
            self.throttle.forgive(counted)
            raise
        if user is None or user.password_hash is None or not fits:
            raise WrongCredentials
        self.throttle.forgive(counted)
        if self._passwords.outdated(user.password_hash):
            await self._rehash(user, password)
        return await self.open_session(user, origin)

    async def open_session(self, user: User, origin: Origin | None = None) -> SignedIn:
        """Signs somebody in who has shown who they are."""
        now = self._clock.now()
        session = Session(id=self._ids.new(), user_id=user.id, counter=1, rotated_at=now, expires_at=now + SESSION_LIFE)
        device = self._keys.known_device(origin.device, user.id) if origin else None
        return self._tokens(user, await self._sessions.insert(session), device or self._ids.new())

    async def refresh(self, token: str) -> SignedIn:
        """The next pair of tokens; a token that was used up long ago ends the session for everybody who holds it."""
        session_id, counter = self._keys.read_refresh(token)
        outcome = "ended"

        def present(session: Session) -> Session:
            nonlocal outcome
            outcome, after = present_refresh(session, counter, self._clock.now())
            return after

        try:
            session = await modify(self._sessions, session_id, present)
        except Missing:
            raise SessionEnded from None
        if outcome == "stolen":
            _log.warning("refresh_token_reused", session_id=session_id, user_id=session.user_id)
            await self._announce_revoked(session.user_id, [session_id])
        if outcome in ("stolen", "ended"):
            raise SessionEnded
        return self._tokens(await self.user(session.user_id), session, self._ids.new())

    async def log_out(self, session_id: str) -> None:
        """Ends a session; ending it again does nothing."""
        session = await self._sessions.get(session_id)
        if session and not session.revoked:
            await self._revoke(session)
            await self._announce_revoked(session.user_id, [session_id])

    def session_of(self, refresh_token: str) -> str:
        return self._keys.read_refresh(refresh_token)[0]

    # --- knowing who asks -----------------------------------------------------------------------------------

    async def principal(self, user_id: str, session_id: str) -> Principal:
        """Who a session belongs to, as stored now; raises `SessionEnded` when it was revoked or ran out."""
        session = await self._sessions.get(session_id)
        if session is None or session.user_id != user_id or not session.holds(self._clock.now()):
            raise SessionEnded
        user = await self.user(user_id)
        return Principal(
            user_id=user.id, session_id=session_id, name=user.name, role=user.role, avatar_data=user.avatar_data
        )

    # --- inside ---------------------------------------------------------------------------------------------

    async def _rehash(self, user: User, password: str) -> None:
        """Renews the hash of the password that was verified; one that was changed meanwhile stays."""
        hashed = await self._passwords.hash(password)

        def change(now: User) -> User:
            return structs.replace(now, password_hash=hashed) if now.password_hash == user.password_hash else now

        await modify(self._users, user.id, change)

    def _tokens(self, user: User, session: Session, device: str) -> SignedIn:
        return SignedIn(
            user,
            self._keys.access_token(user.id, session.id, self._clock.now()),
            self._keys.refresh_token(session.id, session.counter),
            self._keys.device_mark(user.id, device),
        )

    async def _revoke(self, session: Session) -> None:
        await modify(self._sessions, session.id, lambda session: structs.replace(session, revoked=True))

    async def _revoke_all(self, user_id: str, *, but: str) -> None:
        revoked: list[str] = []
        after, more = None, True
        while more:
            page = await self._sessions.find(equals("user_id", user_id), after=after, limit=_PAGE)
            for session in page.items:
                if session.id != but and not session.revoked:
                    await self._revoke(session)
                    revoked.append(session.id)
            after, more = page.next, page.next is not None
        await self._announce_revoked(user_id, revoked)

    async def _announce_revoked(self, user_id: str, session_ids: list[str]) -> None:
        await self._events.publish(SessionsRevoked(user_id=user_id, session_ids=session_ids))

    async def drop_expired_sessions(self, now: datetime) -> int:
        """Deletes sessions that ran out; returns how many. For the sweeper."""
        page = await self._sessions.find(before("expires_at", now), limit=200)
        for session in page.items:
            await self._sessions.delete(session.id, session.version)
        return len(page.items)
