"""Answers are compressed with zstd where the client takes it, else gzip, and carry an ETag."""

import hashlib
from io import BytesIO
from typing import Any, ClassVar, cast

import zstandard
from litestar.config.compression import CompressionConfig
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware, DefineMiddleware
from litestar.middleware.compression import CompressionMiddleware
from litestar.middleware.compression.facade import CompressionFacade
from litestar.types import ASGIApp, HTTPResponseStartEvent, HTTPScope, Message, Receive, Scope, Send

__all__ = ["COMPRESSION", "EntityTags"]

_LEVEL = 3


class _Zstd(CompressionFacade):
    """The framework's facade over the zstandard library."""

    encoding: ClassVar[str] = "zstd"

    def __init__(self, buffer: BytesIO, compression_encoding: str, config: CompressionConfig) -> None:
        self._buffer = buffer
        self._compressor = zstandard.ZstdCompressor(level=_LEVEL).compressobj()

    def write(self, body: bytes) -> None:
        self._buffer.write(self._compressor.compress(body))
        self._buffer.write(self._compressor.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK))

    def close(self) -> None:
        self._buffer.write(self._compressor.flush())


COMPRESSION = DefineMiddleware(
    CompressionMiddleware,
    config=CompressionConfig(
        backend="zstd",
        compression_facade=_Zstd,
        gzip_fallback=True,
        gzip_compress_level=4,
        minimum_size=1_000,
        exclude_opt_key="skip_compression",
    ),
)
"""Outside of `EntityTags`: a tag is of the plain body, since gzip writes the time into every compressed one."""


class EntityTags(ASGIMiddleware):
    """Gives every successful GET a weak ETag, and answers 304 when the client has that very body (RFC 9110, 13.1.2)."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        if cast(HTTPScope, scope)["method"] != "GET":
            await next_app(scope, receive, send)
            return
        await next_app(scope, receive, _Tagging(scope, send))


class _Tagging:
    """Holds a response's start back until its body is there. A body that comes in parts is passed on untagged."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._send = send
        self._if_none_match = dict(scope["headers"]).get(b"if-none-match")
        self._start: HTTPResponseStartEvent | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            self._start = message
            return
        start, self._start = self._start, None
        if start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        if not message.get("more_body"):
            self._tag(start, message)
        await self._send(start)
        await self._send(message)

    def _tag(self, start: HTTPResponseStartEvent, message: Any) -> None:
        tag = b'W/"' + hashlib.blake2b(message["body"], digest_size=12).hexdigest().encode() + b'"'
        start["headers"] = [*start["headers"], (b"etag", tag)]
        if tag == self._if_none_match:
            start["status"] = 304
            start["headers"] = [
                (name, value) for name, value in start["headers"] if name not in (b"content-length", b"content-type")
            ]
            message["body"] = b""
