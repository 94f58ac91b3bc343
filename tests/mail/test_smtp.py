"""Mail over SMTP, to a real server."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tests.ports.mail_contract import MailContract, Post, letter
from tests.support.clock import FakeClock
from tests.support.smtp import post_office

from eduverse.mail.smtp import BadSmtpUrl, SmtpMail, SmtpServer
from eduverse.vocabulary.mail import MailRefused, MailUnavailable

FROM = "?from=campus@school.example"


class TestSmtpMail(MailContract):
    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Post]:
        async with post_office() as office:
            yield Post(SmtpMail(SmtpServer.of(office.url), FakeClock(), patience=3), office.arrived)


async def test_a_letter_goes_to_its_reader_alone_and_comes_from_the_campus() -> None:
    async with post_office() as office:
        await SmtpMail(SmtpServer.of(office.url), FakeClock(), patience=3).send(letter())
        assert office.recipients == ["mira@school.example"]
        assert office.arrived[0]["From"] == "EduVerse <campus@school.example>"


async def test_it_signs_in_with_what_the_url_says() -> None:
    async with post_office() as office:
        url = office.url.replace("smtp://", "smtp://campus:right%3Asecret@")
        await SmtpMail(SmtpServer.of(url), FakeClock()).send(letter())
        assert office.logins == [("campus", "right:secret")]
        wrong = SmtpMail(SmtpServer.of(url.replace("right", "wrong")), FakeClock())
        with pytest.raises(MailUnavailable):
            await wrong.send(letter())
        assert len(office.arrived) == 1
        assert "cannot be used" in (await wrong.problem() or "")


@pytest.mark.parametrize(
    ("answer", "error"), [("550 no such mailbox", MailRefused), ("451 try again later", MailUnavailable)]
)
async def test_a_refusal_for_good_and_one_for_now(answer: str, error: type[Exception]) -> None:
    async with post_office() as office:
        mail = SmtpMail(SmtpServer.of(office.url), FakeClock(), patience=3)
        office.answer_to_rcpt = answer
        with pytest.raises(error):
            await mail.send(letter())
        office.answer_to_rcpt, office.answer_to_data = "250 OK", answer
        with pytest.raises(error):
            await mail.send(letter())


async def test_a_server_that_is_not_there_is_asked_once_a_minute() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    clock = FakeClock()
    mail = SmtpMail(SmtpServer.of(f"smtp://127.0.0.1:{port}{FROM}"), clock)
    with pytest.raises(MailUnavailable, match="does not answer"):
        await mail.send(letter())
    assert "cannot be used" in (await mail.problem() or "")
    async with post_office() as office:
        mail = SmtpMail(SmtpServer.of(office.url), clock)
        assert await mail.problem() is None
    clock.advance(59)
    assert await mail.problem() is None
    clock.advance(2)
    assert "cannot be used" in (await mail.problem() or "")


async def test_a_server_elsewhere_must_encrypt() -> None:
    """Reached here by a name that is not this machine's own: no STARTTLS is offered, so nothing is said."""
    assert SmtpServer.of(f"smtp://mail.school.example{FROM}").must_encrypt
    assert SmtpServer.of(f"smtp://10.0.0.1{FROM}").must_encrypt
    assert not SmtpServer.of(f"smtp://localhost:25{FROM}").must_encrypt
    async with post_office() as office:

        class Elsewhere(SmtpServer):
            must_encrypt = True

        mail = SmtpMail(Elsewhere(*SmtpServer.of(office.url)), FakeClock())
        with pytest.raises(MailUnavailable):
            await mail.send(letter())
        assert office.arrived == []


def test_what_a_url_says() -> None:
    server = SmtpServer.of(f"smtps://a%40b:p%2Fw@mail.school.example{FROM}")
    assert (server.host, server.port, server.implicit_tls) == ("mail.school.example", 465, True)
    assert (server.user, server.password) == ("a@b", "p/w")
    assert SmtpServer.of(f"smtp://mail.school.example{FROM}").port == 587


@pytest.mark.parametrize(
    "url",
    [
        f"http://mail.school.example{FROM}",
        "smtp://mail.school.example",
        f"smtp://{FROM}",
        f"smtp://u:secret@h:port{FROM}",
        "smtp://u:secret@h?from=nobody",
        f"smtp://u:secret@h{FROM}&tls=no",
    ],
)
def test_a_url_that_cannot_be_used_is_told_without_its_password(url: str) -> None:
    with pytest.raises(BadSmtpUrl) as raised:
        SmtpServer.of(url)
    assert "secret" not in str(raised.value)
