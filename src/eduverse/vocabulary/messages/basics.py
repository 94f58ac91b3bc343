"""The two kinds of reply."""

from typing import Literal

from eduverse.kernel.structs import Struct

__all__ = ["Accepted", "Refused"]


class Accepted(Struct, frozen=True, kw_only=True):
    """The reply to an event that was carried out."""

    ok: Literal[True] = True


class Refused(Struct, frozen=True, kw_only=True):
    """The reply to an event that changed nothing; `code` is the problem's slug."""

    ok: Literal[False] = False
    code: str
    message: str
