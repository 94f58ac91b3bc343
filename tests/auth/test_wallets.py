"""Signing in with a wallet, linking one and unlinking it: once each, whoever else tries and whatever breaks off."""

import asyncio

import pytest
from tests.support.accounts import HOME, PASSWORD
from tests.support.faults import Crash, FaultyStorage
from tests.support.wallets import PAGE, Wallet, Wallets

from eduverse.auth.errors import (
    BadWalletMessage,
    ContractWalletUnavailable,
    EmailTaken,
    HasPassword,
    LastWayIn,
    LoginThrottled,
    PasswordTooCommon,
    SessionEnded,
    WalletAlreadyLinked,
    WalletMessageUsed,
    WalletTaken,
    WalletUnknown,
    WrongCredentials,
    WrongSignature,
)
from eduverse.auth.ethereum import message_digest
from eduverse.auth.model import IDENTITIES, USERS, User
from eduverse.auth.service import SignedIn
from eduverse.auth.siwe import read_message
from eduverse.auth.throttle import Origin
from eduverse.auth.wallets import USED_MESSAGES, Purpose
from eduverse.kernel.errors import Problem
from eduverse.vocabulary.principal import Role

MINE, OTHER = Wallet(1), Wallet(2)
PURPOSES: tuple[Purpose, ...] = ("login", "link", "password")
ELSEWHERE = Origin("198.51.100.7")


@pytest.fixture
def campus() -> Wallets:
    return Wallets()


async def stored(campus: Wallets) -> tuple[int, int, int]:
    """Users, identities, used messages."""
    kept = [campus.storage.collection(spec) for spec in (USERS, IDENTITIES, USED_MESSAGES)]
    users, identities, used = [await documents.count() for documents in kept]
    return users, identities, used


async def linked(campus: Wallets, signed_in: SignedIn, wallet: Wallet = MINE) -> User:
    principal = await campus.principal(signed_in)
    return await campus.wallets.link(principal, campus.signed(wallet, principal), PASSWORD)


async def unlinked(campus: Wallets, signed_in: SignedIn) -> User:
    return await campus.wallets.unlink(await campus.principal(signed_in))


# --- messages


def test_a_message_says_what_it_is_for(campus: Wallets) -> None:
    asked = campus.wallets.challenge(PAGE, MINE.address.lower(), "en", "login")
    message = read_message(asked.message)
    assert (message.domain, message.uri, message.chain_id) == ("campus.example", PAGE, 137)
    assert (message.address, message.nonce, message.statement[:8]) == (MINE.address, asked.nonce, "Sign in ")
    assert (message.issued_at, message.expiration_time) == (campus.clock.now(), asked.expires_at)
    assert campus.wallets.challenge(PAGE, MINE.address, "en", "login").nonce[:32] != asked.nonce[:32]


async def test_every_statement_can_be_read(campus: Wallets) -> None:
    principal = await campus.principal(await campus.registered())
    for language in ("de", "en"):
        said = [
            campus.wallets.challenge(PAGE, MINE.address, language, purpose, principal).message for purpose in PURPOSES
        ]
        assert len({read_message(message).statement for message in said}) == 3


# --- signing in


async def test_a_new_wallet_opens_a_students_account(campus: Wallets) -> None:
    signed_in = await campus.comes(MINE)
    user = signed_in.user
    assert (user.role, user.email, user.password_hash) == (Role.STUDENT, None, None)
    assert (user.name, user.wallet_address) == ("0x7E5F…5Bdf", MINE.address)
    assert (await campus.principal(signed_in)).user_id == user.id
    again = await campus.comes(MINE, name="Somebody else")
    assert again.user == user
    assert await stored(campus) == (1, 1, 2)


async def test_it_can_be_given_a_name(campus: Wallets) -> None:
    assert (await campus.comes(MINE, name=" Mira ")).user.name == "Mira"
    assert (await campus.comes(OTHER)).user.name == "0x2B5A…4DcF".replace("4DcF", OTHER.address[-4:])


async def test_no_password_opens_it(campus: Wallets) -> None:
    signed_in = await campus.comes(MINE)
    with pytest.raises(WrongCredentials):
        await campus.auth.demand_password(await campus.principal(signed_in), "")
    with pytest.raises(WrongCredentials):
        await campus.log_in("None", "None")


