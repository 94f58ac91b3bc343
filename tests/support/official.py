"""The official Socket.IO client in a Node process, spoken to from a test."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from tests.support.node import FOLDER, NODE, install_packages

__all__ = ["News", "OfficialClient", "official_client"]

PATIENCE = 15.0
"""Seconds until something that should have come is called missing."""


class News(NamedTuple):
    """An event that a socket received; `#connect` and `#disconnect` are the client's own."""

    socket: str
    event: str
    payload: Any


class OfficialClient:
    """Any number of named sockets. What they receive is kept in `seen`, in order."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.seen: list[News] = []
        self._process = process
        self._numbers = itertools.count()
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._changed = asyncio.Event()

    async def open(self, name: str, url: str, token: str | None, **options: Any) -> Any:
        """Connects a socket; `{ok: true}`, or why it was refused."""
        auth = {} if token is None else {"auth": {"token": token}}
        return await self._command("open", name=name, url=url, options={**auth, **options})

    async def ask(self, name: str, event: str, payload: Any = None) -> Any:
        """Emits an event and returns its acknowledgement."""
        return await self._command("ask", name=name, event=event, payload=payload or {})

    async def tell(self, name: str, event: str, payload: Any) -> None:
        await self._command("tell", name=name, event=event, payload=payload)

    async def cut(self, name: str) -> None:
        """Breaks the connection under the socket, which then reconnects by itself."""
        await self._command("cut", name=name)

    async def close(self, name: str) -> None:
        await self._command("close", name=name)

    async def transport(self, name: str) -> str:
        return str(await self._command("transport", name=name))

    async def until(
        self, socket: str, event: str, suits: Callable[[Any], bool] = lambda _: True, *, after: int = 0
    ) -> Any:
        """The payload of the first such event since the `after`th; waits for it if it has not come."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._changed.clear()
                for news in self.seen[after:]:
                    if (news.socket, news.event) == (socket, event) and suits(news.payload):
                        return news.payload
                await self._changed.wait()

    def events(self, socket: str, event: str) -> list[Any]:
        return [news.payload for news in self.seen if (news.socket, news.event) == (socket, event)]

    async def _command(self, command: str, **args: Any) -> Any:
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"id": number, "command": command, **args}).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            return await answer

    async def listen(self) -> None:
        """Reads what the process says until it ends."""
        assert self._process.stdout
        async for line in self._process.stdout:
            said = json.loads(line)
            if "event" in said:
                self.seen.append(News(said["socket"], said["event"], said.get("payload")))
                self._changed.set()
            elif "error" in said:
                self._answers.pop(said["id"]).set_exception(RuntimeError(said["error"]))
            else:
                self._answers.pop(said["id"]).set_result(said["answer"])


@asynccontextmanager
async def official_client() -> AsyncIterator[OfficialClient]:
    install_packages()
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        NODE, "client.mjs", cwd=FOLDER, stdin=pipe, stdout=pipe, limit=1 << 22
    )
    client = OfficialClient(process)
    listening = asyncio.create_task(client.listen())
    try:
        yield client
    finally:
        process.kill()
        await process.wait()
        await listening
