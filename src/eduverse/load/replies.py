"""What a simulated person reads of the server's messages: the few fields that matter to them."""

from typing import Any, Final

import msgspec

from eduverse.kernel.structs import Struct

__all__ = ["HAND", "JOINED", "LEFT", "LINE", "NAMES", "OPENED", "REPLY", "Joined", "Member", "Reply"]


class Opened(Struct, frozen=True, kw_only=True):
    """Engine.IO's handshake; milliseconds."""

    ping_interval: int
    ping_timeout: int


class Names(Struct, frozen=True, kw_only=True):
    pid: str | None = None


class Member(Struct, frozen=True, kw_only=True):
    user_id: str
    handle: int
    position: tuple[float, float, float]
    hand_raised: bool = False


class Line(Struct, frozen=True, kw_only=True):
    client_id: str | None = None


class Reply(Struct, frozen=True, kw_only=True):
    """Any answer."""

    ok: bool
    code: str = ""
    message: Any = None
    members: list[Member] = []
    chat: list[Line] = []


class Joined(Struct, frozen=True, kw_only=True):
    user_id: str
    member: Member | None = None


class Left(Struct, frozen=True, kw_only=True):
    user_id: str


class Hand(Struct, frozen=True, kw_only=True):
    user_id: str
    raised: bool


OPENED: Final = msgspec.json.Decoder(Opened)
NAMES: Final = msgspec.json.Decoder(Names)
REPLY: Final = msgspec.json.Decoder(Reply)
JOINED: Final = msgspec.json.Decoder(Joined)
LEFT: Final = msgspec.json.Decoder(Left)
HAND: Final = msgspec.json.Decoder(Hand)
LINE: Final = msgspec.json.Decoder(Line)
