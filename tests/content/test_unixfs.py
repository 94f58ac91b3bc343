"""UnixFS nodes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.content.cid import DAG_PB, RAW, Cid
from eduverse.content.unixfs import DIRECTORY, FILE, SHARD, Link, Node, decode, directory, file, shard

EMPTY_DIRECTORY = "bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354"
sizes = st.integers(0, 2**40)
links = st.builds(Link, st.binary(min_size=32, max_size=32).map(lambda digest: Cid(RAW, digest)), sizes)


def test_a_known_directory() -> None:
    assert str(Cid.of(DAG_PB, directory([]))) == EMPTY_DIRECTORY
    assert decode(directory([])) == Node(DIRECTORY, ())


@given(st.lists(st.tuples(links, sizes), max_size=5))
def test_a_file_is_read_as_it_was_written(parts: list[tuple[Link, int]]) -> None:
    node = decode(file([link for link, _ in parts], [size for _, size in parts]))
    assert node == Node(FILE, tuple(link for link, _ in parts), tuple(size for _, size in parts))
    assert node.size == sum(size for _, size in parts)


def test_a_directory_is_sorted_by_the_bytes_of_its_names() -> None:
    leaf = Cid.of(RAW, b"x")
    node = decode(directory([Link(leaf, 1, name) for name in ("é", "b", "a", "Z")]))
    assert [link.name for link in node.links] == ["Z", "a", "b", "é"]


def test_a_shard_is_read_as_it_was_written() -> None:
    entries = [Link(Cid.of(RAW, b"x"), 1, name) for name in ("03a", "FF")]
    assert decode(shard(entries, 1 << 3 | 1 << 255)) == Node(SHARD, tuple(entries))


def test_bytes_in_the_node_of_a_file() -> None:
    """As it was done before leaves were raw blocks."""
    for kind in (b"\x00", b"\x02"):
        node = decode(b"\x0a\x09\x08" + kind + b"\x12\x03abc\x18\x03")
        assert (node.kind, node.data, node.size) == (FILE, b"abc", 3)


@given(st.binary(max_size=120))
def test_anything_is_a_node_or_refused(block: bytes) -> None:
    try:
        node = decode(block)
    except ValueError:
        return
    assert node.kind in (FILE, DIRECTORY, SHARD)


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"\x0a\x02\x08\x04",  # a symbolic link
        b"\x0a\x02\x08\x05",  # a shard that does not say how
        b"\x0a\x06\x08\x05\x28\x22\x30\x08",  # one with eight slots
        b"\x0a\x04\x08\x02\x18\x05",  # a file that is not as long as it says
        b"\x0a\x04\x08\x02\x20\x05",  # a file that says a size for a link it does not have
        b"\x0a\x05\x08\x02",  # cut off
        b"\x0d\x00\x00\x00\x00",  # a wire type that is not used
    ],
)
def test_other_nodes_are_refused(block: bytes) -> None:
    with pytest.raises(ValueError, match=r"node|field"):
        decode(block)
