"""The states of a certificate as a table."""

import itertools

import pytest

from eduverse.credentials.errors import CertificateSettled
from eduverse.credentials.model.certificate import IN_FORCE, CertificateEvent, CertificateState, advance
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
