"""Transactions against eth-account, the reference in Python."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.eth_account import Account

from eduverse.chain.hashing import to_hex
from eduverse.chain.transactions import BadTransaction, Signer, Transaction, decode_transaction

KEY = b"\x07" * 32
numbers = st.integers(0, 2**64 - 1)
receivers = st.none() | st.binary(min_size=20, max_size=20)


@given(numbers, numbers, numbers, receivers, st.integers(0, 2**255), st.binary(max_size=100))
@settings(max_examples=60, deadline=None)
def test_signed_as_eth_account_signs(nonce: int, tip: int, gas: int, to: bytes | None, value: int, data: bytes) -> None:
    wish = Transaction(chain_id=80_002, nonce=nonce, tip=tip, fee=tip + 1, gas=gas, to=to, value=value, data=data)
    raw = Signer(KEY).sign(wish)
    fields = {
        "type": 2,
        "chainId": 80_002,
        "nonce": nonce,
        "maxPriorityFeePerGas": tip,
        "maxFeePerGas": tip + 1,
        "gas": gas,
        "to": to or b"",
        "value": value,
        "data": data,
    }
    theirs = Account.from_key(KEY).sign_transaction(fields)
    assert raw == bytes(theirs.raw_transaction)
    read = decode_transaction(raw)
    assert (read.transaction, read.sender, read.hash) == (wish, Signer(KEY).address, to_hex(theirs.hash))


@pytest.mark.parametrize("kind", [0, 1])
def test_older_kinds_are_read(kind: int) -> None:
    fields = {
        "chainId": 31_337,
        "nonce": 3,
        "gasPrice": 9,
        "gas": 21_000,
        "to": "0x" + "11" * 20,
        "value": 4,
        "data": b"x",
    }
    signed = Account.from_key(KEY).sign_transaction(fields | ({"type": 1} if kind else {}))
    read = decode_transaction(bytes(signed.raw_transaction))
    assert read.sender == Signer(KEY).address
    assert read.hash == to_hex(signed.hash)
    assert (read.transaction.kind, read.transaction.chain_id, read.transaction.fee, read.transaction.tip) == (
        kind,
        31_337,
        9,
        9,
    )


GOOD = Signer(KEY).sign(Transaction(chain_id=1, nonce=0, tip=0, fee=0, gas=0, to=None))


@given(st.one_of(st.binary(max_size=120), st.integers(0, len(GOOD) - 1).map(lambda at: GOOD[:at])))
def test_what_is_no_transaction(raw: bytes) -> None:
    with pytest.raises(BadTransaction):
        decode_transaction(raw)


@given(st.integers(0, len(GOOD) * 8 - 1))
def test_a_flipped_bit_is_refused_or_somebody_elses(bit: int) -> None:
    flipped = bytearray(GOOD)
    flipped[bit // 8] ^= 1 << bit % 8
    with suppress(BadTransaction):
        assert decode_transaction(bytes(flipped)).sender != Signer(KEY).address


def test_a_key_does_not_show() -> None:
    assert KEY.hex() not in repr(Signer(KEY))
