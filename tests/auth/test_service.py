"""Accounts and sessions: registering, signing in, staying signed in, and being signed out."""

import asyncio
from datetime import timedelta

import pytest
from msgspec import structs
from tests.support.accounts import HOME, PASSWORD, Accounts, wish
from tests.support.faults import Crash, FaultyStorage

from eduverse.auth.errors import (
    EmailTaken,
    LoginThrottled,
    PasswordTooCommon,
    RoleNotOpen,
    SessionEnded,
    TooBusy,
    Unauthenticated,
    WrongCredentials,
)
from eduverse.auth.model import SESSION_LIFE, SESSIONS, USERS, Session
from eduverse.auth.service import Origin, SignedIn
from eduverse.kernel.errors import Problem
from eduverse.kernel.modify import modify
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.events import ProfileChanged, SessionsRevoked
from eduverse.vocabulary.principal import Role

ELSEWHERE = Origin("198.51.100.7")


@pytest.fixture
def accounts() -> Accounts:
    return Accounts()


async def users_stored(accounts: Accounts) -> int:
    return await accounts.storage.collection(USERS).count()


# --- registering


async def test_registering_signs_in(accounts: Accounts) -> None:
    signed_in = await accounts.registered(" Mira@School.example ", name=" Mira ")
    assert (signed_in.user.email, signed_in.user.name, signed_in.expires_in) == ("Mira@School.example", "Mira", 600)
    assert (await accounts.principal(signed_in)).user_id == signed_in.user.id
    assert PASSWORD not in repr(structs.asdict(signed_in.user)["email"])


@pytest.mark.parametrize(
    "email", ["mira@school.example", "MIRA@SCHOOL.EXAMPLE", " mira@school.example ", "ｍira@school.example"]
)
async def test_an_address_is_taken_in_any_form(accounts: Accounts, email: str) -> None:
    await accounts.registered()
    with pytest.raises(EmailTaken):
        await accounts.registered(email)
    assert await users_stored(accounts) == 1


async def test_of_parallel_registrations_one_gets_the_address(accounts: Accounts) -> None:
    results = await asyncio.gather(*(accounts.registered() for _ in range(10)), return_exceptions=True)
    assert sum(isinstance(result, SignedIn) for result in results) == 1
    assert sum(isinstance(result, EmailTaken) for result in results) == 9
    assert await users_stored(accounts) == 1


@pytest.mark.parametrize("open_educators", [False, True])
async def test_nobody_gives_themselves_a_role(open_educators: bool) -> None:
    accounts = Accounts(open_educators=open_educators)
    with pytest.raises(RoleNotOpen):
        await accounts.registered(role=Role.ADMIN)
    if open_educators:
        assert (await accounts.registered(role=Role.EDUCATOR)).user.role is Role.EDUCATOR
    else:
        with pytest.raises(RoleNotOpen):
            await accounts.registered(role=Role.EDUCATOR)


async def test_the_operator_opens_any_account(accounts: Accounts) -> None:
    assert (await accounts.auth.create_user(wish(role=Role.ADMIN))).role is Role.ADMIN


async def test_a_common_password_is_refused(accounts: Accounts) -> None:
    with pytest.raises(PasswordTooCommon):
        await accounts.registered(password="Password1")
    assert await users_stored(accounts) == 0


@pytest.mark.parametrize("write", [1, 2, 3])
async def test_a_crash_while_registering_leaves_the_address_free_or_the_account_whole(write: int) -> None:
    """The writes are the user, the identity and the session; the identity decides."""
    storage = FaultyStorage()
    accounts = Accounts(storage)
    storage.crash_at_write(write, "before")
    with pytest.raises(Crash):
        await accounts.registered()
    if write == 3:
        with pytest.raises(EmailTaken):
            await accounts.registered()
    else:
        with pytest.raises(WrongCredentials):
            await accounts.log_in()
        await accounts.registered()
    assert (await accounts.log_in()).user.name == "Mira"


# --- signing in


async def test_any_form_of_the_address_signs_in(accounts: Accounts) -> None:
    await accounts.registered()
    assert (await accounts.log_in(" MIRA@school.example")).user.name == "Mira"


async def test_an_unknown_account_looks_like_a_wrong_password(accounts: Accounts) -> None:
    await accounts.registered()
    refusals = []
    for email in ("mira@school.example", "nobody@school.example"):
        with pytest.raises(WrongCredentials) as caught:
            await accounts.log_in(email, "wrong")
        refusals.append((type(caught.value), caught.value.detail, caught.value.extra))
    assert refusals[0] == refusals[1]
    assert [password for password, _ in accounts.passwords.verified] == ["wrong", "wrong"]


