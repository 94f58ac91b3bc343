"""LiveKit: access tokens for its rooms, taking somebody out of one, and whether it is there.

A token is a JWT as LiveKit's documentation of authentication describes it: signed with the secret that belongs to
the API key, which is its issuer; its subject is the participant, its `video` claim what they may do. Taking out is
`RemoveParticipant` of the server's room service, a POST with JSON.
"""

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import jwt
import structlog

from eduverse.kernel.clock import Clock

__all__ = ["TOKEN_LIFE", "LiveKit"]

TOKEN_LIFE = timedelta(minutes=10)
_REMEMBERED = 15.0
"""Seconds for which an answer to "are you there?" is repeated."""
_PATIENCE = 2.0
_TAKE_OUT = "/twirp/livekit.RoomService/RemoveParticipant"
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_log = structlog.get_logger(__name__)


class LiveKit:
    def __init__(self, url: str, *, api_key: str, api_secret: str, clock: Clock) -> None:
        self._url = url
        self._api_key = api_key
        self._api_secret = api_secret
        self._clock = clock
        self._known: tuple[float, str | None] | None = None
        self._asking = asyncio.Lock()
        self._taking_out: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return self._url

    @property
    def origins(self) -> tuple[str, str]:
        """Where a browser connects to: a websocket, and plain requests by which it learns why it got none."""
        return self._url, self._url.replace("ws", "http", 1)

    def token(self, *, room: str, peer_id: str, name: str) -> str:
        """Opens a connection to the room, and to no other, for the next ten minutes."""
        grant = {"room": room, "roomJoin": True, "canPublish": True, "canSubscribe": True}
        return self._signed({"sub": peer_id, "name": name, "video": grant})

    def take_out(self, *, room: str, peer_id: str) -> None:
        """Ends a peer's connection to the room, if it has one. Does not wait for it; what fails is logged."""
        taking = asyncio.get_running_loop().create_task(self._take_out(room, peer_id))
        self._taking_out.add(taking)
        taking.add_done_callback(self._taking_out.discard)

    async def problem(self) -> str | None:
        """Why it cannot be used now; None when it answers. Asked once for many who want to know."""
        async with self._asking:
            now = self._clock.monotonic()
            if self._known is None or now - self._known[0] >= _REMEMBERED:
                self._known = now, await asyncio.to_thread(_ask, self._url)
            return self._known[1]

    def _signed(self, claims: dict[str, Any]) -> str:
        now = self._clock.now()
        times = {"iss": self._api_key, "nbf": now, "exp": now + TOKEN_LIFE}
        return jwt.encode({**times, **claims}, self._api_secret, "HS256")

    async def _take_out(self, room: str, peer_id: str) -> None:
        token = self._signed({"video": {"room": room, "roomAdmin": True}})
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        body = {"room": room, "identity": peer_id}
        try:
            status = await asyncio.to_thread(_request, self._url, "POST", _TAKE_OUT, body, headers)
        except (OSError, HTTPException) as error:
            _log.warning("livekit_take_out_failed", peer=peer_id, error=str(error))
            return
        if status not in (200, 404):  # whoever is not there any more has left by themselves
            _log.warning("livekit_take_out_failed", peer=peer_id, status=status)


def _ask(url: str) -> str | None:
    place = urlsplit(url).netloc
    try:
        status = _request(url, "GET", "/")
    except (OSError, HTTPException) as error:
        return f"the LiveKit server {place} does not answer: {str(error) or type(error).__name__}"
    return f"the LiveKit server {place} answers {status}" if status >= 500 else None


def _request(url: str, method: str, path: str, body: object = None, headers: Mapping[str, str] = _NO_HEADERS) -> int:
    """The status of the answer. Raises `OSError` or `HTTPException` when there is none."""
    parts = urlsplit(url)
    make = HTTPSConnection if parts.scheme == "wss" else HTTPConnection
    connection = make(parts.netloc, timeout=_PATIENCE)
    try:
        connection.request(method, path, None if body is None else json.dumps(body), dict(headers))
        return connection.getresponse().status
    finally:
        connection.close()
