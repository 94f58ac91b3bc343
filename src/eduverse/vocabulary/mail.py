"""How a slice sends a letter, without knowing what carries it."""

from typing import Protocol

from eduverse.kernel.structs import Struct

__all__ = ["Mail", "MailRefused", "MailUnavailable", "Message"]


class Message(Struct, frozen=True, kw_only=True):
    """One letter to one person. It refers to nothing outside itself: no pictures, no style sheets, no counters."""

    to: str
    """An e-mail address."""
    name: str
    """The reader's, as they gave it."""
    subject: str
    text: str
    html: str
    key: str
    """What the letter is about: sent again after a crash it has the same Message-ID, and a mail program shows one."""


class MailUnavailable(Exception):
    """The letter could not be handed over now; trying again later makes sense."""


class MailRefused(Exception):
    """The letter will never be taken as it is: there is no such mailbox, or it is no address at all."""


class Mail(Protocol):
    async def send(self, message: Message, /) -> None:
        """Returns once somebody has taken responsibility for the letter (RFC 5321, 4.2.5).

        Raises `MailUnavailable` or `MailRefused`; nothing that stands in a message can become a header of its own.
        """
        ...

    async def problem(self) -> str | None:
        """Why no mail can be sent now; None when it can. Asked once for many who want to know."""
        ...
