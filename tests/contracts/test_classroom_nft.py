"""ERC-721 with a lock; any sequence of calls against the plainest model of it."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.support.evm import PEOPLE, Deployed, Evm, Refused

from eduverse.chain.abi import contract
from eduverse.chain.hashing import keccak
from eduverse.chain.transactions import Signer

ADMIN, ALICE, BOB, CAROL, _ = PEOPLE
ROOM = int.from_bytes(keccak(b"01h455vb4pex5vsknk084sn02q"), "big")
URI = "ipfs://bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"
NOBODY = "0x" + "00" * 20
people = st.sampled_from(PEOPLE)
rooms = st.integers(1, 4)


@pytest.fixture
def rooms_of() -> Deployed:
    return Evm().deploy("ClassroomNFT")


def test_minting_twice_is_minting_once(rooms_of: Deployed) -> None:
    first = rooms_of.do(ADMIN, "mint", ALICE.address, ROOM, URI)
    assert [event.name for event in first] == ["Transfer", "Locked"]
    assert rooms_of.do(ADMIN, "mint", BOB.address, ROOM, "ipfs://other") == []
    assert rooms_of.ask("ownerOf", ROOM) == ALICE.address
    assert rooms_of.ask("tokenURI", ROOM) == URI
    assert rooms_of.ask("totalSupply") == 1
    with pytest.raises(Refused, match="not allowed"):
        rooms_of.do(ALICE, "mint", ALICE.address, 1, URI)


def test_it_stays_until_it_is_unlocked(rooms_of: Deployed) -> None:
    rooms_of.do(ADMIN, "mint", ALICE.address, ROOM, URI)
    with pytest.raises(Refused, match="locked"):
        rooms_of.do(ALICE, "transferFrom", ALICE.address, BOB.address, ROOM)
    with pytest.raises(Refused, match="not allowed"):
        rooms_of.do(ALICE, "setLocked", ROOM, False)
    assert [event.name for event in rooms_of.do(ADMIN, "setLocked", ROOM, False)] == ["Unlocked"]
    rooms_of.do(ALICE, "transferFrom", ALICE.address, BOB.address, ROOM)
    assert rooms_of.ask("ownerOf", ROOM) == BOB.address


def test_it_takes_no_money(rooms_of: Deployed) -> None:
    rooms_of.do(ADMIN, "mint", ALICE.address, ROOM, URI)
    with pytest.raises(Refused, match="money"):
        rooms_of.do(ALICE, "approve", BOB.address, ROOM, value=1)


def test_a_contract_that_knows_no_tokens_is_not_given_one_safely(rooms_of: Deployed) -> None:
    rooms_of.do(ADMIN, "mint", ALICE.address, ROOM, URI)
    rooms_of.do(ADMIN, "setLocked", ROOM, False)
    deaf = rooms_of.evm.create(contract("EduToken").creation(1))
    with pytest.raises(Refused):
        rooms_of.do(ALICE, "safeTransferFrom", ALICE.address, deaf, ROOM)
    rooms_of.do(ALICE, "safeTransferFrom", ALICE.address, BOB.address, ROOM)


def test_the_owner_of_a_class_can_not_rename_it(rooms_of: Deployed) -> None:
    rooms_of.do(ADMIN, "mint", ALICE.address, ROOM, URI)
    with pytest.raises(Refused, match="not allowed"):
        rooms_of.do(ALICE, "setTokenURI", ROOM, "ipfs://mine")
    rooms_of.do(ADMIN, "setTokenURI", ROOM, "ipfs://new")
    assert rooms_of.ask("tokenURI", ROOM) == "ipfs://new"


@pytest.mark.parametrize("interface", ["01ffc9a7", "80ac58cd", "5b5e139f", "49064906", "b45a3c0e"])
def test_the_interfaces_it_has(rooms_of: Deployed, interface: str) -> None:
    assert rooms_of.ask("supportsInterface", bytes.fromhex(interface))
    assert not rooms_of.ask("supportsInterface", b"\xff\xff\xff\xff")


class Ownership(RuleBasedStateMachine):
    """Every call against dictionaries: it succeeds when they say so, and leaves what they say."""

    @initialize()
    def deploy(self) -> None:
        self.rooms = Evm().deploy("ClassroomNFT")
        self.owners: dict[int, str] = {}
        self.approved: dict[int, str] = {}
        self.operators: set[tuple[str, str]] = set()
        self.unlocked: set[int] = set()

    def does(self, succeeds: bool, sender: Signer, function: str, *arguments: Any) -> bool:
        try:
            self.rooms.do(sender, function, *arguments)
        except Refused:
            assert not succeeds
        else:
            assert succeeds
        return succeeds

    @rule(room=rooms, to=people)
    def mint(self, room: int, to: Signer) -> None:
        self.does(True, ADMIN, "mint", to.address, room, URI)
        self.owners.setdefault(room, to.address)

    @rule(room=rooms, locked=st.booleans())
    def lock(self, room: int, locked: bool) -> None:
        if self.does(room in self.owners, ADMIN, "setLocked", room, locked):
            (self.unlocked.discard if locked else self.unlocked.add)(room)

    @rule(room=rooms, sender=people, spender=people)
    def approve(self, room: int, sender: Signer, spender: Signer) -> None:
        owner = self.owners.get(room)
        may = owner is not None and (sender.address == owner or (owner, sender.address) in self.operators)
        if self.does(may, sender, "approve", spender.address, room):
            self.approved[room] = spender.address

    @rule(owner=people, operator=people, allowed=st.booleans())
    def operate(self, owner: Signer, operator: Signer, allowed: bool) -> None:
        self.does(True, owner, "setApprovalForAll", operator.address, allowed)
        (self.operators.add if allowed else self.operators.discard)((owner.address, operator.address))

    @rule(room=rooms, sender=people, source=people, to=people, safely=st.booleans())
    def transfer(self, room: int, sender: Signer, source: Signer, to: Signer, safely: bool) -> None:
        owner = self.owners.get(room)
        entitled = sender.address in (owner, self.approved.get(room)) or (str(owner), sender.address) in self.operators
        may = owner == source.address and room in self.unlocked and entitled
        function = "safeTransferFrom" if safely else "transferFrom"
        if self.does(may, sender, function, source.address, to.address, room):
            self.owners[room] = to.address
            self.approved.pop(room, None)

    @invariant()
    def the_books_agree(self) -> None:
        if not hasattr(self, "rooms"):
            return
        owned = list(self.owners.values())
        assert self.rooms.ask("totalSupply") == len(owned)
        assert [self.rooms.ask("balanceOf", one.address) for one in PEOPLE] == [
            owned.count(one.address) for one in PEOPLE
        ]
        for room, owner in self.owners.items():
            assert self.rooms.ask("ownerOf", room) == owner
            assert self.rooms.ask("getApproved", room) == self.approved.get(room, NOBODY)
            assert self.rooms.ask("locked", room) is (room not in self.unlocked)


TestOwnership = Ownership.TestCase
TestOwnership.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
