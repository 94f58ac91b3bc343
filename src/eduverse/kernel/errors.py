"""Everything a caller can get wrong is a `Problem`; the edge renders it, once, for HTTP and for sockets."""

from typing import Any, ClassVar

__all__ = ["Problem"]


class Problem(Exception):
    """A refusal the caller can act on (RFC 9457).

    `slug` names the situation and is stable: it ends the problem's `type` URI and is a socket reply's `code`.
    `detail` is a sentence for a person; `extra` are members a program may read. A problem means nothing changed.
    """

    status: ClassVar[int] = 400
    slug: ClassVar[str] = "bad-request"
    title: ClassVar[str] = "The request cannot be carried out"

    def __init__(self, detail: str | None = None, **extra: Any) -> None:
        self.detail = detail or self.title
        self.extra = extra
        super().__init__(self.detail)
