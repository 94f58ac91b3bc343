"""A certificate as it is kept: its states as a table, and who may be shown what of it."""

import enum
from datetime import datetime

from msgspec import structs

from eduverse.credentials.errors import CertificateSettled
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = [
    "CERTIFICATES",
    "IN_FORCE",
    "STATUS_ENTRIES",
    "AnchorState",
    "Certificate",
    "CertificateEvent",
    "CertificateState",
    "StatusEntry",
    "advance",
    "anchor_state",
    "anchored",
    "batched",
    "recorded",
    "replaced",
    "revoked",
    "withdrawn",
]


class CertificateState(enum.StrEnum):
    ISSUED = "issued"
    ANCHORED = "anchored"
    """The root of its batch stands on a chain."""
    REVOKED = "revoked"
    REPLACED = "replaced"
    """A newer edition says the same, with another name or under another key."""


class AnchorState(enum.StrEnum):
    NO_CHAIN = "no-chain"
    WAITING = "waiting"
    ANCHORED = "anchored"
    NEVER = "never"
    """It ended before it came into a batch."""


class CertificateEvent(enum.StrEnum):
    ANCHOR = "anchor"
    REVOKE = "revoke"
    REPLACE = "replace"


_TABLE: dict[tuple[CertificateState, CertificateEvent], CertificateState] = {
    (CertificateState.ISSUED, CertificateEvent.ANCHOR): CertificateState.ANCHORED,
    (CertificateState.ISSUED, CertificateEvent.REVOKE): CertificateState.REVOKED,
    (CertificateState.ISSUED, CertificateEvent.REPLACE): CertificateState.REPLACED,
    (CertificateState.ANCHORED, CertificateEvent.REVOKE): CertificateState.REVOKED,
    (CertificateState.ANCHORED, CertificateEvent.REPLACE): CertificateState.REPLACED,
}
"""What is revoked stays revoked: whoever has seen the list would not look again."""

IN_FORCE = frozenset({CertificateState.ISSUED, CertificateState.ANCHORED})


class Certificate(Document, frozen=True, kw_only=True):
    """The commit point of issuing: from here on the certificate exists. What it says is in the content store,
    encrypted under a key that is made of the campus's ring and of `seal`."""

    user_id: str
    quiz_id: str
    classroom_id: str
    edition: int
    """1 for the first; the editions of a person's certificate for a quiz replace each other."""
    state: CertificateState
    name: str
    """As it is printed."""
    title: str
    score: float
    issued_at: datetime
    key_id: str
    """Of the signing key."""
    cid: str
    digest: str
    """SHA-256 of the signed document in its canonical form (RFC 8785), as hexadecimal digits."""
    seal: str | None
    """None once its owner has withdrawn it: then nobody can read it here any more."""
    status_list: int
    status_index: int
    replaces: str | None = None
    replaced_by: str | None = None
    ended_at: datetime | None = None
    reason: str = ""
    unbatched: bool = True
    """It belongs to no batch yet."""
    batch: str | None = None
    leaf_index: int | None = None
    unrecorded: bool = False
    """It has ended, and the chain that its batch is on does not say so yet."""
    unsettled: bool = False
    """What follows from it (its file is pinned or given up, the edition before it is replaced) is not confirmed yet."""


class StatusEntry(Document, frozen=True, kw_only=True):
    """A place in a status list, taken for good; its id is `list:index`, so no two certificates have the same."""

    certificate_id: str


CERTIFICATES = Collection(
    name="certificates",
    type=Certificate,
    indexed=(
        "user_id",
        "quiz_id",
        "classroom_id",
        "state",
        "status_list",
        "issued_at",
        "unbatched",
        "unrecorded",
        "unsettled",
    ),
)
STATUS_ENTRIES = Collection(name="certificateStatus", type=StatusEntry)


def advance(state: CertificateState, event: CertificateEvent) -> CertificateState:
    """Raises `CertificateSettled` where the table has no such step."""
    after = _TABLE.get((state, event))
    if after is None:
        raise CertificateSettled(f"A certificate that is {state} takes no {event}.", state=state)
    return after


def revoked(certificate: Certificate, reason: str, now: datetime) -> Certificate:
    """Revoking again changes nothing."""
    if certificate.state is CertificateState.REVOKED:
        return certificate
    state = advance(certificate.state, CertificateEvent.REVOKE)
    return structs.replace(_ended(certificate, state, now), reason=reason)


def replaced(certificate: Certificate, by: str, now: datetime) -> Certificate:
    """What is already replaced by it, or was revoked meanwhile, stays as it is."""
    if certificate.state not in IN_FORCE:
        return certificate
    state = advance(certificate.state, CertificateEvent.REPLACE)
    return structs.replace(_ended(certificate, state, now), replaced_by=by)


def batched(certificate: Certificate, batch: str, index: int) -> Certificate:
    """One that is in a batch already stays in that one. One that has just ended is in it all the same."""
    if not certificate.unbatched:
        return certificate
    ended = certificate.state not in IN_FORCE
    return structs.replace(certificate, unbatched=False, batch=batch, leaf_index=index, unrecorded=ended)


def anchored(certificate: Certificate, batch: str) -> Certificate:
    """What has ended meanwhile, or stands in another batch, stays as it is."""
    if certificate.state is not CertificateState.ISSUED or certificate.batch != batch:
        return certificate
    return structs.replace(certificate, state=advance(certificate.state, CertificateEvent.ANCHOR))


def anchor_state(certificate: Certificate | None, *, has_chain: bool) -> AnchorState:
    """What can honestly be said of its anchor. One that has ended since is anchored for good once the chain says so."""
    if certificate and certificate.state is CertificateState.ANCHORED:
        return AnchorState.ANCHORED
    if certificate and certificate.state not in IN_FORCE:
        if certificate.batch is None:
            return AnchorState.NEVER
        if not certificate.unrecorded:
            return AnchorState.ANCHORED
    return AnchorState.WAITING if has_chain else AnchorState.NO_CHAIN


def recorded(certificate: Certificate) -> Certificate:
    """The chain says that it has ended."""
    return structs.replace(certificate, unrecorded=False) if certificate.unrecorded else certificate


def withdrawn(certificate: Certificate) -> Certificate:
    if certificate.seal is None:
        return certificate
    return structs.replace(certificate, seal=None, unsettled=True)


def _ended(certificate: Certificate, state: CertificateState, now: datetime) -> Certificate:
    """What is in a batch stands on a chain, or soon will, and has to be taken back there too."""
    return structs.replace(certificate, state=state, ended_at=now, unrecorded=certificate.batch is not None)
