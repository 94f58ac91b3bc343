"""Letters: one for all that is owed to one person, by one process, once."""

import asyncio
from typing import Literal

import pytest
from tests.support.faults import Crash, FaultyStorage
from tests.support.notices import NoticeCampus, notice
from tests.support.people import STUDENT

from eduverse.notifications.model import LEASE, MAX_ATTEMPTS, PATIENCE, QUIET, NotificationKind
from eduverse.vocabulary.mail import MailRefused, MailUnavailable

MIRA = STUDENT.user_id
SOON = PATIENCE.total_seconds()


async def owing(campus: NoticeCampus, count: int = 1, user_id: str = MIRA) -> None:
    for number in range(count):
        await campus.notifications.tell(user_id, f"n{number}", notice(f"Number {number}"))


async def test_a_letter_waits_and_then_gathers_all_that_is_owed() -> None:
    campus = NoticeCampus()
    await owing(campus, 30)
    assert await campus.postman.mail_due() == 0
    campus.clock.advance(SOON)
    assert await campus.postman.mail_due() == 1
    (sent,) = campus.mail.sent
    assert sent.to == "mira@school.example"
    assert sent.text.count("Number") == 30
    campus.clock.advance(24 * 3600)
    assert await campus.postman.mail_due() == 0


async def test_what_was_read_meanwhile_is_not_mailed() -> None:
    campus = NoticeCampus()
    await owing(campus)
    await campus.notifications.mark_all_read(STUDENT, campus.clock.now())
    campus.clock.advance(SOON)
    assert await campus.postman.mail_due() == 0


async def test_nobody_gets_two_letters_within_the_quiet() -> None:
    campus = NoticeCampus()
    await owing(campus)
    campus.clock.advance(SOON)
    await campus.postman.mail_due()
    for number in range(10):
        await campus.notifications.tell(MIRA, f"more{number}", notice())
    campus.clock.advance(SOON)
    assert await campus.postman.mail_due() == 0
    campus.clock.advance(QUIET.total_seconds())
    assert await campus.postman.mail_due() == 1
    assert len(campus.mail.sent) == 2


async def test_an_address_nobody_has_confirmed_gets_nothing() -> None:
    campus = NoticeCampus()
    campus.readers.unconfirmed.add(MIRA)
    await owing(campus)
    campus.clock.advance(SOON)
    assert await campus.postman.mail_due() == 0
    campus.readers.unconfirmed.clear()
    campus.clock.advance(24 * 3600)
    assert await campus.postman.mail_due() == 0
    assert campus.mail.sent == []


async def test_letters_are_in_the_readers_language() -> None:
    campus = NoticeCampus()
    await campus.notifications.prefer(MIRA, {NotificationKind.NOTICE: "mail"}, "de")
    await owing(campus)
    campus.clock.advance(SOON)
    await campus.postman.mail_due()
    assert campus.mail.sent[0].text.startswith("Hallo Mira,")


async def test_two_servers_write_once() -> None:
    campus = NoticeCampus(FaultyStorage())
    other = NoticeCampus(campus.storage, clock=campus.clock)
    await owing(campus)
    campus.clock.advance(SOON)
    assert sorted(await asyncio.gather(campus.postman.mail_due(), other.postman.mail_due())) == [0, 1]
    assert len(campus.mail.sent + other.mail.sent) == 1


async def test_a_server_that_does_not_answer_is_tried_again_and_given_up_in_the_end() -> None:
    campus = NoticeCampus()
    campus.mail.error = MailUnavailable("away")
    await owing(campus)
    campus.clock.advance(SOON)
    tries = 0
    for _ in range(3 * 24 * 60):
        before = campus.clock.now()
        due = [one.mail_due for one in await campus.told() if one.mail_due]
        if not due:
            break
        tries += due[0] <= before
        await campus.postman.mail_due()
        campus.clock.advance(60)
    assert tries == MAX_ATTEMPTS
    campus.mail.error = None
    campus.clock.advance(24 * 3600)
    assert await campus.postman.mail_due() == 0


async def test_a_server_that_comes_back_takes_the_letter() -> None:
    campus = NoticeCampus()
    campus.mail.error = MailUnavailable("away")
    await owing(campus)
    campus.clock.advance(SOON)
    await campus.postman.mail_due()
    campus.mail.error = None
    assert await campus.postman.mail_due() == 0
    campus.clock.advance(60)
    assert await campus.postman.mail_due() == 1


async def test_a_letter_that_is_refused_for_good_is_not_tried_again() -> None:
    campus = NoticeCampus()
    campus.mail.error = MailRefused("no such mailbox")
    await owing(campus)
    campus.clock.advance(SOON)
    await campus.postman.mail_due()
    assert [one.mail_due for one in await campus.told()] == [None]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3, 4])
async def test_cut_off_anywhere_the_letter_goes_out_and_repeats_are_recognised(
    write: int, when: Literal["before", "after"]
) -> None:
    """The writes are the claim, ticking off two notifications, and giving the claim back."""
    storage = FaultyStorage()
    campus = NoticeCampus(storage)
    await owing(campus, 2)
    campus.clock.advance(SOON)
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await campus.postman.mail_due()
    again = NoticeCampus(storage, clock=campus.clock)
    again.mail = campus.mail
    again.postman._mail = campus.mail
    await again.postman.mail_due()
    campus.clock.advance(LEASE.total_seconds() + 60)
    await again.postman.mail_due()
    campus.clock.advance(QUIET.total_seconds())
    await again.postman.mail_due()
    assert {text for sent in campus.mail.sent for text in sent.text.split("\n") if "Number" in text} == {
        "Ada writes to “Planets”: Number 0",
        "Ada writes to “Planets”: Number 1",
    }
    repeatable = (write, when) in {(2, "before"), (2, "after"), (3, "before")}
    assert len(campus.mail.sent) == (2 if repeatable else 1)
    if (write, when) == (2, "before"):
        assert len({sent.key for sent in campus.mail.sent}) == 1
