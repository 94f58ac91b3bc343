"""What stands beside the API is taken in the same measure as the API."""

from typing import Any

from tests.support.asgi import client_of
from tests.support.clock import FakeClock

from eduverse.gateway.throttled import Throttled
from eduverse.kernel.buckets import Rate, TokenBuckets


async def hello(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})


async def test_each_address_has_its_own_measure() -> None:
    clock = FakeClock()
    app = Throttled(hello, "door", TokenBuckets(clock), Rate(burst=2, per_second=1))
    async with client_of(app) as client, client_of(app, address="192.0.2.2") as other:
        assert [(await client.get("/")).status_code for _ in range(3)] == [200, 200, 429]
        assert (await client.get("/")).headers["retry-after"] == "2"
        assert (await other.get("/")).status_code == 200
        clock.advance(1)
        assert (await client.get("/")).status_code == 200


async def test_a_websocket_is_turned_away() -> None:
    said: list[Any] = []

    async def send(message: Any) -> None:
        said.append(message)

    await Throttled(hello, "door", TokenBuckets(FakeClock()), Rate(1, 1))({"type": "websocket"}, None, send)  # type: ignore[arg-type]
    assert said == [{"type": "websocket.close", "code": 1008, "reason": ""}]
