"""From a message to what travels (RFC 5322): headers that hold what they should and nothing more."""

import re
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import blake2b

from eduverse.vocabulary.mail import MailRefused, Message

__all__ = ["compose", "to_address"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def compose(message: Message, *, sender: Address, now: datetime) -> EmailMessage:
    """Plain text and HTML of the same letter, marked as written by a program (RFC 3834).

    Raises `MailRefused` for a recipient that is no address.
    """
    letter = EmailMessage(policy=SMTP)
    letter["From"] = sender
    letter["To"] = to_address(message.to, message.name)
    letter["Subject"] = _line(message.subject)
    letter["Date"] = format_datetime(now)
    letter["Message-ID"] = f"<{_digest(message.key)}@{sender.domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(message.text)
    letter.add_alternative(message.html, subtype="html")
    return letter


def to_address(address: str, name: str = "") -> Address:
    """Raises `MailRefused`: an address with a line break in it would be two headers."""
    try:
        if _CONTROL.search(address):
            raise ValueError("it holds control characters")
        return Address(_line(name), addr_spec=address)
    except (ValueError, IndexError, MessageError) as error:
        raise MailRefused(f"{address!r} is no e-mail address: {error}") from None


def _line(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()


def _digest(key: str) -> str:
    """A key may name people; who reads the headers need not know them."""
    return blake2b(key.encode(), digest_size=16).hexdigest()
