"""Mail without a mail server."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from unittest.mock import patch

from structlog.testing import capture_logs
from tests.ports.mail_contract import MailContract, Post, letter
from tests.support.clock import FakeClock

from eduverse.mail import console
from eduverse.mail.compose import compose
from eduverse.mail.console import ConsoleMail
from eduverse.vocabulary.mail import Message


class TestConsoleMail(MailContract):
    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Post]:
        """What arrives is what was composed: there is no wire to look at."""
        arrived: list[EmailMessage] = []

        def composed(message: Message, *, sender: Address, now: datetime) -> EmailMessage:
            arrived.append(compose(message, sender=sender, now=now))
            return arrived[-1]

        with patch.object(console, "compose", composed):
            yield Post(ConsoleMail(FakeClock()), arrived)


async def test_a_demo_shows_the_whole_letter() -> None:
    shown: list[str] = []
    await ConsoleMail(FakeClock(), shown.append).send(letter(text="Open this:\nhttps://campus.example/x"))
    assert "Mira Lindqvist <mira@school.example>: Your quiz has been graded" in shown[0]
    assert "    https://campus.example/x" in shown[0]


async def test_the_log_says_who_and_what_but_holds_no_link() -> None:
    with capture_logs() as lines:
        await ConsoleMail(FakeClock()).send(letter(text="https://campus.example/reset?token=secret"))
    line: Mapping[str, object] = lines[0]
    assert (line["event"], line["to"]) == ("mail_not_sent", "mira@school.example")
    assert "secret" not in str(line)
