"""Signed tokens: short-lived access tokens (JWT), numbered refresh tokens and marks of known devices.

All are signed with the newest key of a ring and accepted under any key of it, so a key can be changed without
signing anybody out. No secret of a session is stored: a refresh token is its session's id and number, signed.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import jwt

from eduverse.auth.errors import SessionEnded, Unauthenticated

__all__ = ["ACCESS_LIFE", "AccessClaims", "Key", "KeyRing"]

ACCESS_LIFE = timedelta(minutes=10)
_ALGORITHM = "HS256"


class Key(NamedTuple):
    id: str
    secret: bytes


class AccessClaims(NamedTuple):
    user_id: str
    session_id: str
    expires_at: float
    """Seconds since the epoch."""


class KeyRing:
    """`keys` are newest first and not empty."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self._newest = keys[0]
        self._by_id = {key.id: key for key in keys}

    def access_token(self, user_id: str, session_id: str, now: datetime) -> str:
        claims = {"sub": user_id, "sid": session_id, "iat": now, "exp": now + ACCESS_LIFE}
        return jwt.encode(claims, self._newest.secret, _ALGORITHM, headers={"kid": self._newest.id})

    def read_access(self, token: str) -> AccessClaims:
        """Checks signature and shape, not yet the time: the caller compares `expires_at` with its own clock.

        Raises `Unauthenticated`.
        """
        try:
            key = self._by_id[jwt.get_unverified_header(token)["kid"]]
            options: jwt.types.Options = {"require": ["sub", "sid", "exp"], "verify_exp": False, "verify_iat": False}
            claims = jwt.decode(token, key.secret, [_ALGORITHM], options=options)
            return AccessClaims(str(claims["sub"]), str(claims["sid"]), float(claims["exp"]))
        except (jwt.PyJWTError, KeyError, TypeError, ValueError):
            raise Unauthenticated("This access token is not valid.") from None

    def refresh_token(self, session_id: str, counter: int) -> str:
        return self.seal("refresh", f"{session_id}.{counter}")

    def read_refresh(self, token: str) -> tuple[str, int]:
        """The session's id and the token's number; raises `SessionEnded` for anything we did not sign."""
        session_id, _, counter = (self.unseal("refresh", token) or "").partition(".")
        if not counter:
            raise SessionEnded
        return session_id, int(counter)

    def device_mark(self, user_id: str, nonce: str) -> str:
        """Remembers that `user_id` once signed in on this device; it opens nothing."""
        return self.seal("device", f"{user_id}.{nonce}")

    def known_device(self, mark: str | None, user_id: str) -> str | None:
        """The device's nonce when the mark is ours and for this user."""
        owner, _, nonce = (self.unseal("device", mark or "") or "").partition(".")
        return nonce if nonce and owner == user_id else None

    def link(self, purpose: str, text: str) -> str:
        """What a letter's link carries: `text`, readable, and that we wrote it for this purpose."""
        return self.seal(f"link-{purpose}", text)

    def read_link(self, purpose: str, token: str) -> str | None:
        """The text of a link that we signed for this purpose."""
        return self.unseal(f"link-{purpose}", token)

    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash for things too short to be hashed alone, under the oldest key so that it stays the same."""
        oldest = list(self._by_id.values())[-1]
        return _mac(oldest, purpose, text)

    def seal(self, purpose: str, text: str) -> str:
        """A token that says `text` and that only this ring makes, of characters that a path may have."""
        return f"{self._newest.id}.{text}.{_mac(self._newest, purpose, text)}"

    def unseal(self, purpose: str, token: str) -> str | None:
        """What a token of this ring says, if it was made for this purpose."""
        key_id, _, rest = token.partition(".")
        text, _, mac = rest.rpartition(".")
        key = self._by_id.get(key_id) if token.isascii() else None
        fits = key is not None and hmac.compare_digest(_mac(key, purpose, text).encode(), mac.encode())
        return text if fits else None


def _mac(key: Key, purpose: str, text: str) -> str:
    digest = hmac.new(key.secret, f"{purpose}|{text}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
