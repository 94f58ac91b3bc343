"""Keeping what is published at a pinning service: asked for once, followed until it is there, given up with it.

What is wanted follows from what is published, so a kill between any two steps leaves nothing behind: a request that
was sent and not written down is found again by its name.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from datetime import timedelta
from functools import partial
from typing import Literal, Protocol

from msgspec.structs import replace

from eduverse.content.pinning.service import Pin, PinningService, PinningUnavailable
from eduverse.content.published import PUBLISHED
from eduverse.kernel.documents import Collection, Documents, Missing, Storage, T, VersionConflict, Where, equals
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document

__all__ = ["REMOTE_PINS", "Peer", "RemotePin", "RemotePins"]

_AT_ONCE = 20
_PAGE = 200
_SOON = timedelta(seconds=30)
_LATER = timedelta(hours=1)


class Peer(Protocol):
    """The node that has the files, as others on the network find it."""

    async def addresses(self) -> list[str]: ...

    async def connect(self, address: str) -> bool:
        """Whether it has; a peer that cannot be reached may still find us."""
        ...


class RemotePin(Document, frozen=True, kw_only=True):
    """A published file or directory at the service; its id is its CID."""

    wanted: bool = True
    status: Literal["waiting", "queued", "pinning", "pinned", "failed"] = "waiting"
    problem: str = ""
    """What was last said about why it is not there."""
    unsettled: bool = True


REMOTE_PINS = Collection(name="remote_pins", type=RemotePin, indexed=("unsettled", "status"))


class RemotePins:
    def __init__(self, storage: Storage, service: PinningService, peer: Peer) -> None:
        self._published = storage.collection(PUBLISHED)
        self._pins = storage.collection(REMOTE_PINS)
        self._service = service
        self._peer = peer

    async def sweep(self) -> int:
        """Takes a step for what is not as it should be; returns for how many. Raises `PinningUnavailable` at the end
        when something that is wanted is not there because of a failure."""
        await self._compare()
        page = await self._pins.find(equals("unsettled", True), limit=_AT_ONCE)
        failures = [one for one in await asyncio.gather(*(self._tried(pin.id) for pin in page.items)) if one]
        failed = await self._pins.count(equals("status", "failed"))
        if failures:
            raise PinningUnavailable(failures[0])
        if failed:
            raise PinningUnavailable(f"{self._service.url} has failed to fetch {failed} of the published files.")
        return len(page.items)

    async def step(self, subject: str) -> timedelta | None:
        """Brings a CID's pin on by one step; None when it is as it should be, else when to look again."""
        pin = await self._pins.get(subject)
        if pin is None:
            return None
        try:
            if not pin.wanted:
                return await self._give_up(pin)
            there = await self._asked_for(subject)
        except PinningUnavailable as error:
            said = str(error)
            await self._note(subject, lambda pin: replace(pin, problem=said))
            raise
        problem = str(there.info.get("status_details", ""))[:300] if there.status == "failed" else ""
        settled = there.status == "pinned"
        await self._note(
            subject,
            lambda pin: replace(pin, status=there.status, problem=problem, unsettled=not (settled and pin.wanted)),
        )
        return None if settled else _LATER if there.status == "failed" else _SOON

    async def _asked_for(self, cid: str) -> Pin:
        """Our request, made if there is none. One that failed is removed, and made again at the next step."""
        pins = await self._service.find(cid)
        for pin in pins:
            if pin.status != "failed":
                await self._meet(pin)
                return pin
        for pin in pins:
            await self._service.remove(pin.request)
        if pins:
            return pins[0]
        pin = await self._service.add(cid, await self._peer.addresses())
        await self._meet(pin)
        return pin

    async def _meet(self, pin: Pin) -> None:
        """Whoever fetches it need not search for us."""
        if pin.status in ("queued", "pinning"):
            await asyncio.gather(*(self._peer.connect(address) for address in pin.delegates[:5]))

    async def _give_up(self, pin: RemotePin) -> timedelta | None:
        for request in await self._service.find(pin.id):
            await self._service.remove(request.request)
        try:
            await self._pins.delete(pin.id, pin.version)
        except VersionConflict:  # it has been published again meanwhile
            return timedelta()
        return None

    async def _tried(self, cid: str) -> str:
        """What was in the way: one that fails keeps none of the others waiting."""
        try:
            await self.step(cid)
        except PinningUnavailable as error:
            return str(error)
        return ""

    async def _compare(self) -> None:
        published = {root.id async for root in _all(self._published) if root.owners}
        known = set()
        async with aclosing(_all(self._pins)) as pins:
            async for pin in pins:
                known.add(pin.id)
                if pin.wanted is not (wanted := pin.id in published):
                    await self._note(pin.id, partial(replace, wanted=wanted, unsettled=True))
        for cid in published - known:
            await modify(self._pins, cid, lambda pin: replace(pin, wanted=True), blank=RemotePin(id=cid, wanted=False))

    async def _note(self, cid: str, change: Callable[[RemotePin], RemotePin]) -> None:
        try:
            await modify(self._pins, cid, change)
        except Missing:
            return


async def _all(docs: Documents[T], *where: Where) -> AsyncGenerator[T, None]:
    cursor = None
    while True:
        page = await docs.find(*where, after=cursor, limit=_PAGE)
        for doc in page.items:
            yield doc
        if (cursor := page.next) is None:
            return
