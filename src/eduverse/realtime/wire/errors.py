"""The one error of the wire."""

__all__ = ["ProtocolError"]


class ProtocolError(Exception):
    """The peer broke the protocol. Whatever it was, the answer is the same: its connection is closed."""
