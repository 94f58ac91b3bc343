# pragma version ==0.4.3
# pragma evm-version cancun
"""
@title EDU: what students earn (ERC-20)
@license MIT
@notice Each reference (a hash that says nothing about a person) is paid once, however often it is sent.
"""
from ethereum.ercs import IERC20
import roles

implements: IERC20
initializes: roles
exports: (roles.DEFAULT_ADMIN_ROLE, roles.hasRole, roles.grantRole, roles.revokeRole)

event Rewarded:
    reference: indexed(bytes32)
    receiver: indexed(address)
    value: uint256

name: public(constant(String[16])) = "EduVerse Reward"
symbol: public(constant(String[3])) = "EDU"
decimals: public(constant(uint8)) = 18
MINTER_ROLE: public(constant(bytes32)) = keccak256("MINTER_ROLE")
MAX_BATCH: public(constant(uint256)) = 200

cap: public(immutable(uint256))

totalSupply: public(uint256)
balanceOf: public(HashMap[address, uint256])
allowance: public(HashMap[address, HashMap[address, uint256]])
isPaid: public(HashMap[bytes32, bool])


@deploy
def __init__(limit: uint256):
    """
    @param limit The most that may ever be minted, in the token's smallest unit.
    """
    assert limit > 0, "edu: no cap"
    cap = limit
    roles.__init__(MINTER_ROLE)


@internal
def _transfer(sender: address, receiver: address, amount: uint256):
    assert sender != empty(address), "edu: zero sender"  # else a transfer of nothing would look like a minting
    assert receiver != empty(address), "edu: zero receiver"
    available: uint256 = self.balanceOf[sender]
    assert available >= amount, "edu: balance too low"
    self.balanceOf[sender] = unsafe_sub(available, amount)
    self.balanceOf[receiver] = unsafe_add(self.balanceOf[receiver], amount)  # the sum of all is at most the cap
    log IERC20.Transfer(sender=sender, receiver=receiver, value=amount)


@external
def transfer(to: address, amount: uint256) -> bool:
    self._transfer(msg.sender, to, amount)
    return True


@external
def transferFrom(sender: address, to: address, amount: uint256) -> bool:
    allowed: uint256 = self.allowance[sender][msg.sender]
    if allowed != max_value(uint256):
        assert allowed >= amount, "edu: allowance too low"
        self.allowance[sender][msg.sender] = unsafe_sub(allowed, amount)
    self._transfer(sender, to, amount)
    return True


@external
def approve(spender: address, amount: uint256) -> bool:
    assert spender != empty(address), "edu: zero spender"
    self.allowance[msg.sender][spender] = amount
    log IERC20.Approval(owner=msg.sender, spender=spender, value=amount)
    return True


@external
def mintBatch(
    references: DynArray[bytes32, MAX_BATCH], to: DynArray[address, MAX_BATCH], amounts: DynArray[uint256, MAX_BATCH]
) -> uint256:
    """
    @notice Pays each reference that was not paid yet; those that were are passed over.
    @return What was minted.
    """
    roles._check(MINTER_ROLE)
    assert len(references) == len(to) and len(to) == len(amounts), "edu: lengths differ"
    minted: uint256 = 0
    for i: uint256 in range(len(references), bound=MAX_BATCH):
        if self.isPaid[references[i]]:
            continue
        receiver: address = to[i]
        amount: uint256 = amounts[i]
        assert receiver != empty(address), "edu: zero receiver"
        self.isPaid[references[i]] = True
        minted += amount
        self.balanceOf[receiver] += amount
        log IERC20.Transfer(sender=empty(address), receiver=receiver, value=amount)
        log Rewarded(reference=references[i], receiver=receiver, value=amount)
    self.totalSupply += minted
    assert self.totalSupply <= cap, "edu: over the cap"
    return minted