async def test_unknown_accounts_are_throttled_like_known_ones(accounts: Accounts) -> None:
    await accounts.registered()
    for email in ("mira@school.example", "nobody@school.example"):
        for _ in range(10):
            with pytest.raises(WrongCredentials):
                await accounts.log_in(email, "wrong")
        with pytest.raises(LoginThrottled) as caught:
            await accounts.log_in(email, "wrong")
        assert caught.value.extra == {"retry_after": 61}


async def test_throttled_means_that_the_right_password_is_not_even_tried(accounts: Accounts) -> None:
    await accounts.registered()
    await fail(accounts, 10)
    tried = len(accounts.passwords.verified)
    with pytest.raises(LoginThrottled):
        await accounts.log_in()
    assert len(accounts.passwords.verified) == tried
    accounts.clock.advance(60)
    assert (await accounts.log_in()).user.name == "Mira"


async def fail(accounts: Accounts, times: int, origin: Origin = HOME, email: str = "mira@school.example") -> None:
    for _ in range(times):
        with pytest.raises(WrongCredentials):
            await accounts.log_in(email, "wrong", origin)


async def test_failures_elsewhere_do_not_lock_anybody_out(accounts: Accounts) -> None:
    await accounts.registered()
    await fail(accounts, 10, ELSEWHERE)
    assert (await accounts.log_in()).user.name == "Mira"


async def test_an_address_cannot_try_account_after_account(accounts: Accounts) -> None:
    for number in range(100):
        await fail(accounts, 1, ELSEWHERE, f"nobody{number}@school.example")
    with pytest.raises(LoginThrottled):
        await accounts.log_in("nobody100@school.example", "wrong", ELSEWHERE)
    await fail(accounts, 1, HOME, "nobody100@school.example")


async def test_a_known_device_is_not_affected_by_the_failures_of_others(accounts: Accounts) -> None:
    """A school behind one address: somebody there guesses at everybody's passwords."""
    mark = (await accounts.registered()).device_mark
    await fail(accounts, 10)
    for number in range(90):
        await fail(accounts, 1, HOME, f"nobody{number}@school.example")
    with pytest.raises(LoginThrottled):
        await accounts.log_in()
    at_home = Origin(HOME.address, mark)
    assert (await accounts.log_in(origin=at_home)).user.name == "Mira"
    await fail(accounts, 10, at_home)
    with pytest.raises(LoginThrottled):
        await accounts.log_in(origin=at_home)


async def test_a_device_is_known_to_one_account_alone(accounts: Accounts) -> None:
    await accounts.registered("tom@school.example")
    mark = (await accounts.registered()).device_mark
    await fail(accounts, 10, HOME, "tom@school.example")
    with pytest.raises(LoginThrottled):
        await accounts.log_in("tom@school.example", origin=Origin(HOME.address, mark))


async def test_the_mark_stays_the_devices_own(accounts: Accounts) -> None:
    first = await accounts.registered()
    again = await accounts.log_in(origin=Origin(HOME.address, first.device_mark))
    assert again.device_mark == first.device_mark
    assert (await accounts.log_in()).device_mark != first.device_mark


async def test_signing_in_costs_nothing(accounts: Accounts) -> None:
    await accounts.registered()
    await fail(accounts, 9)
    for _ in range(30):
        await accounts.log_in()
    await fail(accounts, 1)
    with pytest.raises(LoginThrottled):
        await accounts.log_in()


async def test_parallel_failures_do_not_slip_past(accounts: Accounts) -> None:
    await accounts.registered()
    tries = (accounts.log_in(password="wrong") for _ in range(50))
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(result, WrongCredentials) for result in results) == 10
    assert sum(isinstance(result, LoginThrottled) for result in results) == 40


@pytest.mark.parametrize("error", [TooBusy(), asyncio.CancelledError()])
async def test_what_was_not_tried_does_not_count(accounts: Accounts, error: BaseException) -> None:
    await accounts.registered()
    accounts.passwords.error = error
    for _ in range(20):
        with pytest.raises(type(error)):
            await accounts.log_in()
    accounts.passwords.error = None
    await fail(accounts, 10)


async def test_an_outdated_hash_is_renewed(accounts: Accounts) -> None:
    await accounts.registered()
    accounts.passwords.settings = 2
    signed_in = await accounts.log_in()
    assert (await accounts.auth.user(signed_in.user.id)).password_hash == f"2${PASSWORD}"
    await accounts.log_in()


