"""The server for the official suites: where it listens, how it ends, and that it speaks slowly enough for them."""

import asyncio
import contextlib
import errno
import signal
import socket as sockets
import sys
from collections.abc import AsyncIterator, Callable
from typing import Any, cast

import httpx
import pytest
from tests.realtime.raw import RawSocket
from tests.realtime.waiting import until

from eduverse.realtime.server import Arguments, Socket
from eduverse.realtime.testserver import EchoApplication, listen

POLLING = "/engine.io/?EIO=4&transport=polling"


def close(listeners: list[sockets.socket]) -> None:
    for listener in listeners:
        listener.close()


def without_ipv6(reason: int) -> Callable[..., sockets.socket]:
    """`create_server` as it is on a machine on which `::1` cannot be had."""
    create = sockets.create_server

    def create_server(address: tuple[str, int], **options: Any) -> sockets.socket:
        if address[0] == "::1":
            raise OSError(reason, "not to be had")
        return create(address, **options)

    return create_server


def test_both_addresses_have_the_same_port() -> None:
    listeners = listen(0)
    names = [listener.getsockname()[:2] for listener in listeners]
    close(listeners)
    assert [host for host, _ in names] == ["127.0.0.1", "::1"][: len(names)]
    assert len({port for _, port in names}) == 1


@pytest.mark.parametrize("reason", [errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT])
def test_a_machine_without_ipv6(
    reason: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sockets, "create_server", without_ipv6(reason))
    listeners = listen(0)
    close(listeners)
    assert len(listeners) == 1
    said = capsys.readouterr().err
    assert "127.0.0.1" in said
    assert said.count("\n") == 1


def test_a_port_that_somebody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = listen(0)
    with pytest.raises(OSError) as raised:
        listen(taken[0].getsockname()[1])
    close(taken)
    assert raised.value.errno == errno.EADDRINUSE
    monkeypatch.setattr(sockets, "create_server", without_ipv6(errno.EADDRINUSE))
    with pytest.raises(OSError):
        listen(0)


class Ear:
    """As much of a socket as `connect` uses."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, object]] = []

    def emit(self, event: str, payload: object) -> None:
        self.heard.append((event, payload))


async def test_auth_comes_on_its_own() -> None:
    ear = Ear()
    await EchoApplication().connect(cast(Socket, ear), {"a": 1})
    assert ear.heard == []
    await until(lambda: ear.heard == [("auth", Arguments([{"a": 1}]))])


@contextlib.asynccontextmanager
async def started() -> AsyncIterator[tuple[asyncio.subprocess.Process, int]]:
    """The program on a free port, taking connections."""
    with sockets.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "eduverse.realtime.testserver", "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    try:
        async with asyncio.timeout(20):
            while not await answers(port):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        yield process, port
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError:
        return False
    writer.close()
    return True


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_it_serves_until_it_is_asked_to_stop(ending: signal.Signals) -> None:
    async with started() as (process, port), httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        sid = (await http.get(POLLING)).text.split('"')[3]
        websocket = await RawSocket.connect(f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket", {})
        await websocket.receive()
        websocket.send('40{"a":1}')
        assert str(await websocket.receive()).startswith("40{")
        assert await websocket.receive() == '42["auth",{"a":1}]'
        polled = asyncio.create_task(http.get(f"{POLLING}&sid={sid}"))
        await asyncio.sleep(0.05)
        process.send_signal(ending)
        assert (await polled).text == "1"
        assert await websocket.drained() == []
        _, errors = await asyncio.wait_for(process.communicate(), 10)
        assert (process.returncode, errors) == (0, b"")
