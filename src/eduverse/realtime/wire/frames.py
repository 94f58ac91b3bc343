"""What leaves the server: an encoded packet, ready for any number of clients on any transport."""

from typing import Final

from eduverse.realtime.wire.engine import encode_binary

__all__ = ["CLOSE", "HEADROOM", "NOOP", "PING", "PROBE_REPLY", "Frame"]

HEADROOM: Final = 14
"""Room in front of the text for a websocket frame header of any length (RFC 6455 §5.2), written in place."""


class Frame:
    """A text packet and the binary packets that follow it.

    `buffer` holds `HEADROOM` spare bytes and then the text. A websocket writes its frame header into the spare
    bytes and hands the buffer to the kernel: a frame goes to a thousand clients without being copied once.
    """

    __slots__ = ("attachments", "buffer", "size")

    def __init__(self, buffer: bytearray, attachments: tuple[bytes, ...] = ()) -> None:
        self.buffer = buffer
        self.attachments = attachments
        self.size = len(buffer) - HEADROOM + sum(map(len, attachments))

    @classmethod
    def of_text(cls, text: bytes, attachments: tuple[bytes, ...] = ()) -> "Frame":
        return cls(bytearray(HEADROOM) + text, attachments)

    @classmethod
    def of_binary(cls, data: bytes) -> "Frame":
        """A binary packet without a text in front: an engine of its own may send one, Socket.IO never does."""
        return cls(bytearray(HEADROOM), (data,))

    @property
    def text(self) -> bytes:
        return bytes(self.buffer[HEADROOM:])

    def parts(self) -> list[bytes]:
        """The packets as parts of a long-polling payload."""
        text = self.text
        return [*([text] if text else []), *map(encode_binary, self.attachments)]


CLOSE: Final = Frame.of_text(b"1")
PING: Final = Frame.of_text(b"2")
PROBE_REPLY: Final = Frame.of_text(b"3probe")
NOOP: Final = Frame.of_text(b"6")
