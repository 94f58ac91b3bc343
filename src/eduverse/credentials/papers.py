"""A certificate as something to keep: a page to print, a baked picture, and a page that checks without the campus."""

import json
from importlib.resources import files
from typing import Literal, NamedTuple

from eduverse.credentials.model.baking import bake
from eduverse.credentials.model.certificate import Certificate
from eduverse.credentials.ports import Printer, Sheet
from eduverse.credentials.service import CertificateService

__all__ = ["Paper", "Papers"]


class Paper(NamedTuple):
    name: str
    media_type: str
    body: bytes


class Papers:
    def __init__(
        self, certificates: CertificateService, printer: Printer, issuer: str, language: Literal["en", "de"] = "en"
    ) -> None:
        """`language` is that of the words around what was signed."""
        self._certificates = certificates
        self._printer = printer
        self._issuer = issuer
        self._language = language

    async def pdf(self, certificate: Certificate) -> Paper:
        """Raises `CertificateWithdrawn` and `CertificatesNotPrintable`."""
        sheet = await self._sheet(certificate)
        return Paper("certificate.pdf", "application/pdf", await self._printer.pdf(sheet))

    async def png(self, certificate: Certificate) -> Paper:
        """Raises the same."""
        document = await self._certificates.document(certificate.id)
        picture = await self._printer.png(await self._sheet(certificate))
        return Paper("certificate.png", "image/png", bake(picture, document.decode()))

    def offline_verifier(self) -> Paper:
        """One file without libraries, with the keys of today in it."""
        page = files("eduverse.credentials").joinpath("offline.html").read_text("utf-8")
        keys = json.dumps(self._certificates.did_document()).replace("<", "\\u003c")
        name = self._issuer.replace("&", "&amp;").replace("<", "&lt;")
        body = page.replace("%ISSUER%", name).replace('"%DID_DOCUMENT%"', keys)
        return Paper("verify-certificates.html", "text/html; charset=utf-8", body.encode())

    async def _sheet(self, certificate: Certificate) -> Sheet:
        """What is printed is what was signed."""
        signed = json.loads(await self._certificates.document(certificate.id))
        subject = signed["credentialSubject"]
        return Sheet(
            name=certificate.name,
            title=signed["name"],
            classroom=subject["achievement"]["description"],
            percent=subject["result"][0]["value"],
            issuer=signed["issuer"]["name"],
            date=signed["validFrom"][:10],
            url=self._certificates.url_of(certificate),
            language=self._language,
        )
