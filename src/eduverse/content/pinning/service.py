"""A client of the IPFS Pinning Service API (version 1): what is asked for, and what has become of it."""

import asyncio
from collections.abc import Sequence
from typing import Any, Literal, TypeVar

import msgspec

from eduverse.kernel.errors import Problem
from eduverse.kernel.structs import Struct

__all__ = ["Pin", "PinningService", "PinningUnavailable", "Status"]

_SECONDS = 30.0
_LARGEST = 1 << 20
_ALL = "queued,pinning,pinned,failed"
"""Without a wish, a service lists only what is pinned."""

W = TypeVar("W", bound=Struct)
Status = Literal["queued", "pinning", "pinned", "failed"]


class PinningUnavailable(Problem):
    status = 503
    slug = "pinning-unavailable"
    title = "The pinning service does not do what it was asked for"


class Pin(Struct, frozen=True, kw_only=True):
    """A request to pin something, as the service has it."""

    request: str = msgspec.field(name="requestid")
    status: Status
    delegates: tuple[str, ...] = ()
    """Addresses of peers that fetch it."""
    info: dict[str, Any] = {}


class _Pins(Struct, frozen=True, kw_only=True):
    results: tuple[Pin, ...]


class _Error(Struct, frozen=True, kw_only=True):
    reason: str = ""
    details: str = ""


class _Failure(Struct, frozen=True, kw_only=True):
    error: _Error


class PinningService:
    """Every call raises `PinningUnavailable`, with the service's own words where it has some. `name` is what tells
    our pins from others of the same account."""

    def __init__(self, url: str, token: str, name: str) -> None:
        self.url = url.rstrip("/")
        self._token = token
        self._name = name[:255]

    async def find(self, cid: str) -> tuple[Pin, ...]:
        """Our requests for it, the newest first."""
        query = {"cid": cid, "name": self._name, "match": "exact", "status": _ALL, "limit": "100"}
        return self._decoded(await self._call("GET", "", query=query), _Pins).results

    async def add(self, cid: str, origins: Sequence[str]) -> Pin:
        """Asks for it; `origins` are addresses of peers that have it."""
        body = {"cid": cid, "name": self._name, "origins": list(origins[:20])}
        return self._decoded(await self._call("POST", "", body=body), Pin)

    async def remove(self, request: str) -> None:
        """What it does not know is removed."""
        await self._call("DELETE", f"/{request}", missing=b"")

    async def _call(
        self,
        method: str,
        path: str,
        *,
        query: dict[str, str] | None = None,
        body: Any = None,
        missing: bytes | None = None,
    ) -> bytes:
        import httpx2

        headers = {"authorization": f"Bearer {self._token}", "content-type": "application/json"}
        content = None if body is None else msgspec.json.encode(body)
        try:
            async with (
                asyncio.timeout(_SECONDS),
                httpx2.AsyncClient(timeout=_SECONDS, headers=headers) as client,
                client.stream(method, f"{self.url}/pins{path}", params=query, content=content) as response,
            ):
                answer = bytearray()
                async for chunk in response.aiter_bytes():
                    answer += chunk
                    if len(answer) > _LARGEST:
                        raise PinningUnavailable(f"{self.url} answers with more than {_LARGEST >> 20} MiB.")
        except TimeoutError:
            raise PinningUnavailable(f"{self.url} has not answered for {_SECONDS:.0f} s.") from None
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            raise PinningUnavailable(f"{self.url} does not answer: {type(error).__name__}.") from None
        if response.status_code == 404 and missing is not None:
            return missing
        if not response.is_success:
            raise PinningUnavailable(f"{self.url} answers {response.status_code}: {_reason(bytes(answer))}.")
        return bytes(answer)

    def _decoded(self, body: bytes, kind: type[W]) -> W:
        try:
            return msgspec.json.decode(body, type=kind)
        except msgspec.DecodeError:
            raise PinningUnavailable(f"{self.url} answers with something else than it was asked for.") from None


def _reason(body: bytes) -> str:
    try:
        error = msgspec.json.decode(body, type=_Failure).error
    except msgspec.DecodeError:
        return "without a reason"
    return f"{error.reason} {error.details}".strip()[:300]
