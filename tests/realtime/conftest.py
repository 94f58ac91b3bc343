"""A real server on a free port, an application that remembers what it saw, and the ways to talk to them."""

import asyncio
import contextlib
import socket as sockets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any

import httpx
import pytest
import uvicorn
import uvloop
from tests.realtime.notes import Notes
from tests.realtime.raw import RawSocket

from eduverse.kernel.buckets import Rate
from eduverse.kernel.errors import Problem
from eduverse.kernel.ids import SystemEntropy
from eduverse.kernel.structs import Input
from eduverse.realtime.engine import Engine
from eduverse.realtime.rooms import LeftReason
from eduverse.realtime.server import Arguments, ConnectRefused, Rates, RealtimeServer, Route, Seat, Settings, Socket
from eduverse.realtime.testserver import ENGINE_PATH, Echo
from eduverse.realtime.transports.polling import PollingApp
from eduverse.realtime.transports.websocket import websocket_protocol
from eduverse.vocabulary.messages import Accepted, AvatarMove, ChatSay, ClassroomEnter, ClassroomLeave


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Mapping[str, Any]:
    """The loop that production runs on."""
    return {"uvloop": uvloop.new_event_loop}


UNLIMITED = Rates(everything=Rate(10**9, 10**6), classes={}, connections=Rate(10**9, 10**6))


class NotYours(Problem):
    status = 403
    slug = "not-yours"
    title = "This is not yours"


class Hold(Input, frozen=True, kw_only=True):
    name: str


class Campus:
    """An application with one handler of every kind. `seen` is what happened, in order."""

    def __init__(self) -> None:
        self.server: RealtimeServer
        self.notes = Notes()
        self.seen: list[tuple[Any, ...]] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.banned: set[str] = set()
        self.resuming: asyncio.Event | None = None
        self.on_resume: Callable[[], None] = lambda: None
        self._changed = asyncio.Event()
        self.routes: Mapping[str, Route[Any]] = {
            "message": Route(Arguments, self._message),
            "message-with-ack": Route(Arguments, self._echo),
            "classroom:join": Route(ClassroomEnter, self._enter),
            "classroom:leave": Route(ClassroomLeave, self._leave),
            "avatar:move": Route(AvatarMove, self._move, rate="avatar"),
            "chat:message": Route(ChatSay, self._chat, rate="chat"),
            "hold": Route(Hold, self._hold),
            "refuse": Route(ClassroomLeave, self._refuse),
            "break": Route(ClassroomLeave, self._break),
            "ask-me": Route(Arguments, self._ask),
            "cut": Route(ClassroomLeave, self._cut),
            "send-away": Route(ClassroomLeave, self._send_away),
            "unwritable": Route(ClassroomLeave, self._unwritable),
        }

    def note(self, *what: Any) -> None:
        self.seen.append(what)
        self._changed.set()

    async def until(self, *what: Any) -> None:
        """Waits until this has happened."""
        async with asyncio.timeout(10):
            while what not in self.seen:
                self._changed.clear()
                await self._changed.wait()

    async def connect(self, socket: Socket, auth: Any, /) -> None:
        if auth.get("token") == "bad":
            raise ConnectRefused("No entry", {"code": "no-entry"})
        if auth.get("token") == "problem":
            raise NotYours
        if auth.get("token") == "broken":
            raise RuntimeError("broken on purpose")
        if "gate" in auth:
            await self.gate(auth["gate"]).wait()
        socket.user = auth.get("user", socket.id)
        socket.login = f"the login of {socket.user}"
        socket.emit("auth", Arguments([auth]))
        self.note("connect", socket.user)

    async def resume(self, socket: Socket, seats: Sequence[Seat], /) -> bool:
        if socket.user in self.banned:
            return False
        self.note("resuming", socket.user)
        if self.resuming:
            await self.resuming.wait()
        for seat in seats:
            await socket.join(seat)
        self.on_resume()
        self.note("resume", socket.user)
        return True

    async def disconnect(self, socket: Socket, reason: str, /) -> None:
        self.note("disconnect", socket.user, reason)

    async def entered(self, room: str, user: str, /) -> None:
        self.note("entered", room, user)

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None:
        self.note("left", room, user, reason)

    def signed_out(self, login: str, /) -> None:
        self.note("signed out", login)

    def expelled(self, socket: Socket, room: str, why: str, /) -> None:
        self.note("expelled", socket.user, room, why)

    def gate(self, name: str) -> asyncio.Event:
        return self.gates.setdefault(name, asyncio.Event())

    def _message(self, socket: Socket, arguments: Arguments) -> None:
        socket.emit("message-back", arguments)

    def _echo(self, socket: Socket, arguments: Arguments) -> Arguments:
        return arguments

    async def _enter(self, socket: Socket, payload: ClassroomEnter) -> Accepted:
        groups = ("teachers",) if socket.user == "ann" else ()
        await socket.join(Seat(payload.classroom_id, payload.avatars, groups))
        return Accepted()

    async def _leave(self, socket: Socket, payload: ClassroomLeave) -> None:
        for room in socket.rooms:
            socket.leave(room)

    def _move(self, socket: Socket, payload: AvatarMove) -> None:
        for room in socket.rooms:
            self.server.hub.move(room, socket.user, payload)

    async def _chat(self, socket: Socket, payload: ChatSay) -> None:
        for room in socket.rooms:
            self.server.channels.emit_to_room(
                room, "chat:message", Arguments([{"user": socket.user, "text": payload.text}])
            )

    async def _hold(self, socket: Socket, payload: Hold) -> None:
        self.note("holding", payload.name)
        await self.gate(payload.name).wait()
        self.note("released", payload.name)

    async def _refuse(self, socket: Socket, payload: ClassroomLeave) -> None:
        raise NotYours("Ask your teacher")

    def _break(self, socket: Socket, payload: ClassroomLeave) -> None:
        raise RuntimeError("broken on purpose")

    async def _ask(self, socket: Socket, payload: Arguments) -> None:
        self.note("answer", await socket.request("question", payload, within=5))

    def _cut(self, socket: Socket, payload: ClassroomLeave) -> None:
        socket.session.fail()

    def _unwritable(self, socket: Socket, payload: ClassroomLeave) -> Arguments:
        return Arguments([object()])

    def _send_away(self, socket: Socket, payload: ClassroomLeave) -> None:
        socket.disconnect(close=True)


