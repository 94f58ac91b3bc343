"""Our engine with the handlers of a classroom: what `bench/realtime.py` measures."""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import uvicorn
from uvicorn.loops.auto import auto_loop_factory

from eduverse.realtime.server import Arguments, RealtimeServer, Route, Seat, Socket
from eduverse.vocabulary.messages import Accepted, AvatarMove, ClassroomEnter


class Campus:
    def __init__(self) -> None:
        self.server: RealtimeServer
        self.routes: Mapping[str, Route[Any]] = {
            "classroom:join": Route(ClassroomEnter, self._enter),
            "avatar:move": Route(AvatarMove, self._move, rate="avatar"),
            "bench:say": Route(Arguments, self._say),
            "bench:lateness": Route(Arguments, self._lateness),
        }

    async def connect(self, socket: Socket, auth: Any, /) -> None:
        """Who says who they are is that person; everybody else is somebody of their own."""
        if auth:
            socket.user = auth["user"]

    async def resume(self, socket: Socket, seats: Sequence[Seat], /) -> bool:
        return False

    async def disconnect(self, socket: Socket, reason: str, /) -> None: ...

    async def entered(self, room: str, user: str, /) -> None: ...

    async def left(self, room: str, user: str, reason: str, /) -> None: ...

    def signed_out(self, login: str, /) -> None: ...

    def expelled(self, socket: Socket, room: str, why: str, /) -> None: ...

    async def _enter(self, socket: Socket, payload: ClassroomEnter) -> Accepted:
        await socket.join(Seat(payload.classroom_id, payload.avatars))
        return Accepted()

    def _say(self, socket: Socket, said: Arguments) -> None:
        """Tells the speaker's room."""
        for room in socket.rooms:
            self.server.channels.emit_to_room(room, "said", said)

    def _lateness(self, socket: Socket, _: Arguments) -> Arguments:
        """How late a tick has come at most since this was asked last, in milliseconds."""
        load = self.server.hub.load
        worst, load.worst = load.worst, 0.0
        return Arguments([worst * 1000])

    def _move(self, socket: Socket, payload: AvatarMove) -> None:
        for room in socket.rooms:
            self.server.hub.move(room, socket.user, payload)


async def main(port: int) -> None:
    campus = Campus()
    campus.server = server = RealtimeServer(campus)
    async with server:
        config = uvicorn.Config(
            server.asgi, port=port, ws=server.websocket_protocol, lifespan="off", log_level="warning"
        )
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
        runner.run(main(int(sys.argv[1])))
