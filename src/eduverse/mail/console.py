"""Mail for a campus without a mail server: every letter is a line of the log, and in a demo it is printed."""

from collections.abc import Callable
from email.headerregistry import Address

import structlog

from eduverse.kernel.clock import Clock
from eduverse.mail.compose import compose
from eduverse.vocabulary.mail import Message

__all__ = ["ConsoleMail"]

_log = structlog.get_logger(__name__)
_SENDER = Address("EduVerse", addr_spec="campus@localhost.invalid")


class ConsoleMail:
    """`show` is given each letter as one text; a log alone gets who and what, never a link that opens something."""

    def __init__(self, clock: Clock, show: Callable[[str], None] | None = None) -> None:
        self._clock = clock
        self._show = show

    async def send(self, message: Message, /) -> None:
        letter = compose(message, sender=_SENDER, now=self._clock.now())
        _log.info("mail_not_sent", to=message.to, subject=str(letter["Subject"]), reason="no mail server is set")
        if self._show:
            self._show(f"\n  Mail to {letter['To']}: {letter['Subject']}\n\n{_indented(message.text)}\n")

    async def problem(self) -> str | None:
        return None


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
