"""The browser client's files, from memory and compressed beforehand."""

import mimetypes
from pathlib import Path
from typing import NamedTuple, Self

from litestar.types import HTTPScope, Receive, Send

__all__ = ["ClientFiles"]

_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
_IMMUTABLE = b"public, max-age=31536000, immutable"
_REVALIDATE = b"no-cache"


class _File(NamedTuple):
    content_type: bytes
    cache_control: bytes
    tag: bytes
    variants: dict[str, bytes]
    """Encoding -> body; the plain one under ''."""


class ClientFiles:
    """Serves a built client. Files under `assets/` have their content's hash in their name and never change; any
    path that is no file is the client's own route and gets its page."""

    def __init__(self, files: dict[str, _File]) -> None:
        self._files = files

    @classmethod
    def of(cls, root: Path) -> Self:
        """The files of a built client's folder."""
        paths = [path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix not in (".br", ".gz")]
        kept = [path for path in paths if path.name != ".stamp"]
        return cls({f"/{path.relative_to(root).as_posix()}": _load(path) for path in kept})

    @classmethod
    def none(cls) -> Self:
        """No client: for whoever needs the interface alone."""
        return cls({})

    async def __call__(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        file = self._files.get(path)
        if file is None and not _is_file_name(path):
            file = self._files.get("/index.html")
        if file is None:
            await _answer(send, 404, [(b"content-type", b"text/plain; charset=utf-8")], b"There is no such file.\n")
            return
        if scope["method"] not in ("GET", "HEAD"):
            await _answer(send, 405, [(b"allow", b"GET, HEAD")], b"")
            return
        await self._serve(file, scope, send)

    async def _serve(self, file: _File, scope: HTTPScope, send: Send) -> None:
        asked = dict(scope["headers"])
        common = [(b"cache-control", file.cache_control), (b"etag", file.tag), (b"vary", b"accept-encoding")]
        if asked.get(b"if-none-match") == file.tag:
            await _answer(send, 304, common, b"")
            return
        encoding = _best_encoding(file, asked.get(b"accept-encoding", b"").decode("latin-1"))
        body = file.variants[encoding]
        headers = [*common, (b"content-type", file.content_type), (b"content-length", str(len(body)).encode())]
        if encoding:
            headers.append((b"content-encoding", encoding.encode()))
        await _answer(send, 200, headers, body if scope["method"] == "GET" else b"")


def _load(path: Path) -> _File:
    body = path.read_bytes()
    variants = {"": body}
    for encoding, suffix in _ENCODINGS:
        compressed = path.with_name(path.name + suffix)
        if compressed.is_file():
            variants[encoding] = compressed.read_bytes()
    content_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if content_type.startswith("text/") or content_type == "application/javascript":
        content_type += "; charset=utf-8"
    stat = path.stat()
    tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'.encode()
    return _File(content_type.encode(), _IMMUTABLE if path.parent.name == "assets" else _REVALIDATE, tag, variants)


def _best_encoding(file: _File, accepted: str) -> str:
    offered = {part.partition(";")[0].strip() for part in accepted.split(",") if not part.strip().endswith("q=0")}
    return next((encoding for encoding, _ in _ENCODINGS if encoding in offered and encoding in file.variants), "")


def _is_file_name(path: str) -> bool:
    return "." in path.rpartition("/")[2]


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
