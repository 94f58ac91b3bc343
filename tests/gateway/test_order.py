"""The slices' order, over the engine of one server."""

from typing import Any

from tests.realtime.notes import Notes

from eduverse.gateway.order import EngineOrder
from eduverse.realtime.bus import LocalBus
from eduverse.realtime.log import EventLog
from eduverse.realtime.replicas import Replicas
from eduverse.vocabulary.events import SocketGone


class FakeEngine:
    """The engine as far as it is asked here."""

    def __init__(self) -> None:
        log = EventLog(1, keep=60)
        self.bus = LocalBus(lambda *_: None, self._obey, log, lambda: 0.0)
        self.replicas = Replicas("alone", self.bus.declare, alone=True)

    def _obey(self, declared: Any) -> None:
        self.replicas.obey(declared)


async def test_what_is_stated_is_applied_at_once_and_ends_with_its_tab() -> None:
    order, notes = EngineOrder(), Notes()
    order.follow("notes", notes)
    order.attach(FakeEngine())  # type: ignore[arg-type]
    order.state("notes", b"one", socket_id="tab")
    second = order.state("notes", b"two")
    assert notes.told == ["one", "two"]
    assert await second == 2
    await order.state("unheard of", b"three")
    for _ in range(2):
        await order.on_socket_gone(SocketGone(socket_id="tab"))
    assert notes.told == ["one", "two", "gone tab"]
