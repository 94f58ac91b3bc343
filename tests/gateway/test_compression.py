"""Compression and entity tags."""

import gzip

import httpx
import pytest
import zstandard
from litestar import Litestar, get, post
from litestar.response import Stream
from tests.support.asgi import client_of

from eduverse.gateway.compression import COMPRESSION, EntityTags

LONG = "All the planets. " * 200


@get("/long")
async def long() -> str:
    return LONG


@get("/short")
async def short() -> str:
    return "Mars"


@post("/long")
async def posted() -> str:
    return LONG


@get("/stream")
async def streamed() -> Stream:
    return Stream(iter([LONG, LONG]))


@pytest.fixture
def client() -> httpx.AsyncClient:
    app = Litestar(
        [long, short, posted, streamed],
        middleware=[COMPRESSION, EntityTags()],
        openapi_config=None,
        logging_config=None,
    )
    return client_of(app)


async def raw(client: httpx.AsyncClient, path: str, encoding: str) -> tuple[bytes, httpx.Headers]:
    async with client.stream("GET", path, headers={"accept-encoding": encoding}) as answer:
        return b"".join([part async for part in answer.aiter_raw()]), answer.headers


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("zstd", "zstd"),
        ("gzip, zstd, br", "zstd"),
        ("gzip", "gzip"),
        ("gzip, br", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
async def test_long_answers_are_compressed_as_the_client_takes_it(
    client: httpx.AsyncClient, accepted: str, encoding: str | None
) -> None:
    body, headers = await raw(client, "/long", accepted)
    assert headers.get("content-encoding") == encoding
    match encoding:
        case "zstd":
            text = zstandard.ZstdDecompressor().decompressobj().decompress(body)
        case "gzip":
            text = gzip.decompress(body)
        case _:
            text = body
    assert text.decode() == LONG
    assert (len(body) < 300) is (encoding is not None)
    if encoding:
        assert "accept-encoding" in headers["vary"].lower()


async def test_short_answers_are_sent_as_they_are(client: httpx.AsyncClient) -> None:
    body, headers = await raw(client, "/short", "zstd, gzip")
    assert (body, headers.get("content-encoding")) == (b"Mars", None)


@pytest.mark.parametrize("path", ["/long", "/short"])
@pytest.mark.parametrize("encoding", ["zstd", "gzip", "identity"])
async def test_what_the_client_has_is_not_sent_again(client: httpx.AsyncClient, path: str, encoding: str) -> None:
    tag = (await client.get(path, headers={"accept-encoding": encoding})).headers["etag"]
    assert tag.startswith('W/"')
    again = await client.get(path, headers={"accept-encoding": encoding, "if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = await client.get(path, headers={"if-none-match": 'W/"something-else"'})
    assert (other.status_code, other.headers["etag"]) == (200, tag)


async def test_only_what_was_found_has_a_tag(client: httpx.AsyncClient) -> None:
    assert "etag" not in (await client.post("/long")).headers
    assert "etag" not in (await client.get("/nothing")).headers


async def test_an_answer_in_parts_is_passed_on(client: httpx.AsyncClient) -> None:
    answer = await client.get("/stream")
    assert (answer.text, answer.headers.get("etag")) == (LONG * 2, None)
