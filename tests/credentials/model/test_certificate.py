"""The states of a certificate as a table."""

import itertools

import pytest

from eduverse.credentials.errors import CertificateSettled
from eduverse.credentials.model.certificate import (
    IN_FORCE,
    AnchorState,
    CertificateEvent,
    CertificateState,
    advance,
    anchor_state,
)
from eduverse.credentials.model.verdict import Verdict, verdict_of


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
