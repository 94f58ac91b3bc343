"""A pinning service on a real socket, as IPFS's Pinning Service API has it, that does what a test says."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

__all__ = ["PinningServer", "pinning_server"]


class PinningServer:
    def __init__(self) -> None:
        self.url = ""
        self.pins: dict[str, dict[str, Any]] = {}
        """By request."""
        self.first = "queued"
        """What becomes of a new request at once."""
        self.down = False
        self.asked: list[str] = []

    def turn(self, status: str, **info: str) -> None:
        for pin in self.pins.values():
            pin["status"], pin["info"] = status, info

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        line, *fields = head.split("\r\n")
        headers = {name.lower(): value for name, _, value in (field.partition(": ") for field in fields if field)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        method, target, _ = line.split()
        status, answer = self._answer(method, urlsplit(target), body, headers.get("authorization"))
        text = json.dumps(answer).encode()
        writer.write(f"HTTP/1.1 {status} X\r\ncontent-length: {len(text)}\r\nconnection: close\r\n\r\n".encode() + text)
        await writer.drain()
        writer.close()

    def _answer(self, method: str, target: Any, body: bytes, auth: str | None) -> tuple[int, Any]:
        self.asked.append(f"{method} {target.path}")
        if self.down:
            return 500, {"error": {"reason": "INTERNAL_SERVER_ERROR", "details": "come back later"}}
        if auth != "Bearer t0ken":
            return 401, {"error": {"reason": "UNAUTHORIZED"}}
        request = target.path.removeprefix("/psa/pins").removeprefix("/")
        if method == "GET":
            query = {name: values[0] for name, values in parse_qs(target.query).items()}
            found = [pin for pin in self.pins.values() if _meets(pin, query)]
            return 200, {"count": len(found), "results": found}
        if method == "DELETE":
            return (202, {}) if self.pins.pop(request, None) else (404, {"error": {"reason": "NOT_FOUND"}})
        number = f"r{len(self.asked)}"
        self.pins[number] = {
            "requestid": number,
            "status": self.first,
            "created": "2026-03-02T12:00:00Z",
            "pin": json.loads(body),
            "delegates": ["/ip4/192.0.2.7/tcp/4001/p2p/12D3KooW"],
        }
        return 202, self.pins[number]


def _meets(pin: dict[str, Any], query: dict[str, str]) -> bool:
    wanted = query.get("status", "pinned").split(",")
    return (pin["pin"]["cid"], pin["pin"]["name"]) == (query["cid"], query["name"]) and pin["status"] in wanted


@asynccontextmanager
async def pinning_server() -> AsyncIterator[PinningServer]:
    served = PinningServer()
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    served.url = f"http://{host}:{port}/psa"
    try:
        yield served
    finally:
        server.close()
