"""The client's files."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from tests.support.asgi import client_of

from eduverse.gateway.static import ClientFiles

PAGE = "<!doctype html><title>campus</title>"
SCRIPT = "console.log('campus')\n" * 50


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    web = tmp_path / "web"
    (web / "assets").mkdir(parents=True)
    (web / "index.html").write_text(PAGE)
    (web / ".stamp").write_text("stamp")
    (web / "assets" / "index-1234.js").write_text(SCRIPT)
    (web / "assets" / "index-1234.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (web / "assets" / "index-1234.js.br").write_bytes(b"brotli, supposedly")
    (web / "favicon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    async with client_of(ClientFiles.of(web)) as client:
        yield client


async def raw(client: httpx.AsyncClient, path: str, accepted: str) -> tuple[bytes, str | None]:
    async with client.stream("GET", path, headers={"accept-encoding": accepted}) as answer:
        return b"".join([part async for part in answer.aiter_raw()]), answer.headers.get("content-encoding")


async def test_a_file_comes_with_its_type_and_length(client: httpx.AsyncClient) -> None:
    script = await client.get("/assets/index-1234.js", headers={"accept-encoding": "identity"})
    assert (script.text, script.headers["content-length"]) == (SCRIPT, str(len(SCRIPT)))
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert script.headers["vary"] == "accept-encoding"
    assert (await client.get("/favicon.svg")).headers["content-type"].startswith("image/svg+xml")


async def test_what_has_its_hash_in_its_name_is_kept_for_good(client: httpx.AsyncClient) -> None:
    kept = (await client.get("/assets/index-1234.js")).headers["cache-control"]
    assert kept == "public, max-age=31536000, immutable"
    for path in ("/index.html", "/", "/favicon.svg"):
        assert (await client.get(path)).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("gzip;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0", None),
        ("identity", None),
        ("", None),
        ("zstd", None),
    ],
)
async def test_the_best_encoding_that_is_taken(client: httpx.AsyncClient, accepted: str, encoding: str | None) -> None:
    body, found = await raw(client, "/assets/index-1234.js", accepted)
    assert found == encoding
    texts = {"br": b"brotli, supposedly", None: SCRIPT.encode()}
    assert (gzip.decompress(body) == SCRIPT.encode()) if encoding == "gzip" else (body == texts[encoding])


async def test_a_file_that_was_not_compressed_beforehand(client: httpx.AsyncClient) -> None:
    assert await raw(client, "/favicon.svg", "br, gzip") == (b"<svg/>", None)


async def test_a_client_that_has_it_gets_304(client: httpx.AsyncClient) -> None:
    tag = (await client.get("/")).headers["etag"]
    again = await client.get("/", headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["cache-control"]) == (304, b"", "no-cache")
    assert (await client.get("/", headers={"if-none-match": '"other"'})).status_code == 200


@pytest.mark.parametrize("path", ["/", "/classrooms", "/classrooms/01h/quiz", "/a%20b", "/%2e", "/..", "/classrooms/"])
async def test_a_path_of_the_clients_own_gets_its_page(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code in (200, 404)
    assert answer.status_code == 404 or answer.text == PAGE


@pytest.mark.parametrize(
    "path",
    [
        "/nothing.js",
        "/assets/other.js",
        "/.stamp",
        "/assets/index-1234.js.gz",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/../../secret.txt",
        "/assets/..%5c..%5csecret.txt",
        "//etc/hosts.txt",
        "/etc/hosts.txt",
        "/secret.txt%00",
    ],
)
async def test_nothing_else_is_served(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert "secret" not in answer.text
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/plain; charset=utf-8")


async def test_head_is_get_without_the_body(client: httpx.AsyncClient) -> None:
    answer = await client.head("/assets/index-1234.js", headers={"accept-encoding": "identity"})
    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (200, b"", str(len(SCRIPT)))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_files_are_only_read(client: httpx.AsyncClient, method: str) -> None:
    answer = await client.request(method, "/")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


async def test_a_campus_without_a_client() -> None:
    async with client_of(ClientFiles.none()) as client:
        assert (await client.get("/")).status_code == 404
