"""Calls to a Kubo node's RPC interface, with a limit on time and size.

Everything is a POST; what went wrong is a 500 with a sentence. After a command has begun to answer, an error can only
cut the answer off: whoever calls looks for what says that the command has come to its end.
"""

import asyncio
from base64 import b64encode
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import msgspec

from eduverse.kernel.content import ContentUnavailable
from eduverse.kernel.structs import Struct

if TYPE_CHECKING:
    import httpx2

__all__ = ["KuboForbidden", "KuboRefused", "KuboRpc", "is_auth"]

_CONNECT = 5.0
_IDLE = 60.0
"""Seconds in which a node takes or gives at least some bytes of a body."""
_AT_ONCE = 32
_LARGEST = 4 << 20
"""Bytes of an answer; nodes exchange no block of more than 2 MiB."""


class KuboRefused(Exception):
    """The node has carried out nothing, and says why."""

    @property
    def is_missing(self) -> bool:
        """Whether a block is not there. The node has no code for it, only the words of `ipld.ErrNotFound`."""
        return "could not find" in str(self)

    @property
    def is_unpinned(self) -> bool:
        return "not pinned" in str(self)


class KuboForbidden(ContentUnavailable):
    """The node lets others do this, or nobody."""

    slug = "content-forbidden"


class _Trouble(Struct, frozen=True, kw_only=True, rename="pascal"):
    message: str = ""


def is_auth(text: str) -> bool:
    """Whether it is written as in the node's own `API.Authorizations`: `basic:user:password` or `bearer:token`."""
    kind, _, secret = text.partition(":")
    return secret.isascii() and secret.isprintable() and (kind == "bearer" or (kind == "basic" and ":" in secret))


class KuboRpc:
    """One node, by its address, which is all that a message shows of it. Every call may raise `ContentUnavailable`."""

    def __init__(self, url: str, auth: str | None = None) -> None:
        import httpx2

        self.url = url.rstrip("/")
        self._errors = (httpx2.HTTPError, httpx2.StreamError)
        self._client = httpx2.AsyncClient(
            base_url=f"{self.url}/api/v0/",
            headers={"authorization": _header(auth)} if auth else {},
            timeout=httpx2.Timeout(_IDLE, connect=_CONNECT),
            limits=httpx2.Limits(max_connections=_AT_ONCE),
            trust_env=False,
        )

    async def call(self, command: str, *, seconds: float, **options: Any) -> bytes:
        """Carries out a command. Raises `KuboRefused`."""
        async with self._answer(command, seconds, options) as response:
            return await self._body(response)

    async def lines(self, command: str, *, seconds: float, **options: Any) -> AsyncGenerator[bytes, None]:
        """The lines of an answer of any length, as they come. Raises `KuboRefused`."""
        async with self._answer(command, seconds, options) as response:
            async for line in response.aiter_lines():
                yield line.encode()

    async def upload(self, command: str, data: AsyncIterator[bytes], *, seconds: float, **options: Any) -> bytes:
        """Carries out a command on a file, sent as it comes. Raises `KuboRefused`."""
        mark = token_hex(16)
        headers = {"content-type": f"multipart/form-data; boundary={mark}"}
        async with self._answer(command, seconds, options, content=_form(mark, data), headers=headers) as response:
            return await self._body(response)

    async def close(self) -> None:
        await self._client.aclose()

    @asynccontextmanager
    async def _answer(
        self, command: str, seconds: float, options: dict[str, Any], **body: Any
    ) -> AsyncIterator["httpx2.Response"]:
        params = {name.replace("_", "-"): _option(value) for name, value in options.items()}
        try:
            async with (
                asyncio.timeout(seconds),
                self._client.stream("POST", command, params=params, **body) as response,
            ):
                if response.status_code != 200:
                    raise self._refusal(response.status_code, await self._body(response))
                yield response
        except TimeoutError:
            raise ContentUnavailable(f"The IPFS node at {self.url} has not answered for {seconds:.0f} s.") from None
        except self._errors as error:
            raise ContentUnavailable(f"The IPFS node at {self.url} does not answer: {_words(error)}.") from None

    async def _body(self, response: "httpx2.Response") -> bytes:
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > _LARGEST:
                raise ContentUnavailable(f"The IPFS node at {self.url} answers with more than {_LARGEST >> 20} MiB.")
        return bytes(body)

    def _refusal(self, status: int, body: bytes) -> Exception:
        """The node's own sentence, or what a status means that comes before any command."""
        try:
            message = msgspec.json.decode(body, type=_Trouble).message
        except msgspec.DecodeError:
            message = ""
        if status == 500 and message:
            return KuboRefused(message[:500])
        if status in (401, 403):
            return KuboForbidden(f"{self.url} answers {status}: EDUVERSE_IPFS_AUTH does not let us do this there.")
        return ContentUnavailable(f"{self.url} answers {status}: this is no RPC interface of an IPFS node.")


def _header(auth: str) -> str:
    kind, _, secret = auth.partition(":")
    return f"Basic {b64encode(secret.encode()).decode()}" if kind == "basic" else f"Bearer {secret}"


def _option(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


async def _form(mark: str, data: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """RFC 7578, with one file in it."""
    yield (
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode()
    async for chunk in data:
        yield chunk
    yield f"\r\n--{mark}--\r\n".encode()
