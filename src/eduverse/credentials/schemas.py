"""What the certificate routes take and give. No e-mail address and no seal has a field here."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.credentials.model.certificate import AnchorState, Certificate, CertificateState
from eduverse.credentials.model.verdict import Verdict
from eduverse.credentials.proofs import Inclusion, Proof
from eduverse.credentials.service import Finding
from eduverse.kernel.structs import Input, Struct

__all__ = [
    "AnchorView",
    "CertificateList",
    "CertificateView",
    "CheckedView",
    "IssueCertificate",
    "RevokeCertificate",
]

_NO_CONTROLS = r"^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$(?!\n)"
PrintedName = Annotated[str, Meta(min_length=1, max_length=80, pattern=rf"(?=.*\S){_NO_CONTROLS}")]
"""One line, without what would turn the line around it."""
Reason = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]


class IssueCertificate(Input, frozen=True, kw_only=True):
    name: PrintedName | None = None
    """As it is to be printed; without it, the account's."""


class RevokeCertificate(Input, frozen=True, kw_only=True):
    reason: Reason


class CertificateView(Struct, frozen=True, kw_only=True):
    id: str
    user_id: str
    quiz_id: str
    classroom_id: str
    edition: int
    state: CertificateState
    name: str
    title: str
    score: float
    """The fraction of all points."""
    issued_at: datetime
    ended_at: datetime | None
    reason: str
    replaced_by: str | None
    shared: bool
    """False once its owner has withdrawn it: the campus cannot read it any more."""
    url: str
    """Where everybody can check it."""
    cid: str
    """Of the encrypted file in the content store."""
    digest: str
    anchored: AnchorState

    @classmethod
    def of(cls, one: Certificate, url: str, anchored: AnchorState) -> "CertificateView":
        return cls(
            id=one.id,
            user_id=one.user_id,
            quiz_id=one.quiz_id,
            classroom_id=one.classroom_id,
            edition=one.edition,
            state=one.state,
            name=one.name,
            title=one.title,
            score=one.score,
            issued_at=one.issued_at,
            ended_at=one.ended_at,
            reason=one.reason,
            replaced_by=one.replaced_by,
            shared=one.seal is not None,
            url=url,
            cid=one.cid,
            digest=one.digest,
            anchored=anchored,
        )


class CertificateList(Struct, frozen=True, kw_only=True):
    items: list[CertificateView]
    next: str | None


class CheckedView(Struct, frozen=True, kw_only=True):
    """What the campus says of a document; nothing that is not in the document, but its state."""

    verdict: Verdict
    digest: str | None
    ended_at: datetime | None
    replaced_by: str | None
    anchored: AnchorState

    @classmethod
    def of(cls, finding: Finding, anchored: AnchorState) -> "CheckedView":
        one = finding.certificate
        return cls(
            verdict=finding.verdict,
            digest=one.digest if one else None,
            ended_at=one.ended_at if one else None,
            replaced_by=one.replaced_by if one else None,
            anchored=anchored,
        )


class InclusionView(Struct, frozen=True, kw_only=True):
    """The way from a certificate to a root that stands on a chain; all but the numbers are `0x` and hex digits.

    `leaf` is keccak256(salt ‖ digest), its node keccak256(0x00 ‖ leaf). With each hash of `path`, which stands beside
    it, a node gives the next one: keccak256 of both, the smaller one first. The last one is `root`.
    """

    salt: str
    leaf: str
    path: list[str]
    root: str
    count: int
    """Certificates under this root."""
    chain_id: int
    contract: str
    transaction: str
    block: int
    anchored_at: datetime


class AnchorView(Struct, frozen=True, kw_only=True):
    """Where a certificate is anchored; nothing that is not public on that chain, but its salt."""

    anchored: AnchorState
    digest: str
    inclusion: InclusionView | None
    confirmed: bool | None
    """Whether the contract says, now, that it holds; null when the chain could not be asked."""

    @classmethod
    def of(cls, proof: Proof, anchored: AnchorState) -> "AnchorView":
        return cls(
            anchored=AnchorState.ANCHORED if proof.inclusion else anchored,
            digest=proof.certificate.digest,
            inclusion=_inclusion(proof.inclusion) if proof.inclusion else None,
            confirmed=proof.confirmed,
        )


def _inclusion(one: Inclusion) -> InclusionView:
    anchor = one.anchor
    return InclusionView(
        salt=_hex(one.salt),
        leaf=_hex(one.leaf),
        path=[_hex(beside) for beside in one.path],
        root=_hex(one.root),
        count=one.size,
        chain_id=anchor.place.chain_id,
        contract=anchor.place.contract,
        transaction=anchor.transaction,
        block=anchor.block,
        anchored_at=anchor.at,
    )


def _hex(data: bytes) -> str:
    return f"0x{data.hex()}"
