"""The IPFS gateway: `/ipfs/<cid>/<path>`, for what the campus has published, and for nothing else.

The specifications are IPFS's `path-gateway` and `trustless-gateway`: a file as it is, or, for whoever checks hashes
themselves, the blocks it is made of (`?format=raw`, `?format=car`, or the media types of these in `Accept`).
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, Protocol
from urllib.parse import quote

from litestar import Controller, HttpMethod, Request, route
from litestar.di import NamedDependency
from litestar.params import SkipValidation
from litestar.response import Stream

from eduverse.gateway.sniffing import SHOWN, media_type_of
from eduverse.kernel.content import Content, Found, Kind, Scope
from eduverse.kernel.errors import Problem
from eduverse.kernel.ranges import part_of

__all__ = ["FormatNotServed", "IpfsController", "NotPublished", "PublicFiles", "Published"]

_MAX_DEPTH = 32
"""Names on a path."""
_HEAD = 1024
"""Bytes of a file by which it is told what it is."""
_LISTED = 10_000
_FOREVER = "public, max-age=31536000, immutable"
_DIRECTORY = "public, max-age=86400"
_EVERYBODY = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "content-length, content-range, etag, x-ipfs-path, x-ipfs-roots",
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "vary": "accept",
}
"""Pages on other sites may read what everybody may; in a browser it runs nothing, and asks for nothing."""


class Published(Protocol):
    async def has(self, cid: str) -> bool:
        """Whether everybody may read what is under this name, with all that is in it."""
        ...


class PublicFiles(NamedTuple):
    content: Content
    published: Published


class NotPublished(Problem):
    status = 404
    slug = "content-not-published"
    title = "Nothing is published here under this name"


class FormatNotServed(Problem):
    status = 406
    slug = "format-not-served"
    title = "Ask for a file as it is, for a raw block, or for a CAR of version 1"


class Form(StrEnum):
    FILE = "file"
    RAW = "raw"
    CAR = "car"


_FORMATS = {"raw": Form.RAW, "car": Form.CAR}


class Asked(NamedTuple):
    cid: str
    path: list[str]
    form: Form
    scope: Scope
    headers: Mapping[str, str]
    """Their names in lower case."""


class IpfsController(Controller):
    path = "/ipfs"
    include_in_schema = False

    @route(
        ["/{cid:str}", "/{cid:str}/{rest:path}"],
        http_method=[HttpMethod.GET, HttpMethod.HEAD],
        public=True,
        skip_compression=True,
    )
    async def serve(
        self, request: Request[Any, Any, Any], public_files: NamedDependency[SkipValidation[PublicFiles]]
    ) -> Stream:
        """A published file, a list of what is in a published directory, or the blocks of either."""
        answer = await _answer(_asked(request), public_files)
        chunks = () if request.method == HttpMethod.HEAD else answer.chunks
        return Stream(chunks, status_code=answer.status, headers=answer.headers)


class _Answer(NamedTuple):
    headers: dict[str, str]
    chunks: AsyncIterator[bytes] | Iterable[bytes] = ()
    status: int = 200


def _asked(request: Request[Any, Any, Any]) -> Asked:
    """Raises `FormatNotServed`."""
    cid, rest = request.path_params["cid"], str(request.path_params.get("rest", ""))
    path = [name for name in rest.split("/") if name]
    if len(path) > _MAX_DEPTH:
        raise NotPublished
    query = request.query_params
    try:
        form = _form(query.get("format"), request.headers.get("accept", ""))
        scope = Scope(query.get("dag-scope", Scope.ALL))
    except (KeyError, ValueError):
        raise FormatNotServed from None
    if form is Form.CAR and query.get("car-version", "1") != "1":
        raise FormatNotServed
    return Asked(cid, path, form, scope, request.headers)


def _form(wanted: str | None, accept: str) -> Form:
    """What the address asks for goes before what the client says it takes."""
    if wanted is not None:
        return _FORMATS[wanted]
    kinds = [kind.split(";")[0].strip().lower() for kind in accept.split(",")]
    for form in (Form.RAW, Form.CAR):
        if f"application/vnd.ipld.{form}" in kinds:
            return form
    return Form.FILE


async def _answer(asked: Asked, files: PublicFiles) -> _Answer:
    """Of what is not published, not even whether it is there is looked up."""
    if not await files.published.has(asked.cid):
        raise NotPublished
    found = await files.content.find(asked.cid, asked.path)
    answer = await _served(asked, found, files.content)
    headers = {
        **_EVERYBODY,
        "x-ipfs-path": quote("/".join(["/ipfs", asked.cid, *asked.path])),
        "x-ipfs-roots": ",".join(found.trail),
        **answer.headers,
    }
    if _has_it(asked.headers.get("if-none-match"), headers["etag"]):
        return _Answer({name: value for name, value in headers.items() if name != "content-length"}, status=304)
    return answer._replace(headers=headers)


async def _served(asked: Asked, found: Found, content: Content) -> _Answer:
    match asked.form:
        case Form.RAW:
            return _raw(found, await content.block(found.cid))
        case Form.CAR:
            return _car(asked, content)
        case Form.FILE if found.kind is Kind.FILE:
            return await _file(asked, found, content)
    return await _listing(found, content)


def _raw(found: Found, block: bytes) -> _Answer:
    headers = {
        "cache-control": _FOREVER,
        "content-disposition": f'attachment; filename="{found.cid}.bin"',
        "content-length": str(len(block)),
        "content-type": "application/vnd.ipld.raw",
        "etag": f'"{found.cid}.raw"',
    }
    return _Answer(headers, (block,))


def _car(asked: Asked, content: Content) -> _Answer:
    """The blocks of it once, depth first; parts of a file by `entity-bytes` are not cut out."""
    below = "".join(f".{quote(name, safe='')}" for name in asked.path)
    headers = {
        "accept-ranges": "none",
        "cache-control": _FOREVER,
        "content-disposition": f'attachment; filename="{asked.cid}.car"',
        "content-type": "application/vnd.ipld.car; version=1; order=dfs; dups=n",
        "etag": f'W/"{asked.cid}{below}.{asked.scope}.car"',
    }
    return _Answer(headers, content.export(asked.cid, asked.path, asked.scope))


async def _file(asked: Asked, found: Found, content: Content) -> _Answer:
    """The file, or the part of it that is asked for (RFC 9110, 14). Raises `RangeNotSatisfiable`."""
    head = b"".join([piece async for piece in content.read(found.cid, 0, _HEAD)])
    kind, tag = media_type_of(head), f'"{found.cid}"'
    part = part_of(asked.headers.get("range"), found.size) if asked.headers.get("if-range", tag) == tag else None
    start, end = part or (0, found.size)
    headers = {
        "accept-ranges": "bytes",
        "cache-control": _FOREVER,
        "content-disposition": "inline" if kind in SHOWN else "attachment",
        "content-length": str(end - start),
        "content-type": kind,
        "etag": tag,
    }
    if part:
        headers["content-range"] = f"bytes {start}-{end - 1}/{found.size}"
    return _Answer(headers, content.read(found.cid, start, end), 206 if part else 200)


async def _listing(found: Found, content: Content) -> _Answer:
    """The names in a directory, a line each: there is nothing to follow in it, nor to run."""
    names: list[str] = []
    async for entry in content.entries(found.cid):
        if len(names) == _LISTED:
            names.append("…")
            break
        names.append(entry.name)
    body = "".join(f"{name}\n" for name in names).encode()
    headers = {
        "cache-control": _DIRECTORY,
        "content-disposition": "inline",
        "content-length": str(len(body)),
        "content-type": "text/plain; charset=utf-8",
        "etag": f'"DirIndex-{found.cid}"',
    }
    return _Answer(headers, (body,))


def _has_it(header: str | None, tag: str) -> bool:
    """RFC 9110, 13.1.2: weak or not makes no difference here."""
    if header is None:
        return False
    return header.strip() == "*" or any(
        one.strip().removeprefix("W/") == tag.removeprefix("W/") for one in header.split(",")
    )
