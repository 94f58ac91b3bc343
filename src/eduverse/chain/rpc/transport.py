"""JSON-RPC over HTTP, with a limit on time and size."""

from itertools import count
from typing import Any

import msgspec

from eduverse.chain.jsonrpc import RpcError
from eduverse.kernel.chain import ChainUnavailable

__all__ = ["HttpTransport"]

_TIMEOUT = 20.0
_LARGEST = 16 << 20


class HttpTransport:
    """One node, by its URL. The URL may hold a key, so no message shows more of it than the host."""

    def __init__(self, url: str) -> None:
        import httpx2

        self._url = url
        self._host = httpx2.URL(url).host
        self._ids = count(1)
        self._client = httpx2.AsyncClient(timeout=_TIMEOUT, headers={"content-type": "application/json"})

    async def request(self, method: str, *params: Any) -> Any:
        import httpx2

        body = {"jsonrpc": "2.0", "id": next(self._ids), "method": method, "params": list(params)}
        try:
            response = await self._client.post(self._url, content=msgspec.json.encode(body))
        except httpx2.HTTPError as error:
            raise ChainUnavailable(f"The node at {self._host} does not answer: {type(error).__name__}") from None
        if len(response.content) > _LARGEST:
            raise ChainUnavailable(f"The node at {self._host} answered with more than {_LARGEST >> 20} MB")
        return self._result(response.status_code, response.content)

    async def close(self) -> None:
        await self._client.aclose()

    def _result(self, status: int, content: bytes) -> Any:
        try:
            answer = msgspec.json.decode(content)
        except msgspec.DecodeError:
            answer = None
        if isinstance(answer, dict):
            if isinstance(error := answer.get("error"), dict):
                data = error.get("data")
                text = data if isinstance(data, str) else None
                raise RpcError(int(error.get("code", 0)), str(error.get("message", ""))[:2_000], text)
            if "result" in answer:
                return answer["result"]
        raise ChainUnavailable(f"The node at {self._host} answered {status} with something that is no JSON-RPC")
