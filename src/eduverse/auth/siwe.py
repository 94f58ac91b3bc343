"""What a wallet signs: the message of Sign-In with Ethereum (EIP-4361), written and read in one strict form.

We read what we write and nothing else of the EIP's grammar ("ABNF Message Format"): its lines in its order, a
statement always, `Expiration Time` and `Not Before` always, times in UTC with milliseconds, a web origin as domain
and URI. There is no scheme before the domain, no `Request ID` and no `Resources`: we ask for none of them, and
resources can hand out rights (EIP-5573) that nobody should give by signing in here.
"""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from eduverse.auth.errors import BadWalletMessage
from eduverse.auth.ethereum import is_checksum_address

__all__ = ["MESSAGE_LIFE", "MOST_CHARACTERS", "SiweMessage", "domain_of", "read_message", "write_message"]

MESSAGE_LIFE = timedelta(minutes=5)
SKEW = timedelta(seconds=60)
"""How far apart the clocks of two servers of a campus may be."""
MOST_CHARACTERS = 1_000

_WANTS = " wants you to sign in with your Ethereum account:"
_HOST = r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?"
_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
"""RFC 3339, in the one of its forms that we write."""
_LINES = tuple(
    re.compile(line)
    for line in (
        rf"({_HOST}){_WANTS}",
        r"(0x[0-9A-Fa-f]{40})",
        r"",
        # EIP-4361: statement = 1*( reserved / unreserved / " " ), RFC 3986 2.2 and 2.3.
        r"([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;= -]{1,200})",
        r"",
        rf"URI: (https?://{_HOST})",
        r"Version: 1",
        r"Chain ID: ([1-9][0-9]{0,17})",
        # EIP-4361: nonce = 8*( ALPHA / DIGIT ).
        r"Nonce: ([A-Za-z0-9]{8,96})",
        rf"Issued At: ({_MOMENT})",
        rf"Expiration Time: ({_MOMENT})",
        rf"Not Before: ({_MOMENT})",
    )
)


class SiweMessage(NamedTuple):
    domain: str
    address: str
    """With its checksum (EIP-55)."""
    statement: str
    uri: str
    chain_id: int
    nonce: str
    issued_at: datetime
    expiration_time: datetime
    not_before: datetime

    def demand(self, *, uri: str, chain_id: int, now: datetime) -> None:
        """Raises `BadWalletMessage` unless this was meant for us and for now (EIP-4361, "Verifying a signed
        Message"). `uri` is the origin of the page that asked for it."""
        if (self.domain, self.uri) != (domain_of(uri), uri):
            raise BadWalletMessage("This message was made for another site.")
        if self.chain_id != chain_id:
            raise BadWalletMessage("This message names another chain.")
        if now + SKEW < max(self.issued_at, self.not_before):
            raise BadWalletMessage("This message does not hold yet.")
        if now >= min(self.expiration_time, self.issued_at + MESSAGE_LIFE):
            raise BadWalletMessage("This message has run out; ask for a new one.")


def domain_of(uri: str) -> str:
    """The host and port of an origin."""
    return uri.partition("://")[2]


def write_message(message: SiweMessage) -> str:
    return "\n".join(
        (
            f"{message.domain}{_WANTS}",
            message.address,
            "",
            message.statement,
            "",
            f"URI: {message.uri}",
            "Version: 1",
            f"Chain ID: {message.chain_id}",
            f"Nonce: {message.nonce}",
            f"Issued At: {_written(message.issued_at)}",
            f"Expiration Time: {_written(message.expiration_time)}",
            f"Not Before: {_written(message.not_before)}",
        )
    )


def read_message(text: str) -> SiweMessage:
    """The message that `text` is, to the last character; raises `BadWalletMessage` for anything else."""
    if len(text) > MOST_CHARACTERS:
        raise BadWalletMessage
    lines = text.split("\n")
    found = [form.fullmatch(line) for form, line in zip(_LINES, lines, strict=False)]
    if len(lines) != len(_LINES) or not all(found):
        raise BadWalletMessage
    domain, address, statement, uri, chain, nonce, *moments = (
        one for match in found if match for one in match.groups()
    )
    if not is_checksum_address(address):
        raise BadWalletMessage("The address in this message is mistyped.")
    try:
        issued_at, expiration_time, not_before = map(datetime.fromisoformat, moments)
    except ValueError:
        raise BadWalletMessage from None
    return SiweMessage(domain, address, statement, uri, int(chain), nonce, issued_at, expiration_time, not_before)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
