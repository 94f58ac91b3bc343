"""What an account needs mail for: a forgotten password, and an address that its owner has confirmed.

Whoever asks hears the same whether there is such an account or not, and as fast: a request is written down as it
comes, and only the chore that sends letters looks who it is for. A link is signed, not stored. That of a new password
holds for the password it replaces, so the first use ends it; the two of them cannot both be used, not even at once.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

import structlog
from msgspec import structs

from eduverse.auth.errors import LinkEnded, RecoveryThrottled
from eduverse.auth.letters import Letterhead, LetterKind, account_letter
from eduverse.auth.model import USERS, User, normalise_email
from eduverse.auth.passwords import demand_uncommon
from eduverse.auth.ports import PasswordHasher
from eduverse.auth.service import AuthService
from eduverse.auth.tokens import KeyRing
from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.clock import Clock, to_millis
from eduverse.kernel.documents import Collection, Missing, Order, Storage, VersionConflict, at_most
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document
from eduverse.vocabulary.mail import Mail, MailRefused, MailUnavailable, Message

__all__ = ["LINK_LIFE", "REQUESTS", "LetterRequest", "RecoveryService"]

_log = structlog.get_logger(__name__)

LINK_LIFE = timedelta(minutes=30)
_LEASE = timedelta(minutes=3)
_RETRY = timedelta(minutes=1)
_FROM_ONE_ADDRESS = Rate(burst=20, per_second=1 / 60)
_TO_ONE_ACCOUNT = Rate(burst=3, per_second=1 / 600)
_SWEEP = 50
_SOON = Order("due")


class LetterRequest(Document, frozen=True, kw_only=True):
    """A letter that somebody wants; it is gone when the letter is out, or no longer worth sending."""

    kind: LetterKind
    email: str
    """As typed; there may be no such account."""
    language: Literal["en", "de"]
    due: datetime
    asked_at: datetime


REQUESTS = Collection(name="account_letters", type=LetterRequest, indexed=("due",))


class _Link(NamedTuple):
    user_id: str
    expires_at: int
    stamp: str
    """What must still be true of the account."""


class _Taken(Exception):
    """Another process is at this letter."""


class RecoveryService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        auth: AuthService,
        keys: KeyRing,
        passwords: PasswordHasher,
        mail: Mail,
        head: Letterhead,
    ) -> None:
        self._users = storage.collection(USERS)
        self._requests = storage.collection(REQUESTS)
        self._clock = clock
        self._ids = ids
        self._auth = auth
        self._keys = keys
        self._passwords = passwords
        self._mail = mail
        self._head = head
        self._asked = TokenBuckets(clock)

    # --- asking for a letter --------------------------------------------------------------------------------

    async def ask(self, kind: LetterKind, email: str, language: Literal["en", "de"], address: str) -> None:
        """Sees to it that a letter goes out if there is whom to write to; never says whether there is.

        `address` is where the request comes from; too many from there raise `RecoveryThrottled`. Too many for one
        account are dropped in silence: the letters that are out are enough, and nobody's box is flooded.
        """
        if wait := self._asked.take(f"from:{address}", _FROM_ONE_ADDRESS):
            raise RecoveryThrottled(retry_after=int(wait) + 1)
        if self._asked.take(f"{kind}:{normalise_email(email)}", _TO_ONE_ACCOUNT):
            return
        now = self._clock.now()
        await self._requests.insert(
            LetterRequest(id=self._ids.new(), kind=kind, email=email, language=language, due=now, asked_at=now)
        )

    # --- using a link ---------------------------------------------------------------------------------------

    async def reset(self, token: str, password: str) -> None:
        """Sets a new password and ends every session of the account; raises `LinkEnded` for a link that is over.

        Sessions end before it too: a crash in between leaves the link good, and nobody signed in with what it is to
        replace. Whoever read the letter has the address, so it counts as confirmed.
        """
        demand_uncommon(password)
        link = self._opened("reset", token)
        self._demand_current("reset", link, await self._holder(link))
        await self._auth.end_sessions(link.user_id)
        hashed = await self._passwords.hash(password)

        def change(user: User) -> User:
            self._demand_current("reset", link, user)
            return structs.replace(user, password_hash=hashed, email_confirmed=True)

        await self._change(link.user_id, change)
        await self._auth.end_sessions(link.user_id)

    async def confirm(self, token: str) -> None:
        """The address is its account's; confirming again changes nothing."""
        link = self._opened("confirm", token)

        def change(user: User) -> User:
            self._demand_current("confirm", link, user)
            return user if user.email_confirmed else structs.replace(user, email_confirmed=True)

        await self._change(link.user_id, change)

    # --- the chore ------------------------------------------------------------------------------------------

    async def send_letters(self) -> int:
        """Sends what was asked for; returns how many requests are done with. For the sweeper."""
        due = await self._requests.find(at_most("due", self._clock.now()), order=_SOON, limit=_SWEEP)
        return sum([await self._send(request.id) for request in due.items])

    async def _send(self, request_id: str) -> bool:
        """One letter. The request is put off before the letter goes out, so that nobody else sends it too."""
        try:
            request = await modify(self._requests, request_id, self._claimed)
        except (Missing, _Taken):
            return False
        if request.due - request.asked_at < LINK_LIFE + _LEASE and (message := await self._message(request)):
            try:
                await self._mail.send(message)
            except MailUnavailable as error:
                _log.warning("account_mail_put_off", kind=request.kind, error=str(error))
                await self._put_off(request_id)
                return False
            except MailRefused as error:
                _log.warning("account_mail_refused", kind=request.kind, error=str(error))
        await self._drop(request_id)
        return True

    def _claimed(self, request: LetterRequest) -> LetterRequest:
        now = self._clock.now()
        if request.due > now:
            raise _Taken
        return structs.replace(request, due=now + _LEASE)

    async def _put_off(self, request_id: str) -> None:
        retry = self._clock.now() + _RETRY
        with suppress(Missing):  # gone: another process was done with it after our lease
            await modify(self._requests, request_id, lambda one: structs.replace(one, due=retry))

    async def _drop(self, request_id: str) -> None:
        stored = await self._requests.get(request_id)
        if stored is not None:
            with suppress(VersionConflict):
                await self._requests.delete(stored.id, stored.version)

    async def _message(self, request: LetterRequest) -> Message | None:
        user = await self._auth.user_by_email(request.email)
        if user is None or user.email is None or (request.kind == "confirm" and user.email_confirmed):
            return None
        return account_letter(
            request.kind,
            request.language,
            self._head,
            to=user.email,
            name=user.name,
            path=f"/#{request.kind}={self._link(request.kind, user)}",
            key=f"account:{request.id}",
        )

    # --- links ----------------------------------------------------------------------------------------------

    def _link(self, purpose: str, user: User) -> str:
        expires_at = to_millis(self._clock.now() + LINK_LIFE)
        return self._keys.link(purpose, f"{user.id}.{expires_at}.{self._stamp(purpose, user)}")

    def _stamp(self, purpose: str, user: User) -> str:
        held = user.password_hash if purpose == "reset" else user.email
        return self._keys.fingerprint(f"link-{purpose}", f"{user.id}|{held}")

    def _opened(self, purpose: str, token: str) -> _Link:
        user_id, _, rest = (self._keys.read_link(purpose, token) or "").partition(".")
        expires_at, _, stamp = rest.partition(".")
        if not stamp or to_millis(self._clock.now()) >= int(expires_at):
            raise LinkEnded
        return _Link(user_id, int(expires_at), stamp)

    def _demand_current(self, purpose: str, link: _Link, user: User) -> None:
        if link.stamp != self._stamp(purpose, user):
            raise LinkEnded

    async def _holder(self, link: _Link) -> User:
        user = await self._users.get(link.user_id)
        if user is None:
            raise LinkEnded
        return user

    async def _change(self, user_id: str, change: Callable[[User], User]) -> None:
        try:
            await modify(self._users, user_id, change)
        except Missing:
            raise LinkEnded from None
