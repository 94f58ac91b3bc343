"""Names of issuers and keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.vectors import W3C_KEY

from eduverse.credentials.model.did import PublicKey, did_document, did_of, multibase, multikey, public_of, unmultibase


def test_a_campus_is_named_after_its_host_and_port() -> None:
    assert did_of("https://campus.example") == "did:web:campus.example"
    assert did_of("http://localhost:8000") == "did:web:localhost%3A8000"


@given(st.binary(max_size=64))
def test_multibase_comes_back(raw: bytes) -> None:
    assert unmultibase(multibase(raw)) == raw


def test_a_multikey_is_read_and_written() -> None:
    assert multikey(public_of(W3C_KEY)) == W3C_KEY


@pytest.mark.parametrize("text", ["", "u123", "z0", "z123", multibase(b"\x80\x24" + bytes(33))])
def test_what_is_no_ed25519_key_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        public_of(text)


def test_old_keys_stay_in_the_document() -> None:
    document = did_document("did:web:x", [PublicKey("new", bytes(32)), PublicKey("old", b"1" * 32)])
    assert document["assertionMethod"] == ["did:web:x#new", "did:web:x#old"]
    assert [method["controller"] for method in document["verificationMethod"]] == ["did:web:x"] * 2
