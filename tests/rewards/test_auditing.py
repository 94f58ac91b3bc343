"""Auditing: whatever is changed, taken away or put in beside the program is found."""

import asyncio
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.faults import FaultyStorage
from tests.support.ledger import KEYS, Office, a_posting, merit

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document
from eduverse.rewards.model import BALANCES, FOLIOS, POSTINGS, Folio, folio_hash, folio_of
from eduverse.rewards.sealing import SEAL_PURPOSE
from eduverse.storage.memory import MemoryStorage

KINDS: list[Collection[Any]] = [POSTINGS, FOLIOS, BALANCES]


async def filled() -> Office:
    """Three folios, and a posting that is in none."""
    office = Office()
    for number in range(3):
        office.clock.advance(1)
        await office.earn("mira", number + 1, f"q{number}")
        await office.earn("tom", 5, f"q{number}")
        await office.sealing.run()
    await office.ledger.settle_quiz(merit("tom", "q0"), due=2, regrade=1)
    return office


async def put(office: Office, kind: Collection[Any], doc: Document) -> None:
    """As somebody with the database would."""
    documents = office.storage.collection(kind)
    stored = await documents.get(doc.id)
    if stored is None:
        await documents.insert(doc)
    else:
        await documents.replace(structs.replace(doc, version=stored.version))


async def remove(office: Office, kind: Collection[Any], doc: Document) -> None:
    stored = await office.storage.collection(kind).get(doc.id)
    assert stored is not None
    await office.storage.collection(kind).delete(doc.id, stored.version)


async def test_an_untouched_ledger_fits() -> None:
    office = await filled()
    report = await office.audited()
    assert (report.folios, report.postings, report.waiting) == (3, 6, 1)
    assert (await Office().audited()).head == "0" * 64


@settings(max_examples=60, deadline=None)
@given(st.data())
async def test_each_change_of_one_byte_is_found(data: st.DataObject) -> None:
    office = await filled()
    kind = data.draw(st.sampled_from(KINDS))
    found = (await office.storage.collection(kind).find()).items
    doc = data.draw(st.sampled_from([one for one in found if getattr(one, "folio", 1)]))
    raw = bytearray(msgspec.json.encode(doc))
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(32, 126))
    try:
        changed = msgspec.json.decode(raw, type=kind.type)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return  # no such document can be read
    free = {"version": doc.version, **({"unmirrored": doc.unmirrored} if kind is BALANCES else {})}
    if kind is POSTINGS and (doc.folio, changed.folio) == (3, 0):
        free["folio"] = 3  # a server that is stopped before it has finished the last folio leaves it like this
    if structs.replace(changed, **free) == doc:
        return
    if changed.id != doc.id:
        await remove(office, kind, doc)
    await put(office, kind, changed)
    assert (await office.audit.run()).findings


@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_taken_away_is_missed(kind: Collection[Any]) -> None:
    office = await filled()
    for doc in (await office.storage.collection(kind).find()).items:
        if kind is POSTINGS and not doc.folio:
            continue
        await remove(office, kind, doc)
        assert (await office.audit.run()).findings, doc.id
        await office.storage.collection(kind).insert(structs.replace(doc, version=0))
        await office.audited()


async def test_a_posting_that_claims_a_folio_is_not_believed() -> None:
    office = await filled()
    posting = structs.replace(a_posting("mine", "issuance", "user:mira", 1000), folio=2)
    await put(office, POSTINGS, posting)
    (finding,) = (await office.audit.run()).findings
    assert finding == "posting mine: it names folio 2, and is in none"


async def rewritten(office: Office, secrets: Any) -> list[Folio]:
    """All folios made anew by somebody who knows how, after they have changed a posting."""
    postings = office.storage.collection(POSTINGS)
    old = (await office.storage.collection(FOLIOS).find()).items
    made: list[Folio] = []
    for folio in old:
        held = [one for each in folio.entries if (one := await postings.get(each.reference))]
        new = folio_of(made[-1] if made else None, held, at=folio.sealed_at)
        made.append(structs.replace(new, seal=secrets(new)))
        await put(office, FOLIOS, made[-1])
    return made


async def test_who_makes_all_folios_anew_lacks_the_seal_and_with_it_is_found_by_a_hash_that_was_kept() -> None:
    office = await filled()
    kept = (await office.audited()).head
    (posting, *_) = (await office.storage.collection(POSTINGS).find()).items
    await put(office, POSTINGS, structs.replace(posting, amount=1000))
    old = {folio.number: folio.seal for folio in (await office.storage.collection(FOLIOS).find()).items}
    await rewritten(office, lambda folio: old[folio.number])
    await office.audit.rebuild()
    assert [one for one in (await office.audit.run()).findings if "seal" not in one] == []
    assert len((await office.audit.run()).findings) == 3
    made = await rewritten(office, lambda folio: KEYS.fingerprint(SEAL_PURPOSE, folio.hash))
    assert (await office.audit.run()).findings == []
    assert (await office.audit.run(made[-1].hash)).findings == []
    assert (await office.audit.run(kept)).findings == [f"there is no folio with the hash {kept}"]


async def test_folios_that_do_not_come_to_zero_or_hold_a_posting_twice_are_found() -> None:
    office = await filled()
    first, second, _ = (await office.storage.collection(FOLIOS).find()).items
    await put(office, FOLIOS, structs.replace(second, entries=second.entries + first.entries[:1]))
    assert any("folio 1 has it, too" in one for one in (await office.audit.run()).findings)
    uneven = structs.replace(second, changes={**second.changes, "user:mira": 900})
    await put(office, FOLIOS, structs.replace(uneven, hash=folio_hash(uneven)))
    assert any("do not come to zero" in one for one in (await office.audit.run()).findings)


async def test_balances_are_drawn_up_again() -> None:
    office = await filled()
    balances = office.storage.collection(BALANCES)
    before = {one.id: (one.amount, one.folio) for one in (await balances.find()).items}
    mira = await balances.get("user:mira")
    assert mira is not None
    await balances.replace(structs.replace(mira, amount=10**6))
    await remove(office, BALANCES, structs.replace(mira, id="user:tom"))
    assert len((await office.audit.run()).findings) == 2
    assert await office.audit.rebuild() == 2
    await office.audited()
    assert {one.id: (one.amount, one.folio) for one in (await balances.find()).items} == before
    assert await office.audit.rebuild() == 0


async def test_what_servers_do_meanwhile_is_not_held_against_them() -> None:
    storage = FaultyStorage(MemoryStorage())
    office = Office(storage)
    await office.sealing.run()
    await office.earn("mira", 5, "a")
    await office.sealing.run()
    other = Office(storage.inner)

    hold = storage.hold("postings", "find")
    auditing = asyncio.create_task(office.audit.run())
    await hold.reached()
    await other.earn("mira", 6, "b")
    await other.sealing.run()
    hold.release()
    report = await auditing
    assert (report.findings, report.folios, report.waiting) == ([], 1, 1)
