"""Taking a file in."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from tests.support.clock import FakeClock
from tests.support.files import a_docx, a_pdf, chunked
from tests.support.shelves import InProcessReader

from eduverse.content.local import memory_content
from eduverse.materials import intake
from eduverse.materials.errors import QuotaExceeded, UnsupportedKind, UploadStalled
from eduverse.materials.intake import Intake, Limits
from eduverse.materials.model.kinds import Kind


@pytest.fixture
def taking() -> Intake:
    return Intake(memory_content(FakeClock()), InProcessReader(), Limits(per_file=1_000_000, per_class=2_000_000))


@pytest.mark.parametrize("size", [1, 7, 4096, 1_000_000])
async def test_how_it_is_cut_changes_nothing(taking: Intake, size: int) -> None:
    for data, kind in ((a_pdf(), Kind.PDF), (a_docx(), Kind.DOCX)):
        taken = await taking.take(chunked(data, size), None, 0)
        assert (taken.kind, taken.reference.size) == (kind, len(data))


async def test_the_class_has_room_for_so_much(taking: Intake) -> None:
    assert await taking.take(chunked(a_pdf()), None, 2_000_000 - len(a_pdf()))
    with pytest.raises(QuotaExceeded):
        await taking.take(chunked(a_pdf()), None, 2_000_001 - len(a_pdf()))
    with pytest.raises(QuotaExceeded):
        await taking.take(chunked(a_pdf()), len(a_pdf()), 2_000_001 - len(a_pdf()))


async def test_a_text_stays_one_to_its_end(taking: Intake) -> None:
    text = "Grüße ".encode() * 2_000
    assert (await taking.take(chunked(text, 999), None, 0)).kind is Kind.MARKDOWN
    with pytest.raises(UnsupportedKind):
        await taking.take(chunked(text + b"\xff"), None, 0)


async def test_who_stops_sending_is_not_waited_for(taking: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_PATIENCE", 0.01)

    async def stalling() -> AsyncIterator[bytes]:
        yield a_pdf()[:100]
        await asyncio.Event().wait()

    with pytest.raises(UploadStalled):
        await taking.take(stalling(), None, 0)
