"""Keccak-256, the hash of everything on an EVM, and texts for bytes and numbers as JSON-RPC writes them."""

from eduverse.kernel.keccak import keccak

__all__ = ["from_hex", "keccak", "quantity", "to_hex"]


def to_hex(data: bytes) -> str:
    return "0x" + bytes(data).hex()


def from_hex(text: str) -> bytes:
    """The bytes of `0x…`; raises `ValueError` for anything else."""
    if not text.startswith("0x"):
        raise ValueError("not hexadecimal: it must begin with 0x")
    return bytes.fromhex(text[2:])


def quantity(number: int) -> str:
    """A number as JSON-RPC wants it: `0x`, no leading zeros."""
    return hex(number)
