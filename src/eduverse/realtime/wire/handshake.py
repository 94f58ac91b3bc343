"""Who may open a connection, and what they are told when they may not.

The codes and messages are the reference server's; its clients show them to developers.
"""

from collections.abc import Set as AbstractSet
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import msgspec

__all__ = [
    "BAD_METHOD",
    "BAD_REQUEST",
    "FORBIDDEN",
    "UNKNOWN_SID",
    "UNKNOWN_TRANSPORT",
    "UNSUPPORTED_PROTOCOL",
    "Handshake",
    "Refusal",
    "origin_allowed",
    "parse_handshake",
]

TransportName = Literal["polling", "websocket"]
_MAX_PARAMETERS = 16


class Handshake(msgspec.Struct, frozen=True):
    """The query parameters of a request (Transports: query parameters)."""

    transport: TransportName
    sid: str | None


class Refusal(msgspec.Struct, frozen=True):
    """Why a request was refused; the body of the answer is `code` and `message` as JSON."""

    code: int
    message: str
    status: int = 400

    def body(self) -> bytes:
        return msgspec.json.encode({"code": self.code, "message": self.message})


UNKNOWN_TRANSPORT = Refusal(0, "Transport unknown")
UNKNOWN_SID = Refusal(1, "Session ID unknown")
BAD_METHOD = Refusal(2, "Bad handshake method")
BAD_REQUEST = Refusal(3, "Bad request")
FORBIDDEN = Refusal(4, "Forbidden", 403)
UNSUPPORTED_PROTOCOL = Refusal(5, "Unsupported protocol version")


def parse_handshake(query: bytes) -> Handshake | Refusal:
    """Reads the mandatory parameters; anything else in the query (a cache buster, say) is nobody's business."""
    try:
        fields = parse_qs(query.decode("ascii"), max_num_fields=_MAX_PARAMETERS)
    except ValueError:
        return BAD_REQUEST
    sid = fields.get("sid", [None])[0]
    match fields.get("transport"):
        case ["polling"]:
            shaken = Handshake("polling", sid)
        case ["websocket"]:
            shaken = Handshake("websocket", sid)
        case _:
            return UNKNOWN_TRANSPORT
    if fields.get("EIO") != ["4"]:
        return UNSUPPORTED_PROTOCOL if sid is None else BAD_REQUEST
    return shaken


def origin_allowed(origin: str | None, host: str | None, allowed: AbstractSet[str]) -> bool:
    """Whether a page of this origin may connect (RFC 6455 §10.2).

    Programs send no origin and may. A page of our own may: its origin names the host it asked. Others must be
    listed. Schemes are not compared for our own host, which may stand behind a proxy that speaks TLS for it.
    """
    if origin is None or origin in allowed:
        return True
    try:
        parts = urlsplit(origin)
        default = {"http": 80, "https": 443}.get(parts.scheme)
        ours = urlsplit(f"//{host}")
        return bool(parts.hostname) and (parts.hostname, parts.port or default) == (ours.hostname, ours.port or default)
    except ValueError:
        return False
