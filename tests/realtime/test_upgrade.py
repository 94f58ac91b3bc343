"""Moving from long-polling to a websocket, over real connections (Engine.IO v4: Upgrade)."""

import asyncio
import json

import pytest
from tests.realtime.conftest import Running, Serve
from tests.realtime.raw import RawSocket
from tests.realtime.waiting import until, until_polled

from eduverse.realtime.session import State

ENGINE = "/engine.io/"
WEBSOCKET = "EIO=4&transport=websocket"


async def test_an_upgrade(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    opened = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    opened.send("2probe")
    assert await opened.receive() == "3probe"
    assert (await running.poll(sid, ENGINE)).text == "6"
    await running.post(sid, "4late", ENGINE)
    opened.send("5")
    opened.send("4hello")
    assert [await opened.receive(), await opened.receive()] == ["4late", "4hello"]
    assert (await running.poll(sid, ENGINE)).status_code == 400
    assert (await running.post(sid, "4a", ENGINE)).status_code == 400
    opened.send("4still")
    assert await opened.receive() == "4still"


async def test_a_probe_releases_the_poll_that_waits(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    polled = asyncio.create_task(running.poll(sid, ENGINE))
    await until_polled(running.echo, sid)
    opened = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    opened.send("2probe")
    assert (await polled).text == "6"
    assert await opened.receive() == "3probe"
    opened.send("5")
    opened.send("4hello")
    assert await opened.receive() == "4hello"


@pytest.mark.parametrize("message", ["2", "5", "4hello", "abc"])
async def test_a_candidate_that_misbehaves_is_dropped(running: Running, message: str) -> None:
    sid = await running.open_polling(ENGINE)
    opened = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    opened.send(message)
    assert await opened.receive() is None
    assert (await running.post(sid, "4hello", ENGINE)).status_code == 200
    assert (await running.poll(sid, ENGINE)).text == "4hello"


async def test_a_candidate_that_dawdles_is_dropped(serve: Serve) -> None:
    running = await serve(upgrade_timeout=0.03)
    sid = await running.open_polling(ENGINE)
    opened = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    assert await opened.receive() is None
    assert (await running.post(sid, "4hello", ENGINE)).status_code == 200


async def test_a_candidate_that_is_lost_costs_nothing(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    lost = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    lost.send("2probe")
    assert await lost.receive() == "3probe"
    lost.abort()
    await until(lambda: running.echo.connections[sid].session.state is State.POLLING)
    assert (await running.post(sid, "4hello", ENGINE)).text == "ok"
    assert (await running.poll(sid, ENGINE)).text == "4hello"
    await _move(running, sid)


@pytest.mark.parametrize("said", [[], ["2probe"], ["2probe", "5"]])
async def test_a_second_websocket_is_closed_and_the_first_goes_on(running: Running, said: list[str]) -> None:
    sid = await running.open_polling(ENGINE)
    first = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    for message in said:
        first.send(message)
    assert not said or await first.receive() == "3probe"
    second = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    assert await second.receive() is None
    assert second.close_code == 1002
    for message in ["2probe", "5"][len(said) :]:
        first.send(message)
    first.send("4hello")
    assert await first.receive() == ("4hello" if said else "3probe")
    assert said or await first.receive() == "4hello"


async def test_a_second_websocket_on_a_session_that_began_as_one(running: Running) -> None:
    first = await running.websocket(path=ENGINE)
    opened = await first.receive()
    assert isinstance(opened, str)
    second = await running.websocket(f"{WEBSOCKET}&sid={json.loads(opened[1:])['sid']}", ENGINE)
    assert await second.receive() is None
    first.send("4hello")
    assert await first.receive() == "4hello"


async def test_a_websocket_for_a_session_that_is_closing(running: Running) -> None:
    sid = await running.open_polling(ENGINE)
    running.echo.connections[sid].close()
    candidate = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    assert await candidate.receive() is None
    assert (await running.poll(sid, ENGINE)).text == "1"
    assert (await running.poll(sid, ENGINE)).json()["code"] == 1


async def _move(running: Running, sid: str) -> RawSocket:
    """Takes a session from long-polling to a websocket."""
    opened = await running.websocket(f"{WEBSOCKET}&sid={sid}", ENGINE)
    opened.send("2probe")
    assert await opened.receive() == "3probe"
    opened.send("5")
    opened.send("4there")
    assert await opened.receive() == "4there"
    return opened
