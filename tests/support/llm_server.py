"""A server on a real socket that speaks OpenAI's chat completions, and fails in every way a test asks for."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Literal, NamedTuple

__all__ = ["LlmServer", "Say", "llm_server"]

Fault = Literal["none", "stall", "silent", "cut", "unfinished", "malformed", "not a chunk"]


class Say(NamedTuple):
    """How one request is answered: `fault` happens in the middle of the text, `silent` before anything."""

    text: str = ""
    status: int = 200
    fault: Fault = "none"
    usage: bool = True
    parts: int = 4


class LlmServer:
    """Answers with each item of the script in turn, the last one for ever."""

    def __init__(self) -> None:
        self.script: list[Say] = [Say("Hello.")]
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.flagged: list[str] = []
        """Categories that its moderation finds in everything."""
        self.hung_up = asyncio.Event()
        """Somebody went away in the middle of an answer."""
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            lines = head.split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:] if line)}
            body = json.loads(await reader.readexactly(int(headers.get("content-length", 0))) or b"null")
            self.keys.append(headers.get("authorization"))
            await self._answer(lines[0].split()[1], body, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.hung_up.set()
        finally:
            writer.close()

    async def _answer(self, path: str, body: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if path.endswith("/models"):
            say = self.script[0]
            await self._json(writer, {"object": "list", "data": []}, say.status)
        elif path.endswith("/moderations"):
            categories = dict.fromkeys(self.flagged, True)
            await self._json(writer, {"id": "m", "model": "m", "results": [_moderation(categories)]}, 200)
        else:
            self.requests.append(body)
            say = self.script.pop(0) if len(self.script) > 1 else self.script[0]
            if say.status != 200:
                await self._json(writer, {"error": {"message": "no"}}, say.status)
            else:
                await self._stream(reader, writer, say)

    async def _json(self, writer: asyncio.StreamWriter, content: Any, status: int) -> None:
        text = json.dumps(content).encode()
        head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(text)}\r\n"
        writer.write(head.encode() + b"connection: close\r\n\r\n" + text)
        await writer.drain()

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, say: Say) -> None:
        if say.fault == "silent":
            await self._hang(reader)
        writer.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n"
            b"connection: close\r\n\r\n"
        )
        size = max(1, -(-len(say.text) // say.parts))
        pieces = [say.text[at : at + size] for at in range(0, len(say.text), size)]
        for number, piece in enumerate(pieces):
            if number == len(pieces) // 2 and await self._fail(reader, writer, say.fault):
                return
            await self._chunk(writer, json.dumps(_chunk({"content": piece})))
        if say.fault != "unfinished":
            await self._chunk(writer, json.dumps(_chunk({}, finish="stop")))
            if say.usage:
                usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
                await self._chunk(writer, json.dumps({**_chunk({}), "choices": [], "usage": usage}))
            await self._chunk(writer, "[DONE]")
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    async def _fail(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fault: Fault) -> bool:
        """Whether the answer ends here."""
        match fault:
            case "stall":
                await self._hang(reader)
            case "cut":
                writer.transport.abort()
                return True
            case "malformed":
                await self._chunk(writer, "{this is no JSON")
            case "not a chunk":
                await self._chunk(writer, '{"choices": [{"delta": 7}]}')
        return False

    async def _hang(self, reader: asyncio.StreamReader) -> None:
        """Says nothing more until the other side goes away."""
        await reader.read()
        raise ConnectionError

    async def _chunk(self, writer: asyncio.StreamWriter, data: str) -> None:
        event = f"data: {data}\n\n".encode()
        writer.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")
        await writer.drain()


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def _moderation(categories: dict[str, bool]) -> dict[str, Any]:
    return {"flagged": bool(categories), "categories": categories, "category_scores": {}}


@asynccontextmanager
async def llm_server() -> AsyncIterator[LlmServer]:
    served = LlmServer()
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    served.url = f"http://{host}:{port}/v1"
    try:
        yield served
    finally:
        server.close()
