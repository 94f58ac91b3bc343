"""Signatures: W3C's own vectors, what a signature covers, and that whatever is changed is noticed."""

import copy
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.badges import a_badge, an_issuer
from tests.support.vectors import W3C_CONTEXTS, W3C_DOCUMENT, W3C_KEY, W3C_PROOFS, W3C_SECRET

from eduverse.credentials.contexts import bundled
from eduverse.credentials.errors import UnsignableTerms
from eduverse.credentials.model.did import public_of, unmultibase
from eduverse.credentials.model.proof import JCS, RDFC, canonical_json, lost_terms, proofs_of, sign, unsigned, verify

PUBLIC = public_of(W3C_KEY)
ISSUER = an_issuer(1)
BADGE = a_badge(ISSUER)
SEED = bytes([1]) * 32
MINE = public_of(ISSUER.document["verificationMethod"][0]["publicKeyMultibase"])


@pytest.mark.parametrize("suite", [RDFC, JCS])
def test_the_published_signatures_verify(suite: str) -> None:
    assert verify(W3C_DOCUMENT, W3C_PROOFS[suite], PUBLIC, W3C_CONTEXTS)


def test_signing_gives_the_published_bytes() -> None:
    proof = W3C_PROOFS[JCS]
    method, created = proof["verificationMethod"], proof["created"]
    secret = unmultibase(W3C_SECRET)[2:]
    made = sign(W3C_DOCUMENT, secret, suite=JCS, method=method, created=created, contexts=W3C_CONTEXTS)
    assert made == proof


@pytest.mark.parametrize("suite", [RDFC, JCS])
def test_what_was_signed_verifies_and_nothing_else_does(suite: str) -> None:
    proof = sign(BADGE, SEED, suite=suite, method="did:x#1", created="2026-03-02T12:00:00Z", contexts=bundled())
    assert verify(BADGE, proof, MINE, bundled())
    assert not verify(BADGE, proof, PUBLIC, bundled())
    assert not verify({**BADGE, "name": "Sun"}, proof, MINE, bundled())
    for field, value in (
        ("created", "2026-03-02T12:00:01Z"),
        ("verificationMethod", "did:x#2"),
        ("proofPurpose", "authentication"),
        ("type", "Other"),
        ("cryptosuite", "none"),
        ("proofValue", "zzz"),
        ("proofValue", "0OIl"),
        ("@context", ["https://elsewhere.example"]),
    ):
        assert not verify(BADGE, {**proof, field: value}, MINE, bundled()), field


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where each text in a document is."""
    if isinstance(value, dict):
        return [place for name, inner in value.items() for place in places(inner, (*path, name))]
    if isinstance(value, list):
        return [place for at, inner in enumerate(value) for place in places(inner, (*path, at))]
    return [path] if isinstance(value, str) else []


TEXTS = places({name: value for name, value in BADGE.items() if name != "@context"})


@pytest.mark.parametrize("suite", [RDFC, JCS])
@pytest.mark.parametrize("place", TEXTS, ids=lambda place: ".".join(map(str, place)))
def test_every_text_in_a_certificate_is_covered(place: tuple[Any, ...], suite: str) -> None:
    proof = SIGNED[suite]
    changed = copy.deepcopy(BADGE)
    *way, last = place
    holder: Any = changed
    for step in way:
        holder = holder[step]
    holder[last] += "x"
    assert not verify(changed, proof, MINE, bundled())


SIGNED = {
    suite: sign(BADGE, SEED, suite=suite, method="did:x#1", created="2026-03-02T12:00:00Z", contexts=bundled())
    for suite in (RDFC, JCS)
}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_flipped_bit_anywhere_is_noticed(data: st.DataObject) -> None:
    text = bytearray(json.dumps({**BADGE, "proof": SIGNED[JCS]}).encode())
    place = data.draw(st.integers(0, len(text) * 8 - 1))
    text[place >> 3] ^= 1 << (place & 7)
    try:
        changed = json.loads(text)
        same = canonical_json(changed) == canonical_json({**BADGE, "proof": SIGNED[JCS]})
    except ValueError:  # no JSON any more, or none that has a canonical form
        return
    (proof,) = proofs_of(changed) or [{}]
    assert same or not verify(unsigned(changed), proof, MINE, bundled())


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"mood": "good"}, ["mood"]),
        ({"type": ["VerifiableCredential", "Medal"]}, ["Medal"]),
        ({"issuer": {**ISSUER.profile, "motto": "x"}}, ["motto"]),
        ({"id": "no-url"}, ["no-url"]),
    ],
)
def test_what_a_signature_would_not_cover_is_not_signed(change: dict[str, Any], lost: list[str]) -> None:
    document = {**BADGE, **change}
    assert lost_terms(document, bundled()) == lost
    with pytest.raises(UnsignableTerms, match=lost[0]):
        sign(document, SEED, suite=RDFC, method="did:x#1", created="2026-03-02T12:00:00Z", contexts=bundled())


def test_a_certificate_says_nothing_that_is_lost() -> None:
    assert lost_terms(BADGE, bundled()) == []


def test_a_context_that_is_not_in_the_package_is_never_fetched() -> None:
    document = {**BADGE, "@context": ["https://elsewhere.example/context"]}
    assert not verify(document, SIGNED[RDFC], MINE, bundled())


def test_threads_sign_side_by_side() -> None:
    """The library keeps what it has read of contexts in caches that are not made for threads."""

    def signs(number: int) -> bool:
        badge = {**BADGE, "name": f"Badge {number}"}
        proof = sign(badge, SEED, suite=RDFC, method="did:x#1", created="2026-03-02T12:00:00Z", contexts=bundled())
        return verify(badge, proof, MINE, bundled())

    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            assert all(threads.map(signs, range(48)))
    finally:
        sys.setswitchinterval(patience)
