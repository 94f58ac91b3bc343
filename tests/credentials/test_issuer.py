"""The campus as an issuer: key rotation, and strangers' documents."""

from tests.support.badges import NOON, a_badge, an_issuer

from eduverse.credentials.issuer import Genuineness


def test_what_an_old_key_signed_stays_genuine() -> None:
    before, after = an_issuer(1), an_issuer(2, 1)
    old, new = before.signed(a_badge(before), NOON), after.signed(a_badge(after), NOON)
    assert [proof["verificationMethod"].rpartition("#")[2] for proof in old["proof"]] == ["key1", "key1"]
    assert [proof["verificationMethod"].rpartition("#")[2] for proof in new["proof"]] == ["key2", "key2"]
    assert after.check(old) is after.check(new) is Genuineness.OURS
    assert before.check(new) is Genuineness.UNKNOWN


def test_another_campus_is_a_stranger() -> None:
    ours, theirs = an_issuer(1), an_issuer(1, base="https://elsewhere.example")
    assert ours.check(theirs.signed(a_badge(theirs), NOON)) is Genuineness.UNKNOWN


def test_both_proofs_have_to_fit() -> None:
    issuer = an_issuer(1)
    signed = issuer.signed(a_badge(issuer), NOON)
    rdfc, jcs = signed["proof"]
    broken = {**rdfc, "created": "2026-03-02T12:00:01Z"}
    assert issuer.check({**signed, "proof": [broken, jcs]}) is Genuineness.BROKEN
    assert issuer.check({**signed, "proof": jcs}) is Genuineness.OURS
    assert issuer.check({**signed, "proof": rdfc}) is Genuineness.UNKNOWN


def test_what_is_no_credential_is_a_strangers() -> None:
    issuer = an_issuer(1)
    for document in ({}, {"proof": 5}, {"issuer": issuer.did}, {"issuer": issuer.did, "proof": [{}]}):
        assert issuer.check(document) is Genuineness.UNKNOWN


def test_what_has_no_canonical_form_is_not_genuine() -> None:
    issuer = an_issuer(1)
    signed = issuer.signed(a_badge(issuer), NOON)
    for value in (2**60, float("inf"), "\ud800"):
        assert issuer.check({**signed, "more": value}) is Genuineness.BROKEN
