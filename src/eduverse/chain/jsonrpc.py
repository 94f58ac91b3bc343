"""JSON-RPC between whoever asks and whoever answers: the error, and the way to ask."""

from typing import Any, Protocol

__all__ = ["EXECUTION_REVERTED", "RpcError", "Transport"]

EXECUTION_REVERTED = 3
"""The code under which nodes report that a contract refused; `data` is what it gave back."""


class RpcError(Exception):
    """A node's refusal, in the node's words."""

    def __init__(self, code: int, message: str, data: str | None = None) -> None:
        self.code = code
        self.message = message
        self.data = data
        super().__init__(message)


class Transport(Protocol):
    async def request(self, method: str, *params: Any) -> Any:
        """The result. Raises `RpcError` for a refusal and `ChainUnavailable` when no answer comes."""
        ...

    async def close(self) -> None: ...
