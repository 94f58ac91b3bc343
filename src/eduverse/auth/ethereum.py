"""The few things of Ethereum that signing in needs: addresses, what is signed, and whose signature it is.

`coincurve` (libsecp256k1) and `pycryptodome` are imported on first use: measured, 31 ms and 10 MB that a campus
without wallets does not pay; `eth-account`, which does the same with 23 packages, takes 610 ms and 40 MB.
"""

from eduverse.kernel.keccak import keccak

__all__ = ["checksum_address", "is_checksum_address", "keccak", "message_digest", "recover_address", "short_address"]

_ORDER = 0xFFFFFFFF_FFFFFFFF_FFFFFFFF_FFFFFFFE_BAAEDCE6_AF48A03B_BFD25E8C_D0364141
"""Of the group that secp256k1 generates (SEC 2, 2.4.1)."""
_RECOVERY = {0: 0, 1: 1, 27: 0, 28: 1}
"""The last byte of a signature -> which of two points was meant; wallets write it in either way."""


def checksum_address(address: str) -> str:
    """`0x` and 40 hex digits, whose case says whether they are mistyped (EIP-55)."""
    digits = address[2:].lower()
    marks = keccak(digits.encode()).hex()
    return "0x" + "".join(one.upper() if mark >= "8" else one for one, mark in zip(digits, marks, strict=False))


def is_checksum_address(address: str) -> bool:
    return address == checksum_address(address)


def short_address(address: str) -> str:
    return f"{address[:6]}…{address[-4:]}"


def message_digest(text: str) -> bytes:
    """What is signed for a text (EIP-191, version 0x45)."""
    data = text.encode()
    return keccak(b"\x19Ethereum Signed Message:\n" + str(len(data)).encode() + data)


def recover_address(digest: bytes, signature: bytes) -> str | None:
    """The address whose key made this signature: 65 bytes r, s, v, with the lower of the two possible s (EIP-2), so
    that nobody makes another good signature of a good one. None for anything else."""
    import coincurve

    if len(signature) != 65 or signature[64] not in _RECOVERY or int.from_bytes(signature[32:64]) > _ORDER // 2:
        return None
    try:
        key = coincurve.PublicKey.from_signature_and_message(
            signature[:64] + bytes([_RECOVERY[signature[64]]]), digest, hasher=None
        )
    except ValueError:
        return None
    return checksum_address("0x" + keccak(key.format(compressed=False)[1:])[-20:].hex())