async def test_a_campus_may_take_only_wallets_it_knows() -> None:
    campus = Wallets(open_accounts=False)
    with pytest.raises(WalletUnknown):
        await campus.comes(MINE)
    assert (await stored(campus))[:2] == (0, 0)
    await linked(campus, await campus.registered())
    assert (await campus.comes(MINE)).user.email == "mira@school.example"


async def test_a_message_is_good_once(campus: Wallets) -> None:
    signed = campus.signed(MINE)
    await campus.wallets.log_in(signed, HOME, None)
    with pytest.raises(WalletMessageUsed):
        await campus.wallets.log_in(signed, HOME, None)


async def test_at_two_servers_at_once_too() -> None:
    storage = FaultyStorage()
    here, there = Wallets(storage), Wallets(storage, server=2)
    signed = here.signed(MINE)
    both = storage.hold("wallet_messages", "insert")
    first = asyncio.create_task(here.wallets.log_in(signed, HOME, None))
    await both.reached()
    await there.wallets.log_in(signed, HOME, None)
    both.release()
    with pytest.raises(WalletMessageUsed):
        await first
    assert (await stored(here))[:2] == (1, 1)


async def test_one_wallet_in_two_tabs_is_one_account() -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    late = storage.hold("identities", "insert")
    first = asyncio.create_task(campus.comes(MINE))
    await late.reached()
    second = await campus.comes(MINE)
    late.release()
    assert (await first).user == second.user
    assert (await stored(campus))[:2] == (1, 1)


async def test_a_used_message_is_forgotten_long_after_its_end(campus: Wallets) -> None:
    """A server whose clock is late would take it again if it were forgotten at once."""
    await campus.comes(MINE)
    campus.clock.advance(5 * 60 + 3600)
    assert await campus.wallets.drop_used() == 0
    campus.clock.advance(1)
    assert await campus.wallets.drop_used() == 1
    assert await campus.wallets.drop_used() == 0


async def test_a_message_ends(campus: Wallets) -> None:
    signed = campus.signed(MINE)
    campus.clock.advance(299)
    await campus.wallets.log_in(signed, HOME, None)
    late = campus.signed(OTHER)
    campus.clock.advance(300)
    with pytest.raises(BadWalletMessage):
        await campus.wallets.log_in(late, HOME, None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("campus.example wants", "evil.example wants"),
        ("URI: https://campus.example", "URI: https://evil.example"),
        ("Chain ID: 137", "Chain ID: 1"),
        ("Sign in to", "Buy all of"),
        ("Issued At: 2026-03-02T12:00:00.000Z", "Issued At: 2026-03-02T12:00:01.000Z"),
        ("Expiration Time: 2026-03-02T12:05", "Expiration Time: 2027-03-02T12:05"),
        ("Not Before: 2026-03-02T12:00", "Not Before: 2026-03-02T11:00"),
        ("Nonce: ", "Nonce: 0"),
        (MINE.address, OTHER.address),
    ],
)
async def test_nothing_in_a_message_can_be_changed(campus: Wallets, old: str, new: str) -> None:
    """Not even by whoever has the wallet and signs it anew."""
    message = campus.signed(MINE).message.replace(old, new)
    wallet = OTHER if OTHER.address in message else MINE
    assert message != campus.signed(MINE).message
    with pytest.raises(BadWalletMessage):
        await campus.wallets.log_in(
            campus.signed(MINE)._replace(message=message, signature=wallet.sign(message)), HOME, None
        )
    assert await stored(campus) == (0, 0, 0)


async def test_nor_by_anybody_else(campus: Wallets) -> None:
    signed = campus.signed(MINE)
    text = signed.message
    for place in range(len(text)):
        other = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
        with pytest.raises((BadWalletMessage, WrongSignature)):
            await campus.wallets.log_in(signed._replace(message=other), HOME, None)
    assert await stored(campus) == (0, 0, 0)


async def test_a_page_takes_only_its_own_messages(campus: Wallets) -> None:
    with pytest.raises(BadWalletMessage):
        await campus.wallets.log_in(campus.signed(MINE)._replace(page="https://front.example"), HOME, None)


