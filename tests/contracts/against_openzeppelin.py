"""Any sequence of calls, on our contracts and on OpenZeppelin's: the suite runs a few, this command many.

python -m tests.contracts.against_openzeppelin --examples 2000
"""

import argparse
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.contracts.twins import REFERENCES, Twins
from tests.support.evm import PEOPLE
from tests.support.solidity import compiled

from eduverse.chain.hashing import keccak
from eduverse.chain.transactions import Signer

__all__ = ["ClassroomTwins", "TokenTwins"]

NOBODY = "0x" + "00" * 20
MINTER_ROLE = keccak(b"MINTER_ROLE")
CAP = 1_000
MOST = 2**256 - 1
MANNERS = 9
ADMIN = PEOPLE[0]
people = st.sampled_from(PEOPLE)
anybody = st.sampled_from([*(person.address for person in PEOPLE), NOBODY])
tokens = st.sampled_from([0, 1, 2, MOST])
amounts = st.one_of(st.integers(0, 400), st.sampled_from([0, CAP, CAP + 1, MOST - 1, MOST]))
uris = st.one_of(st.sampled_from(["", "ipfs://bafy", "x" * 160, "x" * 161]), st.text(max_size=20))
passed_on = st.one_of(st.sampled_from([b"", b"\0" * 1024, b"\0" * 1025]), st.binary(max_size=40))


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """Calldata that is cut, longer than it should be, or has one byte changed after its selector."""
    match draw(st.sampled_from(["cut", "longer", "changed"])):
        case "cut":
            return data[: draw(st.integers(0, len(data) - 1))]
        case "longer":
            return data + draw(st.binary(min_size=1, max_size=40))
        case _:
            at = draw(st.integers(4, len(data) - 1))
            return data[:at] + bytes([data[at] ^ draw(st.integers(1, 255))]) + data[at + 1 :]


class Roles(RuleBasedStateMachine):
    twins: Twins

    def role(self, at: int) -> bytes:
        return (bytes(32), b"\1" * 32, MINTER_ROLE)[at]

    @rule(sender=people, account=anybody, role=st.integers(0, 2), grants=st.booleans())
    def name(self, sender: Signer, account: str, role: int, grants: bool) -> None:
        self.twins.do(sender, "grantRole" if grants else "revokeRole", self.role(role), account)

    @invariant()
    def the_state_is_the_same(self) -> None:
        if self.twins.changed:
            self.twins.changed = False
            self.look()

    def look(self) -> None:
        """Asks both for all there is."""
        for role in range(3):
            for person in PEOPLE:
                self.twins.ask("hasRole", self.role(role), person.address)
        self.twins.ask("hasRole", bytes(32), NOBODY)

    def spoil(self, data: st.DataObject, sender: Signer, call: tuple[Any, ...]) -> None:
        """A call that is not quite one."""
        spoiled = data.draw(spoilt(self.twins.ours.encode(*call)))
        value = data.draw(st.sampled_from([0, 0, 1]))
        self.twins.send(sender, call[0], spoiled, value=value)


