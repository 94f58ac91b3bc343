"""The states of a certificate as a table."""

import itertools

import pytest
from msgspec import structs
from tests.support.clock import NOON

from eduverse.credentials.errors import CertificateSettled
from eduverse.credentials.model.certificate import (
    IN_FORCE,
    AnchorState,
    Certificate,
    CertificateEvent,
    CertificateState,
    advance,
    anchor_state,
    batched,
    recorded,
    replaced,
    revoked,
)
from eduverse.credentials.model.verdict import Verdict, verdict_of

A_CERTIFICATE = Certificate(
    id="c",
    user_id="mira",
    quiz_id="q",
    classroom_id="room",
    edition=1,
    state=CertificateState.ISSUED,
    name="Mira",
    title="Stars",
    score=1.0,
    issued_at=NOON,
    key_id="k",
    cid="bafk",
    digest="00" * 32,
    seal="s",
    status_list=1,
    status_index=7,
)


@pytest.mark.parametrize(("state", "event"), [*itertools.product(CertificateState, CertificateEvent)])
def test_what_has_ended_stays_ended(state: CertificateState, event: CertificateEvent) -> None:
    legal = state in IN_FORCE and (state, event) != (CertificateState.ANCHORED, CertificateEvent.ANCHOR)
    if not legal:
        with pytest.raises(CertificateSettled) as refused:
            advance(state, event)
        assert refused.value.extra == {"state": state}
    elif event is CertificateEvent.ANCHOR:
        assert advance(state, event) in IN_FORCE
    else:
        assert advance(state, event) not in IN_FORCE


def test_a_verdict_for_each_state() -> None:
    assert {state: verdict_of(state) for state in CertificateState} == {
        CertificateState.ISSUED: Verdict.VALID,
        CertificateState.ANCHORED: Verdict.VALID,
        CertificateState.REVOKED: Verdict.REVOKED,
        CertificateState.REPLACED: Verdict.REPLACED,
    }
    assert verdict_of(None) is Verdict.NOT_VERIFIABLE


@pytest.mark.parametrize(("has_chain", "expected"), [(False, AnchorState.NO_CHAIN), (True, AnchorState.WAITING)])
def test_what_is_not_anchored_says_why(has_chain: bool, expected: AnchorState) -> None:
    assert anchor_state(None, has_chain=has_chain) is expected


@pytest.mark.parametrize(
    ("state", "batch", "unrecorded", "expected"),
    [
        (CertificateState.ISSUED, None, False, AnchorState.WAITING),
        (CertificateState.ISSUED, "b", False, AnchorState.WAITING),
        (CertificateState.ANCHORED, "b", False, AnchorState.ANCHORED),
        (CertificateState.REVOKED, None, False, AnchorState.NEVER),
        (CertificateState.REPLACED, "b", True, AnchorState.WAITING),
        (CertificateState.REPLACED, "b", False, AnchorState.ANCHORED),
    ],
)
def test_what_is_said_of_an_anchor(
    state: CertificateState, batch: str | None, unrecorded: bool, expected: AnchorState
) -> None:
    one = structs.replace(A_CERTIFICATE, state=state, batch=batch, unrecorded=unrecorded)
    assert anchor_state(one, has_chain=True) is expected


def test_an_end_is_due_on_the_chain_when_the_certificate_is_in_a_batch() -> None:
    in_batch = batched(A_CERTIFICATE, "b", 3)
    assert (in_batch.leaf_index, in_batch.unrecorded) == (3, False)
    for ended in (revoked(in_batch, "x", NOON), replaced(in_batch, "next", NOON)):
        assert ended.unrecorded
        assert not recorded(ended).unrecorded
    assert not revoked(A_CERTIFICATE, "x", NOON).unrecorded
    assert batched(revoked(A_CERTIFICATE, "x", NOON), "b", 0).unrecorded  # it ended while its batch was gathered
