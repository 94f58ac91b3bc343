"""Keccak-256, the hash of everything on an Ethereum chain."""

__all__ = ["keccak"]


def keccak(data: bytes) -> bytes:
    """32 bytes; with the padding from before SHA-3 became a standard, so it is not SHA3-256.

    `pycryptodome` is imported at first use: a campus without wallets and chains does not pay for it.
    """
    from Crypto.Hash import keccak

    return keccak.new(digest_bits=256, data=data).digest()
