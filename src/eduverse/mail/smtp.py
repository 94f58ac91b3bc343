"""Mail over SMTP (RFC 5321), encrypted with STARTTLS (RFC 3207) or from the first byte (RFC 8314)."""

import asyncio
import ipaddress
from email.headerregistry import Address
from typing import NamedTuple, Self
from urllib.parse import parse_qs, unquote, urlsplit

import aiosmtplib

from eduverse.kernel.clock import Clock
from eduverse.mail.compose import compose, to_address
from eduverse.vocabulary.mail import MailRefused, MailUnavailable, Message

__all__ = ["BadSmtpUrl", "SmtpMail", "SmtpServer"]

_PATIENCE = 15.0
"""Seconds for each step of a conversation."""
_REMEMBERED = 60.0
"""Seconds for which an answer to "are you there?" is repeated."""


class BadSmtpUrl(Exception):
    """The setting cannot be used; the message says why, and never what the password is."""


class SmtpServer(NamedTuple):
    host: str
    port: int
    implicit_tls: bool
    user: str | None
    password: str | None
    sender: Address

    @classmethod
    def of(cls, url: str) -> Self:
        """From `smtp(s)://user:password@host:port?from=campus@school.example`; raises `BadSmtpUrl`."""
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError:
            raise BadSmtpUrl("the port is no number") from None
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise BadSmtpUrl("it must look like smtp://user:password@host:587?from=campus@school.example")
        query = parse_qs(parts.query)
        if set(query) != {"from"}:
            raise BadSmtpUrl("it must end in ?from= and the address that letters come from, and nothing else")
        try:
            sender = to_address(query["from"][0], "EduVerse")
        except MailRefused as error:
            raise BadSmtpUrl(str(error)) from None
        return cls(
            host=parts.hostname,
            port=port or (465 if parts.scheme == "smtps" else 587),
            implicit_tls=parts.scheme == "smtps",
            user=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            sender=sender,
        )

    @property
    def must_encrypt(self) -> bool:
        """Letters hold links that open accounts: only to this very machine may they travel in the clear."""
        if self.host == "localhost":
            return False
        try:
            return not ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return True


class SmtpMail:
    """One conversation per letter: a campus writes few, and a kept connection is one more thing that breaks."""

    def __init__(self, server: SmtpServer, clock: Clock, *, patience: float = _PATIENCE) -> None:
        self._server = server
        self._clock = clock
        self._patience = patience
        self._known: tuple[float, str | None] | None = None
        self._asking = asyncio.Lock()

    async def send(self, message: Message, /) -> None:
        letter = compose(message, sender=self._server.sender, now=self._clock.now())
        try:
            async with self._client() as client:
                await self._log_in(client)
                await client.send_message(letter)
        except (aiosmtplib.SMTPRecipientsRefused, aiosmtplib.SMTPResponseException) as error:
            raise _judged(error) from None
        except (aiosmtplib.SMTPException, OSError) as error:
            raise MailUnavailable(f"{self._where} does not answer: {_words(error)}") from None

    async def problem(self) -> str | None:
        async with self._asking:
            now = self._clock.monotonic()
            if self._known is None or now - self._known[0] >= _REMEMBERED:
                self._known = now, await self._ask()
            return self._known[1]

    async def _ask(self) -> str | None:
        try:
            async with self._client() as client:
                await self._log_in(client)
                await client.noop()
        except (aiosmtplib.SMTPException, OSError) as error:
            return f"{self._where} cannot be used: {_words(error)}"
        return None

    def _client(self) -> aiosmtplib.SMTP:
        server = self._server
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            timeout=self._patience,
            use_tls=server.implicit_tls,
            start_tls=self._start_tls(),
        )

    def _start_tls(self) -> bool | None:
        """None: where the server offers it."""
        if self._server.implicit_tls:
            return False
        return True if self._server.must_encrypt else None

    async def _log_in(self, client: aiosmtplib.SMTP) -> None:
        if self._server.user is not None:
            await client.login(self._server.user, self._server.password or "")

    @property
    def _where(self) -> str:
        return f"the mail server {self._server.host}:{self._server.port}"


def _judged(
    error: aiosmtplib.SMTPRecipientsRefused | aiosmtplib.SMTPResponseException,
) -> MailUnavailable | MailRefused:
    """A 5xx about this letter is final (RFC 5321, 4.2.1); one about us, such as a wrong password, may be mended."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        codes = [one.code for one in error.recipients]
        return MailRefused(_words(error)) if all(code >= 500 for code in codes) else MailUnavailable(_words(error))
    ours = isinstance(error, aiosmtplib.SMTPAuthenticationError | aiosmtplib.SMTPSenderRefused)
    if error.code >= 500 and not ours and isinstance(error, aiosmtplib.SMTPDataError):
        return MailRefused(_words(error))
    return MailUnavailable(_words(error))


def _words(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
