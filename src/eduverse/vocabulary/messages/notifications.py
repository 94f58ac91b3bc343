"""What is new for one person, wherever they are."""

from eduverse.kernel.structs import Struct

__all__ = ["UnreadChanged"]


class UnreadChanged(Struct, frozen=True, kw_only=True):
    """Goes to everything this person has open; what is new is read over REST."""

    unread: int
