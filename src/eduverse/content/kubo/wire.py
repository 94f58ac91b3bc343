"""What a Kubo node answers, as far as anything depends on it."""

from typing import TypeVar

import msgspec

from eduverse.kernel.content import ContentUnavailable
from eduverse.kernel.structs import Struct

__all__ = ["Identity", "Imported", "Pin", "Removed", "Stat", "decoded"]

W = TypeVar("W", bound=Struct)


class _Wire(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What a node answers; there may be more in it."""


class Stat(_Wire, frozen=True, kw_only=True):
    size: int


class Identity(_Wire, frozen=True, kw_only=True):
    addresses: tuple[str, ...] | None = None


class Pin(_Wire, frozen=True, kw_only=True):
    cid: str = ""


class Link(Struct, frozen=True, kw_only=True):
    cid: str = msgspec.field(name="/")


class Removed(_Wire, frozen=True, kw_only=True):
    key: Link | None = None


class Root(_Wire, frozen=True, kw_only=True):
    cid: Link
    pin_error_msg: str = ""

    def is_pinned(self, cid: str) -> bool:
        return self.cid.cid == cid and not self.pin_error_msg


class Stats(_Wire, frozen=True, kw_only=True):
    block_count: int


class Imported(_Wire, frozen=True, kw_only=True):
    root: Root | None = None
    stats: Stats | None = None


def decoded(body: bytes, kind: type[W]) -> W:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        raise ContentUnavailable("The IPFS node answers with something else than it was asked for.") from None