async def test_a_nonce_of_another_campus(campus: Wallets) -> None:
    message = campus.signed(MINE).message
    nonce = read_message(message).nonce
    made_up = message.replace(nonce, nonce[:32] + "0" * 32)
    with pytest.raises(BadWalletMessage):
        await campus.wallets.log_in(
            campus.signed(MINE)._replace(message=made_up, signature=MINE.sign(made_up)), HOME, None
        )


async def test_somebody_elses_signature_uses_nothing_up(campus: Wallets) -> None:
    signed = campus.signed(MINE)
    with pytest.raises(WrongSignature):
        await campus.wallets.log_in(signed._replace(signature=OTHER.sign(signed.message)), HOME, None)
    assert await stored(campus) == (0, 0, 0)
    await campus.wallets.log_in(signed, HOME, None)


async def test_failures_are_counted_where_they_happen(campus: Wallets) -> None:
    signed_in = await campus.comes(MINE, origin=ELSEWHERE)
    signed = campus.signed(MINE)
    wrong = signed._replace(signature=OTHER.sign(signed.message))
    refusals: list[type[Problem]] = []
    for _ in range(11):
        try:
            await campus.wallets.log_in(wrong, HOME, None)
        except Problem as problem:
            refusals.append(type(problem))
    assert refusals == [WrongSignature] * 10 + [LoginThrottled]
    with pytest.raises(LoginThrottled):
        await campus.comes(MINE)
    await campus.comes(MINE, origin=ELSEWHERE)
    await campus.comes(MINE, origin=Origin(HOME.address, signed_in.device_mark))


async def test_signing_in_often_is_no_failure_but_new_wallets_are_counted(campus: Wallets) -> None:
    for _ in range(120):
        await campus.comes(MINE)
    for seed in range(3, 102):
        await campus.comes(Wallet(seed))
    with pytest.raises(LoginThrottled):
        await campus.comes(Wallet(102))


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3, 4])
async def test_a_kill_while_signing_in_costs_another_message(write: int, when: str) -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    storage.crash_at_write(write, when)  # type: ignore[arg-type]
    with pytest.raises(Crash):
        await campus.comes(MINE)
    again = await campus.comes(MINE)
    assert (await campus.comes(MINE)).user == again.user
    assert await storage.collection(IDENTITIES).count() == 1


# --- contracts


async def test_a_contract_says_itself_whether_it_signed(campus: Wallets) -> None:
    signed = campus.signed(MINE)._replace(signature=b"two of three owners")
    campus.contracts.verdict = "good"
    assert (await campus.wallets.log_in(signed, HOME, None)).user.wallet_address == MINE.address
    assert campus.contracts.asked == [(MINE.address, message_digest(signed.message), b"two of three owners")]


@pytest.mark.parametrize(
    ("verdict", "signature", "error"),
    [
        ("bad", b"two of three owners", WrongSignature),
        ("bad", b"\x01" * 65, WrongSignature),
        ("unavailable", b"two of three owners", ContractWalletUnavailable),
        ("unavailable", b"\x01" * 64, ContractWalletUnavailable),
        ("unavailable", b"\x01" * 65, WrongSignature),
        ("good", b"factory and all" + bytes.fromhex("6492" * 16), ContractWalletUnavailable),
    ],
)
async def test_what_is_not_known_to_be_good_is_refused(
    campus: Wallets, verdict: str, signature: bytes, error: type[Problem]
) -> None:
    campus.contracts.verdict = verdict  # type: ignore[assignment]
    with pytest.raises(error):
        await campus.wallets.log_in(campus.signed(MINE)._replace(signature=signature), HOME, None)
    assert await stored(campus) == (0, 0, 0)


# --- linking


async def test_a_linked_wallet_opens_the_same_account(campus: Wallets) -> None:
    signed_in = await campus.registered()
    assert (await linked(campus, signed_in)).wallet_address == MINE.address
    assert (await campus.comes(MINE)).user.id == signed_in.user.id
    assert (await campus.log_in()).user.id == signed_in.user.id
    assert (await linked(campus, signed_in)).wallet_address == MINE.address


async def test_a_wallet_has_one_account_and_an_account_one_wallet(campus: Wallets) -> None:
    mira, noor = await campus.registered(), await campus.registered("noor@school.example")
    await linked(campus, mira)
    with pytest.raises(WalletTaken):
        await linked(campus, noor)
    with pytest.raises(WalletAlreadyLinked):
        await linked(campus, mira, OTHER)
    await campus.comes(OTHER)
    with pytest.raises(WalletTaken):
        await linked(campus, noor, OTHER)
    assert (await campus.auth.user(noor.user.id)).wallet_address is None


