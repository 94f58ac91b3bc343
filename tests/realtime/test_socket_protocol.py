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


async def test_a_refusal_costs_the_other_namespaces_nothing(running: Running) -> None:
    websocket = await running.joined()
    websocket.send("40/random,")
    assert await websocket.receive() == '44/random,{"message":"Invalid namespace"}'
    websocket.send('40/custom,{"token":"bad"}')
    assert await websocket.receive() == '44/custom,{"message":"No entry","data":{"code":"no-entry"}}'
    websocket.send('42["message",1]')
    assert await websocket.receive() == '42["message-back",1]'


async def test_who_joins_nothing_is_closed(serve: Serve) -> None:
    running = await serve(connect_timeout=0.03)
    websocket = await opened(running)
    sid = await running.open_polling()
    assert await websocket.receive() is None
    assert (await running.poll(sid)).text == "1"
    assert (await running.poll(sid)).json()["code"] == 1


async def test_who_has_joined_stays(serve: Serve) -> None:
    running = await serve(connect_timeout=0.2)
    websocket, idle = await running.joined(), await opened(running)
    assert await idle.receive() is None
    websocket.send('42["message",1]')
    assert await websocket.receive() == '42["message-back",1]'


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
    websocket.send('42/custom,["message","to nobody"]')
    assert await websocket.receive() is None


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


async def test_two_namespaces_on_one_connection(running: Running) -> None:
    websocket = await running.joined()
    websocket.send('40/custom,{"user":"ann"}')
    await websocket.receive()
    assert await websocket.receive() == '42/custom,["auth",{"user":"ann"}]'
    websocket.send('42/custom,["message",1]')
    websocket.send('42["message",2]')
    websocket.send('42/custom,12["message-with-ack",3]')
    websocket.send('451-/custom,13["message-with-ack",{"_placeholder":true,"num":0}]')
    websocket.send(b"\1")
    assert [await websocket.receive() for _ in range(5)] == [
        '42/custom,["message-back",1]',
        '42["message-back",2]',
        "43/custom,12[3]",
        '461-/custom,13[{"_placeholder":true,"num":0}]',
        b"\1",
    ]


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ('42456["message-with-ack",1,"2",{"3":[false]}]', '43456[1,"2",{"3":[false]}]'),
        ('420["message-with-ack"]', "430[]"),
        ('42999999999999999["message-with-ack",null]', "43999999999999999[null]"),
    ],
)
async def test_an_acknowledgement(running: Running, sent: str, answer: str) -> None:
    websocket = await running.joined()
    websocket.send(sent)
    assert await websocket.receive() == answer


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
    ("sent", "answer"),
    [
        (["430[]"], []),
        (['430["a",1]'], ["a", 1]),
        (['461-0["a",{"_placeholder":true,"num":0}]', b"\1\2"], ["a", b"\1\2"]),
    ],
)
async def test_what_a_client_acknowledges(running: Running, sent: list[str | bytes], answer: list[object]) -> None:
    websocket = await running.joined()
    websocket.send('451-["ask-me",{"_placeholder":true,"num":0}]')
    websocket.send(b"\3")
    assert await websocket.receive() == '451-0["question",{"_placeholder":true,"num":0}]'
    assert await websocket.receive() == b"\3"
    websocket.send("439[]")  # of nothing that was asked: dropped
    for message in sent:
        websocket.send(message)
    await running.campus.until("answer", answer)


@pytest.mark.parametrize(
    "messages",
    [
        ["450-[]"],
        ['4511-["message"]'],
        ['451-["message"]', '42["message"]'],
        ['451-["message"]', "41"],
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


async def test_attachments_together_larger_than_announced(serve: Serve) -> None:
    running = await serve(max_payload=1000)
    websocket = await running.joined()
    websocket.send('452-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]')
    websocket.send(b"a" * 600)
    websocket.send(b"a" * 600)
    assert await websocket.receive() is None


async def test_over_polling(running: Running) -> None:
    sid = await running.open_polling()
    await running.post(sid, "40")
    welcome, auth = (await running.poll(sid)).text.split("\x1e")
    assert welcome.startswith("40{")
    assert auth == '42["auth",{}]'
    await running.post(sid, '451-7["message-with-ack",{"_placeholder":true,"num":0}]\x1ebAQIDBA==')
    assert (await running.poll(sid)).text == '461-7[{"_placeholder":true,"num":0}]\x1ebAQIDBA=='
    await running.post(sid, '451-["message",[{"_placeholder":true,"num":0}]]\x1ebAQ==\x1e42["message",2]')
    first = '451-["message-back",[{"_placeholder":true,"num":0}]]\x1ebAQ=='
    assert (await running.poll(sid)).text == f'{first}\x1e42["message-back",2]'
    await running.post(sid, "41\x1e40/custom,")
    welcome, auth = (await running.poll(sid)).text.split("\x1e")
    assert welcome.startswith("40/custom,{")
    assert auth == '42/custom,["auth",{}]'


@pytest.mark.parametrize("body", ["4abc", "42{}", '42x["message"]', '451-["message"]\x1e42["message"]', "bAQ==", "40"])
async def test_what_closes_a_session_over_polling(running: Running, body: str) -> None:
    sid = await running.open_polling()
    await running.post(sid, "40")
    await running.poll(sid)
    await running.post(sid, body)
    assert (await running.poll(sid)).json()["code"] == 1
    assert not running.server.hub.sockets
