"""Wallets that are contracts, put together by hand."""

__all__ = ["ECHO", "ENDLESS", "HALF_A_WORD", "REFUSING", "creation", "owned_by"]

MAGIC = "631626ba7e60e01b5f52"
"""PUSH4 1626ba7e, to the left of a word, to memory."""


def creation(code: bytes) -> bytes:
    """The data of a transaction that creates a contract of this code."""
    head = bytes.fromhex(f"61{len(code):04x}80600a5f395ff3")  # PUSH2 size DUP1 PUSH1 10 PUSH0 CODECOPY PUSH0 RETURN
    return head + code


def owned_by(owner: str) -> bytes:
    """One that takes what its owner's key signed: ecrecover over calldata's digest, r, s and v."""
    recover = (
        "6004355f52"  # digest
        "60a43560f81c602052"  # v
        "606435604052"  # r
        "608435606052"  # s
        "602060806080" + "5f60015afa50"  # STATICCALL to 1
    )
    compare = f"60805173{owner[2:].lower()}14"
    no = "63ffffffff60e01b5f5260205ff3"
    target = len(bytes.fromhex(recover + compare)) + 3 + len(bytes.fromhex(no))
    return bytes.fromhex(f"{recover}{compare}60{target:02x}57{no}5b{MAGIC}60205ff3")


HALF_A_WORD = bytes.fromhex(MAGIC + "60045ff3")
"""Answers with four bytes."""
ECHO = bytes.fromhex("365f5f37365ff3")
"""Answers with what it was asked."""
REFUSING = bytes.fromhex("5f5ffd")
ENDLESS = bytes.fromhex("5b5f56")
"""Never comes to an end."""
