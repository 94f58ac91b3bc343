"""The embedded chain as a JSON-RPC endpoint (ASGI), so that wallets and explorers can look at it."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from eduverse.chain.jsonrpc import RpcError, Transport
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.structs import Input

__all__ = ["RpcApp"]

_LARGEST = 256 << 10
_MOST_AT_ONCE = 50
_PARSE, _INVALID, _INTERNAL = -32_700, -32_600, -32_603
_HEADERS = [
    (b"content-type", b"application/json"),
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"POST"),
    (b"access-control-allow-headers", b"content-type"),
]
Message = MutableMapping[str, Any]
Topic = str | list[str] | None
Field = str | int | bool | list[Topic] | None
Parameter = str | int | float | bool | list[float] | dict[str, Field] | None


class Call(Input, frozen=True, kw_only=True):
    """A call whose parameters nest no deeper than those of any method do: deeper ones would eat up the stack."""

    jsonrpc: Literal["2.0"]
    id: int | Annotated[str, Meta(max_length=100)] | None = None
    method: Annotated[str, Meta(max_length=100)]
    params: Annotated[list[Parameter], Meta(max_length=4)] = []


_decoder = msgspec.json.Decoder(Call | Annotated[list[Call], Meta(min_length=1, max_length=_MOST_AT_ONCE)])


class RpcApp:
    """Answers POST with one call or a batch of up to fifty (JSON-RPC 2.0), to pages of any origin: it knows no visitor,
    and tells and does for each what it would for all."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def __call__(
        self,
        scope: MutableMapping[str, Any],
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        if scope["type"] != "http":
            return
        if scope["method"] == "OPTIONS":
            await _respond(send, 200, b"")
            return
        if scope["method"] != "POST":
            await _respond(send, 405, b"")
            return
        body = await _body(receive)
        if body is None:
            await _respond(send, 413, b"")
            return
        await _respond(send, 200, msgspec.json.encode(await self._answer(body)))

    async def _answer(self, body: bytes) -> Any:
        try:
            asked = _decoder.decode(body)
        except msgspec.ValidationError as error:
            return _failed(None, _INVALID, f"invalid request: {error}")
        except (msgspec.DecodeError, UnicodeDecodeError):
            return _failed(None, _PARSE, "parse error")
        if isinstance(asked, Call):
            return await self._one(asked)
        return [await self._one(each) for each in asked]

    async def _one(self, asked: Call) -> Any:
        try:
            result = await self._transport.request(asked.method, *asked.params)
        except RpcError as error:
            return _failed(asked.id, error.code, error.message, error.data)
        except ChainUnavailable as error:
            return _failed(asked.id, _INTERNAL, error.detail)
        return {"jsonrpc": "2.0", "id": asked.id, "result": result}


def _failed(number: Any, code: int, message: str, data: str | None = None) -> Any:
    error = {"code": code, "message": message} | ({} if data is None else {"data": data})
    return {"jsonrpc": "2.0", "id": number, "error": error}


async def _body(receive: Callable[[], Awaitable[Message]]) -> bytes | None:
    """The whole body; None when it is too large."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > _LARGEST:
            return None
        if not message.get("more_body"):
            return bytes(body)


async def _respond(send: Callable[[Message], Awaitable[None]], status: int, body: bytes) -> None:
    headers = [*_HEADERS, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
