# pragma version ==0.4.3
"""
@title Who may do what: an admin, and those the admin names
@license MIT
@dev The same interface, role names and events as OpenZeppelin's AccessControl, so that explorers know them.
"""

event RoleGranted:
    role: indexed(bytes32)
    account: indexed(address)
    sender: indexed(address)

event RoleRevoked:
    role: indexed(bytes32)
    account: indexed(address)
    sender: indexed(address)

DEFAULT_ADMIN_ROLE: public(constant(bytes32)) = empty(bytes32)

hasRole: public(HashMap[bytes32, HashMap[address, bool]])


@deploy
def __init__(role: bytes32):
    """
    @notice Whoever deploys is the admin and has the contract's one role.
    """
    self._grant(DEFAULT_ADMIN_ROLE, msg.sender)
    self._grant(role, msg.sender)


@internal
def _grant(role: bytes32, account: address):
    if not self.hasRole[role][account]:
        self.hasRole[role][account] = True
        log RoleGranted(role=role, account=account, sender=msg.sender)


@view
@internal
def _check(role: bytes32):
    assert self.hasRole[role][msg.sender], "roles: not allowed"


@external
def grantRole(role: bytes32, account: address):
    self._check(DEFAULT_ADMIN_ROLE)
    self._grant(role, account)


@external
def revokeRole(role: bytes32, account: address):
    """
    @notice Takes a role away. An admin cannot stop being one: whoever comes next does that, so one is always left.
    """
    self._check(DEFAULT_ADMIN_ROLE)
    assert role != DEFAULT_ADMIN_ROLE or account != msg.sender, "roles: last admin"
    if self.hasRole[role][account]:
        self.hasRole[role][account] = False
        log RoleRevoked(role=role, account=account, sender=msg.sender)
