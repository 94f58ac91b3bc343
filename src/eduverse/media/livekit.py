"""LiveKit: access tokens for its rooms, and whether it is there.

A token is a JWT as LiveKit's documentation of authentication describes it: signed with the secret that belongs to
the API key, which is its issuer; its subject is the participant, its `video` claim what they may do.
"""

import asyncio
from datetime import timedelta
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

import jwt

from eduverse.kernel.clock import Clock

__all__ = ["TOKEN_LIFE", "LiveKit"]

TOKEN_LIFE = timedelta(minutes=10)
_REMEMBERED = 15.0
"""Seconds for which an answer to "are you there?" is repeated."""
_PATIENCE = 2.0


class LiveKit:
    def __init__(self, url: str, *, api_key: str, api_secret: str, clock: Clock) -> None:
        self._url = url
        self._api_key = api_key
        self._api_secret = api_secret
        self._clock = clock
        self._known: tuple[float, str | None] | None = None
        self._asking = asyncio.Lock()

    @property
    def url(self) -> str:
        return self._url

    @property
    def origins(self) -> tuple[str, str]:
        """Where a browser connects to: a websocket, and plain requests by which it learns why it got none."""
        return self._url, self._url.replace("ws", "http", 1)

    def token(self, *, room: str, peer_id: str, name: str) -> str:
        """Opens a connection to the room, and to no other, for the next ten minutes."""
        now = self._clock.now()
        claims = {
            "iss": self._api_key,
            "sub": peer_id,
            "name": name,
            "nbf": now,
            "exp": now + TOKEN_LIFE,
            "video": {"room": room, "roomJoin": True, "canPublish": True, "canSubscribe": True},
        }
        return jwt.encode(claims, self._api_secret, "HS256")

    async def problem(self) -> str | None:
        """Why it cannot be used now; None when it answers. Asked once for many who want to know."""
        async with self._asking:
            now = self._clock.monotonic()
            if self._known is None or now - self._known[0] >= _REMEMBERED:
                self._known = now, await asyncio.to_thread(_ask, self._url)
            return self._known[1]


def _ask(url: str) -> str | None:
    parts = urlsplit(url)
    make = HTTPSConnection if parts.scheme == "wss" else HTTPConnection
    connection = make(parts.netloc, timeout=_PATIENCE)
    try:
        connection.request("GET", "/")
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        return f"the LiveKit server {parts.netloc} does not answer: {str(error) or type(error).__name__}"
    finally:
        connection.close()
    return f"the LiveKit server {parts.netloc} answers {status}" if status >= 500 else None
