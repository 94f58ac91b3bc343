"""Signatures: W3C Data Integrity 1.0 with the cryptosuites `eddsa-rdfc-2022` and `eddsa-jcs-2022` (vc-di-eddsa).

Both sign SHA-256 of the proof's options and then of the document, each in a canonical form: as sorted RDF, which is
what wallets read, or as sorted JSON, which a page without any library can check.
"""

import hashlib
import threading
from collections.abc import Iterator, Mapping
from typing import Any

from eduverse.credentials.errors import UnsignableTerms
from eduverse.credentials.model.did import multibase, unmultibase

__all__ = [
    "JCS",
    "RDFC",
    "Json",
    "canonical_json",
    "digest_of",
    "lost_terms",
    "proofs_of",
    "sign",
    "unsigned",
    "verify",
]

Json = dict[str, Any]
RDFC = "eddsa-rdfc-2022"
JCS = "eddsa-jcs-2022"
_NOWHERE = "https://nowhere.invalid/"
_PYLD = threading.Lock()
"""Its caches are not made for threads: two that use it at once can break each other's."""


def unsigned(document: Json) -> Json:
    return {name: value for name, value in document.items() if name != "proof"}


def proofs_of(document: Json) -> list[Json]:
    """A proof or a set of them; whatever is no object is none."""
    proof = document.get("proof")
    found = proof if isinstance(proof, list) else [proof]
    return [one for one in found if isinstance(one, dict)]


def canonical_json(value: Any) -> bytes:
    """RFC 8785. Raises `ValueError` for what JSON cannot say."""
    import rfc8785

    return rfc8785.dumps(value)


def digest_of(document: Json) -> str:
    """The name under which a signed document can be anchored and compared: SHA-256, hexadecimal."""
    return hashlib.sha256(canonical_json(document)).hexdigest()


def sign(document: Json, secret: bytes, *, suite: str, method: str, created: str, contexts: Mapping[str, Any]) -> Json:
    """The proof of a document (without one). `secret` is the 32-byte seed of an Ed25519 key.

    Raises `UnsignableTerms` when a signature would not cover all that is said.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if suite == RDFC and (lost := lost_terms(document, contexts)):
        raise UnsignableTerms(f"The contexts do not define {', '.join(lost)}.")
    proof: Json = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    if suite == JCS:
        proof = {"@context": document["@context"], **proof}
    signature = Ed25519PrivateKey.from_private_bytes(secret).sign(_to_sign(document, proof, contexts))
    return {**proof, "proofValue": multibase(signature)}


def verify(document: Json, proof: Json, public: bytes, contexts: Mapping[str, Any]) -> bool:
    """Whether `proof` is this key's for this document (without its proofs). Anything malformed is just not."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if proof.get("type") != "DataIntegrityProof" or proof.get("proofPurpose") != "assertionMethod":
        return False
    if "@context" in proof and proof["@context"] != document.get("@context"):
        return False
    try:
        signature = unmultibase(str(proof.get("proofValue")))
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _to_sign(document, proof, contexts))
    except (InvalidSignature, ValueError, KeyError, TypeError, RecursionError):
        return False
    return True


def lost_terms(document: Json, contexts: Mapping[str, Any]) -> list[str]:
    """Names that RDF canonicalisation would silently drop, or read relative to nowhere; sorted.

    A vocabulary of last resort catches every name that no context defines.
    """
    from pyld import jsonld

    context = document["@context"]
    listed = context if isinstance(context, list) else [context]
    caught = {**document, "@context": [*listed, {"@vocab": _NOWHERE}]}
    with _PYLD:
        expanded = jsonld.expand(caught, {"documentLoader": _loader(contexts), "base": _NOWHERE})
    return sorted({name.removeprefix(_NOWHERE) for name in _names(expanded) if name.startswith(_NOWHERE)})


def _names(value: Any) -> Iterator[str]:
    """All properties, types and ids of an expanded document."""
    if isinstance(value, list):
        for one in value:
            yield from _names(one)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            if name in ("@type", "@id"):
                yield from map(str, inner if isinstance(inner, list) else [inner])
            else:
                yield from _names(inner)


def _to_sign(document: Json, proof: Json, contexts: Mapping[str, Any]) -> bytes:
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    match proof["cryptosuite"]:
        case "eddsa-jcs-2022":
            parts = [canonical_json(options), canonical_json(document)]
        case "eddsa-rdfc-2022":
            options = {"@context": document["@context"], **options}
            parts = [_canonical_rdf(options, contexts), _canonical_rdf(document, contexts)]
        case other:
            raise ValueError(f"unknown cryptosuite {other}")
    return b"".join(hashlib.sha256(part).digest() for part in parts)


def _canonical_rdf(document: Json, contexts: Mapping[str, Any]) -> bytes:
    """RDFC-1.0, which for our documents is URDNA2015."""
    from pyld import jsonld

    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "documentLoader": _loader(contexts),
    }
    try:
        with _PYLD:
            text: str = jsonld.normalize(document, options)
    except jsonld.JsonLdError as error:
        raise ValueError(str(error.type)) from error
    return text.encode()


def _loader(contexts: Mapping[str, Any]) -> Any:
    def load(url: str, options: Any = None) -> Json:
        if url not in contexts:
            raise ValueError(f"the context {url} is not bundled")
        return {
            "contextUrl": None,
            "documentUrl": url,
            "document": contexts[url],
            "contentType": "application/ld+json",
        }

    return load
