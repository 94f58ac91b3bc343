"""Certificates: issuing, showing, checking, revoking and replacing them, and the lists that say which still hold."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import NamedTuple

from msgspec import structs

from eduverse.credentials.errors import (
    CertificateNotFound,
    CertificateSettled,
    CertificateWithdrawn,
    NotPassed,
    StatusListNotFound,
)
from eduverse.credentials.issuer import Genuineness, Issuer
from eduverse.credentials.model.badge import (
    Award,
    Recipient,
    Status,
    achievement_credential,
    status_credential,
)
from eduverse.credentials.model.certificate import (
    CERTIFICATES,
    IN_FORCE,
    STATUS_ENTRIES,
    AnchorState,
    Certificate,
    CertificateState,
    StatusEntry,
    anchor_state,
    replaced,
    revoked,
    withdrawn,
)
from eduverse.credentials.model.proof import Json, canonical_json, digest_of
from eduverse.credentials.model.status import Slot, encode_list, slots_for
from eduverse.credentials.model.verdict import Verdict, verdict_of
from eduverse.credentials.ports import Classes, Passed, People, Results, SecretHash
from eduverse.credentials.vault import Vault
from eduverse.jobs.queue import Queue
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Page, Storage, Where, equals, one_of
from eduverse.kernel.modify import modify
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["FINISH", "Around", "CertificateService", "Finding"]

FINISH = "finish-certificate"
"""The kind of job that does what follows from a certificate."""

_ID_LENGTH = 22
"""Of 64 characters each: 132 bits, which nobody guesses and a QR code still holds easily."""
_MOST_EDITIONS = 100
_AT_ONCE = 50
_PAGE = 1000
_NEWEST_FIRST = Order("issued_at", descending=True)
_ENDED = (CertificateState.REVOKED, CertificateState.REPLACED)


class Around(NamedTuple):
    """What certificates ask of others."""

    results: Results
    people: People
    classes: Classes
    secrets: SecretHash
    has_chain: bool = False
    """Whether there is something to anchor certificates in."""


class Finding(NamedTuple):
    verdict: Verdict
    certificate: Certificate | None
    """When it is genuine."""


class CertificateService:
    def __init__(self, storage: Storage, *, clock: Clock, issuer: Issuer, vault: Vault, around: Around) -> None:
        self._certificates = storage.collection(CERTIFICATES)
        self._entries = storage.collection(STATUS_ENTRIES)
        self._clock = clock
        self._issuer = issuer
        self._vault = vault
        self._around = around
        self._lists: dict[int, tuple[frozenset[int], Json]] = {}

    # --- issuing ----------------------------------------------------------------------------------------------

    async def issue(self, principal: Principal, quiz_id: str, name: str | None) -> Certificate:
        """The certificate of somebody who has passed. Asking again gives the one there is, also a revoked one."""
        editions = await self._editions(principal.user_id, quiz_id)
        if editions:
            return editions[-1]
        return await self._make(await self._passed(quiz_id, principal.user_id), principal.user_id, name=name)

    async def reissue(self, principal: Principal, certificate_id: str, name: str | None) -> Certificate:
        """A new edition in the place of this one: for its owner while it is in force, with another name if they wish;
        for the teacher of its class also after it was revoked. Repeating it gives the same new edition."""
        old = await self._get(certificate_id)
        owns = old.user_id == principal.user_id
        if not owns:
            await self._demand_teacher(principal, old)
        newer = [one for one in await self._editions(old.user_id, old.quiz_id) if one.edition == old.edition + 1]
        if newer:
            return newer[0]
        if owns and old.state not in IN_FORCE:
            raise CertificateSettled(state=old.state)
        passed = await self._passed(old.quiz_id, old.user_id)
        printed = name if owns and name else old.name
        return await self._make(passed, old.user_id, name=printed, replaces=old)

    # --- showing ----------------------------------------------------------------------------------------------

    async def get(self, principal: Principal, certificate_id: str) -> Certificate:
        """For its owner and the teacher of its class; raises `Forbidden` for others."""
        certificate = await self._get(certificate_id)
        if certificate.user_id != principal.user_id:
            await self._demand_teacher(principal, certificate)
        return certificate

    async def of_person(self, principal: Principal, *, after: str | None, limit: int) -> Page[Certificate]:
        mine = equals("user_id", principal.user_id)
        return await self._certificates.find(mine, order=_NEWEST_FIRST, after=after, limit=limit)

    async def of_class(
        self, principal: Principal, classroom_id: str, *, after: str | None, limit: int
    ) -> Page[Certificate]:
        standing = await self._around.classes.standing(principal, classroom_id)
        demand(principal, Action.MANAGE_CERTIFICATES, standing)
        of_class = equals("classroom_id", classroom_id)
        return await self._certificates.find(of_class, order=_NEWEST_FIRST, after=after, limit=limit)

    async def document(self, certificate_id: str) -> bytes:
        """The signed document, for everybody who has its link."""
        certificate = await self._get(certificate_id)
        if certificate.seal is None:
            raise CertificateWithdrawn
        return await self._vault.read(certificate.cid, certificate.seal)

    def url_of(self, certificate: Certificate) -> str:
        """Where everybody can check it."""
        return f"{self._issuer.base_url}/verify/{certificate.id}"

    def anchor_of(self, certificate: Certificate | None) -> AnchorState:
        return anchor_state(certificate, has_chain=self._around.has_chain)

    # --- checking ---------------------------------------------------------------------------------------------

    def did_document(self) -> Json:
        return self._issuer.document

    async def check(self, document: Json) -> Finding:
        """Whether this is a certificate that we gave, as we gave it, and still in force."""
        match await asyncio.to_thread(self._issuer.check, document):
            case Genuineness.UNKNOWN:
                return Finding(Verdict.NOT_VERIFIABLE, None)
            case Genuineness.BROKEN:
                return Finding(Verdict.TAMPERED, None)
            case Genuineness.OURS:
                certificate = await self._certificates.get(str(document.get("id")).rpartition("/")[2])
                known = certificate if certificate and certificate.digest == digest_of(document) else None
                return Finding(verdict_of(known.state if known else None), known)

    async def status_list(self, number: int) -> Json:
        """A signed list of which certificates have ended. It is signed anew when one of them does."""
        in_list = equals("status_list", number)
        if number != 1 and not await self._certificates.count(in_list, up_to=1):
            raise StatusListNotFound
        ended: set[int] = set()
        page = await self._certificates.find(in_list, one_of("state", _ENDED), limit=_PAGE)
        ended.update(one.status_index for one in page.items)
        while page.next:
            page = await self._certificates.find(in_list, one_of("state", _ENDED), after=page.next, limit=_PAGE)
            ended.update(one.status_index for one in page.items)
        known = self._lists.get(number)
        if known and known[0] == ended:
            return known[1]
        now = self._clock.now()
        bare = status_credential(self._list_url(number), self._issuer.profile, encode_list(ended), now)
        signed = await asyncio.to_thread(self._issuer.signed, bare, now)
        self._lists[number] = (frozenset(ended), signed)
        return signed

    # --- ending -----------------------------------------------------------------------------------------------

    async def revoke(self, principal: Principal, certificate_id: str, reason: str) -> Certificate:
        certificate = await self._get(certificate_id)
        await self._demand_teacher(principal, certificate)
        return await modify(self._certificates, certificate_id, lambda one: revoked(one, reason, self._clock.now()))

    async def holders(self, quiz_id: str) -> frozenset[str]:
        """The users whose certificate of this quiz is in force."""
        return frozenset({one.user_id async for one in self._in_force(equals("quiz_id", quiz_id))})

    async def end_pass(self, quiz_id: str, user_id: str, reason: str) -> None:
        """Revokes the certificate of somebody who has not passed after all; again, or without one, does nothing."""
        async for one in self._in_force(equals("quiz_id", quiz_id), equals("user_id", user_id)):
            await modify(self._certificates, one.id, lambda now: revoked(now, reason, self._clock.now()))

    async def _in_force(self, *where: Where) -> AsyncIterator[Certificate]:
        after = None
        while True:
            page = await self._certificates.find(*where, after=after, limit=_AT_ONCE)
            for one in page.items:
                if one.state in IN_FORCE:
                    yield one
            if page.next is None:
                return
            after = page.next

    async def withdraw(self, principal: Principal, certificate_id: str) -> Certificate:
        """Its owner shares it no more: the campus forgets the key of the file. Copies that are out still verify."""
        certificate = await self._get(certificate_id)
        if certificate.user_id != principal.user_id:
            raise CertificateNotFound
        return await self._settle(await modify(self._certificates, certificate_id, withdrawn))

    # --- what follows -----------------------------------------------------------------------------------------

    async def sweep(self, queue: Queue) -> int:
        """Puts a job for each certificate that a crash has cut off; returns how many."""
        return await queue.sweep(self._certificates, FINISH, equals("unsettled", True))

    async def finish(self, certificate_id: str) -> None:
        """Does what follows from a certificate, unless it was done."""
        certificate = await self._certificates.get(certificate_id)
        while certificate and certificate.unsettled:
            certificate = await self._settle(certificate)

    async def _settle(self, certificate: Certificate) -> Certificate:
        if certificate.seal:
            await self._vault.pin(certificate.cid, certificate.id)
        else:
            await self._vault.unpin(certificate.cid, certificate.id)
        if certificate.replaces:
            change = partial(replaced, by=certificate.id, now=certificate.issued_at)
            await modify(self._certificates, certificate.replaces, change)

        def settled(one: Certificate) -> Certificate:
            again = one.seal != certificate.seal  # it was withdrawn meanwhile, and we may have pinned it since
            return one if one.unsettled is again else structs.replace(one, unsettled=again)

        return await modify(self._certificates, certificate.id, settled)

    async def _make(
        self, passed: Passed, user_id: str, *, name: str | None, replaces: Certificate | None = None
    ) -> Certificate:
        """Every edition has one id, so of two that are made at once one stays."""
        edition = replaces.edition + 1 if replaces else 1
        one_id = self._around.secrets.fingerprint("certificate", f"{passed.quiz_id}:{user_id}:{edition}")[:_ID_LENGTH]
        slot, now, seal = await self._slot(one_id), self._clock.now(), self._vault.new_seal()
        person = await self._around.people.person(user_id)
        if person is None:
            raise CertificateNotFound
        recipient = Recipient(name or person.name, person.email, self._vault.new_seal())
        bare = achievement_credential(
            f"{self._issuer.base_url}/api/credentials/{one_id}",
            self._issuer.profile,
            recipient,
            Award(f"{self._issuer.base_url}/quizzes/{passed.quiz_id}", passed.title, passed.classroom, passed.score),
            Status(self._list_url(slot.list), slot.bit),
            now,
        )
        signed = await asyncio.to_thread(self._issuer.signed, bare, now)
        certificate = Certificate(
            id=one_id,
            user_id=user_id,
            quiz_id=passed.quiz_id,
            classroom_id=passed.classroom_id,
            edition=edition,
            state=CertificateState.ISSUED,
            name=recipient.name,
            title=passed.title,
            score=passed.score,
            issued_at=now,
            key_id=self._issuer.key_id,
            cid=await self._vault.keep(canonical_json(signed), seal),
            digest=digest_of(signed),
            seal=seal,
            status_list=slot.list,
            status_index=slot.bit,
            replaces=replaces.id if replaces else None,
            unsettled=True,
        )
        try:
            certificate = await self._certificates.insert(certificate)
        except AlreadyExists:
            certificate = await self._get(one_id)
        return await self._settle(certificate)

    async def _slot(self, certificate_id: str) -> Slot:
        """The certificate's place in a status list: the one it has, or the first free one of those it may have."""
        for slot in slots_for(certificate_id):
            try:
                await self._entries.insert(StatusEntry(id=slot.id, certificate_id=certificate_id))
            except AlreadyExists:
                taken = await self._entries.get(slot.id)
                if taken is None or taken.certificate_id != certificate_id:
                    continue
            return slot
        raise AssertionError  # there is always a next list

    async def _editions(self, user_id: str, quiz_id: str) -> list[Certificate]:
        """Oldest first."""
        where = equals("user_id", user_id), equals("quiz_id", quiz_id)
        page = await self._certificates.find(*where, limit=_MOST_EDITIONS)
        return sorted(page.items, key=lambda one: one.edition)

    async def _passed(self, quiz_id: str, user_id: str) -> Passed:
        passed = await self._around.results.passed(quiz_id, user_id)
        if passed is None:
            raise NotPassed
        return passed

    async def _get(self, certificate_id: str) -> Certificate:
        certificate = await self._certificates.get(certificate_id)
        if certificate is None:
            raise CertificateNotFound
        return certificate

    async def _demand_teacher(self, principal: Principal, certificate: Certificate) -> None:
        standing = await self._around.classes.standing(principal, certificate.classroom_id)
        demand(principal, Action.MANAGE_CERTIFICATES, standing)

    def _list_url(self, number: int) -> str:
        return f"{self._issuer.base_url}/api/credentials/status/{number}"
