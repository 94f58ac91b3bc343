"""What people show without a word: a raised hand, a reaction."""

from datetime import datetime
from typing import Literal

from eduverse.kernel.structs import Input, Struct

__all__ = ["HandRaise", "HandRaised", "RaisedHand", "ReactionSend", "ReactionShown"]

Emoji = Literal["thumbs-up", "thumbs-down", "clap", "heart", "laugh", "wow", "think", "party"]
"""By name: how one looks is the client's to draw."""


class HandRaise(Input, frozen=True, kw_only=True):
    raised: bool


class RaisedHand(Struct, frozen=True, kw_only=True):
    user_id: str
    raised_at: datetime


class HandRaised(Struct, frozen=True, kw_only=True):
    user_id: str
    raised: bool
    raised_at: datetime | None = None
    """Null when it was lowered."""


class ReactionSend(Input, frozen=True, kw_only=True):
    emoji: Emoji


class ReactionShown(Struct, frozen=True, kw_only=True):
    user_id: str
    emoji: Emoji
