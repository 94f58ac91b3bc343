"""The `Content` port on a Kubo node.

A file is pinned on the node as soon as it is put, as the node's own garbage collection knows no day of grace; what
nobody here keeps is unpinned a day later. A block is checked against its name when it is read: the node does not do
that (`Datastore.HashOnRead` is off), and answers with what is on its disk. It is never asked to look for anything in
the network.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from eduverse.content.cid import RAW, Cid
from eduverse.content.dags import Block, Dags
from eduverse.content.kubo.ledger import File, Ledger
from eduverse.content.kubo.rpc import KuboForbidden, KuboRefused, KuboRpc
from eduverse.content.kubo.spool import Blocks, Spool, spooled, spooled_blocks
from eduverse.content.kubo.wire import Identity, Imported, Pin, Removed, Stat, decoded
from eduverse.content.tree import file_size
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import ContentDamaged, ContentMissing, ContentUnavailable, Reference
from eduverse.kernel.documents import Storage

__all__ = ["KuboContent", "open_kubo"]

_GRACE = timedelta(days=1)
_SLOWEST = 2 << 20
"""Bytes a second of which a node is expected to take in and pin a file, at least."""
_USUAL = 30.0
"""Seconds after which a node is given up, for what takes a moment; for what takes in or looks through a file;"""
_WHOLE_FILE = 60.0
_WHOLE_NODE = 1200.0
_PING = 3.0

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def open_kubo(
    url: str, auth: str | None, *, storage: Storage, clock: Clock, drafts: Path
) -> AsyncIterator["KuboContent"]:
    """Files on a node; `drafts` is a folder for what is on its way there. Raises `ContentUnavailable` unless it is
    there and lets us in."""
    await asyncio.to_thread(drafts.mkdir, 0o700, parents=True, exist_ok=True)
    rpc = KuboRpc(url, auth)
    try:
        content = KuboContent(rpc, Ledger(storage, clock), drafts)
        await content.ping()
        yield content
    finally:
        await rpc.close()


class KuboContent(Dags):
    def __init__(self, rpc: KuboRpc, ledger: Ledger, drafts: Path) -> None:
        self._rpc = rpc
        self._ledger = ledger
        self._drafts = drafts
        self._unswept = False
        """Whether blocks lie on the node that nobody needs: a sweep looks through all of it."""

    async def put(self, chunks: AsyncIterable[bytes], /) -> Reference:
        async with spooled(chunks, self._drafts) as spool:
            cid = str(spool.root.cid)
            pinned = await self._touch(cid)
            await self._send(spool, pin=not pinned)
            if pinned:
                await self._heal(spool)
        return Reference(cid=cid, size=spool.root.size)

    async def size(self, cid: str) -> int | None:
        name = Cid.parse(cid)
        try:
            if name.codec == RAW:
                return decoded(await self._rpc.call("block/stat", seconds=_USUAL, arg=cid, offline=True), Stat).size
            return file_size(name, await self._fetch(name))
        except ContentMissing:
            return None
        except KuboRefused as refusal:
            if refusal.is_missing:
                return None
            raise _unavailable(refusal) from None

    async def pin(self, cid: str, owner: str) -> None:
        """The owner is written down first: what is written down is pinned again by whoever collects."""
        Cid.parse(cid)
        await self._ledger.hold(cid, owner, foreign=await self._is_foreign(cid))
        try:
            await self._keep(cid)
        except ContentMissing:
            await self._ledger.let_go(cid, owner)
            raise

    async def unpin(self, cid: str, owner: str) -> None:
        Cid.parse(cid)
        await self._ledger.let_go(cid, owner)

    async def collect(self) -> int:
        """Unpins on the node what nobody keeps, pins what it should have pinned and has not, and lets it remove
        what is left over. Raises `ContentMissing` when the node has lost what somebody keeps.

        A node that lets us not call `repo/gc` decides for itself when to do that.
        """
        mine = await self._ledger.begin_round()
        if mine is None:
            return 0
        try:
            async with aclosing(self._ledger.expired(_GRACE)) as expired:
                async for file in expired:
                    self._unswept |= await self._give_up(file)
            lost = await self._mend()
            removed = await self._sweep() if self._unswept else 0
        finally:
            await self._ledger.end_round(mine)
        if lost:
            raise ContentMissing(f"The IPFS node has lost {lost} of the files that are kept on it.")
        return removed

    async def ping(self) -> None:
        await self._told("version", seconds=_PING)

    async def addresses(self) -> list[str]:
        """Where other peers reach the node; nowhere, while it is offline."""
        return list(decoded(await self._told("id", seconds=_USUAL), Identity).addresses or ())

    async def connect(self, address: str) -> bool:
        """Whether the node has connected to a peer."""
        try:
            await self._rpc.call("swarm/connect", seconds=_USUAL, arg=address)
        except (KuboRefused, ContentUnavailable):
            return False
        return True

    # --- blocks ---------------------------------------------------------------------------------------------

    async def _take(self, roots: Sequence[Cid], blocks: AsyncIterator[Block]) -> int:
        """Its roots are pinned on the node for a day, those with a block missing below them excepted."""
        async with spooled_blocks(roots, blocks, self._drafts) as spool:
            pinned = [await self._touch(str(root)) for root in roots]
            await self._import(spool, spool.total, pin=not any(pinned))
            for root, is_pinned in zip(roots, pinned, strict=True):
                if any(pinned) and not is_pinned:
                    await self._restore(str(root))
        return spool.count

    async def _send(self, spool: Spool, *, pin: bool) -> None:
        """A pin is not renewed: the node removes one before it sets it again, and somebody keeps this file."""
        told = await self._import(spool, spool.root.total, pin=pin)
        if pin and not any(one.root and one.root.is_pinned(str(spool.root.cid)) for one in told):
            raise ContentUnavailable("The IPFS node has not said that it keeps the file.")

    async def _heal(self, spool: Spool) -> None:
        """What was pinned before should have been there; what its disk has lost or damaged, a node believes to have
        as long as it runs, and does not write again. It does once it has removed the block, which it does not while
        that is pinned. Raises `ContentDamaged` when other pinned files need that block, too.
        """
        damaged = [cid for cid in spool.cids if not await self._is_sound(cid)]
        if not damaged:
            return
        _log.warning("content_healed", cid=str(spool.root.cid), blocks=len(damaged))
        await self._unpin(str(spool.root.cid))
        for cid in damaged:
            await self._told("block/rm", seconds=_USUAL, arg=cid, force=True)
        await self._send(spool, pin=True)
        for cid in damaged:
            if not await self._is_sound(cid):
                raise ContentDamaged(
                    "A piece of this file that others share is damaged on the IPFS node. Once the node has been"
                    " started again, uploading the file mends it."
                )

    async def _import(self, spool: Spool | Blocks, total: int, *, pin: bool) -> list[Imported]:
        """As a CAR, whose blocks we have named ourselves: the node's settings for imports change nothing in it."""
        seconds = _WHOLE_FILE + total / _SLOWEST
        try:
            body = await self._rpc.upload("dag/import", spool.car(), seconds=seconds, pin_roots=pin, stats=True)
        except KuboRefused as refusal:
            raise _unavailable(refusal) from None
        told = [decoded(line, Imported) for line in body.splitlines()]
        if not any(one.stats and one.stats.block_count == spool.count for one in told):
            raise ContentUnavailable("The IPFS node has not said that it has all of the file.")
        return told

    async def _has(self, cid: Cid) -> bool:
        return await self.size(str(cid)) is not None

    async def _is_sound(self, cid: Cid) -> bool:
        try:
            await self._fetch(cid)
        except (ContentMissing, ContentDamaged):
            return False
        return True

    async def _fetch(self, cid: Cid) -> bytes:
        try:
            block = await self._rpc.call("block/get", seconds=_USUAL, arg=cid, offline=True)
        except KuboRefused as refusal:
            raise ContentMissing if refusal.is_missing else _unavailable(refusal) from None
        if not cid.names(block):
            raise ContentDamaged
        return block

    # --- pins -----------------------------------------------------------------------------------------------

    async def _is_pinned(self, cid: str) -> bool:
        try:
            await self._rpc.call("pin/ls", seconds=_USUAL, arg=cid, type="recursive")
        except KuboRefused as refusal:
            if refusal.is_unpinned:
                return False
            raise _unavailable(refusal) from None
        return True

    async def _is_foreign(self, cid: str) -> bool:
        """Whether somebody has pinned it there who is not us."""
        return not await self._ledger.knows(cid) and await self._is_pinned(cid)

    async def _touch(self, cid: str) -> bool:
        """Somebody puts it now: whether it is pinned. The node is asked last: from then on, whoever collects and has
        just unpinned it sees that it is wanted, and pins it again."""
        await self._ledger.touch(cid, foreign=await self._is_foreign(cid))
        return await self._is_pinned(cid)

    async def _keep(self, cid: str) -> None:
        """Pins it on the node, unless it is. Raises `ContentMissing` when the node has not all of it."""
        if await self._is_pinned(cid):
            return
        try:
            await self._rpc.call("pin/add", seconds=_WHOLE_NODE, arg=cid, offline=True)
        except KuboRefused as refusal:
            raise ContentMissing if refusal.is_missing else _unavailable(refusal) from None

    async def _unpin(self, cid: str) -> None:
        try:
            await self._rpc.call("pin/rm", seconds=_USUAL, arg=cid)
        except KuboRefused as refusal:
            if not refusal.is_unpinned:
                raise _unavailable(refusal) from None

    async def _give_up(self, file: File) -> bool:
        """Whether it is not kept any more. Somebody who pins it meanwhile may have seen our pin before it went."""
        if not file.foreign:
            await self._unpin(file.id)
        if await self._ledger.forget(file):
            return True
        await self._restore(file.id)
        return False

    async def _mend(self) -> int:
        """Pins again what the node has no pin for; returns how many kept files it has lost."""
        pinned, lost = await self._pinned(), 0
        async with aclosing(self._ledger.all()) as files:
            async for file in files:
                if file.id not in pinned and not await self._restore(file.id) and file.kept:
                    _log.error("content_lost", cid=file.id, owners=file.owners)
                    lost += 1
        return lost

    async def _restore(self, cid: str) -> bool:
        try:
            await self._keep(cid)
        except ContentMissing:
            return False
        return True

    async def _pinned(self) -> set[str]:
        return {
            pin.cid
            async for line in self._each("pin/ls", type="recursive", stream=True)
            if (pin := decoded(line, Pin)).cid
        }

    async def _sweep(self) -> int:
        removed = 0
        with suppress(KuboForbidden):
            async for line in self._each("repo/gc"):
                removed += decoded(line, Removed).key is not None
        self._unswept = False
        return removed

    async def _told(self, command: str, *, seconds: float, **options: Any) -> bytes:
        try:
            return await self._rpc.call(command, seconds=seconds, **options)
        except KuboRefused as refusal:
            raise _unavailable(refusal) from None

    async def _each(self, command: str, **options: Any) -> AsyncGenerator[bytes, None]:
        try:
            async with aclosing(self._rpc.lines(command, seconds=_WHOLE_NODE, **options)) as lines:
                async for line in lines:
                    yield line
        except KuboRefused as refusal:
            raise _unavailable(refusal) from None


def _unavailable(refusal: KuboRefused) -> ContentUnavailable:
    return ContentUnavailable(f"The IPFS node refuses: {refusal}.")
