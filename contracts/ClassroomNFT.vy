# pragma version ==0.4.3
# pragma evm-version cancun
"""
@title A classroom as a token (ERC-721 with metadata, ERC-5192)
@license MIT
@notice Whose class it is. It stays with its owner until the campus unlocks it.
@dev A token's id is the keccak256 of the classroom's id, so minting it twice is minting it once.
"""
from ethereum.ercs import IERC165
from ethereum.ercs import IERC721
import roles

implements: IERC165
implements: IERC721
initializes: roles
exports: (roles.DEFAULT_ADMIN_ROLE, roles.hasRole, roles.grantRole, roles.revokeRole)

interface Receiver:
    def onERC721Received(operator: address, sender: address, tokenId: uint256, data: Bytes[1024]) -> bytes4: nonpayable

event Locked:
    tokenId: uint256

event Unlocked:
    tokenId: uint256

event MetadataUpdate:
    tokenId: uint256

name: public(constant(String[18])) = "EduVerse Classroom"
symbol: public(constant(String[7])) = "EDUROOM"
MINTER_ROLE: public(constant(bytes32)) = keccak256("MINTER_ROLE")
ACCEPTED: constant(bytes4) = 0x150b7a02
INTERFACES: constant(bytes4[5]) = [
    0x01ffc9a7,  # ERC-165
    0x80ac58cd,  # ERC-721
    0x5b5e139f,  # ERC-721 metadata
    0x49064906,  # ERC-4906, metadata may change
    0xb45a3c0e,  # ERC-5192, a token may be locked
]

totalSupply: public(uint256)
isApprovedForAll: public(HashMap[address, HashMap[address, bool]])
_owner: HashMap[uint256, address]
_balance: HashMap[address, uint256]
_approved: HashMap[uint256, address]
_uri: HashMap[uint256, String[160]]
_unlocked: HashMap[uint256, bool]


@deploy
def __init__():
    roles.__init__(MINTER_ROLE)


@view
@external
def supportsInterface(interface_id: bytes4) -> bool:
    return interface_id in INTERFACES


@view
@external
def balanceOf(holder: address) -> uint256:
    assert holder != empty(address), "classroom: zero holder"
    return self._balance[holder]


@view
@internal
def _owner_of(token_id: uint256) -> address:
    holder: address = self._owner[token_id]
    assert holder != empty(address), "classroom: no such token"
    return holder


@view
@external
def ownerOf(token_id: uint256) -> address:
    return self._owner_of(token_id)


@view
@external
def tokenURI(token_id: uint256) -> String[160]:
    self._owner_of(token_id)
    return self._uri[token_id]


@view
@external
def locked(token_id: uint256) -> bool:
    self._owner_of(token_id)
    return not self._unlocked[token_id]


@view
@external
def getApproved(token_id: uint256) -> address:
    self._owner_of(token_id)
    return self._approved[token_id]


@payable
@external
def approve(spender: address, token_id: uint256):
    assert msg.value == 0, "classroom: takes no money"
    holder: address = self._owner_of(token_id)
    assert msg.sender == holder or self.isApprovedForAll[holder][msg.sender], "classroom: not authorised"
    self._approved[token_id] = spender
    log IERC721.Approval(owner=holder, approved=spender, token_id=token_id)


@external
def setApprovalForAll(operator: address, approved: bool):
    assert operator != empty(address), "classroom: zero operator"
    self.isApprovedForAll[msg.sender][operator] = approved
    log IERC721.ApprovalForAll(owner=msg.sender, operator=operator, approved=approved)


@payable
@internal
def _transfer(sender: address, receiver: address, token_id: uint256):
    assert msg.value == 0, "classroom: takes no money"
    holder: address = self._owner_of(token_id)
    assert holder == sender, "classroom: wrong owner"
    assert receiver != empty(address), "classroom: zero receiver"
    assert self._unlocked[token_id], "classroom: locked"
    assert (
        msg.sender == holder
        or self.isApprovedForAll[holder][msg.sender]
        or msg.sender == self._approved[token_id]
    ), "classroom: not authorised"
    self._approved[token_id] = empty(address)
    self._balance[sender] -= 1
    self._balance[receiver] += 1
    self._owner[token_id] = receiver
    log IERC721.Transfer(sender=sender, receiver=receiver, token_id=token_id)


@payable
@external
def transferFrom(sender: address, receiver: address, token_id: uint256):
    self._transfer(sender, receiver, token_id)


@payable
@external
def safeTransferFrom(sender: address, receiver: address, token_id: uint256, data: Bytes[1024] = b""):
    self._transfer(sender, receiver, token_id)
    if receiver.is_contract:
        answer: bytes4 = extcall Receiver(receiver).onERC721Received(msg.sender, sender, token_id, data)
        assert answer == ACCEPTED, "classroom: not received"


@external
def mint(to: address, token_id: uint256, uri: String[160]) -> bool:
    """
    @notice Makes a classroom's token, locked. One that exists already stays as it is.
    @dev The receiver is not called: the campus gives a class to whoever opened it, and asks nobody.
    @return Whether it was made now.
    """
    roles._check(MINTER_ROLE)
    assert to != empty(address), "classroom: zero receiver"
    if self._owner[token_id] != empty(address):
        return False
    self._owner[token_id] = to
    self._balance[to] += 1
    self.totalSupply += 1
    self._uri[token_id] = uri
    log IERC721.Transfer(sender=empty(address), receiver=to, token_id=token_id)
    log Locked(tokenId=token_id)
    return True


@external
def setLocked(token_id: uint256, locked: bool):
    """
    @notice Says whether the owner may pass the class on.
    """
    roles._check(MINTER_ROLE)
    self._owner_of(token_id)
    self._unlocked[token_id] = not locked
    if locked:
        log Locked(tokenId=token_id)
    else:
        log Unlocked(tokenId=token_id)


@external
def setTokenURI(token_id: uint256, uri: String[160]):
    roles._check(MINTER_ROLE)
    self._owner_of(token_id)
    self._uri[token_id] = uri
    log MetadataUpdate(tokenId=token_id)
