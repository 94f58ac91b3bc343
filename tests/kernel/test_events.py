"""The event bus."""

import pytest
import structlog

from eduverse.kernel.events import EventBus
from eduverse.kernel.structs import Struct


class Happened(Struct, frozen=True, kw_only=True):
    what: str


class Other(Struct, frozen=True, kw_only=True):
    what: str


class Special(Happened, frozen=True, kw_only=True):
    pass


async def test_listeners_hear_their_kind_in_order() -> None:
    bus, heard = EventBus(), []

    async def first(event: Happened) -> None:
        heard.append(f"first {event.what}")

    async def second(event: Happened) -> None:
        heard.append(f"second {event.what}")

    bus.on(Happened, first)
    bus.on(Happened, second)
    for event in (Happened(what="a"), Other(what="b"), Special(what="c"), Happened(what="d")):
        await bus.publish(event)
    assert heard == ["first a", "second a", "first d", "second d"]


async def test_a_listener_that_fails_is_logged_and_stops_nobody() -> None:
    bus, heard = EventBus(), []

    async def fail(event: Happened) -> None:
        raise ZeroDivisionError

    async def listen(event: Happened) -> None:
        heard.append(event.what)

    bus.on(Happened, fail)
    bus.on(Happened, listen)
    with structlog.testing.capture_logs() as logged:
        await bus.publish(Happened(what="a"))
    assert heard == ["a"]
    assert [(entry["event"], entry["event_type"]) for entry in logged] == [("event_listener_failed", "Happened")]


async def test_who_stops_the_program_is_not_held_up() -> None:
    bus = EventBus()

    async def stop(event: Happened) -> None:
        raise KeyboardInterrupt

    bus.on(Happened, stop)
    with pytest.raises(KeyboardInterrupt):
        await bus.publish(Happened(what="a"))


async def test_news_that_nobody_hears() -> None:
    await EventBus().publish(Happened(what="a"))
