"""What is handed out by its CID, and what is not."""

from collections.abc import Iterator

import httpx
import pytest
from tests.ports.content_contract import FOLDER, HELLO, cut, names_in, put_folder, put_many, whole
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.app.ipfs import Ipfs
from eduverse.app.settings import Settings
from eduverse.gateway.static import ClientFiles

RAW, CAR = "application/vnd.ipld.raw", "application/vnd.ipld.car"
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def campus() -> Iterator[MemoryCampus]:
    """One for all tests of this module."""
    running = MemoryCampus(Settings(address_rate=10_000), ClientFiles.none())
    yield running
    running.campus.services.passwords.close()


@pytest.fixture
def ipfs(campus: MemoryCampus) -> Ipfs:
    return campus.campus.services.ipfs


@pytest.fixture
async def anybody(campus: MemoryCampus, ipfs: Ipfs) -> httpx.AsyncClient:
    """Somebody without an account, where `put_folder`'s is published."""
    await put_folder(ipfs.public)
    await ipfs.public.pin(FOLDER, "c1")
    return campus.client()


async def test_a_file_of_a_published_directory(anybody: httpx.AsyncClient) -> None:
    answer = await anybody.get(f"/ipfs/{FOLDER}/a/b.txt")
    assert (answer.status_code, answer.content) == (200, b"hello world")
    expected = {
        "content-type": "text/plain; charset=utf-8",
        "content-length": "11",
        "content-disposition": "inline",
        "etag": f'"{HELLO}"',
        "cache-control": FOREVER,
        "accept-ranges": "bytes",
        "x-ipfs-path": f"/ipfs/{FOLDER}/a/b.txt",
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
        "vary": "accept",
    }
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert answer.headers["x-ipfs-roots"].split(",")[::2] == [FOLDER, HELLO]
    assert answer.headers.get_list("content-security-policy") == [
        "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    ]


async def test_what_nobody_has_published_is_not_there(campus: MemoryCampus, anybody: httpx.AsyncClient) -> None:
    """Also what somebody keeps, and what is below something published, by its own name."""
    kept = (await campus.content.put(cut(b"the exam"))).cid
    await campus.content.pin(kept, "m1:1")
    for path in (
        kept,
        HELLO,
        "bafkqaaa",
        "x",
        "%2e%2e%2fx",
        f"{kept}/x",
        "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG",
    ):
        for query in ("", "?format=raw", "?format=car"):
            answer = await anybody.get(f"/ipfs/{path}{query}")
            assert answer.status_code == 404, path
            assert answer.headers["cache-control"] == "no-store"
    assert problem(await anybody.get(f"/ipfs/{kept}"))["code"] == "content-not-published"


async def test_what_is_published_no_more(ipfs: Ipfs, anybody: httpx.AsyncClient) -> None:
    await ipfs.public.pin(FOLDER, "c2")
    await ipfs.public.unpin(FOLDER, "c1")
    assert (await anybody.get(f"/ipfs/{FOLDER}")).status_code == 200
    await ipfs.public.unpin(FOLDER, "c2")
    assert (await anybody.get(f"/ipfs/{FOLDER}")).status_code == 404


@pytest.mark.parametrize("path", ["x", "a/x", "a/b.txt/c", "empty/%2e%2e%2fZ", "/".join("a" * 40)])
async def test_a_path_that_leads_nowhere(anybody: httpx.AsyncClient, path: str) -> None:
    assert (await anybody.get(f"/ipfs/{FOLDER}/{path}")).status_code == 404


@pytest.mark.parametrize("path", ["", "/"])
async def test_a_directory_is_a_plain_list_of_names(anybody: httpx.AsyncClient, path: str) -> None:
    answer = await anybody.get(f"/ipfs/{FOLDER}{path}")
    assert answer.text == "Z\na\nbig\nempty\né.txt\n"
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["etag"] == f'"DirIndex-{FOLDER}"'


async def test_a_name_that_is_not_ascii(anybody: httpx.AsyncClient) -> None:
    answer = await anybody.get(f"/ipfs/{FOLDER}/é.txt")
    assert answer.text == "e"
    assert answer.headers["x-ipfs-path"] == f"/ipfs/{FOLDER}/%C3%A9.txt"


@pytest.mark.parametrize(
    ("headers", "status", "body", "span"),
    [
        ({"range": "bytes=0-4"}, 206, b"hello", "bytes 0-4/11"),
        ({"range": "bytes=-5"}, 206, b"world", "bytes 6-10/11"),
        ({"range": "bytes=6-"}, 206, b"world", "bytes 6-10/11"),
        ({"range": "bytes=0-4", "if-range": f'"{HELLO}"'}, 206, b"hello", "bytes 0-4/11"),
        ({"range": "bytes=0-4", "if-range": '"other"'}, 200, b"hello world", None),
        ({"range": "bytes=0-1,3-4"}, 200, b"hello world", None),
    ],
)
async def test_a_part_of_a_file(
    anybody: httpx.AsyncClient, headers: dict[str, str], status: int, body: bytes, span: str | None
) -> None:
    answer = await anybody.get(f"/ipfs/{FOLDER}/a/b.txt", headers=headers)
    assert (answer.status_code, answer.content, answer.headers.get("content-range")) == (status, body, span)
    assert answer.headers["content-length"] == str(len(body))


async def test_a_part_that_is_not_there(anybody: httpx.AsyncClient) -> None:
    answer = await anybody.get(f"/ipfs/{FOLDER}/a/b.txt", headers={"range": "bytes=11-"})
    assert answer.status_code == 416


@pytest.mark.parametrize("tag", [f'"{HELLO}"', f'W/"{HELLO}"', f'"x", "{HELLO}"', "*"])
async def test_a_browser_that_has_it(anybody: httpx.AsyncClient, tag: str) -> None:
    answer = await anybody.get(f"/ipfs/{FOLDER}/a/b.txt", headers={"if-none-match": tag})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", f'"{HELLO}"')


@pytest.mark.parametrize("query", ["", "?format=raw", "?format=car"])
async def test_the_head_alone(anybody: httpx.AsyncClient, query: str) -> None:
    path = f"/ipfs/{FOLDER}/a/b.txt{query}"
    got, head = await anybody.get(path), await anybody.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) == dict(got.headers)


