"""A server in a process of its own, to be killed: one node of a campus that meets in Redis.

    python -m tests.realtime.campus_process <port> <redis url>

Rooms are told who enters and leaves, and hear what `chat:message` says. Of everybody who enters it is stated that they
are here, about the tab they came with.
"""

import sys

import uvicorn
import uvloop
from tests.realtime.conftest import UNLIMITED, Campus
from tests.realtime.notes import Notes

from eduverse.realtime.rooms import LeftReason
from eduverse.realtime.server import Arguments, RealtimeServer, Settings


class TellingCampus(Campus):
    async def entered(self, room: str, user: str, /) -> None:
        self.server.channels.emit_to_room(room, "entered", Arguments([{"user": user}]), skip=user)
        (tab,) = self.server.hub.sockets_of(user)
        await self.server.replicas.state("notes", b"here", socket_id=tab.id)

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None:
        self.server.channels.emit_to_room(room, "left", Arguments([{"user": user, "reason": reason}]), skip=user)

    def tell(self, text: str) -> None:
        if text.startswith("gone"):
            self.server.channels.emit_to_room("r", "left", Arguments([{"user": text}]))


async def main(port: int, redis_url: str) -> None:
    campus = TellingCampus()
    settings = Settings(redis_url=redis_url, recovery_window=60, leave_grace=1)
    campus.server = server = RealtimeServer(campus, settings=settings, rates=UNLIMITED)
    server.replicas.follow("notes", Notes(campus.tell))
    async with server:
        config = uvicorn.Config(
            server.asgi, port=port, ws=server.websocket_protocol, lifespan="off", log_level="warning"
        )
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), sys.argv[2]))
