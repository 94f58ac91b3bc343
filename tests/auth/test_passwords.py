"""Password hashing: a bounded pool, and hashes that grow old."""

import asyncio
from collections.abc import Iterator

import pytest
from tests.support.passwords import cheap_argon2

from eduverse.auth.errors import PasswordTooCommon, TooBusy
from eduverse.auth.passwords import Argon2Passwords, demand_uncommon


@pytest.fixture
def passwords() -> Iterator[Argon2Passwords]:
    passwords = cheap_argon2()
    yield passwords
    passwords.close()


async def test_a_password_fits_its_hash_alone(passwords: Argon2Passwords) -> None:
    hashed = await passwords.hash("correct horse")
    assert hashed.startswith("$argon2id$")
    assert await passwords.verify("correct horse", hashed)
    assert not await passwords.verify("Correct horse", hashed)
    assert hashed != await passwords.hash("correct horse")


async def test_nobodys_password_never_fits(passwords: Argon2Passwords) -> None:
    assert not await passwords.verify("a password that nobody has", None)


@pytest.mark.parametrize("against", ["?", "plain", "$argon2id$", "$2b$12$" + "x" * 53])
async def test_what_is_no_hash_fits_nothing(passwords: Argon2Passwords, against: str) -> None:
    assert not await passwords.verify("x", against)


@pytest.mark.parametrize("password", ["", "\0", "é" * 200, "🏫" * 100])
async def test_any_text_can_be_a_password(passwords: Argon2Passwords, password: str) -> None:
    assert await passwords.verify(password, await passwords.hash(password))


async def test_a_weaker_hash_is_outdated(passwords: Argon2Passwords) -> None:
    today = cheap_argon2(time_cost=2)
    try:
        hashed = await passwords.hash("correct horse")
        assert (passwords.outdated(hashed), today.outdated(hashed)) == (False, True)
        assert await today.verify("correct horse", hashed)
    finally:
        today.close()


async def test_the_queue_ends_somewhere() -> None:
    passwords = cheap_argon2(workers=1, queue=3)
    try:
        results = await asyncio.gather(*(passwords.hash("x") for _ in range(10)), return_exceptions=True)
        assert [type(result) for result in results] == [str] * 3 + [TooBusy] * 7
        assert await passwords.hash("x")
    finally:
        passwords.close()


async def test_who_gives_up_leaves_the_queue() -> None:
    passwords = cheap_argon2(workers=1, queue=2)
    try:
        waiting = [asyncio.create_task(passwords.hash("x")) for _ in range(2)]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert await passwords.hash("x")
    finally:
        passwords.close()


@pytest.mark.parametrize("password", ["password", "PASSWORD", "12345678", "iloveyou", "Football"])
def test_the_first_that_anyone_would_try(password: str) -> None:
    with pytest.raises(PasswordTooCommon):
        demand_uncommon(password)


def test_no_rules_of_composition() -> None:
    demand_uncommon("mountainriver")
    demand_uncommon("只有汉字的密码")
