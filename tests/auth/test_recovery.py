"""A forgotten password, and an address that is its owner's."""

import asyncio
import re
from typing import Literal

import pytest
from tests.support.accounts import Accounts
from tests.support.entropy import fake_ids
from tests.support.faults import Crash, FaultyStorage
from tests.support.post import RecordingMail

from eduverse.auth.errors import LinkEnded, PasswordTooCommon, RecoveryThrottled, SessionEnded, WrongCredentials
from eduverse.auth.letters import Letterhead, LetterKind
from eduverse.auth.recovery import LINK_LIFE, REQUESTS, RecoveryService
from eduverse.kernel.documents import Storage
from eduverse.vocabulary.mail import MailRefused, MailUnavailable

MIRA = "mira@school.example"
NEW = "battery horse correct"
HEAD = Letterhead("Hill School", "https://campus.example")


class RecoveringAccounts(Accounts):
    def __init__(self, storage: Storage | None = None) -> None:
        super().__init__(storage)
        self.mail = RecordingMail()
        self.recovery = RecoveryService(
            self.storage,
            clock=self.clock,
            ids=fake_ids(self.clock),
            auth=self.auth,
            keys=self.keys,
            passwords=self.passwords,
            mail=self.mail,
            head=HEAD,
        )

    async def asked(self, kind: LetterKind = "reset", email: str = MIRA, address: str = "192.0.2.1") -> None:
        await self.recovery.ask(kind, email, "en", address)
        await self.recovery.send_letters()

    def link(self) -> str:
        """The token of the newest letter."""
        found = re.search(r"https://campus\.example/#(?:reset|confirm)=(\S+)", self.mail.sent[-1].text)
        assert found
        return found[1]

    async def requests(self) -> int:
        return await self.storage.collection(REQUESTS).count()


async def test_from_a_forgotten_password_to_a_new_one() -> None:
    accounts = RecoveringAccounts()
    old = await accounts.registered()
    await accounts.asked(email=" MIRA@School.example ")
    assert accounts.mail.sent[0].to == MIRA
    await accounts.recovery.reset(accounts.link(), NEW)
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(old.refresh_token)
    with pytest.raises(WrongCredentials):
        await accounts.log_in()
    signed_in = await accounts.log_in(password=NEW)
    assert signed_in.user.email_confirmed
    assert await accounts.requests() == 0


async def test_a_link_works_once_even_at_once() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    await accounts.asked()
    results = await asyncio.gather(
        *(accounts.recovery.reset(accounts.link(), f"{NEW} {number}") for number in range(3)), return_exceptions=True
    )
    assert [type(one) for one in results].count(LinkEnded) == 2
    with pytest.raises(LinkEnded):
        await accounts.recovery.reset(accounts.link(), NEW)


async def test_a_new_password_ends_every_link_that_is_out() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    await accounts.asked()
    first = accounts.link()
    await accounts.asked()
    await accounts.recovery.reset(accounts.link(), NEW)
    with pytest.raises(LinkEnded):
        await accounts.recovery.reset(first, NEW)


async def test_a_link_runs_out() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    await accounts.asked()
    accounts.clock.advance(LINK_LIFE.total_seconds())
    with pytest.raises(LinkEnded):
        await accounts.recovery.reset(accounts.link(), NEW)


async def test_a_link_is_for_one_purpose_and_nothing_in_it_can_be_changed() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    await accounts.asked("confirm")
    confirm = accounts.link()
    with pytest.raises(LinkEnded):
        await accounts.recovery.reset(confirm, NEW)
    await accounts.asked("reset")
    reset = accounts.link()
    for token in ("", "x", "...", reset[:-2], reset.replace(".", "..", 1), "k1.mira.9999999999999.x.y", "ä" * 20):
        with pytest.raises(LinkEnded):
            await accounts.recovery.reset(token, NEW)


async def test_a_common_password_is_refused_and_the_link_stays_good() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    await accounts.asked()
    with pytest.raises(PasswordTooCommon):
        await accounts.recovery.reset(accounts.link(), "password1")
    await accounts.recovery.reset(accounts.link(), NEW)


