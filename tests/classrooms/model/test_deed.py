"""A deed's stages: the table, and orders of which one is under way at most."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec import structs

from eduverse.classrooms.model.deed import (
    Deed,
    DeedEvent,
    Ground,
    Place,
    Stage,
    advance,
    described,
    failed,
    is_open,
    minted,
    moved,
    obeyed,
    ordered,
    refused,
    retried,
    submitted,
    troubled,
    wanted,
)

GROUND = Ground(chain_id=137, contract="0x" + "0c" * 20)
WALLET = "0x" + "a1" * 20
STEPS: dict[DeedEvent, Any] = {
    DeedEvent.DESCRIBE: lambda deed: described(deed, cid="bafy", ground=GROUND),
    DeedEvent.SUBMIT: submitted,
    DeedEvent.MINT: lambda deed: minted(deed, transaction="0xaa", place=Place(7, 1)),
    DeedEvent.FAIL: lambda deed: failed(deed, "no"),
    DeedEvent.MOVE: moved,
    DeedEvent.RETRY: lambda deed: retried(deed, WALLET),
}
LEADS = {
    Stage.WANTED: {DeedEvent.DESCRIBE: Stage.DESCRIBED},
    Stage.DESCRIBED: {
        DeedEvent.SUBMIT: Stage.SUBMITTED,
        DeedEvent.FAIL: Stage.FAILED,
        DeedEvent.MOVE: Stage.WANTED,
    },
    Stage.SUBMITTED: {DeedEvent.MINT: Stage.MINTED, DeedEvent.FAIL: Stage.FAILED, DeedEvent.MOVE: Stage.WANTED},
    Stage.MINTED: {},
    Stage.FAILED: {DeedEvent.RETRY: Stage.WANTED},
}


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("event", DeedEvent)
def test_every_event_in_every_stage(stage: Stage, event: DeedEvent) -> None:
    """One that does not belong there changes nothing at all."""
    before = structs.replace(wanted(WALLET, transferable=False), stage=stage, cid="bafk", ground=GROUND)
    after = STEPS[event](before)
    leads = LEADS[stage].get(event)
    assert advance(stage, event) is leads
    assert after.stage is (leads or stage)
    assert leads or after is before


def test_another_attempt_says_other_things_under_another_number() -> None:
    for again in (DeedEvent.MOVE, DeedEvent.RETRY):
        stage = Stage.SUBMITTED if again is DeedEvent.MOVE else Stage.FAILED
        before = Deed(stage=stage, wallet=WALLET, cid="bafk", ground=GROUND)
        after = STEPS[again](before)
        assert (after.attempt, after.cid, after.ground) == (2, None, None)


def test_what_it_waits_for_is_said_until_it_goes_on() -> None:
    deed = troubled(wanted(WALLET, transferable=False), "chain-unavailable")
    assert troubled(deed, "chain-unavailable") is deed
    assert described(deed, cid="bafy", ground=GROUND).trouble is None


class Orders(RuleBasedStateMachine):
    """A teacher who cannot decide, and a contract that obeys now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.deed = Deed(stage=Stage.MINTED, wallet=WALLET)
        self.contract = False
        """Whether it is unlocked there."""
        self.told: dict[int, bool] = {}

    @rule(on=st.booleans())
    def decide(self, on: bool) -> None:
        self.deed = structs.replace(self.deed, transferable=on)

    @rule(times=st.integers(1, 2))
    def send(self, times: int) -> None:
        for _ in range(times):
            self.deed = ordered(self.deed)
        if self.deed.order:
            assert self.told.setdefault(self.deed.order.number, self.deed.order.unlock) is self.deed.order.unlock
            self.contract = self.deed.order.unlock

    @rule(stale=st.integers(0, 1))
    def obey(self, stale: int) -> None:
        self.deed = obeyed(self.deed, self.deed.orders - stale)

    @rule()
    def refuse(self) -> None:
        if self.deed.order:
            self.contract = self.deed.unlocked
        self.deed = refused(self.deed, self.deed.orders, "no")

    @invariant()
    def what_is_done_with_is_as_it_is_on_the_chain(self) -> None:
        if not is_open(self.deed):
            assert self.contract is self.deed.unlocked is self.deed.transferable


Orders.TestCase.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
TestOrders = Orders.TestCase
