"""Unsigned varints, as multiformats and protobuf both write them: seven bits a byte, the lowest first."""

__all__ = ["MAX_BYTES", "read_varint", "varint"]

MAX_BYTES = 10
"""Bytes that 64 bits need."""


def varint(number: int) -> bytes:
    """`number` is not negative."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def read_varint(data: bytes | bytearray, at: int) -> tuple[int, int]:
    """The number at a place, and the place behind it. Raises `ValueError` where it is cut off or too long."""
    number = 0
    for place in range(MAX_BYTES):
        if at + place >= len(data):
            raise ValueError("a varint is cut off")
        byte = data[at + place]
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return number, at + place + 1
    raise ValueError("a varint is too long")
