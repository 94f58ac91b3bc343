"""Verified tokens are remembered, but never longer than they hold."""

import asyncio

import pytest
from msgspec import structs
from tests.support.accounts import Accounts
from tests.support.faults import Call, FaultyStorage

from eduverse.auth.errors import SessionEnded, Unauthenticated
from eduverse.auth.model import SESSIONS, USERS
from eduverse.kernel.modify import modify
from eduverse.vocabulary.principal import Role

READS = (Call("sessions", "get"), Call("users", "get"))


def reads(storage: FaultyStorage) -> int:
    return sum(call in READS for call in storage.calls)


async def test_a_token_is_verified_once_in_ten_seconds() -> None:
    storage = FaultyStorage()
    accounts = Accounts(storage)
    authenticator = accounts.authenticator()
    token = (await accounts.registered()).access_token
    principal = await authenticator.authenticate(token)
    before = reads(storage)
    accounts.clock.advance(9.9)
    assert await authenticator.authenticate(token) is principal
    assert reads(storage) == before
    accounts.clock.advance(0.1)
    assert await authenticator.authenticate(token) == principal
    assert reads(storage) == before + 2


async def test_a_token_runs_out_also_when_it_is_remembered() -> None:
    accounts = Accounts()
    authenticator = accounts.authenticator()
    token = (await accounts.registered()).access_token
    for seconds in (595, 4.999):
        accounts.clock.advance(seconds)
        await authenticator.authenticate(token)
    accounts.clock.advance(0.001)
    with pytest.raises(SessionEnded):
        await authenticator.authenticate(token)
    assert authenticator.remembered(token) is None


async def test_a_revoked_session_ends_at_once() -> None:
    accounts = Accounts()
    authenticator = accounts.authenticator()
    gone, stays = await accounts.registered(), await accounts.log_in()
    for one in (gone, stays):
        await authenticator.authenticate(one.access_token)
    await accounts.auth.log_out((await accounts.principal(gone)).session_id)
    with pytest.raises(SessionEnded):
        await authenticator.authenticate(gone.access_token)
    assert (await authenticator.authenticate(stays.access_token)).name == "Mira"


async def test_a_session_that_is_revoked_while_it_is_verified_is_not_remembered() -> None:
    storage = FaultyStorage()
    accounts = Accounts(storage)
    authenticator = accounts.authenticator()
    signed_in = await accounts.registered()
    session_id = (await accounts.principal(signed_in)).session_id
    read = storage.hold("users", "get")
    verifying = asyncio.create_task(authenticator.authenticate(signed_in.access_token))
    await read.reached()
    await accounts.auth.log_out(session_id)
    read.release()
    await asyncio.gather(verifying, return_exceptions=True)
    with pytest.raises(SessionEnded):
        await authenticator.authenticate(signed_in.access_token)


async def test_a_new_name_is_seen_at_once() -> None:
    accounts = Accounts()
    authenticator = accounts.authenticator()
    signed_in = await accounts.registered()
    await authenticator.authenticate(signed_in.access_token)
    await accounts.auth.update_profile(signed_in.user.id, name="Mira L.", avatar_data=None)
    assert (await authenticator.authenticate(signed_in.access_token)).name == "Mira L."


async def test_what_another_process_changed_is_seen_within_ten_seconds() -> None:
    accounts = Accounts()
    authenticator = accounts.authenticator()
    signed_in = await accounts.registered()
    principal = await authenticator.authenticate(signed_in.access_token)
    users, sessions = accounts.storage.collection(USERS), accounts.storage.collection(SESSIONS)
    await modify(users, principal.user_id, lambda user: structs.replace(user, role=Role.EDUCATOR))
    accounts.clock.advance(10)
    assert (await authenticator.authenticate(signed_in.access_token)).role is Role.EDUCATOR
    await modify(sessions, principal.session_id, lambda session: structs.replace(session, revoked=True))
    accounts.clock.advance(10)
    with pytest.raises(SessionEnded):
        await authenticator.authenticate(signed_in.access_token)


async def test_no_more_is_remembered_than_there_is_room_for() -> None:
    accounts = Accounts()
    authenticator = accounts.authenticator(capacity=3)
    tokens = [(await accounts.registered(f"{name}@school.example")).access_token for name in "abcde"]
    for token in tokens:
        await authenticator.authenticate(token)
    assert [authenticator.remembered(token) is not None for token in tokens] == [False, False, True, True, True]
    assert (await authenticator.authenticate(tokens[0])).name == "Mira"


async def test_what_we_did_not_sign_is_nobody() -> None:
    accounts = Accounts()
    authenticator = accounts.authenticator()
    for token in ("", "x", "a.b.c", (await accounts.registered()).refresh_token):
        with pytest.raises(Unauthenticated):
            await authenticator.authenticate(token)
        assert authenticator.remembered(token) is None