class ClassroomTwins(Roles):
    """ERC-721: minting, approving, passing on, to people, to contracts of every manner, and to nobody."""

    @initialize()
    def deploy(self) -> None:
        self.twins = Twins("ClassroomNFT", "ReferenceClassroom")
        receiver = compiled(REFERENCES)["Receiver"]
        self.receivers = [self.twins.evm.create(receiver.creation(manner)) for manner in range(MANNERS)]
        self.deaf = self.twins.evm.create(compiled(REFERENCES)["InterfaceIds"].creation())
        self.everybody = [*(person.address for person in PEOPLE), NOBODY, self.deaf, *self.receivers]
        for token, person in ((0, PEOPLE[1]), (1, PEOPLE[2])):
            self.twins.do(ADMIN, "mint", person.address, token, "")
            self.lock(token, locked=False)

    @rule(sender=st.sampled_from([ADMIN, ADMIN, *PEOPLE]), to=st.integers(0, 15), token=tokens, uri=uris)
    def mint(self, sender: Signer, to: int, token: int, uri: str) -> None:
        self.twins.do(sender, "mint", self.everybody[to], token, uri)

    @rule(token=tokens, locked=st.sampled_from([False, False, True]))
    def lock(self, token: int, *, locked: bool) -> None:
        """Ours alone can; it changes nothing that both know."""
        ours = self.twins.ours.encode("setLocked", token, locked)
        if not self.twins.answer(self.twins.addresses[0], ADMIN, ours).refused:
            self.twins.evm.transact(ADMIN, self.twins.addresses[0], ours)

    def holder(self, token: int, otherwise: Signer) -> Signer:
        owner = self.twins.ask("ownerOf", token)
        return next((person for person in PEOPLE if person.address == owner), otherwise)

    @rule(sender=people, own=st.booleans(), spender=st.integers(0, 15), token=tokens)
    def approve(self, sender: Signer, own: bool, spender: int, token: int) -> None:
        self.twins.do(self.holder(token, sender) if own else sender, "approve", self.everybody[spender], token)

    @rule(sender=people, operator=anybody, allowed=st.booleans())
    def operate(self, sender: Signer, operator: str, allowed: bool) -> None:
        self.twins.do(sender, "setApprovalForAll", operator, allowed)

    @rule(
        sender=people,
        own=st.booleans(),
        source=st.sampled_from([None, None, None, 1, 5]),
        to=st.integers(0, 15),
        token=tokens,
        data=st.none() | passed_on,
        safely=st.booleans(),
    )
    def transfer(
        self, sender: Signer, own: bool, source: int | None, to: int, token: int, data: bytes | None, safely: bool
    ) -> None:
        """Mostly of what `source` has, and half of the time by its owner: others are mostly refused."""
        sender = self.holder(token, sender) if own else sender
        has = self.everybody[source] if source else self.twins.ask("ownerOf", token) or NOBODY
        call = (has, self.everybody[to], token)
        if not safely:
            self.twins.do(sender, "transferFrom", *call)
        else:
            self.twins.do(sender, "safeTransferFrom", *call, *(() if data is None else (data,)))

    @rule(sender=st.sampled_from([ADMIN, *PEOPLE]), token=tokens, uri=uris)
    def rename(self, sender: Signer, token: int, uri: str) -> None:
        self.twins.do(sender, "setTokenURI", token, uri)

    @rule(data=st.data(), sender=people, to=st.integers(0, 15), token=tokens)
    def call_wrongly(self, data: st.DataObject, sender: Signer, to: int, token: int) -> None:
        person = self.everybody[to]
        calls = (
            ("approve", person, token),
            ("transferFrom", sender.address, person, token),
            ("safeTransferFrom", sender.address, person, token),
            ("setApprovalForAll", person, True),
            ("ownerOf", token),
            ("supportsInterface", b"\x80\xac\x58\xcd"),
        )
        self.spoil(data, sender, data.draw(st.sampled_from(calls)))

    def look(self) -> None:
        super().look()
        for token in (0, 1, 2, MOST):
            for function in ("ownerOf", "getApproved", "tokenURI"):
                self.twins.ask(function, token)
        for one in self.everybody:
            self.twins.ask("balanceOf", one)
        for owner in PEOPLE:
            for operator in PEOPLE:
                self.twins.ask("isApprovedForAll", owner.address, operator.address)


class TokenTwins(Roles):
    """ERC-20 with a cap: minting, passing on, allowances, amounts at every edge."""

    @initialize()
    def deploy(self) -> None:
        self.twins = Twins("EduToken", "ReferenceToken", CAP)
        self.paid: set[bytes] = set()
        for at, person in enumerate(PEOPLE[:3]):
            self.mint(ADMIN, [(100 + at, person.address, 300)])

    @rule(
        sender=st.sampled_from([ADMIN, ADMIN, *PEOPLE]),
        batch=st.lists(st.tuples(st.integers(0, 40), anybody, amounts), max_size=4),
    )
    def mint(self, sender: Signer, batch: list[tuple[int, str, int]]) -> None:
        """OpenZeppelin's is given what was not paid yet: it knows no references."""
        fresh: dict[bytes, tuple[str, int]] = {}
        named = [(number.to_bytes(32, "big"), to, amount) for number, to, amount in batch]
        for reference, to, amount in named:
            if reference not in self.paid:
                fresh.setdefault(reference, (to, amount))
        columns = [[each[at] for each in named] for at in range(3)]
        rest = (list(fresh), [to for to, _ in fresh.values()], [amount for _, amount in fresh.values()])
        if self.twins.do(sender, "mintBatch", *columns, theirs=rest) is not None:
            self.paid |= set(fresh)

    @rule(sender=people, to=anybody, amount=amounts)
    def transfer(self, sender: Signer, to: str, amount: int) -> None:
        self.twins.do(sender, "transfer", to, amount)

    @rule(sender=people, spender=anybody, amount=amounts)
    def approve(self, sender: Signer, spender: str, amount: int) -> None:
        self.twins.do(sender, "approve", spender, amount)

    @rule(sender=people, owner=anybody, to=anybody, amount=amounts)
    def transfer_from(self, sender: Signer, owner: str, to: str, amount: int) -> None:
        self.twins.do(sender, "transferFrom", owner, to, amount)

    @rule(data=st.data(), sender=people, one=anybody, amount=amounts)
    def call_wrongly(self, data: st.DataObject, sender: Signer, one: str, amount: int) -> None:
        calls = (
            ("transfer", one, amount),
            ("approve", one, amount),
            ("transferFrom", one, sender.address, amount),
            ("allowance", one, sender.address),
            ("balanceOf", one),
        )
        self.spoil(data, sender, data.draw(st.sampled_from(calls)))

    def look(self) -> None:
        super().look()
        self.twins.ask("totalSupply")
        self.twins.ask("cap")
        for owner in (*(person.address for person in PEOPLE), NOBODY):
            self.twins.ask("balanceOf", owner)
            for spender in PEOPLE:
                self.twins.ask("allowance", owner, spender.address)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=500)
    many = settings(
        max_examples=parser.parse_args().examples,
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    for machine in (ClassroomTwins, TokenTwins):
        run_state_machine_as_test(machine, settings=many)


if __name__ == "__main__":
    main()
