"""The balanced tree."""

from hypothesis import given
from hypothesis import strategies as st

from eduverse.content.cid import RAW, Cid
from eduverse.content.layout import Balanced, Part
from eduverse.content.unixfs import decode


def piece(number: int) -> Part:
    block = b"%d" % number
    return Part(Cid.of(RAW, block), len(block), len(block))


def built(count: int, width: int) -> tuple[Part, dict[Cid, bytes]]:
    nodes: dict[Cid, bytes] = {}
    tree = Balanced(nodes.__setitem__, width)
    for number in range(count):
        tree.add(piece(number))
    return tree.finish(), nodes


def leaves(cid: Cid, nodes: dict[Cid, bytes]) -> list[Cid]:
    if cid.codec == RAW:
        return [cid]
    return [leaf for link in decode(nodes[cid]).links for leaf in leaves(link.cid, nodes)]


def heights(cid: Cid, nodes: dict[Cid, bytes]) -> set[int]:
    if cid.codec == RAW:
        return {0}
    return {1 + below for link in decode(nodes[cid]).links for below in heights(link.cid, nodes)}


@given(st.integers(1, 300), st.integers(2, 7))
def test_the_pieces_in_their_order_all_at_one_depth(count: int, width: int) -> None:
    root, nodes = built(count, width)
    assert leaves(root.cid, nodes) == [piece(number).cid for number in range(count)]
    assert root.size == sum(piece(number).size for number in range(count))
    assert len(heights(root.cid, nodes)) == 1
    assert all(len(decode(block).links) <= width for block in nodes.values())
    assert root.total == sum(map(len, nodes.values())) + root.size


def test_one_piece_is_its_own_root() -> None:
    assert built(1, 3) == (piece(0), {})


def test_a_full_node_is_not_put_under_another() -> None:
    root, nodes = built(3, 3)
    assert (len(nodes), heights(root.cid, nodes)) == (1, {1})
    root, nodes = built(4, 3)
    assert (len(nodes), heights(root.cid, nodes)) == (3, {2})
    assert [len(decode(nodes[link.cid]).links) for link in decode(nodes[root.cid]).links] == [3, 1]
