"""What is published is asked for elsewhere, followed, and given up, whatever is cut off on the way."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from tests.ports.content_contract import HELLO
from tests.support.faults import Crash, FaultyStorage, When
from tests.support.pinning_server import PinningServer, pinning_server

from eduverse.content.pinning.remote import REMOTE_PINS, RemotePins
from eduverse.content.pinning.service import PinningService, PinningUnavailable
from eduverse.content.published import PublicPins


class Node:
    def __init__(self) -> None:
        self.met: list[str] = []

    async def addresses(self) -> list[str]:
        return ["/ip4/192.0.2.1/tcp/4001/p2p/12D3Koo1"]

    async def connect(self, address: str) -> bool:
        self.met.append(address)
        return True


@pytest.fixture
async def server() -> AsyncIterator[PinningServer]:
    async with pinning_server() as served:
        yield served


@pytest.fixture
def storage() -> FaultyStorage:
    return FaultyStorage()


@pytest.fixture
def node() -> Node:
    return Node()


@pytest.fixture
def public(storage: FaultyStorage) -> PublicPins:
    return PublicPins(storage)


@pytest.fixture
def remote(storage: FaultyStorage, server: PinningServer, node: Node) -> RemotePins:
    return RemotePins(storage, PinningService(server.url, "t0ken", "Hill School"), node)


async def test_from_publishing_to_giving_up(
    public: PublicPins, remote: RemotePins, server: PinningServer, node: Node
) -> None:
    await public.add(HELLO, "c1")
    assert await remote.sweep() == 1
    (asked,) = server.pins.values()
    assert asked["pin"] == {"cid": HELLO, "name": "Hill School", "origins": await node.addresses()}
    assert node.met == asked["delegates"]
    assert await remote.step(HELLO) == timedelta(seconds=30)
    server.turn("pinned")
    assert await remote.step(HELLO) is None
    assert await remote.sweep() == 0
    await public.remove(HELLO, "c1")
    assert await remote.sweep() == 1
    assert server.pins == {}
    assert await remote.sweep() == 0
    assert await remote.step(HELLO) is None


async def test_what_is_published_again_meanwhile(public: PublicPins, remote: RemotePins, server: PinningServer) -> None:
    server.first = "pinned"
    for _ in range(2):
        await public.add(HELLO, "c1")
        await remote.sweep()
        assert len(server.pins) == 1
        await public.remove(HELLO, "c1")
    await remote.sweep()
    assert server.pins == {}


async def test_a_failure_is_told_and_asked_for_again(
    public: PublicPins, remote: RemotePins, server: PinningServer, storage: FaultyStorage
) -> None:
    await public.add(HELLO, "c1")
    await remote.sweep()
    server.turn("failed", status_details="nobody has it")
    with pytest.raises(PinningUnavailable, match="has failed to fetch 1 of"):
        await remote.sweep()
    kept = await storage.collection(REMOTE_PINS).get(HELLO)
    assert kept is not None
    assert (kept.status, kept.problem) == ("failed", "nobody has it")
    server.first = "pinned"
    assert await remote.sweep() == 1
    assert await remote.step(HELLO) is None


async def test_a_service_that_is_down(
    public: PublicPins, remote: RemotePins, server: PinningServer, storage: FaultyStorage
) -> None:
    await public.add(HELLO, "c1")
    server.down = True
    with pytest.raises(PinningUnavailable, match="answers 500: INTERNAL_SERVER_ERROR come back later"):
        await remote.sweep()
    kept = await storage.collection(REMOTE_PINS).get(HELLO)
    assert kept is not None
    assert (kept.status, "come back later" in kept.problem) == ("waiting", True)
    server.down = False
    server.first = "pinned"
    assert await remote.sweep() == 1


async def test_a_token_that_does_not_count(storage: FaultyStorage, server: PinningServer, node: Node) -> None:
    await PublicPins(storage).add(HELLO, "c1")
    wrong = RemotePins(storage, PinningService(server.url, "s3cret", "Hill School"), node)
    with pytest.raises(PinningUnavailable, match="401: UNAUTHORIZED") as caught:
        await wrong.sweep()
    assert "s3cret" not in str(caught.value)


async def test_nobody_is_there(storage: FaultyStorage, node: Node) -> None:
    async with pinning_server() as gone:
        service = PinningService(gone.url, "t0ken", "Hill School")
    await PublicPins(storage).add(HELLO, "c1")
    with pytest.raises(PinningUnavailable, match="does not answer"):
        await RemotePins(storage, service, node).sweep()


async def test_what_others_of_the_account_have_pinned_stays(
    public: PublicPins, remote: RemotePins, server: PinningServer
) -> None:
    server.pins["theirs"] = {"requestid": "theirs", "status": "pinned", "pin": {"cid": HELLO, "name": "Lake School"}}
    await public.add(HELLO, "c1")
    await remote.sweep()
    await public.remove(HELLO, "c1")
    await remote.sweep()
    assert list(server.pins) == ["theirs"]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", range(1, 5))
async def test_a_crash_at_any_write(
    public: PublicPins, remote: RemotePins, server: PinningServer, storage: FaultyStorage, write: int, when: When
) -> None:
    """It is asked for once, and given up for good."""
    server.first = "pinned"
    await public.add(HELLO, "c1")

    async def story() -> None:
        await remote.sweep()
        assert len(server.pins) == 1
        await public.remove(HELLO, "c1")
        await remote.sweep()

    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await story()
    await remote.sweep()
    assert len(server.pins) <= 1
    await public.remove(HELLO, "c1")
    await remote.sweep()
    assert server.pins == {}
