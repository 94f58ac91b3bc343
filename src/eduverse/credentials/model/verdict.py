"""What can be said of a document that claims to be a certificate of this campus."""

import enum

from eduverse.credentials.model.certificate import IN_FORCE, CertificateState

__all__ = ["Verdict", "verdict_of"]


class Verdict(enum.StrEnum):
    VALID = "valid"
    REVOKED = "revoked"
    REPLACED = "replaced"
    TAMPERED = "tampered"
    """It names this campus and one of its keys, and the signature does not fit."""
    NOT_VERIFIABLE = "notVerifiable"
    """Somebody else's, under a key nobody here knows, or no certificate at all."""


def verdict_of(state: CertificateState | None) -> Verdict:
    """Of a genuine certificate; None when the campus has forgotten that it gave it."""
    if state is None:
        return Verdict.NOT_VERIFIABLE
    if state in IN_FORCE:
        return Verdict.VALID
    return Verdict.REVOKED if state is CertificateState.REVOKED else Verdict.REPLACED
