"""A server on a real socket that answers as a Kubo node does, and fails in every way a test asks for.

What it answers was taken down from Kubo 0.42; `tests/content/kubo/test_node.py` holds the same contract on that.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from eduverse.content import unixfs
from eduverse.content.cid import RAW, Cid
from eduverse.content.varint import read_varint

__all__ = ["KuboServer", "kubo_server"]

Fault = Literal["silent", "stall", "cut", "broken", "empty", "page", "huge"]
"""No answer; half of one, and then no more; half of one, and the connection closed; a 500; a 200 with nothing in it;
one with something else in it; one without an end."""


class Refusal(Exception):
    """The sentence of a 500."""


class KuboServer:
    def __init__(self) -> None:
        self.url = ""
        self.blocks: dict[Cid, bytes] = {}
        self.pins: set[Cid] = set()
        self.faults: dict[str, Fault] = {}
        """By command."""
        self.forbidden: set[str] = set()
        self.auth: str | None = None
        self.imported: list[Any] | None = None
        """What it says instead of what it has imported."""
        self.asked: list[str] = []
        self.imports: list[bool] = []
        """Whether each was to be pinned."""

    def tree(self, cid: Cid) -> Iterator[Cid]:
        block = self.block(cid)
        yield cid
        with suppress(ValueError):  # a node of another kind: the ones that a test has have no links
            for link in () if cid.codec == RAW else unixfs.decode(block).links:
                yield from self.tree(link.cid)

    def block(self, cid: Cid) -> bytes:
        if cid not in self.blocks:
            raise Refusal(f"block was not found locally (offline): ipld: could not find {cid}")
        return self.blocks[cid]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                line, *fields = head.decode().split("\r\n")
                headers = dict(field.lower().split(": ", 1) for field in fields if field)
                command = urlsplit(line.split()[1]).path.removeprefix("/api/v0/")
                options = {name: values[0] for name, values in parse_qs(urlsplit(line.split()[1]).query).items()}
                self.asked.append(command)
                if self.faults.get(command) == "silent":
                    await reader.read()
                    return
                body = await _body(reader, headers)
                status, answer = self._result(command, options, body, headers.get("authorization"))
                if not await self._answer(reader, writer, status, answer, self.faults.get(command)):
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    def _result(self, command: str, options: dict[str, str], body: bytes, auth: str | None) -> tuple[int, bytes]:
        if auth != (self.auth and self.auth.lower()) or command in self.forbidden:
            return 403, b"403 - Forbidden"
        do = getattr(self, f"_{command.replace('/', '_')}", None)
        if do is None:
            return 404, b"404 page not found"
        try:
            if self.faults.get(command) == "broken":
                raise Refusal("the disk is on fire")
            answer = do(options, body)
        except Refusal as refusal:
            return 500, _json({"Message": str(refusal), "Code": 0, "Type": "error"})
        return 200, answer if isinstance(answer, bytes) else b"".join(map(_json, answer))

    async def _answer(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        status: int,
        answer: bytes,
        fault: Fault | None,
    ) -> bool:
        """Whether the connection goes on."""
        answer = {"empty": b"", "page": b"<html>"}.get(fault or "", answer)
        writer.write(f"HTTP/1.1 {status} X\r\ntransfer-encoding: chunked\r\n\r\n".encode())
        half = answer[: len(answer) // 2] if fault in ("stall", "cut") else answer
        if half:
            writer.write(f"{len(half):x}\r\n".encode() + half + b"\r\n")
        await writer.drain()
        while fault == "huge":
            writer.write(b"10000\r\n" + bytes(0x10000) + b"\r\n")
            await writer.drain()
        if fault == "stall":
            await reader.read()
        if fault in ("stall", "cut"):
            writer.transport.abort()
            return False
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True

    # --- commands -------------------------------------------------------------------------------------------

    def _version(self, _: dict[str, str], __: bytes) -> list[Any]:
        return [{"Version": "0.42.0"}]

    def _id(self, _: dict[str, str], __: bytes) -> list[Any]:
        return [{"ID": "12D3Koo1", "Addresses": ["/ip4/192.0.2.1/tcp/4001/p2p/12D3Koo1"]}]

    def _swarm_connect(self, _: dict[str, str], __: bytes) -> list[Any]:
        raise Refusal("connect 12D3Koo1 failure: no good addresses")

    def _dag_import(self, options: dict[str, str], body: bytes) -> list[Any]:
        archive = body[body.index(b"\r\n\r\n") + 4 : body.rindex(b"\r\n--")]
        length, at = read_varint(archive, 0)
        roots, blocks = [Cid.read(archive[at + 13 : at + 13 + 36])], _sections(archive[at + length :])
        self.blocks = blocks | self.blocks  # what it has, it does not write again
        told: list[Any] = []
        self.imports.append(options["pin-roots"] == "true")
        if self.imports[-1]:
            told = [{"Root": {"Cid": {"/": str(root)}, "PinErrorMsg": self._pinned(root)}} for root in roots]
        if self.imported is not None:
            return self.imported
        return [*told, {"Stats": {"BlockCount": len(blocks), "BlockBytesCount": sum(map(len, blocks.values()))}}]

    def _pinned(self, root: Cid) -> str:
        """Pins it; what keeps it from that."""
        try:
            self.pins.update([root] if all(self.tree(root)) else [])
        except Refusal as refusal:
            return str(refusal)
        return ""

    def _block_get(self, options: dict[str, str], _: bytes) -> bytes:
        return self.block(Cid.parse(options["arg"]))

    def _block_stat(self, options: dict[str, str], _: bytes) -> list[Any]:
        return [{"Key": options["arg"], "Size": len(self.block(Cid.parse(options["arg"])))}]

    def _block_rm(self, options: dict[str, str], _: bytes) -> list[Any]:
        cid = Cid.parse(options["arg"])
        if any(cid in self.tree(root) for root in self.pins):
            return [{"Hash": str(cid), "Error": "pinned: recursive"}]
        self.blocks.pop(cid, None)
        return [{"Hash": str(cid)}]

    def _pin_ls(self, options: dict[str, str], _: bytes) -> list[Any]:
        if "arg" not in options:
            return [{"Cid": str(cid), "Type": "recursive"} for cid in self.pins]
        if Cid.parse(options["arg"]) not in self.pins:
            raise Refusal(f"path '{options['arg']}' is not pinned")
        return [{"Keys": {options["arg"]: {"Type": "recursive"}}}]

    def _pin_add(self, options: dict[str, str], _: bytes) -> list[Any]:
        root = Cid.parse(options["arg"])
        self.pins.update([root] if all(self.tree(root)) else [])
        return [{"Pins": [options["arg"]]}]

    def _pin_rm(self, options: dict[str, str], _: bytes) -> list[Any]:
        if Cid.parse(options["arg"]) not in self.pins:
            raise Refusal("not pinned or pinned indirectly")
        self.pins.discard(Cid.parse(options["arg"]))
        return [{"Pins": [options["arg"]]}]

    def _repo_gc(self, _: dict[str, str], __: bytes) -> list[Any]:
        needed = {cid for root in self.pins for cid in self.tree(root)}
        gone = [cid for cid in self.blocks if cid not in needed]
        for cid in gone:
            del self.blocks[cid]
        return [{"Key": {"/": str(cid)}} for cid in gone]


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    body = bytearray()
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return bytes(body)


def _sections(data: bytes) -> dict[Cid, bytes]:
    blocks, at = {}, 0
    while at < len(data):
        length, at = read_varint(data, at)
        cid, block = Cid.read(data[at : at + 36]), data[at + 36 : at + length]
        assert cid.names(block)
        blocks[cid] = block
        at += length
    return blocks


def _json(value: Any) -> bytes:
    return json.dumps(value).encode() + b"\n"


@asynccontextmanager
async def kubo_server() -> AsyncIterator[KuboServer]:
    served = KuboServer()
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0, limit=1 << 22)
    host, port = server.sockets[0].getsockname()
    served.url = f"http://{host}:{port}"
    try:
        yield served
    finally:
        server.close()
