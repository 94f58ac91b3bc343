"""The message that a wallet signs: written and read in one form, and refused in every other."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.clock import NOON
from tests.support.wallets import PAGE, Wallet

from eduverse.auth.errors import BadWalletMessage
from eduverse.auth.ethereum import checksum_address
from eduverse.auth.siwe import (
    MESSAGE_LIFE,
    MOST_CHARACTERS,
    SKEW,
    SiweMessage,
    domain_of,
    read_message,
    write_message,
)

GOOD = SiweMessage(
    domain="campus.example",
    address=Wallet().address,
    statement="Sign in to this campus.",
    uri=PAGE,
    chain_id=137,
    nonce="0123456789abcdef",
    issued_at=NOON,
    expiration_time=NOON + MESSAGE_LIFE,
    not_before=NOON,
)
TEXT = f"""campus.example wants you to sign in with your Ethereum account:
{Wallet().address}

Sign in to this campus.

URI: https://campus.example
Version: 1
Chain ID: 137
Nonce: 0123456789abcdef
Issued At: 2026-03-02T12:00:00.000Z
Expiration Time: 2026-03-02T12:05:00.000Z
Not Before: 2026-03-02T12:00:00.000Z"""

_moments = st.datetimes(
    min_value=datetime(1970, 1, 1),  # noqa: DTZ001
    max_value=datetime(9999, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))
_hosts = st.one_of(
    st.from_regex(r"[a-z0-9]([a-z0-9.-]{0,40}[a-z0-9])?(:[0-9]{1,5})?", fullmatch=True),
    st.sampled_from(["[::1]:8000", "[2001:db8::1]", "127.0.0.1:80"]),
)
_statement = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;= "
messages = st.builds(
    SiweMessage,
    domain=_hosts,
    address=st.binary(min_size=20, max_size=20).map(lambda raw: checksum_address("0x" + raw.hex())),
    statement=st.text(_statement, min_size=1, max_size=200),
    uri=st.builds("{}://{}".format, st.sampled_from(["http", "https"]), _hosts),
    chain_id=st.integers(min_value=1, max_value=10**18 - 1),
    nonce=st.from_regex(r"[A-Za-z0-9]{8,96}", fullmatch=True),
    issued_at=_moments,
    expiration_time=_moments,
    not_before=_moments,
)


def test_the_form() -> None:
    assert write_message(GOOD) == TEXT
    assert read_message(TEXT) == GOOD


@given(messages)
def test_what_is_written_is_read(message: SiweMessage) -> None:
    assert read_message(write_message(message)) == message


@settings(max_examples=300)
@given(messages, st.data())
def test_what_is_read_is_what_would_be_written(message: SiweMessage, data: st.DataObject) -> None:
    """One text per message: a text with anything changed is refused, or is the one form of another message."""
    text = write_message(message)
    place = data.draw(st.integers(0, len(text) - 1))
    char = data.draw(st.one_of(st.characters(), st.sampled_from("\n\r\t 0aZ:")))
    other = text[:place] + char + text[place + data.draw(st.integers(0, 2)) :]
    try:
        read = read_message(other)
    except BadWalletMessage:
        return
    assert write_message(read) == other
    assert (read == message) is (other == text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT + "\n",
        TEXT + " ",
        "\n" + TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("campus.example wants", "https://campus.example wants"),
        TEXT.replace("campus.example wants", "mira@campus.example wants"),
        TEXT.replace("campus.example wants", " wants"),
        TEXT.replace("campus.example wants", "cämpus.example wants"),
        TEXT.replace("sign in with", "sign up with"),
        TEXT.replace(Wallet().address, Wallet().address.lower()),
        TEXT.replace(Wallet().address, Wallet().address[:-1]),
        TEXT.replace(Wallet().address, Wallet().address + "0"),
        TEXT.replace("Sign in to this campus.", "Anmelden für später"),
        TEXT.replace("Sign in to this campus.\n", ""),
        TEXT.replace("Sign in to this campus.", "Sign in\nto this campus."),
        TEXT.replace("URI: https", "URI: javascript"),
        TEXT.replace("URI: https://campus.example", "URI: https://campus.example/path"),
        TEXT.replace("URI: https://", "URI: https://mira:secret@"),
        TEXT.replace("URI: ", "uri: "),
        TEXT.replace("Version: 1", "Version: 2"),
        TEXT.replace("Version: 1", "Version: 01"),
        TEXT.replace("Chain ID: 137", "Chain ID: 0137"),
        TEXT.replace("Chain ID: 137", "Chain ID: 0x89"),
        TEXT.replace("Chain ID: 137", "Chain ID: ١٣٧"),
        TEXT.replace("Chain ID: 137", "Chain ID: " + "9" * 19),
        TEXT.replace("0123456789abcdef", "short"),
        TEXT.replace("0123456789abcdef", "01234567-9abcdef"),
        TEXT.replace("12:05:00.000Z", "12:05:00Z"),
        TEXT.replace("12:05:00.000Z", "12:05:00.000+00:00"),
        TEXT.replace("12:05:00.000Z", "12:05:00.000z"),
        TEXT.replace("03-02T12:05", "02-30T12:05"),
        TEXT.replace("03-02T12:05", "03-02T24:05"),
        TEXT.replace("03-02T12:05", "03-02 12:05"),
        TEXT.replace("Version: 1\nChain ID: 137", "Chain ID: 137\nVersion: 1"),
        TEXT.replace("Version: 1\n", ""),
        TEXT.replace("\nExpiration Time: 2026-03-02T12:05:00.000Z", ""),
        TEXT.replace("\nNot Before: 2026-03-02T12:00:00.000Z", ""),
        TEXT + "\nNot Before: 2026-03-02T12:00:00.000Z",
        TEXT + "\nRequest ID: 7",
        TEXT + "\nResources:",
        TEXT + "\nResources:\n- urn:recap:eyJhdHQiOnt9fQ",
        TEXT + "\nAdmin: yes",
    ],
)
def test_texts_that_are_not_of_the_form(text: str) -> None:
    with pytest.raises(BadWalletMessage):
        read_message(text)


def demanded(message: SiweMessage, *, uri: str = PAGE, chain_id: int = 137, now: datetime = NOON) -> None:
    message.demand(uri=uri, chain_id=chain_id, now=now)


def test_a_message_is_for_one_place_and_one_time() -> None:
    second = timedelta(seconds=1)
    demanded(GOOD)
    demanded(GOOD, now=NOON + MESSAGE_LIFE - second)
    demanded(GOOD, now=NOON - SKEW)
    refused: list[Callable[[], None]] = [
        lambda: demanded(GOOD._replace(domain="evil.example")),
        lambda: demanded(GOOD._replace(uri="https://evil.example")),
        lambda: demanded(GOOD._replace(uri="http://campus.example")),
        lambda: demanded(GOOD, uri="https://evil.example"),
        lambda: demanded(GOOD, chain_id=80002),
        lambda: demanded(GOOD, now=NOON + MESSAGE_LIFE),
        lambda: demanded(GOOD, now=NOON - SKEW - second),
        lambda: demanded(GOOD._replace(not_before=NOON + timedelta(minutes=2))),
        lambda: demanded(GOOD._replace(expiration_time=NOON + timedelta(days=9)), now=NOON + MESSAGE_LIFE),
        lambda: demanded(GOOD._replace(expiration_time=NOON)),
    ]
    for refusal in refused:
        with pytest.raises(BadWalletMessage):
            refusal()


def test_the_domain_of_an_origin() -> None:
    assert domain_of("http://[::1]:8000") == "[::1]:8000"


def test_reading_takes_time_in_proportion() -> None:
    """What is too long is not looked into; what is as long as it may be is read a thousand times within a second."""
    hostile = [TEXT.replace("campus.example wants", one * 260 + " wants") for one in ("a", ".", "-", "[", "1:")]
    hostile += ["\n" * MOST_CHARACTERS, "URI: " * 200, TEXT + "9" * (MOST_CHARACTERS - len(TEXT)), "a" * 10_000_000]
    began = time.process_time()
    for text in hostile:
        for _ in range(100):
            with pytest.raises(BadWalletMessage):
                read_message(text)
    assert time.process_time() - began < 1
