"""An application beside the API, with so many requests for each address."""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from eduverse.gateway.limits import network_of
from eduverse.kernel.buckets import Rate, TokenBuckets

__all__ = ["Throttled"]


class Throttled:
    """`name` keeps its addresses apart from those of the API. Answers HTTP alone, and 429 when it is too much."""

    def __init__(self, app: ASGIApp, name: str, buckets: TokenBuckets, rate: Rate) -> None:
        self._app = app
        self._name = name
        self._buckets = buckets
        self._rate = rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
            return
        wait = self._buckets.take(f"{self._name}:{network_of(scope)}", self._rate)
        if not wait:
            await self._app(scope, receive, send)
            return
        headers = [(b"retry-after", str(int(wait) + 1).encode()), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 429, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
