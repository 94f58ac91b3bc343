"""Rate limits: by account first, by address second."""

from typing import Any

import pytest
from tests.support.campus import memory_campus, problem

from eduverse.app.settings import Settings
from eduverse.gateway.limits import RateLimits, network_of


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::1", "::/64"),
        ("unix:/socket", "unix:/socket"),
        ("", ""),
    ],
)
def test_what_counts_as_one_address(host: str, network: str) -> None:
    scope: Any = {"client": (host, 1)}
    assert network_of(scope) == network


def test_without_a_peer_everybody_is_one() -> None:
    scope: Any = {"client": None}
    assert network_of(scope) == "unknown"


async def test_strangers_are_counted_by_address() -> None:
    async with memory_campus(Settings(address_rate=2)) as campus:
        here, there = campus.client(), campus.client(address="198.51.100.7")
        for _ in range(10):
            assert (await here.get("/api/campus")).status_code == 200
        refused = await here.get("/api/campus")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
        assert problem(refused)["code"] == "too-many-requests"
        assert (await there.get("/api/campus")).status_code == 200
        campus.clock.advance(0.5)
        assert (await here.get("/api/campus")).status_code == 200
        assert (await here.get("/api/campus")).status_code == 429


async def test_one_household_is_one_address() -> None:
    async with memory_campus(Settings(address_rate=1)) as campus:
        for number in range(5):
            client = campus.client(address=f"2001:db8::{number}")
            assert (await client.get("/api/campus")).status_code == 200
        assert (await campus.client(address="2001:db8::99").get("/api/campus")).status_code == 429
        assert (await campus.client(address="2001:db8:0:1::1").get("/api/campus")).status_code == 200


async def test_a_school_behind_one_address_is_not_one_visitor() -> None:
    async with memory_campus(Settings(address_rate=4, account_rate=2)) as campus:
        mira, tom = await campus.signed_in("mira"), await campus.signed_in("tom")
        for client in (mira, tom):
            assert (await client.get("/api/auth/me")).status_code == 200
        for _ in range(20):
            await campus.client().get("/api/campus")
        for client in (mira, tom):
            statuses = [(await client.get("/api/auth/me")).status_code for _ in range(12)]
            assert statuses == [200] * 10 + [429] * 2


async def test_a_link_to_a_file_counts_for_itself() -> None:
    """A class that opens the same page from one address is not one visitor either; guesses are."""
    async with memory_campus(Settings(address_rate=1)) as campus:
        links = [campus.keys.seal("material-file", f"m{number}.1.file.99999999999") for number in range(20)]
        statuses = [(await campus.client().get(f"/api/files/{link}/a")).status_code for link in links]
        assert statuses == [403] * 20
        guesses = [(await campus.client().get(f"/api/files/{link[:-1]}/a")).status_code for link in links]
        assert guesses == [403] * 5 + [429] * 15


async def test_a_token_we_do_not_know_counts_against_the_address() -> None:
    async with memory_campus(Settings(address_rate=1)) as campus:
        statuses = [(await campus.client(f"made.up.{number}").get("/api/auth/me")).status_code for number in range(8)]
        assert statuses == [401] * 5 + [429] * 3


def test_the_defaults_let_a_browser_work() -> None:
    limits = RateLimits()
    assert limits.per_account.burst >= 100
    assert limits.per_address.per_second > limits.per_account.per_second
