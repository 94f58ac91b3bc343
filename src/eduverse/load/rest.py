"""Plain requests to a campus, from a few threads: the standard library's HTTP, kept alive."""

import asyncio
import http.client
import threading
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Final, NamedTuple, Self, TypeVar
from urllib.parse import urlsplit

import msgspec

from eduverse.kernel.structs import Struct
from eduverse.load.errors import NoCampus, RestRefused, ServerUnreachable

__all__ = ["Rest"]

_TIMEOUT: Final = 60.0
_PATIENCE: Final = 20
"""How often a request is repeated because there were too many."""
R = TypeVar("R")


class _Problem(Struct, frozen=True, kw_only=True):
    detail: str = ""


class _Response(NamedTuple):
    status: int
    retry_after: float
    body: bytes


class Rest:
    """At most `concurrency` requests at once; is entered as a context."""

    def __init__(self, url: str, *, concurrency: int = 8) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise NoCampus(f"{url!r} is no address of a campus, such as https://school.example.")
        self.url = f"{parts.scheme}://{parts.netloc}"
        """The campus's origin."""
        self._secure = parts.scheme == "https"
        self._host = parts.netloc
        self._pool = ThreadPoolExecutor(concurrency, thread_name_prefix="rest")
        self._mine = threading.local()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def post(self, path: str, body: Any, answer: type[R], token: str | None = None) -> R:
        """Raises `RestRefused` and `ServerUnreachable`. Waits when the server says so (429, 503)."""
        encoded = msgspec.json.encode(body)
        for _ in range(_PATIENCE):
            work = asyncio.get_running_loop().run_in_executor(self._pool, self._request, path, encoded, token)
            response = await work
            if response.status not in (429, 503):
                break
            await asyncio.sleep(response.retry_after)
        if response.status >= 300:
            raise RestRefused(response.status, _detail(response.body))
        return msgspec.json.decode(response.body, type=answer)

    def _request(self, path: str, body: bytes, token: str | None) -> _Response:
        """A connection that was kept may have been closed meanwhile; a fresh one has no such excuse."""
        kept: http.client.HTTPConnection | None = getattr(self._mine, "connection", None)
        if kept is not None:
            try:
                return _exchange(kept, path, body, token)
            except (OSError, http.client.HTTPException):
                kept.close()
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        self._mine.connection = fresh = kind(self._host, timeout=_TIMEOUT)
        try:
            return _exchange(fresh, path, body, token)
        except (OSError, http.client.HTTPException) as error:
            del self._mine.connection
            raise ServerUnreachable(f"{self.url} does not answer: {error}") from error


def _exchange(connection: http.client.HTTPConnection, path: str, body: bytes, token: str | None) -> _Response:
    headers = {"Content-Type": "application/json"}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    connection.request("POST", path, body, headers)
    response = connection.getresponse()
    wait = response.getheader("Retry-After") or "1"
    return _Response(response.status, float(wait) if wait.isdigit() else 1.0, response.read())


def _detail(body: bytes) -> str:
    try:
        return msgspec.json.decode(body, type=_Problem).detail
    except msgspec.DecodeError:
        return body[:200].decode(errors="replace")
