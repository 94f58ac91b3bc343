"""A client that remembers what the official one does when its connection is lost."""

import json
from typing import Any

from tests.realtime.raw import RawSocket

__all__ = ["Traveller"]


class Traveller:
    """Knows its `pid` and the offset of the last event, and takes both along to whichever server it connects to."""

    def __init__(self, port: int, user: str) -> None:
        self.port = port
        self.user = user
        self.heard: list[Any] = []
        self.came: list[tuple[str, str]] = []
        """What it was told of people: (event, user)."""
        self.recovered = False
        self.sid = ""
        self.pid: str | None = None
        self.offset: str | None = None
        self.line: RawSocket

    async def connect(self, **auth: Any) -> None:
        ticket = {} if self.pid is None else {"pid": self.pid, **({"offset": self.offset} if self.offset else {})}
        self.line = await RawSocket.connect(f"ws://127.0.0.1:{self.port}/socket.io/?EIO=4&transport=websocket", {})
        await self.line.receive()
        self.line.send(f"40{json.dumps({'user': self.user, **ticket, **auth})}")
        reply = await self.line.receive()
        assert isinstance(reply, str)
        names = json.loads(reply.removeprefix("40"))
        self.recovered, self.pid, self.sid = names["pid"] == self.pid, names["pid"], names["sid"]

    async def ask(self, event: str, payload: Any) -> Any:
        self.line.send(f"421{json.dumps([event, payload])}")
        while not (message := await self.next()).startswith("431["):
            self.hear(message)
        return json.loads(message.removeprefix("431"))[0]

    async def listen(self) -> list[Any]:
        """Everything that has been sent by now: what comes before the answer to a question asked now."""
        await self.ask("message-with-ack", {})
        return self.heard

    async def until(self, text: str) -> list[Any]:
        """Everything heard, once this has been."""
        while text not in self.heard:
            self.hear(await self.next())
        return self.heard

    async def enter(self, room: str = "r") -> "Traveller":
        await self.connect()
        assert await self.ask("classroom:join", {"classroomId": room}) == {"ok": True}
        return self

    def lose(self) -> None:
        """Without a word, as a network does."""
        self.line.abort()

    async def next(self) -> str:
        message = await self.line.receive()
        assert isinstance(message, str)
        return message

    def hear(self, message: str) -> None:
        if message == "2":
            self.line.send("3")
            return
        event, *arguments = json.loads(message.removeprefix("42"))
        if arguments and isinstance(arguments[-1], str):
            self.offset = arguments.pop()
        self.take(event, arguments[0] if arguments else None)

    def take(self, event: str, payload: Any) -> None:
        """An event, without its offset."""
        if event in {"entered", "left"}:
            self.came.append((event, payload["user"]))
        elif event not in {"auth", "avatar:moved"}:
            self.heard.append(payload["text"])
