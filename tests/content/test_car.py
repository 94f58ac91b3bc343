"""Archives: written and read back, and everything that is none."""

from collections.abc import AsyncIterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ports.content_contract import cut

from eduverse.content.car import MAX_BLOCK, MAX_ROOTS, CarReader, header, section
from eduverse.content.cid import DAG_PB, RAW, Cid
from eduverse.content.varint import varint
from eduverse.kernel.content import ArchiveInvalid

Read = tuple[tuple[Cid, ...], list[tuple[Cid, bytes]]]

HELLO = Cid.of(RAW, b"hello world")
KNOWN = (
    "3aa265726f6f747381d82a582500015512"
    "20b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde96776657273696f6e01"
    "2f01551220b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde968656c6c6f20776f726c64"
)
"""What `ipfs dag export` writes for `hello world`."""
blocks = st.builds(
    lambda codec, block: (Cid.of(codec, block), block), st.sampled_from([RAW, DAG_PB]), st.binary(max_size=300)
)


async def read(archive: bytes, size: int = 65_536) -> Read:
    return await read_from(cut(archive, size))


async def read_from(chunks: AsyncIterator[bytes]) -> Read:
    reader = CarReader(chunks)
    return await reader.roots(), [block async for block in reader.blocks()]


def written(roots: Sequence[Cid], given: Sequence[tuple[Cid, bytes]]) -> bytes:
    return header(roots) + b"".join(section(cid, block) for cid, block in given)


async def test_what_kubo_writes() -> None:
    assert written([HELLO], [(HELLO, b"hello world")]).hex() == KNOWN
    assert await read(bytes.fromhex(KNOWN)) == ((HELLO,), [(HELLO, b"hello world")])


@settings(max_examples=30)
@given(st.lists(blocks, max_size=30), st.lists(blocks, max_size=30), st.integers(1, 400))
async def test_it_is_read_as_it_was_written(
    roots: list[tuple[Cid, bytes]], given: list[tuple[Cid, bytes]], size: int
) -> None:
    names = [cid for cid, _ in roots]
    assert await read(written(names, given), size) == (tuple(names), given)


async def test_many_roots() -> None:
    assert (await read(header([HELLO] * MAX_ROOTS)))[0] == (HELLO,) * MAX_ROOTS
    with pytest.raises(ArchiveInvalid):
        await read(header([HELLO] * 23) + b"\x01")


@settings(max_examples=100)
@given(st.binary(max_size=200))
async def test_any_bytes_are_an_archive_or_refused(data: bytes) -> None:
    try:
        roots, given = await read(data)
    except ArchiveInvalid:
        return
    assert written(roots, given) == data


@settings(max_examples=100)
@given(st.data())
async def test_a_byte_that_is_changed_or_cut_off(data: st.DataObject) -> None:
    """It is refused, or something else is read, which a hash will tell; never the same."""
    whole = bytes.fromhex(KNOWN)
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[at] ^= data.draw(st.integers(1, 255))
    for other in (bytes(changed), whole[:at]):
        try:
            roots, given = await read(other)
        except ArchiveInvalid:
            continue
        assert written(roots, given) == other != whole


@pytest.mark.parametrize(
    ("archive", "why"),
    [
        (b"", "empty"),
        (b"\x0a\xa1\x67version\x02", "version 1"),  # the pragma of a CAR of version 2
        (b"\xff" * 10, "varint"),
        (b"\x80", "varint"),
        (b"\xba\x00" + bytes.fromhex(KNOWN)[1:], "longer than it must"),
        (varint(1 << 40), "header of more than"),
        (header([HELLO])[:-1], "cut off"),
        (header([HELLO]) + varint(35), "section of 35 bytes"),
        (header([HELLO]) + varint(36 + MAX_BLOCK + 1), "section of"),
        (header([HELLO]) + varint(40) + HELLO.raw, "cut off"),
        (header([HELLO]) + varint(36) + b"\x12\x20" + bytes(34), "another version"),  # a CID of version 0
        (header([HELLO]) + varint(36) + b"\x01\x71" + HELLO.raw[2:], "another kind"),  # a block of DAG-CBOR
    ],
)
async def test_what_is_wrong_is_said(archive: bytes, why: str) -> None:
    with pytest.raises(ArchiveInvalid, match=why):
        await read(archive)


async def test_it_holds_one_section_at_a_time() -> None:
    """However much comes after it: what is read ahead is what was handed over at once."""
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        yield header([HELLO])
        while True:
            taken += 1
            yield section(HELLO, b"hello world")

    reader = CarReader(endless())
    await reader.roots()
    async for _ in reader.blocks():
        if taken == 1_000:
            break
    assert len(reader._waiting) == 0
