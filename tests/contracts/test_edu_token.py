"""ERC-20, rewards that are paid once, and the cap; any sequence of calls against the plainest model of it."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.support.evm import PEOPLE, Deployed, Evm, Refused

from eduverse.chain.transactions import Signer

ADMIN, MINTER, ALICE, BOB, _ = PEOPLE
CAP = 1_000
MOST = 2**256 - 1
people = st.sampled_from(PEOPLE)
amounts = st.one_of(st.integers(0, 400), st.just(MOST))
references = st.integers(0, 12).map(lambda number: number.to_bytes(32, "big"))


@pytest.fixture
def token() -> Deployed:
    return Evm().deploy("EduToken", CAP)


def test_only_a_minter_mints(token: Deployed) -> None:
    with pytest.raises(Refused, match="roles: not allowed"):
        token.do(ALICE, "mintBatch", [bytes(32)], [ALICE.address], [1])
    role = token.ask("MINTER_ROLE")
    with pytest.raises(Refused, match="roles: not allowed"):
        token.do(ALICE, "grantRole", role, ALICE.address)
    assert [event.name for event in token.do(ADMIN, "grantRole", role, MINTER.address)] == ["RoleGranted"]
    token.do(MINTER, "mintBatch", [bytes(32)], [ALICE.address], [1])
    token.do(ADMIN, "revokeRole", role, MINTER.address)
    with pytest.raises(Refused):
        token.do(MINTER, "mintBatch", [b"\1" * 32], [ALICE.address], [1])


def test_an_admin_is_always_left(token: Deployed) -> None:
    role = token.ask("DEFAULT_ADMIN_ROLE")
    with pytest.raises(Refused, match="last admin"):
        token.do(ADMIN, "revokeRole", role, ADMIN.address)
    token.do(ADMIN, "grantRole", role, BOB.address)
    token.do(BOB, "revokeRole", role, ADMIN.address)
    assert not token.ask("hasRole", role, ADMIN.address)


def test_a_batch_of_two_hundred(token: Deployed) -> None:
    batch = [number.to_bytes(32, "big") for number in range(200)]
    events = token.do(ADMIN, "mintBatch", batch, [ALICE.address] * 200, [5] * 200)
    assert Counter(event.name for event in events) == {"Transfer": 200, "Rewarded": 200}
    assert token.ask("totalSupply") == CAP
    with pytest.raises(Refused):
        token.do(ADMIN, "mintBatch", [bytes(32)] * 201, [ALICE.address] * 201, [0] * 201)


def test_lists_of_different_lengths(token: Deployed) -> None:
    with pytest.raises(Refused, match="lengths differ"):
        token.do(ADMIN, "mintBatch", [bytes(32)], [ALICE.address], [])


class Ledger(RuleBasedStateMachine):
    """Every call against dictionaries: it succeeds when they say so, and leaves what they say."""

    @initialize()
    def deploy(self) -> None:
        self.token = Evm().deploy("EduToken", CAP)
        self.balances: Counter[str] = Counter()
        self.allowed: Counter[tuple[str, str]] = Counter()
        self.paid: set[bytes] = set()

    def does(self, succeeds: bool, sender: Signer, function: str, *arguments: Any) -> bool:
        try:
            self.token.do(sender, function, *arguments)
        except Refused:
            assert not succeeds
        else:
            assert succeeds
        return succeeds

    @rule(batch=st.lists(st.tuples(references, people, amounts), max_size=4))
    def mint(self, batch: list[tuple[bytes, Signer, int]]) -> None:
        fresh: dict[bytes, tuple[str, int]] = {}
        for reference, person, amount in batch:
            if reference not in self.paid:
                fresh.setdefault(reference, (person.address, amount))
        total = sum(amount for _, amount in fresh.values())
        references, receivers = [each[0] for each in batch], [each[1].address for each in batch]
        fits = self.balances.total() + total <= CAP
        if self.does(fits, ADMIN, "mintBatch", references, receivers, [each[2] for each in batch]):
            self.paid |= set(fresh)
            for address, amount in fresh.values():
                self.balances[address] += amount

    @rule(sender=people, to=people, amount=amounts)
    def transfer(self, sender: Signer, to: Signer, amount: int) -> None:
        self.moved(sender.address, to.address, amount, sender, "transfer", to.address, amount)

    @rule(owner=people, spender=people, amount=amounts)
    def approve(self, owner: Signer, spender: Signer, amount: int) -> None:
        self.does(True, owner, "approve", spender.address, amount)
        self.allowed[owner.address, spender.address] = amount

    @rule(owner=people, spender=people, to=people, amount=amounts)
    def transfer_from(self, owner: Signer, spender: Signer, to: Signer, amount: int) -> None:
        pair = (owner.address, spender.address)
        if self.allowed[pair] < amount:
            self.does(False, spender, "transferFrom", pair[0], to.address, amount)
            return
        moved = self.moved(pair[0], to.address, amount, spender, "transferFrom", pair[0], to.address, amount)
        if moved and self.allowed[pair] != MOST:
            self.allowed[pair] -= amount

    def moved(self, owner: str, to: str, amount: int, sender: Signer, function: str, *arguments: Any) -> bool:
        done = self.does(self.balances[owner] >= amount, sender, function, *arguments)
        if done:
            self.balances[owner] -= amount
            self.balances[to] += amount
        return done

    @invariant()
    def the_books_agree(self) -> None:
        if not hasattr(self, "token"):
            return
        assert self.token.ask("totalSupply") == self.balances.total() <= CAP
        for person in PEOPLE:
            assert self.token.ask("balanceOf", person.address) == self.balances[person.address]
        for (owner, spender), amount in self.allowed.items():
            assert self.token.ask("allowance", owner, spender) == amount


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
