"""The Socket.IO v5 protocol over real connections: what the official test-suite asks for, and more."""

import json

import pytest
from tests.realtime.conftest import Running, Serve
from tests.realtime.raw import RawSocket


async def opened(running: Running) -> RawSocket:
    websocket = await running.websocket()
    await websocket.receive()
    return websocket


@pytest.mark.parametrize(
    ("sent", "front", "auth"),
    [
        ("40", "40", '42["auth",{}]'),
        ('40{"token":"123"}', "40", '42["auth",{"token":"123"}]'),
        ("40/custom,", "40/custom,", '42/custom,["auth",{}]'),
        ("40/custom", "40/custom,", '42/custom,["auth",{}]'),
        ('40/custom,{"token":"abc"}', "40/custom,", '42/custom,["auth",{"token":"abc"}]'),
    ],
)
async def test_joining_a_namespace(running: Running, sent: str, front: str, auth: str) -> None:
    websocket = await opened(running)
    websocket.send(sent)
    welcome = await websocket.receive()
    assert isinstance(welcome, str)
    assert welcome.startswith(front + "{")
    assert set(json.loads(welcome.removeprefix(front))) == {"sid"}
    assert await websocket.receive() == auth


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ("40/random", '44/random,{"message":"Invalid namespace"}'),
        ('40{"token":"bad"}', '44{"message":"No entry","data":{"code":"no-entry"}}'),
        ('40{"token":"problem"}', '44{"message":"This is not yours","data":{"code":"not-yours","status":403}}'),
        ('40{"token":"broken"}', '44{"message":"Something went wrong on our side","data":{"code":"internal"}}'),
    ],
)
async def test_not_joining_a_namespace(running: Running, sent: str, answer: str) -> None:
    websocket = await opened(running)
    websocket.send(sent)
    assert await websocket.receive() == answer
    websocket.send("40")
    welcome = await websocket.receive()
    assert isinstance(welcome, str)
    assert welcome.startswith("40{")
    assert len(running.server.hub.sockets) == 1


@pytest.mark.parametrize("sent", ["4abc", '42["early"]', "40[]", "41", "40{", '44{"message":"no"}', "4"])
async def test_what_closes_a_connection_that_has_joined_nothing(running: Running, sent: str) -> None:
    websocket = await opened(running)
    websocket.send(sent)
    assert await websocket.receive() is None


@pytest.mark.parametrize(
    "sent",
    ["40", "42[]", '42{"a":1}', '42["connect"]', '42["message",', "43[]", "43/custom,1[]", '44{"message":"no"}', "49"],
)
async def test_what_closes_a_connection_that_has_joined(running: Running, sent: str) -> None:
    websocket = await running.joined()
    websocket.send(sent)
    assert await websocket.receive() is None
    assert not running.server.hub.sockets
    assert running.server.problems == []


async def test_joining_twice_at_once(running: Running) -> None:
    websocket = await opened(running)
    websocket.send('40{"gate":"never"}')
    websocket.send("40")
    assert await websocket.receive() is None


async def test_events_before_the_welcome(running: Running) -> None:
    websocket = await opened(running)
    websocket.send('40{"gate":"never"}')
    websocket.send('42["message",1]')
    assert await websocket.receive() is None
    assert not running.server.hub.sockets


async def test_who_joins_nothing_is_closed(serve: Serve) -> None:
    running = await serve(connect_timeout=0.03)
    websocket = await opened(running)
    assert await websocket.receive() is None


async def test_leaving_the_main_namespace_keeps_the_connection(running: Running) -> None:
    websocket = await running.joined('{"user":"ann"}')
    websocket.send("41")
    await running.campus.until("disconnect", "ann", "client namespace disconnect")
    websocket.send("40")
    welcome = await websocket.receive()
    assert isinstance(welcome, str)
    assert welcome.startswith("40{")


async def test_leaving_one_namespace_keeps_the_other(running: Running) -> None:
    websocket = await running.joined()
    websocket.send("40/custom")
    await websocket.receive()
    await websocket.receive()
    websocket.send("41/custom")
    websocket.send('42["message","message to main namespace"]')
    assert await websocket.receive() == '42["message-back","message to main namespace"]'


async def test_a_plain_event(running: Running) -> None:
    websocket = await running.joined()
    websocket.send('42["message",1,"2",{"3":[true]}]')
    assert await websocket.receive() == '42["message-back",1,"2",{"3":[true]}]'


async def test_a_binary_event(running: Running) -> None:
    websocket = await running.joined()
    event = '452-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]'
    for message in (event, b"\1\2\3", b"\4\5\6"):
        websocket.send(message)
    back = [await websocket.receive() for _ in range(3)]
    assert back == [event.replace('"message"', '"message-back"'), b"\1\2\3", b"\4\5\6"]


async def test_an_acknowledgement(running: Running) -> None:
    websocket = await running.joined()
    websocket.send('42456["message-with-ack",1,"2",{"3":[false]}]')
    assert await websocket.receive() == '43456[1,"2",{"3":[false]}]'


async def test_a_binary_acknowledgement(running: Running) -> None:
    websocket = await running.joined()
    websocket.send('452-789["message-with-ack",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]')
    websocket.send(b"\1\2\3")
    websocket.send(b"\4\5\6")
    back = [await websocket.receive() for _ in range(3)]
    assert back == [
        '462-789[{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]',
        b"\1\2\3",
        b"\4\5\6",
    ]


@pytest.mark.parametrize(
    "messages",
    [
        ["450-[]"],
        ['4511-["message"]'],
        ['451-["message"]', '42["message"]'],
        [b"\1"],
        ['451-["message",{"_placeholder":true,"num":1}]', b"\1"],
        ['451-["message",{"_placeholder":true,"num":"x"}]', b"\1"],
    ],
)
async def test_attachments_that_do_not_fit(running: Running, messages: list[str | bytes]) -> None:
    websocket = await running.joined()
    for message in messages:
        websocket.send(message)
    assert await websocket.receive() is None


async def test_over_polling(running: Running) -> None:
    sid = await running.open_polling()
    await running.post(sid, "40")
    welcome, auth = (await running.poll(sid)).text.split("\x1e")
    assert welcome.startswith("40{")
    assert auth == '42["auth",{}]'
    await running.post(sid, '451-7["message-with-ack",{"_placeholder":true,"num":0}]\x1ebAQIDBA==')
    assert (await running.poll(sid)).text == '461-7[{"_placeholder":true,"num":0}]\x1ebAQIDBA=='
