# pragma version ==0.4.3
# pragma evm-version cancun
"""
@title Which certificates were issued, and which hold no longer
@license MIT
@notice A batch of certificates is one Merkle root of salted hashes: nothing on chain says who earned what.
@dev A leaf of the tree is keccak256(0x00 ‖ leaf), a node keccak256 of its two children, the smaller one first. 33 bytes
     make a leaf and 64 a node, so neither passes for the other. A batch is one word: Vyper does not pack structs.
"""
import roles

initializes: roles
exports: (roles.DEFAULT_ADMIN_ROLE, roles.hasRole, roles.grantRole, roles.revokeRole)

event Anchored:
    root: indexed(bytes32)
    issuer: indexed(address)
    count: uint32

event Revoked:
    root: indexed(bytes32)
    leaf: indexed(bytes32)
    issuer: indexed(address)

ISSUER_ROLE: public(constant(bytes32)) = keccak256("ISSUER_ROLE")
MAX_DEPTH: constant(uint256) = 32
ADDRESS: constant(uint256) = 2**160 - 1
MOMENT: constant(uint256) = 2**64 - 1

revokedAt: public(HashMap[bytes32, HashMap[bytes32, uint256]])
_batch: HashMap[bytes32, uint256]


@deploy
def __init__():
    roles.__init__(ISSUER_ROLE)


@external
def anchor(root: bytes32, count: uint32) -> bool:
    """
    @notice Records a batch. One that is recorded already stays as it is.
    @param count How many certificates it holds.
    @return Whether it was recorded now.
    """
    roles._check(ISSUER_ROLE)
    assert root != empty(bytes32), "registry: zero root"
    assert count > 0, "registry: empty batch"
    if self._batch[root] != 0:
        return False
    self._batch[root] = convert(msg.sender, uint256) | (block.timestamp << 160) | (convert(count, uint256) << 224)
    log Anchored(root=root, issuer=msg.sender, count=count)
    return True


@external
def revoke(root: bytes32, leaf: bytes32) -> bool:
    """
    @notice Withdraws one certificate of a batch, for good. Only who issued the batch may, or an admin.
    @return Whether it was withdrawn now.
    """
    assert self._batch[root] != 0, "registry: no such batch"
    if not roles.hasRole[roles.DEFAULT_ADMIN_ROLE][msg.sender]:
        roles._check(ISSUER_ROLE)
        assert self._issuer(root) == msg.sender, "registry: another's batch"
    if self.revokedAt[root][leaf] != 0:
        return False
    self.revokedAt[root][leaf] = block.timestamp
    log Revoked(root=root, leaf=leaf, issuer=msg.sender)
    return True


@view
@internal
def _issuer(root: bytes32) -> address:
    return convert(self._batch[root] & ADDRESS, address)


@view
@external
def batch(root: bytes32) -> (address, uint256, uint256):
    """
    @return Who recorded it, when (seconds), and how many certificates it holds; all zero when it is not recorded.
    """
    word: uint256 = self._batch[root]
    return (convert(word & ADDRESS, address), (word >> 160) & MOMENT, word >> 224)


@view
@external
def verify(root: bytes32, leaf: bytes32, proof: DynArray[bytes32, MAX_DEPTH]) -> bool:
    """
    @return Whether the batch is recorded, the leaf is in it, and it was not revoked.
    """
    if self._batch[root] == 0 or self.revokedAt[root][leaf] != 0:
        return False
    node: bytes32 = keccak256(concat(0x00, leaf))
    for other: bytes32 in proof:
        if convert(node, uint256) < convert(other, uint256):
            node = keccak256(concat(node, other))
        else:
            node = keccak256(concat(other, node))
    return node == root
