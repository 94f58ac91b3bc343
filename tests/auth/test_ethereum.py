"""Addresses, digests and signatures, against the vectors of the EIPs and an implementation that is not ours."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.wallets import ORDER, Wallet

from eduverse.auth.ethereum import (
    checksum_address,
    is_checksum_address,
    message_digest,
    recover_address,
    short_address,
)

# EIP-55, "Test Cases".
EIP_55 = (
    "0x52908400098527886E0F7030069857D2E4169EE7",
    "0xde709f2102306220921060314715629080e2fb77",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
)
VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "personal_sign.json").read_text())
DIGEST = message_digest("hello")


@pytest.mark.parametrize("address", EIP_55)
def test_the_case_of_an_address(address: str) -> None:
    assert checksum_address(address.lower()) == checksum_address("0x" + address[2:].upper()) == address
    assert is_checksum_address(address)
    assert not is_checksum_address(address.swapcase().replace("X", "x"))


def test_an_address_in_short() -> None:
    assert short_address(EIP_55[2]) == "0x5aAe…eAed"


@pytest.mark.parametrize("vector", VECTORS["signatures"])
def test_what_others_sign(vector: dict[str, str]) -> None:
    """Digest, address and signature are those of another implementation, to the byte."""
    text, signature = vector["text"], bytes.fromhex(vector["signature"])
    wallet = Wallet(int(vector["key"], 16))
    assert message_digest(text).hex() == vector["digest"]
    assert recover_address(message_digest(text), signature) == vector["address"] == wallet.address
    assert wallet.sign(text) == signature


@settings(max_examples=40)
@given(st.integers(min_value=1, max_value=ORDER - 1), st.text(max_size=40))
def test_a_signature_says_whose_it_is(key: int, text: str) -> None:
    wallet = Wallet(key)
    assert recover_address(message_digest(text), wallet.sign(text)) == wallet.address


def test_the_last_byte_is_written_in_two_ways() -> None:
    signature = Wallet().sign("hello")
    assert recover_address(DIGEST, signature[:64] + bytes([signature[64] - 27])) == Wallet().address
    for last in (2, 3, 26, 29, 30, 35, 37, 255):
        assert recover_address(DIGEST, signature[:64] + bytes([last])) is None


def test_the_higher_s_is_refused() -> None:
    """It is as good mathematically: whoever saw one signature could make the other."""
    signature = Wallet().sign("hello")
    s = int.from_bytes(signature[32:64])
    other = signature[:32] + (ORDER - s).to_bytes(32) + bytes([55 - signature[64]])
    assert recover_address(DIGEST, other) is None


def test_signatures_that_are_none() -> None:
    signature = Wallet().sign("hello")
    nought, most = bytes(32), b"\xff" * 32
    wrong = [
        b"",
        signature[:64],  # also the length of EIP-2098
        signature + b"\x00",
        bytes(65),
        nought + signature[32:],
        signature[:32] + nought + signature[64:],
        most + signature[32:],
        ORDER.to_bytes(32) + signature[32:],
    ]
    assert [recover_address(DIGEST, one) for one in wrong] == [None] * len(wrong)


def test_any_other_byte_anywhere_is_another_signature() -> None:
    signature = Wallet().sign("hello")
    for place in range(65):
        for flip in (1, 128):
            changed = bytes(byte ^ flip if at == place else byte for at, byte in enumerate(signature))
            assert recover_address(DIGEST, changed) != Wallet().address
