"""The campus as an issuer: its keys, its DID document, its signatures, and whether a signature is its own."""

import enum
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from eduverse.credentials.contexts import bundled
from eduverse.credentials.model.badge import moment
from eduverse.credentials.model.did import PublicKey, did_document, did_of, key_url
from eduverse.credentials.model.proof import JCS, RDFC, Json, proofs_of, sign, unsigned, verify

__all__ = ["Genuineness", "Issuer", "SigningKey"]


class SigningKey(NamedTuple):
    id: str
    seed: bytes
    """32 bytes of Ed25519."""


class Genuineness(enum.Enum):
    OURS = "ours"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Issuer:
    """`keys` are newest first and not empty; the newest signs, and what any of them has signed is genuine."""

    def __init__(self, keys: Sequence[SigningKey], base_url: str, name: str) -> None:
        self._keys = tuple(keys)
        self.base_url = base_url
        self.name = name
        self.did = did_of(base_url)

    @property
    def key_id(self) -> str:
        """Of the key that signs now."""
        return self._keys[0].id

    @property
    def profile(self) -> Json:
        return {"id": self.did, "type": ["Profile"], "name": self.name, "url": self.base_url}

    @property
    def document(self) -> Json:
        return did_document(self.did, self._public)

    def signed(self, document: Json, now: datetime) -> Json:
        """The document with its two proofs. It takes some milliseconds of computing: not for the event loop.

        Raises `UnsignableTerms`.
        """
        key, created = self._keys[0], moment(now)
        method = key_url(self.did, key.id)
        proofs = [
            sign(document, key.seed, suite=suite, method=method, created=created, contexts=bundled())
            for suite in (RDFC, JCS)
        ]
        return {**document, "proof": proofs}

    def check(self, document: Json) -> Genuineness:
        """Whether we signed this. The cheap proof comes first: canonical RDF of a stranger's making can cost much."""
        proofs, bare = proofs_of(document), unsigned(document)
        if _issuer_of(bare) != self.did or not proofs:
            return Genuineness.UNKNOWN
        publics = {key_url(self.did, key.id): key.raw for key in self._public}
        known = [(proof, publics.get(str(proof.get("verificationMethod")))) for proof in proofs]
        if any(public is None for _, public in known):
            return Genuineness.UNKNOWN
        ordered = sorted(known, key=lambda pair: pair[0].get("cryptosuite") != JCS)
        if ordered[0][0].get("cryptosuite") != JCS:
            return Genuineness.UNKNOWN
        fits = all(public and verify(bare, proof, public, bundled()) for proof, public in ordered)
        return Genuineness.OURS if fits else Genuineness.BROKEN

    @cached_property
    def _public(self) -> list[PublicKey]:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return [
            PublicKey(key.id, Ed25519PrivateKey.from_private_bytes(key.seed).public_key().public_bytes_raw())
            for key in self._keys
        ]


def _issuer_of(document: Json) -> Any:
    issuer = document.get("issuer")
    return issuer.get("id") if isinstance(issuer, dict) else issuer
