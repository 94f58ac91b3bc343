"""Talking: who is in the room's voice, and what their browsers have to tell each other before they can hear.

A peer is a socket, not a person: every tab that joins the voice is one.
"""

from typing import Annotated, Literal

from msgspec import Meta, field

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.messages.basics import Accepted

__all__ = [
    "IceServer",
    "SfuAccess",
    "VoiceAnswered",
    "VoiceCandidate",
    "VoiceDescription",
    "VoiceJoined",
    "VoiceLeft",
    "VoiceModeChanged",
    "VoiceMute",
    "VoiceMuted",
    "VoiceOffered",
    "VoicePeer",
    "VoiceRouteFound",
]

VoiceMode = Literal["mesh", "sfu"]
"""Browser to browser, or everybody through a media server."""

Sdp = Annotated[str, Meta(min_length=1, max_length=16_384)]
Candidate = Annotated[str, Meta(max_length=2_048)]
"""As the browser writes it; empty after the last one."""


class VoicePeer(Struct, frozen=True, kw_only=True):
    peer_id: str
    user_id: str
    name: str


class SfuAccess(Struct, frozen=True, kw_only=True):
    """How to reach the media server; the token opens a connection within ten minutes."""

    url: str
    token: str


class IceServer(Struct, frozen=True, kw_only=True):
    """Helps browsers in different networks to a connection; the members are those of the browser's RTCIceServer."""

    urls: list[str]
    username: str | None = None
    credential: str | None = None


class VoiceJoined(Accepted, frozen=True, kw_only=True):
    peer_id: str
    """Yours."""
    mode: VoiceMode
    peers: list[VoicePeer]
    """Everybody else in the room's voice."""
    audible: list[str]
    """The peers in earshot now: in a mesh, whoever comes last offers to them."""
    muted: bool
    sfu: SfuAccess | None
    """In mode `sfu`."""
    ice_servers: list[IceServer]
    """In a mesh; a media server names its own."""


class VoiceDescription(Input, frozen=True, kw_only=True):
    to: Id
    """A peer."""
    sdp: Sdp


class VoiceCandidate(Input, frozen=True, kw_only=True):
    """The members are those of the browser's own RTCIceCandidateInit."""

    to: Id
    candidate: Candidate
    sdp_mid: Annotated[str, Meta(max_length=64)] | None = None
    sdp_m_line_index: Annotated[int, Meta(ge=0, le=255)] | None = None
    username_fragment: Annotated[str, Meta(max_length=256)] | None = None


class VoiceMute(Input, frozen=True, kw_only=True):
    muted: bool


class VoiceLeft(Struct, frozen=True, kw_only=True):
    peer_id: str
    user_id: str


class VoiceModeChanged(Struct, frozen=True, kw_only=True):
    """To everybody who is in the room's voice: join it again to learn how to go on."""

    mode: VoiceMode


class VoiceMuted(Struct, frozen=True, kw_only=True):
    """These people's microphones are off (or, of their own will, on again); nobody plays what they still send."""

    user_ids: list[str]
    muted: bool
    by: Literal["self", "teacher"]


class _Signal(Struct, frozen=True, kw_only=True):
    from_peer: str = field(name="from")
    user_id: str


class VoiceOffered(_Signal, frozen=True, kw_only=True):
    sdp: str


class VoiceAnswered(_Signal, frozen=True, kw_only=True):
    sdp: str


class VoiceRouteFound(_Signal, frozen=True, kw_only=True):
    candidate: str
    sdp_mid: str | None
    sdp_m_line_index: int | None
    username_fragment: str | None