async def test_only_reading(anybody: httpx.AsyncClient) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert (await anybody.request(method, f"/ipfs/{FOLDER}")).status_code == 405


async def test_a_block(ipfs: Ipfs, anybody: httpx.AsyncClient) -> None:
    by_query = await anybody.get(f"/ipfs/{FOLDER}?format=raw")
    by_header = await anybody.get(f"/ipfs/{FOLDER}", headers={"accept": f"text/html;q=0.1, {RAW}"})
    for answer in (by_query, by_header):
        assert answer.content == await ipfs.files.content.block(FOLDER)
        assert answer.headers["content-type"] == RAW
        assert answer.headers["etag"] == f'"{FOLDER}.raw"'
        assert answer.headers["content-disposition"] == f'attachment; filename="{FOLDER}.bin"'


async def test_an_archive(ipfs: Ipfs, anybody: httpx.AsyncClient) -> None:
    for answer in (
        await anybody.get(f"/ipfs/{FOLDER}?format=car"),
        await anybody.get(f"/ipfs/{FOLDER}", headers={"accept": f"{CAR}; version=1; order=dfs"}),
    ):
        assert answer.content == await whole(ipfs.files.content.export(FOLDER))
        assert answer.headers["content-type"] == f"{CAR}; version=1; order=dfs; dups=n"
        assert answer.headers["etag"].startswith('W/"')


async def test_an_archive_of_a_part(anybody: httpx.AsyncClient) -> None:
    answer = await anybody.get(f"/ipfs/{FOLDER}/a?format=car&dag-scope=entity")
    root, bar, *blocks = await names_in(answer.content)
    assert (root, bar, blocks[0], len(blocks)) == (FOLDER, "|", FOLDER, 2)


@pytest.mark.parametrize("query", ["format=tar", "format=", "format=file", "format=car&dag-scope=x"])
@pytest.mark.parametrize("more", ["", "&x=1"])
async def test_a_form_that_is_not_served(anybody: httpx.AsyncClient, query: str, more: str) -> None:
    assert (await anybody.get(f"/ipfs/{FOLDER}?{query}{more}")).status_code == 406


async def test_a_car_of_another_version(anybody: httpx.AsyncClient) -> None:
    assert (await anybody.get(f"/ipfs/{FOLDER}?format=car&car-version=2")).status_code == 406


async def test_a_sharded_directory(ipfs: Ipfs, anybody: httpx.AsyncClient) -> None:
    cid = await put_many(ipfs.public, 4_096)
    await ipfs.public.pin(cid, "c1")
    assert (await anybody.get(f"/ipfs/{cid}/{77:020}")).text == "x"
    assert len((await anybody.get(f"/ipfs/{cid}")).text.splitlines()) == 4_096


async def test_a_page_and_a_program_are_not_shown_as_such(ipfs: Ipfs, anybody: httpx.AsyncClient) -> None:
    for body, kind, shown in (
        (b"<!doctype html><script>alert(1)</script>", "text/plain; charset=utf-8", "inline"),
        (b"\x7fELF\x02\x01\x01\x00", "application/octet-stream", "attachment"),
    ):
        cid = (await ipfs.public.put(cut(body))).cid
        await ipfs.public.pin(cid, "c1")
        answer = await anybody.get(f"/ipfs/{cid}")
        assert answer.content == body
        assert (answer.headers["content-type"], answer.headers["content-disposition"]) == (kind, shown)


async def test_visitors_are_limited_like_everywhere() -> None:
    settings = Settings(address_rate=1)
    async with memory_campus(settings) as slow:
        client = slow.client()
        statuses = [(await client.get("/ipfs/x")).status_code for _ in range(7)]
    assert statuses[-1] == 429
    assert statuses[0] == 404
