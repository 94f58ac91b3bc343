"""Accounts and sessions: what is stored, and the rules that need nothing but it."""

import unicodedata
from datetime import datetime, timedelta
from typing import Literal

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Role

__all__ = [
    "IDENTITIES",
    "SESSIONS",
    "SESSION_LIFE",
    "USERS",
    "Identity",
    "Session",
    "User",
    "email_identity",
    "normalise_email",
    "present_refresh",
    "wallet_identity",
]

SESSION_LIFE = timedelta(days=30)
"""How long a session lasts without a visit."""

REPEAT_GRACE = timedelta(seconds=60)
"""How long the previous refresh token is honoured again: a reply can get lost, and two tabs can ask at once."""


class User(Document, frozen=True, kw_only=True):
    email: str | None
    """None for an account that a wallet alone opens; it has no password either."""
    name: str
    role: Role
    avatar_data: AvatarData
    password_hash: str | None
    created_at: datetime
    wallet_address: str | None = None
    """With its checksum (EIP-55)."""
    email_confirmed: bool = False
    """Whether whoever reads mail to the address has said so."""


class Identity(Document, frozen=True, kw_only=True):
    """Who an e-mail address or a wallet belongs to; its id is what makes it unique."""

    user_id: str


class Session(Document, frozen=True, kw_only=True):
    """One sign-in on one device. Its refresh tokens are numbered; only the newest `counter` is good."""

    user_id: str
    counter: int
    rotated_at: datetime
    expires_at: datetime
    revoked: bool = False

    def holds(self, now: datetime) -> bool:
        return not self.revoked and now < self.expires_at


USERS = Collection(name="users", type=User, indexed=("role", "created_at"), text=("name", "email"))
IDENTITIES = Collection(name="identities", type=Identity, indexed=("user_id",))
SESSIONS = Collection(name="sessions", type=Session, indexed=("user_id", "expires_at"))


def normalise_email(email: str) -> str:
    return unicodedata.normalize("NFKC", email.strip()).casefold()


def email_identity(email: str) -> str:
    return f"email:{normalise_email(email)}"


def wallet_identity(address: str) -> str:
    return f"wallet:{address.lower()}"


def present_refresh(
    session: Session, counter: int, now: datetime
) -> tuple[Literal["rotated", "repeated", "stolen", "ended"], Session]:
    """What presenting refresh token number `counter` means, and the session after it.

    rotated: it was the newest, and the next one is out. repeated: it was the one before, moments ago; the
    newest is given again. stolen: it was used up long ago, so two parties hold this session and it is revoked.
    ended: the session was over already.
    """
    if not session.holds(now):
        return "ended", session
    if counter == session.counter:
        life = {"rotated_at": now, "expires_at": now + SESSION_LIFE}
        return "rotated", structs.replace(session, counter=counter + 1, **life)
    if counter == session.counter - 1 and now - session.rotated_at <= REPEAT_GRACE:
        return "repeated", session
    return "stolen", structs.replace(session, revoked=True)