class Running:
    """A server that serves, and clients of it."""

    def __init__(self, server: RealtimeServer, campus: Campus, echo: Engine, port: int) -> None:
        self.server = server
        self.campus = campus
        self.echo = echo
        self.port = port
        self.http = httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=10)
        self._sockets: list[RawSocket] = []

    async def websocket(
        self, query: str = "EIO=4&transport=websocket", path: str = "/socket.io/", **headers: str
    ) -> RawSocket:
        """A websocket that is open; `ConnectionRefusedError` with the response when it was refused."""
        opened = await RawSocket.connect(f"ws://127.0.0.1:{self.port}{path}?{query}", headers)
        self._sockets.append(opened)
        return opened

    async def joined(self, auth: str = "", namespace: str = "") -> RawSocket:
        """A websocket that has joined a namespace."""
        opened = await self.websocket()
        await opened.receive()
        opened.send(f"40{namespace}{auth}")
        await opened.receive()
        await opened.receive()
        return opened

    async def get(self, query: str, path: str = "/socket.io/", **headers: str) -> httpx.Response:
        return await self.http.get(f"{path}?{query}", headers=headers)

    async def post(self, sid: str, body: str | bytes, path: str = "/socket.io/", **headers: str) -> httpx.Response:
        url = f"{path}?EIO=4&transport=polling&sid={sid}"
        return await self.http.post(url, content=body, headers={"content-type": "text/plain", **headers})

    async def poll(self, sid: str, path: str = "/socket.io/") -> httpx.Response:
        return await self.get(f"EIO=4&transport=polling&sid={sid}", path)

    async def open_polling(self, path: str = "/socket.io/") -> str:
        response = await self.get("EIO=4&transport=polling", path)
        sid = httpx.Response(200, content=response.content[1:]).json()["sid"]
        assert isinstance(sid, str)
        return sid

    async def close(self) -> None:
        for opened in self._sockets:
            opened.abort()
        await self.http.aclose()


Serve = Callable[..., Awaitable[Running]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Starts servers with settings of the test's own."""
    async with contextlib.AsyncExitStack() as stack:

        async def start(rates: Rates = UNLIMITED, **settings: Any) -> Running:
            return await stack.enter_async_context(_serving(rates, Settings(**settings)))

        yield start


@pytest.fixture
async def running(serve: Serve) -> Running:
    return await serve()


@contextlib.asynccontextmanager
async def _serving(rates: Rates, settings: Settings) -> AsyncIterator[Running]:
    campus = Campus()
    server = RealtimeServer(campus, settings=settings, rates=rates, namespaces=frozenset({"/", "/custom"}))
    campus.server = server
    server.replicas.follow("notes", campus.notes)
    echo = Engine(settings, SystemEntropy(), Echo)
    polling = {settings.path: server.asgi, ENGINE_PATH: PollingApp(echo)}

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await polling[scope["path"]](scope, receive, send)

    listening = sockets.create_server(("127.0.0.1", 0))
    protocol = websocket_protocol({settings.path: server.engine, ENGINE_PATH: echo})
    config = uvicorn.Config(app, ws=protocol, lifespan="off", log_level="warning", timeout_graceful_shutdown=2)
    config.load()
    web = uvicorn.Server(config)
    web.lifespan = config.lifespan_class(config)
    await web.startup(sockets=[listening])
    running = Running(server, campus, echo, listening.getsockname()[1])
    try:
        async with server:
            yield running
            await running.close()
    finally:
        echo.close_all("server shutting down")
        for listener in web.servers:
            listener.close()
        listening.close()
        async with asyncio.timeout(10):
            while web.server_state.connections:  # noqa: ASYNC110 (who was closed for flooding goes a moment later)
                await asyncio.sleep(0.01)
