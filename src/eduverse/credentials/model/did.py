"""Who signs: `did:web` of the campus, and its DID document (W3C DID 1.0, Multikey of Controlled Identifiers 1.0)."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import base58

__all__ = ["PublicKey", "did_document", "did_of", "key_url", "multibase", "multikey", "public_of", "unmultibase"]

_ED25519 = b"\xed\x01"


class PublicKey(NamedTuple):
    id: str
    raw: bytes
    """32 bytes of Ed25519."""


def did_of(base_url: str) -> str:
    """`https://campus.example:8443` -> `did:web:campus.example%3A8443` (did:web, 2.5.2)."""
    host = base_url.partition("://")[2]
    return f"did:web:{host.replace(':', '%3A')}"


def key_url(did: str, key_id: str) -> str:
    return f"{did}#{key_id}"


def multibase(raw: bytes) -> str:
    return "z" + base58.b58encode(raw).decode("ascii")


def unmultibase(text: str) -> bytes:
    """Raises `ValueError` for what is not base58btc."""
    if not text.startswith("z"):
        raise ValueError("not base58btc")
    return base58.b58decode(text[1:])


def multikey(public: bytes) -> str:
    return multibase(_ED25519 + public)


def public_of(text: str) -> bytes:
    """Raises `ValueError` for what is no Ed25519 Multikey."""
    raw = unmultibase(text)
    if not raw.startswith(_ED25519) or len(raw) != 34:
        raise ValueError("not an Ed25519 key")
    return raw[2:]


def did_document(did: str, keys: Sequence[PublicKey]) -> dict[str, Any]:
    """Keys that sign no more stay in it, so that what they have signed can still be checked."""
    methods = [
        {
            "id": key_url(did, key.id),
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": multikey(key.raw),
        }
        for key in keys
    ]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }
