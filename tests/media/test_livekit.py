"""LiveKit: what its tokens say, and whether it is there."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import jwt
from tests.support.clock import NOON, FakeClock

from eduverse.media.livekit import LiveKit

SECRET = "s" * 32


def livekit(url: str = "wss://livekit.school.example", clock: FakeClock | None = None) -> LiveKit:
    return LiveKit(url, api_key="key", api_secret=SECRET, clock=clock or FakeClock())


@asynccontextmanager
async def answering(status: str) -> AsyncIterator[tuple[str, list[str]]]:
    """The URL of a server that answers everything like this, and what it was asked."""
    asked: list[str] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readline()).decode().strip())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        if length := re.search(r"content-length: (\d+)", head):
            told = json.loads(await reader.readexactly(int(length[1])))
            bearer = re.search(r"authorization: bearer (\S+)", head)
            asked.append(f"{told} {'with a token' if bearer else 'without a token'}")
        writer.write(f"HTTP/1.1 {status}\r\ncontent-length: 0\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1")
    port = server.sockets[0].getsockname()[1]
    async with server:
        yield f"ws://127.0.0.1:{port}", asked


def test_a_token_opens_one_room_for_one_peer_for_ten_minutes() -> None:
    token = livekit().token(room="room-1", peer_id="tab-1", name="Mira")
    claims = jwt.decode(token, SECRET, ["HS256"], options={"verify_exp": False, "verify_nbf": False})
    assert claims == {
        "iss": "key",
        "sub": "tab-1",
        "name": "Mira",
        "nbf": int(NOON.timestamp()),
        "exp": int((NOON + timedelta(minutes=10)).timestamp()),
        "video": {"room": "room-1", "roomJoin": True, "canPublish": True, "canSubscribe": True},
    }


async def test_a_server_that_answers_is_asked_once_for_many() -> None:
    clock = FakeClock()
    async with answering("200 OK") as (url, asked):
        media = livekit(url, clock)
        assert await asyncio.gather(*(media.problem() for _ in range(5))) == [None] * 5
        assert asked == ["GET / HTTP/1.1"]
        clock.advance(14.9)
        await media.problem()
        assert len(asked) == 1
        clock.advance(0.2)
        await media.problem()
        assert len(asked) == 2


async def test_a_server_that_is_there_but_not_well() -> None:
    async with answering("503 Service Unavailable") as (url, _):
        assert (await livekit(url).problem() or "").endswith("answers 503")
    async with answering("404 Not Found") as (url, _):
        assert await livekit(url).problem() is None
    async with answering("nonsense") as (url, _):
        assert "does not answer" in (await livekit(url).problem() or "")


async def test_a_peer_is_taken_out_of_its_room() -> None:
    async with answering("200 OK") as (url, asked):
        media = livekit(url)
        media.take_out(room="room-1", peer_id="tab-1")
        await asyncio.gather(*media._taking_out)
    assert asked == [
        "POST /twirp/livekit.RoomService/RemoveParticipant HTTP/1.1",
        "{'room': 'room-1', 'identity': 'tab-1'} with a token",
    ]


async def test_a_server_that_is_not_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        media = livekit(f"ws://127.0.0.1:{taken.getsockname()[1]}")
    problem = await media.problem()
    assert problem
    assert "does not answer" in problem