async def test_renewing_a_hash_does_not_bring_an_old_password_back() -> None:
    """Somebody signs in with the old password while it is changed."""
    storage = FaultyStorage()
    accounts = Accounts(storage)
    principal = await accounts.principal(await accounts.registered())
    accounts.passwords.settings = 2
    renewing = storage.hold("users", "replace")
    signing_in = asyncio.create_task(accounts.log_in())
    await renewing.reached()
    changing = asyncio.create_task(accounts.auth.change_password(principal, current=PASSWORD, new="another password"))
    await asyncio.sleep(0.01)
    renewing.release()
    await asyncio.gather(signing_in, changing)
    assert (await accounts.auth.user(principal.user_id)).password_hash == "2$another password"


async def test_a_hash_is_renewed_only_while_it_is_the_one_that_was_verified() -> None:
    storage = FaultyStorage()
    accounts = Accounts(storage)
    principal = await accounts.principal(await accounts.registered())
    accounts.passwords.settings = 2
    changed = asyncio.Event()

    async def hash_slowly(password: str) -> str:
        if password == PASSWORD:
            await changed.wait()
        return f"2${password}"

    accounts.passwords.hash = hash_slowly  # type: ignore[method-assign]
    signing_in = asyncio.create_task(accounts.log_in())
    await accounts.auth.change_password(principal, current=PASSWORD, new="another password")
    changed.set()
    await signing_in
    assert (await accounts.auth.user(principal.user_id)).password_hash == "2$another password"


# --- staying signed in


async def test_refreshing_gives_the_next_pair(accounts: Accounts) -> None:
    first = await accounts.registered()
    accounts.clock.advance(600)
    second = await accounts.auth.refresh(first.refresh_token)
    assert second.refresh_token != first.refresh_token
    assert (await accounts.principal(second)).session_id == (await accounts.principal(first)).session_id
    third = await accounts.auth.refresh(second.refresh_token)
    assert accounts.keys.read_refresh(third.refresh_token)[1] == 3


async def test_two_tabs_that_refresh_at_once_get_the_same_token(accounts: Accounts) -> None:
    token = (await accounts.registered()).refresh_token
    both = await asyncio.gather(*(accounts.auth.refresh(token) for _ in range(5)))
    assert len({one.refresh_token for one in both}) == 1
    assert both[0].refresh_token != token


async def test_a_lost_reply_can_be_asked_for_again(accounts: Accounts) -> None:
    token = (await accounts.registered()).refresh_token
    lost = await accounts.auth.refresh(token)
    accounts.clock.advance(60)
    assert (await accounts.auth.refresh(token)).refresh_token == lost.refresh_token


async def test_a_token_that_was_used_long_ago_ends_the_session(accounts: Accounts) -> None:
    first = await accounts.registered()
    other = await accounts.log_in()
    second = await accounts.auth.refresh(first.refresh_token)
    accounts.clock.advance(61)
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(first.refresh_token)
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(second.refresh_token)
    with pytest.raises(SessionEnded):
        await accounts.principal(second)
    session_id = accounts.keys.read_refresh(first.refresh_token)[0]
    assert accounts.events.of(SessionsRevoked) == [SessionsRevoked(user_id=first.user.id, session_ids=[session_id])]
    await accounts.auth.refresh(other.refresh_token)


async def test_a_session_lasts_thirty_days_without_a_visit(accounts: Accounts) -> None:
    first = await accounts.registered()
    accounts.clock.advance(SESSION_LIFE.total_seconds() - 1)
    second = await accounts.auth.refresh(first.refresh_token)
    accounts.clock.advance(SESSION_LIFE.total_seconds())
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(second.refresh_token)
    with pytest.raises(SessionEnded):
        await accounts.principal(second)


@pytest.mark.parametrize("token", ["", "x", "k1.session.1.mac"])
async def test_what_is_no_refresh_token(accounts: Accounts, token: str) -> None:
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(token)


async def test_a_token_of_a_session_that_is_gone(accounts: Accounts) -> None:
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(accounts.keys.refresh_token("nothing", 1))
    with pytest.raises(SessionEnded):
        await accounts.auth.principal("nobody", "nothing")


async def test_a_session_belongs_to_its_account(accounts: Accounts) -> None:
    mine, theirs = await accounts.registered(), await accounts.registered("tom@school.example")
    session_id = accounts.keys.read_refresh(theirs.refresh_token)[0]
    with pytest.raises(SessionEnded):
        await accounts.auth.principal(mine.user.id, session_id)


# --- signing out


