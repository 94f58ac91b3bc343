"""The certificate routes: for their owners and teachers, and, without signing in, for everybody who checks one."""

from typing import Annotated, Any

import msgspec
from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter, SkipValidation

from eduverse.credentials.model.certificate import Certificate
from eduverse.credentials.model.proof import Json
from eduverse.credentials.papers import Paper, Papers
from eduverse.credentials.proofs import Proofs
from eduverse.credentials.schemas import (
    AnchorView,
    CertificateList,
    CertificateView,
    CheckedView,
    IssueCertificate,
    RevokeCertificate,
)
from eduverse.credentials.service import CertificateService
from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.vocabulary.principal import Principal

__all__ = ["CONTROLLERS"]

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
OfClass = Annotated[str | None, QueryParameter(name="classroomId", max_length=64)]
Certificates = NamedDependency[SkipValidation[CertificateService]]
Printed = NamedDependency[SkipValidation[Papers]]
Provable = NamedDependency[SkipValidation[Proofs]]
PathId = FromPath[str]
HttpRequest = Request[Principal, Any, Any]
AS_IT_IS = IssueCertificate()

_PUBLIC = {"access-control-allow-origin": "*"}
"""Wallets and verifiers on other sites may read what everybody may."""


class QuizCertificateController(Controller):
    path = "/api/quiz"
    tags = ["Certificates"]

    @post("/{quiz_id:str}/certificate", status_code=200)
    async def issue(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        certificates: Certificates,
        data: JSONBody[IssueCertificate] = AS_IT_IS,
    ) -> CertificateView:
        """Your certificate for a quiz you have passed; asking again gives the same one."""
        return _view(await certificates.issue(request.user, quiz_id, _line(data.name)), certificates)


class CertificateController(Controller):
    path = "/api/certificates"
    tags = ["Certificates"]

    @get("/")
    async def find(
        self,
        request: HttpRequest,
        certificates: Certificates,
        classroom_id: OfClass = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> CertificateList:
        """Your certificates, newest first; with a classroom you teach, those of its students."""
        if classroom_id:
            page = await certificates.of_class(request.user, classroom_id, after=cursor, limit=limit)
        else:
            page = await certificates.of_person(request.user, after=cursor, limit=limit)
        return CertificateList(items=[_view(one, certificates) for one in page.items], next=page.next)

    @get("/{certificate_id:str}")
    async def read(self, request: HttpRequest, certificate_id: PathId, certificates: Certificates) -> CertificateView:
        """One certificate, for its owner and the teacher of its class."""
        return _view(await certificates.get(request.user, certificate_id), certificates)

    @post("/{certificate_id:str}/reissue", status_code=200)
    async def reissue(
        self,
        request: HttpRequest,
        certificate_id: PathId,
        certificates: Certificates,
        data: JSONBody[IssueCertificate] = AS_IT_IS,
    ) -> CertificateView:
        """Replace it by a new edition: yours, with another name if you wish, or as its teacher also a revoked one."""
        return _view(await certificates.reissue(request.user, certificate_id, _line(data.name)), certificates)

    @post("/{certificate_id:str}/revoke", status_code=200)
    async def revoke(
        self,
        request: HttpRequest,
        certificate_id: PathId,
        certificates: Certificates,
        data: JSONBody[RevokeCertificate],
    ) -> CertificateView:
        """Take back a certificate of a classroom you teach; whoever checks it sees so at once."""
        return _view(await certificates.revoke(request.user, certificate_id, data.reason.strip()), certificates)

    @post("/{certificate_id:str}/withdraw", status_code=200)
    async def withdraw(
        self,
        request: HttpRequest,
        certificate_id: PathId,
        certificates: Certificates,
        data: JSONBody[NoFields] = NOTHING,
    ) -> CertificateView:
        """Share yours no more: the campus forgets the key to its file, for good. Copies that are out still verify."""
        return _view(await certificates.withdraw(request.user, certificate_id), certificates)

    @get("/{certificate_id:str}/pdf")
    async def pdf(
        self, request: HttpRequest, certificate_id: PathId, certificates: Certificates, papers: Printed
    ) -> Response[bytes]:
        """It as a page to print, with a QR code that leads to where it can be checked."""
        return _file(await papers.pdf(await certificates.get(request.user, certificate_id)))

    @get("/{certificate_id:str}/png")
    async def png(
        self, request: HttpRequest, certificate_id: PathId, certificates: Certificates, papers: Printed
    ) -> Response[bytes]:
        """It as a picture that carries the signed document (a baked badge)."""
        return _file(await papers.png(await certificates.get(request.user, certificate_id)))


class CredentialController(Controller):
    path = "/api/credentials"
    tags = ["Certificates"]

    @get("/{certificate_id:str}", public=True)
    async def document(self, certificate_id: PathId, certificates: Certificates) -> Response[bytes]:
        """The signed document: an Open Badges 3.0 credential. Its link is all one needs."""
        body = await certificates.document(certificate_id)
        return Response(body, media_type="application/vc", headers={**_PUBLIC, "cache-control": "no-cache"})

    @get("/{certificate_id:str}/anchor", public=True)
    async def anchor(
        self, certificate_id: PathId, certificates: Certificates, proofs: Provable
    ) -> Response[AnchorView]:
        """Where it is anchored in a chain, with the proof, and what that chain says of it now."""
        proof = await proofs.of(certificate_id)
        view = AnchorView.of(proof, certificates.anchor_of(proof.certificate))
        return Response(view, headers={**_PUBLIC, "cache-control": "no-cache"})

    @post("/check", public=True, status_code=200)
    async def check(self, data: JSONBody[dict[str, Any]], certificates: Certificates) -> CheckedView:
        """What the campus says of a document: whether it gave it, as it is, and whether it is still in force."""
        finding = await certificates.check(data)
        return CheckedView.of(finding, certificates.anchor_of(finding.certificate))

    @get("/status/{number:int}", public=True)
    async def status(self, number: FromPath[int], certificates: Certificates) -> Response[bytes]:
        """A signed list of which certificates have ended (Bitstring Status List 1.0)."""
        return _json(await certificates.status_list(number), "application/vc")


class IssuerController(Controller):
    path = "/"
    tags = ["Certificates"]

    @get("/.well-known/did.json", public=True)
    async def did(self, certificates: Certificates) -> Response[bytes]:
        """The keys under which this campus signs and has signed (did:web)."""
        return _json(certificates.did_document(), "application/did+json")

    @get("/verify/offline.html", public=True)
    async def offline(self, papers: Printed) -> Response[bytes]:
        """A page to keep: it checks certificates of this campus without asking it."""
        return _file(papers.offline_verifier())


CONTROLLERS = (QuizCertificateController, CertificateController, CredentialController, IssuerController)


def _line(name: str | None) -> str | None:
    return " ".join(name.split()) if name else None


def _view(certificate: Certificate, certificates: CertificateService) -> CertificateView:
    return CertificateView.of(certificate, certificates.url_of(certificate), certificates.anchor_of(certificate))


def _json(document: Json, media_type: str) -> Response[bytes]:
    headers = {**_PUBLIC, "cache-control": "no-cache"}
    return Response(msgspec.json.encode(document), media_type=media_type, headers=headers)


def _file(paper: Paper) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{paper.name}"', "cache-control": "private, no-cache"}
    return Response(paper.body, media_type=paper.media_type, headers=headers)
