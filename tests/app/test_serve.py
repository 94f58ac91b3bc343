"""Serving over a real network: what only a real server can get wrong."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx
import pytest

from eduverse.app import serve as serving
from eduverse.app.settings import Settings, SettingsError
from eduverse.gateway.headers import SECURITY_HEADERS


@pytest.fixture
def web(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>campus</title>")
    return folder


@asynccontextmanager
async def served(settings: Settings, web: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """A campus on a free port, stopped afterwards as a signal would."""
    monkeypatch.setattr(serving, "ensure_built", lambda: web)
    urls: asyncio.Queue[str] = asyncio.Queue()
    running: list[serving._Server] = []
    monkeypatch.setattr(serving, "_Server", _remembering(serving._Server, running))

    def announce(url: str, _: object) -> None:
        urls.put_nowait(url)

    task = asyncio.create_task(serving.serve(settings, demo=False, announce=announce))
    try:
        async with asyncio.timeout(20):
            yield (await urls.get()).replace("localhost", "127.0.0.1")
    finally:
        for server in running:
            server.should_exit = True
        with suppress(asyncio.CancelledError):
            await task


def _remembering(kind: type[serving._Server], made: list[serving._Server]) -> Callable[..., serving._Server]:
    def make(*arguments: object) -> serving._Server:
        made.append(kind(*arguments))  # type: ignore[arg-type]
        return made[-1]

    return make


async def test_a_campus_over_the_network(tmp_path: Path, web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(port=0, data=str(tmp_path / "data"))
    async with served(settings, web, monkeypatch) as url, httpx.AsyncClient(base_url=url) as client:
        for path, status in (("/", 200), ("/api/campus", 200), ("/health/ready", 200), ("/api/x", 404), ("/x.js", 404)):
            answer = await client.get(path)
            assert answer.status_code == status
            assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
            assert "server" not in answer.headers
        wish = {"email": "mira@school.example", "password": "correct horse", "name": "Mira"}
        session = (await client.post("/api/auth/register", json=wish)).json()
        me = await client.get("/api/auth/me", headers={"authorization": f"Bearer {session['token']}"})
        assert me.json()["name"] == "Mira"
    assert {"campus.sqlite", "keys.json"} & {path.name for path in (tmp_path / "data").iterdir()}


async def _raw(url: str, request: bytes) -> bytes:
    host, _, port = url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(request)
    await writer.drain()
    async with asyncio.timeout(5):
        answer = await reader.read(65_536)
    writer.close()
    return answer


async def test_requests_that_no_client_library_sends(
    tmp_path: Path, web: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = {
        b"GET /../../../etc/passwd": (b"200", b"404"),
        b"GET /%2e%2e/%2e%2e/etc/passwd.txt": (b"404",),
        b"GET /api/quiz/%ff%fe": (b"401",),
        b"GET /api/auth/me | Authorization: Bearer \xff\xfe.a.b": (b"401",),
        b"POST /api/auth/refresh | Cookie: eduverse_refresh=\xff.\xfe.a": (b"401",),
        b"POST /api/auth/refresh | Content-Length: -1": (b"400",),
        b"BREW /": (b"405", b"400"),
        b"nonsense": (b"400",),
    }
    settings = Settings(port=0, data=str(tmp_path / "data"))
    async with served(settings, web, monkeypatch) as url:
        for request, statuses in requests.items():
            line, _, header = request.partition(b" | ")
            more = header and header + b"\r\n"
            answer = await _raw(url, line + b" HTTP/1.1\r\nHost: x\r\n" + more + b"Connection: close\r\n\r\n")
            assert answer.split(b" ", 2)[1] in statuses, (request, answer[:200])
            assert b"root:" not in answer


async def test_a_taken_port_is_a_sentence(tmp_path: Path, web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings = Settings(port=taken.getsockname()[1], data=str(tmp_path / "data"))
        monkeypatch.setattr(serving, "ensure_built", lambda: web)
        with pytest.raises(SettingsError, match="Choose another --port"):
            await serving.serve(settings, demo=False, announce=lambda *_: None)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://localhost:8000"),
        ("0.0.0.0", "http://localhost:8000"),
        ("::", "http://localhost:8000"),
        ("::1", "http://[::1]:8000"),
        ("school.example", "http://school.example:8000"),
    ],
)
def test_the_address_to_open(host: str, url: str) -> None:
    assert serving._url(host, 8000) == url
