"""The Engine.IO v4 protocol over real connections: what the official test-suite asks for, and more.

Moving from long-polling to a websocket is in `test_upgrade`.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

import pytest
from tests.realtime.conftest import Running, Serve
from tests.realtime.waiting import polling_of, until, until_gone, until_polled

ENGINE = "/engine.io/"
POLLING = "EIO=4&transport=polling"
WEBSOCKET = "EIO=4&transport=websocket"


async def test_a_polling_handshake(running: Running) -> None:
    response = await running.get(POLLING, ENGINE)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/plain; charset=UTF-8"
    assert response.text[0] == "0"
    opened = json.loads(response.text[1:])
    assert opened.pop("sid")
    assert opened == {"upgrades": ["websocket"], "pingInterval": 25000, "pingTimeout": 20000, "maxPayload": 1_000_000}


async def test_a_websocket_handshake(running: Running) -> None:
    opened = await (await running.websocket(path=ENGINE)).receive()
    assert isinstance(opened, str)
    assert json.loads(opened[1:])["upgrades"] == []


@pytest.mark.parametrize(
    ("method", "query", "code"),
    [
        ("GET", "transport=polling", 5),
        ("GET", "EIO=abc&transport=polling", 5),
        ("GET", "EIO=4", 0),
        ("GET", "EIO=4&transport=abc", 0),
        ("GET", WEBSOCKET, 3),
        ("GET", f"{POLLING}&sid=unknown", 1),
        ("POST", POLLING, 2),
        ("PUT", POLLING, 2),
    ],
)
async def test_requests_that_open_nothing(running: Running, method: str, query: str, code: int) -> None:
    response = await running.http.request(method, f"{ENGINE}?{query}")
    assert response.status_code == 400
    assert response.json()["code"] == code


@pytest.mark.parametrize(
    ("method", "query", "code"),
    [
        ("GET", "transport=polling", 3),
        ("GET", "EIO=3&transport=polling", 3),
        ("GET", "EIO=4", 0),
        ("GET", WEBSOCKET, 3),
        ("POST", "transport=polling", 3),
        ("POST", "EIO=4", 0),
        ("PUT", POLLING, 2),
    ],
)
async def test_requests_of_a_session_that_are_refused_and_cost_it_nothing(
    running: Running, method: str, query: str, code: int
) -> None:
    sid = await running.open_polling(ENGINE)
    response = await running.http.request(method, f"{ENGINE}?{query}&sid={sid}", content=b"4hello")
    assert response.status_code == 400
    assert response.json()["code"] == code
    assert (await running.post(sid, "4still", ENGINE)).text == "ok"
    assert (await running.poll(sid, ENGINE)).text == "4still"


@pytest.mark.parametrize(
    "query", ["transport=websocket", "EIO=abc&transport=websocket", "EIO=4", POLLING, f"{WEBSOCKET}&sid=unknown"]
)
async def test_websockets_that_open_nothing(running: Running, query: str) -> None:
    with pytest.raises(ConnectionRefusedError):
        await running.websocket(query, ENGINE)


async def test_a_path_that_nobody_serves(running: Running) -> None:
    with pytest.raises(ConnectionRefusedError):
        await running.websocket(path="/elsewhere/")


async def test_a_connection_header_with_several_tokens(running: Running) -> None:
    """Firefox sends `Connection: keep-alive, Upgrade`."""
    async with _line(running) as (reader, writer):
        writer.write(
            f"GET {ENGINE}?{WEBSOCKET} HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        assert (await reader.readline()).startswith(b"HTTP/1.1 101")


@pytest.mark.parametrize("body", ["4hello", "4test1\x1e4test2\x1e4test3", "4hello\x1ebAQIDBA==", "4€"])
async def test_payloads_over_polling(running: Running, body: str) -> None:
    sid = await running.open_polling(ENGINE)
    pushed = await running.post(sid, body, ENGINE)
    assert (pushed.status_code, pushed.text) == (200, "ok")
    polled = await running.poll(sid, ENGINE)
    assert (polled.status_code, polled.text) == (200, body)


async def test_a_body_of_no_declared_type_is_text(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    pushed = await running.http.post(f"{ENGINE}?{POLLING}&sid={sid}", content=b"4hello\x1ebAQIDBA==")
    assert "content-type" not in pushed.request.headers
    assert pushed.text == "ok"
    assert (await running.poll(sid, ENGINE)).text == "4hello\x1ebAQIDBA=="


async def test_a_poll_waits_for_what_comes(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    polled, _ = await asyncio.gather(running.poll(sid, ENGINE), running.post(sid, "4hello", ENGINE))
    assert polled.text == "4hello"


async def test_a_noop_means_nothing(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    await running.post(sid, "6\x1e4hello", ENGINE)
    assert (await running.poll(sid, ENGINE)).text == "4hello"


@pytest.mark.parametrize("body", ["abc", "", "2", "0", "5", "4a\x1e", "\x1e4a", "bAQI", "bA*ID", b"4\xff"])
async def test_a_malformed_payload_closes_the_session(running: Running, body: str | bytes) -> None:
    sid = await running.open_polling(ENGINE)
    await running.post(sid, body, ENGINE)
    assert (await running.poll(sid, ENGINE)).status_code == 400


async def test_binary_bodies_are_refused(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    response = await running.post(sid, b"\1\2", ENGINE, **{"content-type": "application/octet-stream"})
    assert response.status_code == 400
    assert (await running.poll(sid, ENGINE)).json()["code"] == 1


async def test_a_body_larger_than_announced(serve: Serve) -> None:
    running = await serve(max_payload=1000)
    sid = await running.open_polling(ENGINE)
    assert (await running.post(sid, "4" * 1000, ENGINE)).status_code == 200
    assert (await running.post(sid, "4" * 1001, ENGINE)).status_code == 413
    assert (await running.poll(sid, ENGINE)).status_code == 400


async def test_two_polls_at_once_close_the_session(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    first = asyncio.create_task(running.poll(sid, ENGINE))
    await until_polled(running.echo, sid)
    assert (await running.poll(sid, ENGINE)).status_code == 400
    assert (await first).text == "1"
    assert (await running.poll(sid, ENGINE)).status_code == 400


async def test_two_posts_at_once_close_the_session(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    async with _half_a_post(running, sid) as (reader, writer):
        second = await running.post(sid, "4hello", ENGINE)
        assert (second.status_code, second.json()["code"]) == (400, 3)
        assert (await running.poll(sid, ENGINE)).json()["code"] == 1
        writer.write(b"llo")
        assert (await reader.readline()).startswith(b"HTTP/1.1 400")


async def test_a_post_that_is_cut_off_closes_the_session(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    async with _half_a_post(running, sid) as (_, writer):
        writer.transport.abort()
        await until_gone(running.echo, sid)
    assert (await running.poll(sid, ENGINE)).json()["code"] == 1


async def test_a_poll_that_is_cut_off_closes_the_session(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    async with _line(running) as (_, writer):
        writer.write(f"GET {ENGINE}?{POLLING}&sid={sid} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        await until_polled(running.echo, sid)
        writer.transport.abort()
        await until_gone(running.echo, sid)
    assert (await running.poll(sid, ENGINE)).json()["code"] == 1


async def test_a_websocket_that_is_cut_off_closes_the_session(running: Running) -> None:
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    sid = next(iter(running.echo.connections))
    opened.abort()
    await until_gone(running.echo, sid)


async def test_messages_over_a_websocket(running: Running) -> None:
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    opened.send("4hello")
    assert await opened.receive() == "4hello"
    opened.send(b"\1\2\3\4")
    assert await opened.receive() == b"\1\2\3\4"
    opened.send(b"a" * 900_000)
    assert await opened.receive() == b"a" * 900_000


async def test_fragments_are_one_message(running: Running) -> None:
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    opened.send("4he", fin=False)
    opened.send("l", fin=False, continued=True)
    opened.send("lo", continued=True)
    assert await opened.receive() == "4hello"


@pytest.mark.parametrize("message", ["abc", "", "2", "0", "5", "4\udcff"])
async def test_a_malformed_message_closes_the_websocket(running: Running, message: str) -> None:
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    opened.send(message)
    assert await opened.receive() is None
    assert opened.close_code in {1002, 1007}
    assert not running.echo.connections


async def test_a_continuation_of_nothing(running: Running) -> None:
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    opened.send("4a", continued=True)
    assert await opened.receive() is None
    assert opened.close_code == 1002


async def test_a_message_within_a_message(running: Running) -> None:
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    opened.send("4a", fin=False)
    opened.send("4b")
    assert await opened.receive() is None
    assert opened.close_code == 1002


async def test_a_message_larger_than_announced_closes_the_websocket(serve: Serve) -> None:
    running = await serve(max_payload=1000)
    for fragmented in (False, True):
        opened = await running.websocket(path=ENGINE)
        await opened.receive()
        if fragmented:
            opened.send("4" * 600, fin=False)
            opened.send("4" * 600, continued=True)
        else:
            opened.send("4" * 1001)
        assert await opened.receive() is None
        assert opened.close_code == 1009


async def test_heartbeat_over_polling(serve: Serve) -> None:
    running = await serve(ping_interval=0.03, ping_timeout=5.0)
    sid = await running.open_polling(ENGINE)
    for _ in range(3):
        assert (await running.poll(sid, ENGINE)).text == "2"
        assert (await running.post(sid, "3", ENGINE)).status_code == 200


async def test_heartbeat_over_a_websocket(serve: Serve) -> None:
    running = await serve(ping_interval=0.03, ping_timeout=5.0)
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    for _ in range(3):
        assert await opened.receive() == "2"
        opened.send("3")


async def test_no_sign_of_life_closes_the_session(serve: Serve) -> None:
    running = await serve(ping_interval=0.03, ping_timeout=0.03)
    opened = await running.websocket(path=ENGINE)
    sid = await running.open_polling(ENGINE)
    assert (await opened.drained())[1:] == ["2"]
    await until_gone(running.echo, sid)
    assert (await running.poll(sid, ENGINE)).json()["code"] == 1


async def test_talking_is_no_sign_of_life(serve: Serve) -> None:
    running = await serve(ping_interval=0.03, ping_timeout=0.05)
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    sid = next(iter(running.echo.connections))
    heard = set()
    while sid in running.echo.connections:
        opened.send("4a")
        heard.add(await opened.receive())
    assert {"4a", "2"} <= heard


@pytest.mark.parametrize("message", ["abc", "0", "5", "2probe"])
async def test_answering_pings_excuses_nothing(serve: Serve, message: str) -> None:
    running = await serve(ping_interval=0.02, ping_timeout=5.0)
    opened = await running.websocket(path=ENGINE)
    sid = await running.open_polling(ENGINE)
    await opened.receive()
    for _ in range(2):
        assert await opened.receive() == "2"
        opened.send("3")
        assert (await running.poll(sid, ENGINE)).text == "2"
        assert (await running.post(sid, "3", ENGINE)).text == "ok"
    opened.send(message)
    await opened.drained()
    assert opened.close_code == 1002
    await running.post(sid, f"3\x1e{message}", ENGINE)
    assert (await running.poll(sid, ENGINE)).json()["code"] == 1
    assert not running.echo.connections


async def test_a_close_over_polling_releases_the_poll(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    polled = asyncio.create_task(running.poll(sid, ENGINE))
    await until_polled(running.echo, sid)
    assert (await running.post(sid, "1", ENGINE)).text == "ok"
    assert (await polled).text == "6"
    assert (await running.poll(sid, ENGINE)).status_code == 400


async def test_a_close_over_a_websocket(running: Running) -> None:
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    opened.send("1")
    assert await opened.receive() is None
    assert not running.echo.connections


async def test_pages_of_other_origins_may_not_connect(serve: Serve) -> None:
    running = await serve(origins=frozenset({"https://school.example"}))
    own = f"http://127.0.0.1:{running.port}"
    for origin, status in (("https://evil.example", 403), ("https://school.example", 200), (own, 200)):
        response = await running.get(POLLING, ENGINE, origin=origin)
        assert response.status_code == status
        granted = response.headers.get("access-control-allow-origin")
        assert granted == (origin if origin == "https://school.example" else None)
    await running.websocket(path=ENGINE, origin="https://school.example")
    with pytest.raises(ConnectionRefusedError):
        await running.websocket(path=ENGINE, origin="https://evil.example")


async def test_preflight(serve: Serve) -> None:
    running = await serve(origins=frozenset({"https://school.example"}))
    asked = {"access-control-request-method": "POST"}
    granted = await running.http.options(ENGINE, headers={"origin": "https://school.example", **asked})
    assert granted.status_code == 204
    assert granted.headers["access-control-allow-methods"] == "GET, POST"
    refused = await running.http.options(ENGINE, headers={"origin": "https://evil.example", **asked})
    assert refused.status_code == 403


async def test_a_client_that_does_not_read_is_closed(serve: Serve) -> None:
    running = await serve(max_buffered=50_000)
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    opened.pause_reading()
    sid = next(iter(running.echo.connections))
    while sid in running.echo.connections:
        opened.send("4" * 500_000)
        await asyncio.sleep(0)


async def test_a_client_that_does_not_poll_is_closed(serve: Serve) -> None:
    running = await serve(max_buffered=5_000)
    sid = await running.open_polling(ENGINE)
    for _ in range(2):
        await running.post(sid, "4" * 6_000, ENGINE)
    assert (await running.poll(sid, ENGINE)).status_code == 400


async def test_a_message_larger_than_what_may_wait(serve: Serve) -> None:
    running = await serve(max_buffered=5_000)
    sid = await running.open_polling(ENGINE)
    opened = await running.websocket(path=ENGINE)
    await opened.receive()
    for _ in range(2):
        await running.post(sid, "4" * 900_000, ENGINE)
        assert (await running.poll(sid, ENGINE)).text == "4" * 900_000
        opened.send("4" * 900_000)
        assert await opened.receive() == "4" * 900_000


@contextlib.asynccontextmanager
async def _line(running: Running) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection to say anything on."""
    reader, writer = await asyncio.open_connection("127.0.0.1", running.port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


@contextlib.asynccontextmanager
async def _half_a_post(running: Running, sid: str) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A POST of `4hello` of which the server knows, and has the half."""
    async with _line(running) as (reader, writer):
        front = f"POST {ENGINE}?{POLLING}&sid={sid} HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\n"
        writer.write(f"{front}4he".encode())
        await until(lambda: polling_of(running.echo, sid).posting)
        yield reader, writer
