"""Signing in with a wallet: Sign-In with Ethereum (EIP-4361).

We write a message, the wallet's owner signs it, and each message is good once and for five minutes. Its nonce is 128
random bits and a tag of ours over what the message is for, so nothing is stored when one is asked for; what is stored
is that one was used, and whoever stores that first has used it. A kill after that costs its owner another message.
"""

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

import structlog
from msgspec import structs

from eduverse.auth.errors import (
    BadWalletMessage,
    ContractWalletUnavailable,
    LastWayIn,
    WalletAlreadyLinked,
    WalletMessageUsed,
    WalletTaken,
    WalletUnknown,
    WrongSignature,
)
from eduverse.auth.ethereum import checksum_address, message_digest, recover_address, short_address
from eduverse.auth.model import IDENTITIES, USERS, Identity, User, wallet_identity
from eduverse.auth.ports import ContractWallets
from eduverse.auth.service import AuthService, SignedIn
from eduverse.auth.siwe import MESSAGE_LIFE, SiweMessage, domain_of, read_message, write_message
from eduverse.auth.throttle import Origin
from eduverse.auth.tokens import KeyRing
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Collection, Storage, before, equals
from eduverse.kernel.ids import Entropy, Ids
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Role

__all__ = ["USED_MESSAGES", "Challenge", "Purpose", "Signed", "UsedMessage", "WalletRules", "WalletService"]

_log = structlog.get_logger(__name__)

_RANDOM_BYTES = 16
_TAG_LENGTH = 32
_KEPT = timedelta(hours=1)
"""How long after its end a message is still known as used: longer than any clock of this campus is late."""
_SWEEP = 200
_ERC_6492 = bytes.fromhex("6492" * 16)
"""How a signature of a contract that does not exist yet ends (ERC-6492)."""

Purpose = Literal["login", "link", "password"]
_STATEMENTS: dict[Literal["en", "de"], dict[Purpose, str]] = {
    "en": {
        "login": "Sign in to this campus. This costs nothing and moves nothing.",
        "link": "Link this wallet to your account on this campus. From then on it opens your account.",
        "password": "Give your account on this campus an e-mail address and a password. From then on they open it.",
    },
    "de": {
        "login": "Auf diesem Campus anmelden. Das kostet nichts und bewegt nichts.",
        "link": "Diese Wallet mit deinem Konto auf diesem Campus verbinden. Danach kommst du damit in dein Konto.",
        "password": "Deinem Konto auf diesem Campus E-Mail und Passwort geben. Danach kommst du damit in dein Konto.",
    },
}
"""The EIP allows ASCII alone here."""


class UsedMessage(Document, frozen=True, kw_only=True):
    """A message that was used; its id is the random part of the nonce."""

    expires_at: datetime


USED_MESSAGES = Collection(name="wallet_messages", type=UsedMessage, indexed=("expires_at",))


class WalletRules(NamedTuple):
    chain_id: int
    """The chain that messages name (EIP-155)."""
    open_accounts: bool
    """Whether a wallet that nobody has opens a student's account."""


class Challenge(NamedTuple):
    nonce: str
    message: str
    expires_at: datetime


class Signed(NamedTuple):
    """What came back from a wallet."""

    page: str
    """The origin of the page it came from."""
    message: str
    signature: bytes


