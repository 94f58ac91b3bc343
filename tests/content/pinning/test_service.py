"""The client of a pinning service, where that answers strangely."""

from collections.abc import AsyncIterator

import pytest
from tests.ports.content_contract import HELLO
from tests.support.pinning_server import PinningServer, pinning_server

from eduverse.content.pinning import service as pinning
from eduverse.content.pinning.service import PinningService, PinningUnavailable


@pytest.fixture
async def server() -> AsyncIterator[PinningServer]:
    async with pinning_server() as served:
        yield served


@pytest.fixture
def service(server: PinningServer) -> PinningService:
    return PinningService(f"{server.url}/", "t0ken", "Hill School")


async def test_what_is_not_there_is_removed(service: PinningService, server: PinningServer) -> None:
    await service.remove("r7")
    assert server.asked == ["DELETE /psa/pins/r7"]


async def test_all_requests_are_found_whatever_has_become_of_them(
    service: PinningService, server: PinningServer
) -> None:
    for status in ("queued", "pinning", "pinned", "failed"):
        server.first = status
        await service.add(HELLO, [])
    assert {pin.status for pin in await service.find(HELLO)} == {"queued", "pinning", "pinned", "failed"}


async def test_an_answer_of_another_kind(service: PinningService, server: PinningServer) -> None:
    server.first = "perhaps"
    with pytest.raises(PinningUnavailable, match="something else"):
        await service.add(HELLO, [])


async def test_an_answer_without_an_end(
    service: PinningService, server: PinningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pinning, "_LARGEST", 10)
    with pytest.raises(PinningUnavailable, match="more than"):
        await service.find(HELLO)


async def test_more_origins_than_are_allowed(service: PinningService, server: PinningServer) -> None:
    await service.add(HELLO, [f"/ip4/192.0.2.{number}/tcp/4001" for number in range(30)])
    ((pin,),) = [[request["pin"] for request in server.pins.values()]]
    assert len(pin["origins"]) == 20