async def test_linking_takes_the_password(campus: Wallets) -> None:
    principal = await campus.principal(await campus.registered())
    for attempt in range(11):
        with pytest.raises(WrongCredentials if attempt < 10 else LoginThrottled):
            await campus.wallets.link(principal, campus.signed(MINE, principal), "guess")
    assert (await stored(campus))[1:] == (1, 0)


async def test_a_message_links_only_whom_it_was_made_for(campus: Wallets) -> None:
    """Nobody is signed in with a message for linking, and nobody links with one for signing in or of another's."""
    mira = await campus.principal(await campus.registered())
    noor = await campus.principal(await campus.registered("noor@school.example"))
    with pytest.raises(BadWalletMessage):
        await campus.wallets.link(mira, campus.signed(MINE), PASSWORD)
    with pytest.raises(BadWalletMessage):
        await campus.wallets.link(mira, campus.signed(MINE, noor), PASSWORD)
    with pytest.raises(BadWalletMessage):
        await campus.wallets.log_in(campus.signed(MINE, mira), HOME, None)
    signed = campus.signed(MINE, mira)
    with pytest.raises(WrongSignature):
        await campus.wallets.link(mira, signed._replace(signature=OTHER.sign(signed.message)), PASSWORD)


async def test_two_wallets_linked_at_once_leave_one() -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    signed_in = await campus.registered()
    late = storage.hold("identities", "insert", "after")
    first = asyncio.create_task(linked(campus, signed_in, MINE))
    await late.reached()
    await linked(campus, signed_in, OTHER)
    late.release()
    with pytest.raises(WalletAlreadyLinked):
        await first
    assert (await campus.comes(OTHER)).user.id == signed_in.user.id
    assert (await campus.comes(MINE)).user.id != signed_in.user.id


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3])
async def test_a_kill_while_linking_can_be_made_good(write: int, when: str) -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    signed_in = await campus.registered()
    storage.crash_at_write(write, when)  # type: ignore[arg-type]
    with pytest.raises(Crash):
        await linked(campus, signed_in)
    assert (await linked(campus, signed_in)).wallet_address == MINE.address
    assert (await campus.comes(MINE)).user.id == signed_in.user.id


async def test_signing_in_shows_a_wallet_that_a_kill_left_out() -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    signed_in = await campus.registered()
    storage.crash_at_write(2, "after")
    with pytest.raises(Crash):
        await linked(campus, signed_in)
    assert (await campus.auth.user(signed_in.user.id)).wallet_address is None
    assert (await campus.comes(MINE)).user.wallet_address == MINE.address
    assert (await campus.auth.user(signed_in.user.id)).wallet_address == MINE.address


# --- unlinking


async def test_an_unlinked_wallet_opens_nothing_of_it(campus: Wallets) -> None:
    signed_in = await campus.registered()
    await linked(campus, signed_in)
    elsewhere = await campus.comes(MINE)
    assert (await unlinked(campus, signed_in)).wallet_address is None
    with pytest.raises(SessionEnded):
        await campus.principal(elsewhere)
    assert (await unlinked(campus, signed_in)).wallet_address is None
    assert (await campus.comes(MINE)).user.id != signed_in.user.id


async def test_and_another_can_be_linked(campus: Wallets) -> None:
    mira, noor = await campus.registered(), await campus.registered("noor@school.example")
    await linked(campus, mira)
    await unlinked(campus, mira)
    assert (await linked(campus, mira, OTHER)).wallet_address == OTHER.address
    assert (await linked(campus, noor, MINE)).wallet_address == MINE.address


async def test_the_last_way_in_stays(campus: Wallets) -> None:
    signed_in = await campus.comes(MINE)
    with pytest.raises(LastWayIn):
        await unlinked(campus, signed_in)
    assert (await campus.comes(MINE)).user == signed_in.user


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3])
async def test_a_kill_while_unlinking_can_be_made_good(write: int, when: str) -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    signed_in = await campus.registered()
    await linked(campus, signed_in)
    elsewhere = await campus.comes(MINE)
    storage.crash_at_write(write, when)  # type: ignore[arg-type]
    with pytest.raises(Crash):
        await unlinked(campus, signed_in)
    assert (await unlinked(campus, signed_in)).wallet_address is None
    with pytest.raises(SessionEnded):
        await campus.principal(elsewhere)
    assert (await campus.comes(MINE)).user.id != signed_in.user.id


