"""Known hashes: of MurmurHash3's reference implementation, and those that IPFS uses in its own tests."""

import pytest

from eduverse.content.murmur import murmur3


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("", "0000000000000000"),
        ("hello", "cbd8a7b341bd9b02"),
        ("hello, world", "342fac623a5ebc8e"),
        ("19 Jan 2038 at 3:14:07 AM", "b89e5988b737affc"),
        ("The quick brown fox jumps over the lazy dog.", "cd99481f9ee902c9"),
    ],
)
def test_known_hashes(text: str, digits: str) -> None:
    assert f"{murmur3(text.encode()):016x}" == digits