async def test_who_has_no_account_gets_no_letter_and_the_asker_cannot_tell() -> None:
    storage = FaultyStorage()
    accounts = RecoveringAccounts(storage)
    await accounts.registered()
    calls = []
    for email in (MIRA, "nobody@school.example"):
        storage.calls.clear()
        await accounts.recovery.ask("reset", email, "en", "192.0.2.1")
        calls.append(list(storage.calls))
    assert calls[0] == calls[1]
    await accounts.recovery.send_letters()
    assert [sent.to for sent in accounts.mail.sent] == [MIRA]
    assert await accounts.requests() == 0


async def test_nobodys_box_is_flooded_and_too_many_from_one_place_are_told() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    for _ in range(10):
        await accounts.asked()
    assert len(accounts.mail.sent) == 3
    for number in range(10):
        await accounts.asked(email=f"{number}@school.example")
    with pytest.raises(RecoveryThrottled):
        await accounts.asked(email="11@school.example")
    await accounts.asked(email="other@school.example", address="192.0.2.2")


async def test_confirming_an_address() -> None:
    accounts = RecoveringAccounts()
    mira = await accounts.registered()
    assert not mira.user.email_confirmed
    await accounts.asked("confirm")
    for _ in range(2):
        await accounts.recovery.confirm(accounts.link())
    assert (await accounts.auth.user(mira.user.id)).email_confirmed
    assert (await accounts.log_in()).user.id == mira.user.id
    await accounts.asked("confirm")
    assert len(accounts.mail.sent) == 1


async def test_a_mail_server_that_is_away_is_tried_again_as_long_as_it_is_worth_it() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    accounts.mail.error = MailUnavailable("away")
    await accounts.asked()
    assert await accounts.recovery.send_letters() == 0
    accounts.mail.error = None
    accounts.clock.advance(60)
    assert await accounts.recovery.send_letters() == 1
    accounts.mail.error = MailUnavailable("away")
    await accounts.asked()
    accounts.clock.advance(LINK_LIFE.total_seconds())
    accounts.mail.error = None
    assert await accounts.recovery.send_letters() == 1
    assert (len(accounts.mail.sent), await accounts.requests()) == (1, 0)


async def test_what_is_refused_for_good_is_dropped() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    accounts.mail.error = MailRefused("no such mailbox")
    await accounts.asked()
    assert await accounts.requests() == 0


async def test_two_servers_send_one_letter() -> None:
    one = RecoveringAccounts()
    two = RecoveringAccounts(one.storage)
    await one.registered()
    await one.recovery.ask("reset", MIRA, "en", "192.0.2.1")
    await asyncio.gather(one.recovery.send_letters(), two.recovery.send_letters())
    assert len(one.mail.sent + two.mail.sent) == 1


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2])
async def test_cut_off_anywhere_the_letter_goes_out(write: int, when: Literal["before", "after"]) -> None:
    """The writes are putting the request off, and dropping it."""
    storage = FaultyStorage()
    accounts = RecoveringAccounts(storage)
    await accounts.registered()
    await accounts.recovery.ask("reset", MIRA, "en", "192.0.2.1")
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await accounts.recovery.send_letters()
    accounts.clock.advance(180)
    await accounts.recovery.send_letters()
    assert len({sent.key for sent in accounts.mail.sent}) == 1
    assert await accounts.requests() == 0


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2])
async def test_a_reset_cut_off_anywhere_leaves_nobody_signed_in(write: int, when: Literal["before", "after"]) -> None:
    """The writes are ending the session, and the new password."""
    storage = FaultyStorage()
    accounts = RecoveringAccounts(storage)
    old = await accounts.registered()
    await accounts.asked()
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await accounts.recovery.reset(accounts.link(), NEW)
    if (write, when) == (2, "after"):
        with pytest.raises(LinkEnded):
            await accounts.recovery.reset(accounts.link(), NEW)
    else:
        await accounts.recovery.reset(accounts.link(), NEW)
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(old.refresh_token)
    assert (await accounts.log_in(password=NEW)).user.id == old.user.id


async def test_letters_speak_the_askers_language() -> None:
    accounts = RecoveringAccounts()
    await accounts.registered()
    await accounts.recovery.ask("reset", MIRA, "de", "192.0.2.1")
    await accounts.recovery.send_letters()
    assert accounts.mail.sent[0].subject == "Ein neues Passwort für Hill School"
    assert "<a href=" in accounts.mail.sent[0].html