# --- an e-mail address and a password for who came with a wallet

EMAIL = "Noor@School.example"


async def added(campus: Wallets, signed_in: SignedIn, email: str = EMAIL, password: str = PASSWORD) -> User:
    principal = await campus.principal(signed_in)
    signed = campus.signed(MINE, principal, purpose="password")
    return await campus.wallets.add_password(principal, signed, email, password)


async def test_with_a_password_the_wallet_may_go(campus: Wallets) -> None:
    signed_in = await campus.comes(MINE)
    user = await added(campus, signed_in)
    assert (user.email, user.email_confirmed) == (EMAIL, False)
    assert (await campus.log_in(EMAIL.lower())).user.id == user.id
    assert (await unlinked(campus, signed_in)).wallet_address is None
    assert (await campus.log_in(EMAIL)).user.id == user.id
    assert (await campus.comes(MINE)).user.id != user.id


async def test_it_takes_the_wallet_and_a_message_for_this(campus: Wallets) -> None:
    """A tab left open is not its owner, and no other message says yes to this."""
    signed_in = await campus.comes(MINE)
    mine = await campus.principal(signed_in)
    theirs = await campus.principal(await campus.comes(OTHER))
    for signed in (campus.signed(MINE), campus.signed(MINE, mine), campus.signed(MINE, theirs, purpose="password")):
        with pytest.raises(BadWalletMessage):
            await campus.wallets.add_password(mine, signed, EMAIL, PASSWORD)
    asked = campus.signed(MINE, mine, purpose="password")
    with pytest.raises(WrongSignature):
        await campus.wallets.add_password(mine, asked._replace(signature=OTHER.sign(asked.message)), EMAIL, PASSWORD)
    with pytest.raises(WalletTaken):  # their wallet says yes to what is done to mine
        await campus.wallets.add_password(mine, campus.signed(OTHER, mine, purpose="password"), EMAIL, PASSWORD)
    await campus.wallets.add_password(mine, asked, EMAIL, PASSWORD)
    with pytest.raises(HasPassword):
        await added(campus, signed_in, "other@school.example", "another password of mine")
    assert (await campus.log_in(EMAIL)).user.id == mine.user_id


async def test_what_cannot_be_added_uses_up_no_message(campus: Wallets) -> None:
    await campus.registered("mira@school.example")
    signed_in = await campus.comes(MINE)
    principal = await campus.principal(signed_in)
    signed = campus.signed(MINE, principal, purpose="password")
    with pytest.raises(EmailTaken):
        await campus.wallets.add_password(principal, signed, "MIRA@school.example", PASSWORD)
    with pytest.raises(PasswordTooCommon):
        await campus.wallets.add_password(principal, signed, EMAIL, "password")
    await campus.wallets.add_password(principal, signed, EMAIL, PASSWORD)
    with pytest.raises(LastWayIn):
        await unlinked(campus, await campus.comes(OTHER))


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3])
async def test_a_kill_while_adding_can_be_made_good(write: int, when: str) -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    signed_in = await campus.comes(MINE)
    storage.crash_at_write(write, when)  # type: ignore[arg-type]
    with pytest.raises(Crash):
        await added(campus, signed_in, "typo@school.example")
    if (write, when) == (3, "after"):
        assert (await campus.log_in("typo@school.example")).user.id == signed_in.user.id
        return
    assert (await added(campus, signed_in)).email == EMAIL
    with pytest.raises(WrongCredentials):
        await campus.log_in("typo@school.example")
    await campus.registered("typo@school.example")


async def test_of_two_addresses_added_at_once_one_stays() -> None:
    storage = FaultyStorage()
    campus = Wallets(storage)
    signed_in = await campus.comes(MINE)
    late = storage.hold("identities", "insert", "after")
    first = asyncio.create_task(added(campus, signed_in, "first@school.example"))
    await late.reached()
    await added(campus, signed_in)
    late.release()
    with pytest.raises(HasPassword):
        await first
    assert (await campus.auth.user(signed_in.user.id)).email == EMAIL
    assert await campus.auth.user_by_email("first@school.example") is None
