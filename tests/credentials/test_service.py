"""Certificates under two processes, and cut off between any two steps."""

import asyncio
import json

import pytest
from tests.support.office import Cut, Office
from tests.support.people import EDUCATOR, STUDENT

from eduverse.credentials.model.certificate import (
    CERTIFICATES,
    STATUS_ENTRIES,
    Certificate,
    CertificateState,
    StatusEntry,
)
from eduverse.credentials.model.status import slots_for
from eduverse.credentials.service import FINISH
from eduverse.credentials.vault import Vault
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Runner
from eduverse.kernel.content import ContentDamaged
from eduverse.kernel.documents import equals


@pytest.fixture
def office() -> Office:
    return Office()


async def test_two_processes_give_one_certificate(office: Office) -> None:
    made = await asyncio.gather(*(office.service().issue(STUDENT, "q", None) for _ in range(4)))
    assert {one.id for one in made} == {(await office.all())[0].id}
    assert len(await office.all()) == 1
    assert len((await office.storage.collection(STATUS_ENTRIES).find(limit=10)).items) == 1
    json.loads(await office.service().document(made[0].id))


async def goes_on(office: Office) -> None:
    """What the next process does: jobs for what is left, and each of them."""
    service, queue = office.service(), Queue(office.storage, office.clock)
    await service.sweep(queue)
    handlers = {FINISH: service.finish}
    await Runner(office.storage, queue, handlers, clock=office.clock, entropy=office.entropy).round()


@pytest.mark.parametrize("steps", range(14))
async def test_issuing_is_finished_wherever_it_was_cut_off(office: Office, steps: int) -> None:
    office.power.steps = steps
    try:
        await office.service().issue(STUDENT, "q", None)
    except Cut:
        office.power.steps = None
        await goes_on(office)
        await office.service().issue(STUDENT, "q", None)
    office.power.steps = None
    (one,) = await office.all()
    assert not one.unsettled
    await survives_collection(office, one)


@pytest.mark.parametrize("steps", range(18))
async def test_replacing_is_finished_wherever_it_was_cut_off(office: Office, steps: int) -> None:
    old = await office.service().issue(STUDENT, "q", None)
    office.power.steps = steps
    try:
        await office.service().reissue(STUDENT, old.id, "Mia")
    except Cut:
        office.power.steps = None
        await goes_on(office)
        await office.service().reissue(STUDENT, old.id, "Mia")
    office.power.steps = None
    before, after = await office.all()
    assert (before.state, before.replaced_by, after.replaces) == ("replaced", after.id, before.id)
    assert (after.state, after.name) == ("issued", "Mia")
    assert not await office.storage.collection(CERTIFICATES).count(equals("unsettled", True))


@pytest.mark.parametrize("steps", range(6))
async def test_withdrawing_is_finished_wherever_it_was_cut_off(office: Office, steps: int) -> None:
    one = await office.service().issue(STUDENT, "q", None)
    office.power.steps = steps
    try:
        await office.service().withdraw(STUDENT, one.id)
    except Cut:
        office.power.steps = None
        await office.service().withdraw(STUDENT, one.id)
    office.power.steps = None
    (left,) = await office.all()
    assert (left.seal, left.unsettled) == (None, False)
    office.clock.advance(2 * 86_400)
    await office.content.collect()
    assert await office.content.size(one.cid) is None


async def survives_collection(office: Office, one: Certificate) -> None:
    office.clock.advance(2 * 86_400)
    await office.content.collect()
    document = json.loads(await office.service().document(one.id))
    assert document["name"] == "Stars"


async def test_the_stored_file_says_nothing(office: Office) -> None:
    one = await office.service().issue(STUDENT, "q", "Mira Lind")
    hidden = b"".join([chunk async for chunk in office.content.read(one.cid)])
    assert b"Stars" not in hidden
    assert b"Mira" not in hidden


async def test_a_file_that_was_changed_is_not_read(office: Office) -> None:
    one = await office.service().issue(STUDENT, "q", None)
    other = await office.service().issue(STUDENT, "q2", None)
    assert one.seal
    with pytest.raises(ContentDamaged):
        await Vault(office.content, office.ring, office.entropy).read(other.cid, one.seal)


async def test_a_taken_place_in_a_list_is_left_to_whoever_has_it(office: Office) -> None:
    first = await office.service().issue(STUDENT, "q", None)
    second_id = office.ring.fingerprint("certificate", f"q2:{STUDENT.user_id}:1")[:22]
    taken, free = [place for place, _ in zip(slots_for(second_id), range(2), strict=False)]
    await office.storage.collection(STATUS_ENTRIES).insert(StatusEntry(id=taken.id, certificate_id=first.id))
    second = await office.service().issue(STUDENT, "q2", None)
    assert (second.id, second.status_list, second.status_index) == (second_id, free.list, free.bit)


async def test_a_list_is_signed_anew_only_when_one_ends(office: Office) -> None:
    service = office.service()
    one = await service.issue(STUDENT, "q", None)
    before = await service.status_list(1)
    office.clock.advance(60)
    assert await service.status_list(1) is before
    await service.revoke(EDUCATOR, one.id, "x")
    after = await service.status_list(1)
    assert after["credentialSubject"]["encodedList"] != before["credentialSubject"]["encodedList"]


async def test_revoking_twice_keeps_the_first_reason(office: Office) -> None:
    service = office.service()
    one = await service.issue(STUDENT, "q", None)
    first = await service.revoke(EDUCATOR, one.id, "first")
    assert await service.revoke(EDUCATOR, one.id, "second") == first


async def test_who_has_not_passed_after_all_loses_what_is_in_force(office: Office) -> None:
    service = office.service()
    one = await service.issue(STUDENT, "q", None)
    other = await service.issue(STUDENT, "q2", None)
    assert await service.holders("q") == {STUDENT.user_id}
    for _ in range(2):
        await service.end_pass("q", STUDENT.user_id, "graded anew")
    assert await service.holders("q") == frozenset()
    ended = await office.storage.collection(CERTIFICATES).get(one.id)
    assert ended
    assert (ended.state, ended.reason) == (CertificateState.REVOKED, "graded anew")
    assert await service.holders("q2") == {other.user_id}
    await service.end_pass("q2", "nobody", "graded anew")
    assert await service.holders("q2") == {other.user_id}