class WalletService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        entropy: Entropy,
        auth: AuthService,
        keys: KeyRing,
        contracts: ContractWallets,
        rules: WalletRules,
    ) -> None:
        self._users = storage.collection(USERS)
        self._identities = storage.collection(IDENTITIES)
        self._used = storage.collection(USED_MESSAGES)
        self._clock = clock
        self._ids = ids
        self._entropy = entropy
        self._auth = auth
        self._keys = keys
        self._contracts = contracts
        self._rules = rules

    # --- messages -------------------------------------------------------------------------------------------

    def challenge(
        self, page: str, address: str, language: Literal["en", "de"], purpose: Purpose, whose: Principal | None = None
    ) -> Challenge:
        """A message for the wallet at `address` to sign, to sign in, or for what it does to the account of `whose`.

        `page` is the origin of the page that asks, one of the campus's own.
        """
        now = self._clock.now()
        message = SiweMessage(
            domain=domain_of(page),
            address=checksum_address(address),
            statement=_STATEMENTS[language][purpose],
            uri=page,
            chain_id=self._rules.chain_id,
            nonce=self._entropy.random_bytes(_RANDOM_BYTES).hex(),
            issued_at=now,
            expiration_time=now + MESSAGE_LIFE,
            not_before=now,
        )
        message = message._replace(nonce=message.nonce + self._tag(message, _bound(purpose, whose)))
        return Challenge(message.nonce, write_message(message), message.expiration_time)

    async def drop_used(self) -> int:
        """Forgets messages that ran out long ago; returns how many. For the sweeper."""
        page = await self._used.find(before("expires_at", self._clock.now() - _KEPT), limit=_SWEEP)
        for one in page.items:
            await self._used.delete(one.id, one.version)
        return len(page.items)

    # --- signing in -----------------------------------------------------------------------------------------

    async def log_in(self, signed: Signed, origin: Origin, name: str | None) -> SignedIn:
        """Signs in whoever has the wallet. One that no account has opens a student's, called `name` or by its address.

        Raises `BadWalletMessage`, `WrongSignature`, `ContractWalletUnavailable`, `WalletMessageUsed`, `WalletUnknown`,
        `LoginThrottled`.
        """
        message = self._read(signed, _bound("login", None))
        identity = wallet_identity(message.address)
        user = await self._auth.user_by_identity(identity)
        counted = self._auth.throttle.count(identity, user.id if user else None, origin)
        await self._demand_signature(message, signed)
        await self._use(message)
        if user is None:  # stays counted: a new wallet costs nothing, so an address has only so many
            user = await self._open_account(message.address, name)
        else:
            self._auth.throttle.forgive(counted)
        return await self._auth.open_session(await self._shown(user, message.address), origin)

    async def _open_account(self, address: str, name: str | None) -> User:
        if not self._rules.open_accounts:
            raise WalletUnknown
        user = User(
            id=self._ids.new(),
            email=None,
            name=(name or short_address(address)).strip(),
            role=Role.STUDENT,
            avatar_data=AvatarData(),
            password_hash=None,
            created_at=self._clock.now(),
            wallet_address=address,
        )
        try:
            return await self._auth.open_account(user, wallet_identity(address))
        except AlreadyExists:  # the same wallet, in two tabs at once
            found = await self._auth.user_by_identity(wallet_identity(address))
            if found is None:
                raise WalletUnknown from None
            return found

    async def _shown(self, user: User, address: str) -> User:
        """The account with its wallet on it, which a kill while linking may have left out."""
        if user.wallet_address is not None:
            return user
        return await modify(self._users, user.id, lambda now: _with_wallet(now, address))

    # --- linking --------------------------------------------------------------------------------------------

    async def link(self, principal: Principal, signed: Signed, password: str) -> User:
        """From now on the wallet opens their account too. The password is asked for, so that whoever finds a tab open
        does not leave a way back in.

        The identity is the commit point; the address on the account follows from it. Of two wallets linked at once,
        the account's document lets one stay. Raises what `log_in` raises, `WalletTaken`, `WalletAlreadyLinked`,
        `WrongCredentials`.
        """
        message = self._read(signed, _bound("link", principal))
        _with_wallet(await self._auth.user(principal.user_id), message.address)
        await self._auth.demand_password(principal, password)
        await self._demand_signature(message, signed)
        await self._use(message)
        await self._take(message.address, principal.user_id)
        try:
            user = await modify(self._users, principal.user_id, lambda now: _with_wallet(now, message.address))
        except WalletAlreadyLinked:
            await self._drop_identity(wallet_identity(message.address))
            raise
        _log.info("wallet_linked", user_id=user.id)
        return user

    async def add_password(self, principal: Principal, signed: Signed, email: str, password: str) -> User:
        """From now on an e-mail address and a password open their account too. Their wallet is asked, for the same
        reason for which linking one asks for the password.

        Raises what `log_in` raises, and what `AuthService.add_password` does.
        """
        message = self._read(signed, _bound("password", principal))
        holder = await self._auth.user_by_identity(wallet_identity(message.address))
        if holder is None or holder.id != principal.user_id:
            raise WalletTaken
        await self._auth.demand_addable(holder, email, password)
        await self._demand_signature(message, signed)
        await self._use(message)
        return await self._auth.add_password(holder.id, email, password)

    async def unlink(self, principal: Principal) -> User:
        """The wallet opens their account no longer, and whoever it let in elsewhere is signed out; again, it does
        nothing. Raises `LastWayIn` when they could not sign in without it."""
        user = await self._auth.user(principal.user_id)
        if user.password_hash is None:
            raise LastWayIn
        identities = await self._identities.find(equals("user_id", user.id))
        wallets = [one.id for one in identities.items if one.id.startswith(wallet_identity(""))]
        for wallet in wallets:
            await self._drop_identity(wallet)
        if wallets or user.wallet_address:  # the address goes last, so after a kill in between this is done again
            await self._auth.end_sessions(user.id, but=principal.session_id)
            _log.info("wallet_unlinked", user_id=user.id)
        return await modify(self._users, user.id, lambda now: structs.replace(now, wallet_address=None))

    async def _take(self, address: str, user_id: str) -> None:
        identity = wallet_identity(address)
        try:
            await self._identities.insert(Identity(id=identity, user_id=user_id))
        except AlreadyExists:
            holder = await self._identities.get(identity)
            if holder is None or holder.user_id != user_id:
                raise WalletTaken from None

    async def _drop_identity(self, identity_id: str) -> None:
        stored = await self._identities.get(identity_id)
        if stored is not None:
            await self._identities.delete(stored.id, stored.version)

    # --- checking -------------------------------------------------------------------------------------------

    def _read(self, signed: Signed, purpose: str) -> SiweMessage:
        message = read_message(signed.message)
        message.demand(uri=signed.page, chain_id=self._rules.chain_id, now=self._clock.now())
        random, tag = message.nonce[: 2 * _RANDOM_BYTES], message.nonce[2 * _RANDOM_BYTES :]
        if not hmac.compare_digest(tag, self._tag(message._replace(nonce=random), purpose)):
            raise BadWalletMessage
        return message

    def _tag(self, message: SiweMessage, purpose: str) -> str:
        """What makes the random part of a nonce ours, and good for this message alone, to the letter.

        A nonce is of letters and digits, which a fingerprint is not.
        """
        ours = self._keys.fingerprint("wallet-message", f"{purpose}|{write_message(message)}")
        return hashlib.sha256(ours.encode()).hexdigest()[:_TAG_LENGTH]

    async def _demand_signature(self, message: SiweMessage, signed: Signed) -> None:
        digest = message_digest(signed.message)
        if recover_address(digest, signed.signature) == message.address:
            return
        if signed.signature.endswith(_ERC_6492):
            raise ContractWalletUnavailable("A wallet that is not on its chain yet (ERC-6492) cannot be used.")
        verdict = await self._contracts.is_valid_signature(message.address, digest, signed.signature)
        if verdict == "unavailable" and len(signed.signature) != 65:
            raise ContractWalletUnavailable
        if verdict != "good":
            raise WrongSignature

    async def _use(self, message: SiweMessage) -> None:
        used = UsedMessage(id=message.nonce[: 2 * _RANDOM_BYTES], expires_at=message.expiration_time)
        try:
            await self._used.insert(used)
        except AlreadyExists:
            raise WalletMessageUsed from None


def _bound(purpose: Purpose, whose: Principal | None) -> str:
    """What a message is for; one that changes an account is for that account alone."""
    return f"{purpose}:{whose.user_id}" if whose else purpose


def _with_wallet(user: User, address: str) -> User:
    """Raises `WalletAlreadyLinked` when the account has another one."""
    if user.wallet_address == address:
        return user
    if user.wallet_address is not None:
        raise WalletAlreadyLinked
    return structs.replace(user, wallet_address=address)
