"""What certificates are told by accounts, and what is wired."""

from collections.abc import Sequence

import pytest
from msgspec import structs
from tests.support.campus import memory_campus

from eduverse.app.certificates import AccountHolders, Issuing, build_certificates
from eduverse.app.settings import Settings
from eduverse.auth.model import USERS
from eduverse.credentials.ports import Anchor, Place
from eduverse.kernel.chain import ChainUnavailable


class NoChainYet:
    async def submit(self, root: bytes, count: int) -> None: ...

    async def look_up(self, root: bytes) -> Anchor | None:
        return None

    async def recall(self, place: Place, root: bytes, leaf: bytes) -> bool:
        return False

    async def holds(self, place: Place, root: bytes, leaf: bytes, path: Sequence[bytes]) -> bool:
        raise ChainUnavailable


@pytest.mark.parametrize(
    ("confirms", "confirmed", "attested"),
    [(True, True, True), (True, False, False), (False, False, True), (False, True, True)],
)
async def test_an_address_that_anybody_could_have_given_is_not_attested(
    confirms: bool, confirmed: bool, attested: bool
) -> None:
    async with memory_campus() as campus:
        await campus.token("mira")
        users = campus.storage.collection(USERS)
        user = await users.get("mira")
        assert user
        await users.replace(structs.replace(user, email_confirmed=confirmed))
        person = await AccountHolders(campus.campus.services.auth, confirms=confirms).person("mira")
        assert person == ("Mira", "mira@school.example" if attested else None)


async def test_whoever_has_left_is_nobody() -> None:
    async with memory_campus() as campus:
        assert await AccountHolders(campus.campus.services.auth, confirms=False).person("nobody") is None


async def test_certificates_are_anchored_where_there_is_something_to_anchor_them_in() -> None:
    async with memory_campus() as campus:
        services, machine = campus.campus.services, campus.machine
        needs = Issuing(
            machine.content,
            machine.entropy,
            machine.keys,
            machine.signing,
            services.auth,
            services.classrooms,
            services.quizzing.attempts,
            services.queue,
        )
        plain = build_certificates(machine.storage, machine.clock, Settings(), needs)
        chained = build_certificates(machine.storage, machine.clock, Settings(), needs._replace(anchors=NoChainYet()))
        assert [chore.name for chore in plain.chores] == ["finish certificates"]
        assert [chore.name for chore in chained.chores] == ["finish certificates", "anchor certificates"]
        assert plain.service.anchor_of(None) == "no-chain"
        assert chained.service.anchor_of(None) == "waiting"