async def test_signing_out_ends_one_session(accounts: Accounts) -> None:
    one, other = await accounts.registered(), await accounts.log_in()
    session_id = accounts.auth.session_of(one.refresh_token)
    for _ in range(2):
        await accounts.auth.log_out(session_id)
    await accounts.auth.log_out("nothing")
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(one.refresh_token)
    await accounts.auth.refresh(other.refresh_token)
    assert len(accounts.events.of(SessionsRevoked)) == 1


async def test_a_new_password_ends_every_other_session(accounts: Accounts) -> None:
    here = await accounts.registered()
    others = [await accounts.log_in() for _ in range(3)]
    somebody = await accounts.registered("tom@school.example")
    await accounts.auth.change_password(await accounts.principal(here), current=PASSWORD, new="another password")
    for one in others:
        with pytest.raises(SessionEnded):
            await accounts.principal(one)
    for one in (here, somebody):
        await accounts.principal(one)
    revoked = accounts.events.of(SessionsRevoked)[-1]
    assert set(revoked.session_ids) == {accounts.auth.session_of(one.refresh_token) for one in others}
    with pytest.raises(WrongCredentials):
        await accounts.log_in()
    assert await accounts.log_in(password="another password")


async def test_a_new_password_ends_every_other_session_however_many_there_are(accounts: Accounts) -> None:
    here = await accounts.registered()
    sessions = accounts.storage.collection(SESSIONS)
    later = accounts.clock.now() + timedelta(days=1)
    for number in range(1_005):
        session = Session(id=f"z{number:05}", user_id=here.user.id, counter=1, rotated_at=later, expires_at=later)
        await sessions.insert(session)
    await accounts.auth.change_password(await accounts.principal(here), current=PASSWORD, new="another password")
    last = await sessions.get("z01004")
    assert last is not None
    assert last.revoked


@pytest.mark.parametrize(
    ("current", "new", "error"),
    [("wrong", "another password", WrongCredentials), (PASSWORD, "password", PasswordTooCommon)],
)
async def test_a_refused_new_password_changes_nothing(
    accounts: Accounts, current: str, new: str, error: type[Problem]
) -> None:
    principal = await accounts.principal(await accounts.registered())
    other = await accounts.log_in()
    with pytest.raises(error):
        await accounts.auth.change_password(principal, current=current, new=new)
    await accounts.principal(other)
    await accounts.log_in()


async def test_expired_sessions_are_dropped(accounts: Accounts) -> None:
    old = await accounts.registered()
    accounts.clock.advance(SESSION_LIFE.total_seconds() - 10)
    await accounts.log_in()
    accounts.clock.advance(11)
    assert await accounts.auth.drop_expired_sessions(accounts.clock.now()) == 1
    with pytest.raises(SessionEnded):
        await accounts.auth.refresh(old.refresh_token)
    assert await accounts.storage.collection(SESSIONS).count() == 1


# --- the account itself


async def test_a_profile_is_changed_in_part(accounts: Accounts) -> None:
    user = (await accounts.registered()).user
    changed = await accounts.auth.update_profile(user.id, name=" Mira L. ", avatar_data=None)
    assert (changed.name, changed.avatar_data) == ("Mira L.", user.avatar_data)
    looks = AvatarData(hair="curly")
    changed = await accounts.auth.update_profile(user.id, name=None, avatar_data=looks)
    assert (changed.name, changed.avatar_data) == ("Mira L.", looks)
    assert len(accounts.events.of(ProfileChanged)) == 2


async def test_people_are_found_in_the_order_asked_for(accounts: Accounts) -> None:
    a, b = [(await accounts.registered(f"{name}@school.example")).user for name in "ab"]
    assert await accounts.auth.users([b.id, "nobody", a.id]) == [b, a]
    assert await accounts.auth.user_by_email("B@school.example") == b
    assert await accounts.auth.user_by_email("c@school.example") is None


async def test_an_account_that_is_gone_opens_nothing(accounts: Accounts) -> None:
    signed_in = await accounts.registered()
    await accounts.storage.collection(USERS).delete(signed_in.user.id, signed_in.user.version)
    with pytest.raises(Unauthenticated):
        await accounts.principal(signed_in)
    with pytest.raises(WrongCredentials):
        await accounts.log_in()


async def test_a_new_role_is_the_operators_to_give(accounts: Accounts) -> None:
    signed_in = await accounts.registered()
    await modify(
        accounts.storage.collection(USERS), signed_in.user.id, lambda user: structs.replace(user, role=Role.EDUCATOR)
    )
    assert (await accounts.principal(signed_in)).role is Role.EDUCATOR
