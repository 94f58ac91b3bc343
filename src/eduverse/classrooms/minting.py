"""A class becomes a token: described, minted for its teacher's wallet, and unlocked where they want it so.

The classroom's document is the commit point: its deed says what is wanted and how far it is. `step` takes it on from
wherever it is and may be cut off anywhere, or run beside itself: every step is committed before the next begins, and
what goes to the chain goes under a reference made of the class and the number of the attempt, which the chain port
sends once.
"""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from functools import partial

import msgspec
import structlog

from eduverse.classrooms.errors import ClassroomNotFound, NotMinted
from eduverse.classrooms.gates import Gates
from eduverse.classrooms.model import (
    CLASSROOMS,
    Classroom,
    Deed,
    Stage,
    let_pass,
    standing_of,
    want_deed,
    with_deed,
    with_token,
)
from eduverse.classrooms.model.deed import (
    Order,
    described,
    failed,
    moved,
    obeyed,
    ordered,
    refused,
    submitted,
    troubled,
)
from eduverse.classrooms.ports import Deeds, Minting, Refused
from eduverse.jobs.queue import Queue
from eduverse.kernel.chain import ChainUnavailable, FeesTooHigh, NoFunds, Underpriced
from eduverse.kernel.content import Content, ContentMissing, ContentUnavailable
from eduverse.kernel.documents import Storage, equals
from eduverse.kernel.modify import modify
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["MINT", "MintService", "description_of"]

MINT = "mint-classroom"
"""The kind of job that takes a class's deed on."""

_log = structlog.get_logger(__name__)

_WAITING = (ChainUnavailable, FeesTooHigh, NoFunds, Underpriced, ContentUnavailable)
"""What passes by itself, or when the operator does something about it."""
_SOON, _LATER = timedelta(seconds=5), timedelta(minutes=1)


class MintService:
    def __init__(self, storage: Storage, *, deeds: Deeds, gates: Gates, content: Content, site: str) -> None:
        """`site` is the campus's public address, without a slash at its end."""
        self._classrooms = storage.collection(CLASSROOMS)
        self._deeds = deeds
        self._gates = gates
        self._content = content
        self._site = site

    # --- for teachers ---------------------------------------------------------------------------------------

    async def mint(self, principal: Principal, classroom_id: str, *, transferable: bool) -> Classroom:
        """Asks for the class's token, or again after it failed. It goes to its owner's wallet, whoever asks.

        Raises `WalletNeeded`, `AlreadyMinted`.
        """
        room = await self._managed(principal, classroom_id)
        wallet = await self._gates.wallet_of(room.owner)
        return await modify(self._classrooms, room.id, partial(want_deed, wallet=wallet, transferable=transferable))

    async def set_transferable(self, principal: Principal, classroom_id: str, *, on: bool) -> Classroom:
        """Whether its owner may pass the token on; the contract learns of it. Raises `NotMinted`."""
        room = await self._managed(principal, classroom_id)
        return await modify(self._classrooms, room.id, partial(let_pass, on=on))

    async def description(self, classroom_id: str) -> bytes:
        """The document that the token points to. Raises `NotMinted` while it is not written."""
        room = await self._classrooms.get(classroom_id)
        if room is None:
            raise ClassroomNotFound
        if room.deed is None or room.deed.cid is None:
            raise NotMinted
        return b"".join([piece async for piece in self._content.read(room.deed.cid)])

    # --- for the runner -------------------------------------------------------------------------------------

    async def sweep(self, queue: Queue) -> int:
        """Puts a job for each class whose deed has something to do; returns how many."""
        return await queue.sweep(self._classrooms, MINT, equals("deed_open", True))

    async def step(self, classroom_id: str) -> timedelta | None:
        """Takes a class's deed as far as it goes now; returns when to look again, None when there is no more to do."""
        room = await self._classrooms.get(classroom_id)
        while room is not None and room.deed is not None and room.deed_open:
            try:
                after = await self._advance(room, room.deed)
            except _WAITING as problem:
                _log.warning("deed_waits", classroom_id=classroom_id, why=problem.slug)
                await self._note(room.id, partial(troubled, trouble=problem.slug))
                return _LATER
            if after is None:
                return _SOON
            room = after
        return None

    # --- steps ----------------------------------------------------------------------------------------------

    async def _advance(self, room: Classroom, deed: Deed) -> Classroom | None:
        """One step; None when there is nothing to do but wait."""
        ground = await self._deeds.ground()
        if deed.ground not in (None, ground):
            return await self._on_other_ground(room, deed)
        match deed.stage:
            case Stage.WANTED:
                reference = await self._content.put(_whole(description_of(room, self._site)))
                return await self._note(room.id, partial(described, cid=reference.cid, ground=ground), deed)
            case Stage.DESCRIBED:
                return await self._submit(room, deed)
            case Stage.SUBMITTED:
                return await self._look(room, deed)
            case _:
                return await self._order(room, deed)

    async def _submit(self, room: Classroom, deed: Deed) -> Classroom:
        try:
            await self._content.pin(str(deed.cid), f"class:{room.id}")
        except ContentMissing:  # it lay about for more than a day and was collected
            return await self._note(room.id, moved, deed)
        answer = await self._deeds.mint(_minting(room, deed))
        return await self._note(room.id, partial(failed, reason=answer.reason) if answer else submitted, deed)

    async def _look(self, room: Classroom, deed: Deed) -> Classroom | None:
        outcome = await self._deeds.outcome(_minting(room, deed))
        if outcome is None:
            return None
        if isinstance(outcome, Refused):
            return await self._note(room.id, partial(failed, reason=outcome.reason), deed)
        return await modify(self._classrooms, room.id, partial(with_token, **outcome._asdict()))

    async def _order(self, room: Classroom, deed: Deed) -> Classroom | None:
        """Tells the contract whether the token may be passed on, one order after the other."""
        if deed.order is None:
            return await self._note(room.id, ordered)
        return await self._obey(room, deed, deed.order)

    async def _obey(self, room: Classroom, deed: Deed, order: Order) -> Classroom | None:
        if deed.ground is None:
            return None
        answer = await self._deeds.set_lock(deed.ground, room.id, order.number, locked=not order.unlock)
        done = answer or await self._deeds.lock_outcome(deed.ground, room.id, order.number)
        if isinstance(done, Refused):
            return await self._note(room.id, partial(refused, number=order.number, reason=done.reason))
        return await self._note(room.id, partial(obeyed, number=order.number)) if done else None

    async def _on_other_ground(self, room: Classroom, deed: Deed) -> Classroom:
        """The campus has gone to another chain: what is not minted yet is minted there; what is, stays where it is."""
        if deed.stage is not Stage.MINTED:
            return await self._note(room.id, moved, deed)

        def let_be(now: Deed) -> Deed:
            return msgspec.structs.replace(now, order=None, transferable=now.unlocked, trouble="elsewhere")

        return await self._note(room.id, let_be)

    async def _note(self, classroom_id: str, change: Callable[[Deed], Deed], seen: Deed | None = None) -> Classroom:
        """Changes the deed; with `seen`, only while it is still at that stage of that attempt."""

        def apply(room: Classroom) -> Classroom:
            if room.deed is None or (seen and (room.deed.stage, room.deed.attempt) != (seen.stage, seen.attempt)):
                return room
            return with_deed(room, change(room.deed))

        return await modify(self._classrooms, classroom_id, apply)

    async def _managed(self, principal: Principal, classroom_id: str) -> Classroom:
        room = await self._classrooms.get(classroom_id)
        if room is None:
            raise ClassroomNotFound
        demand(principal, Action.MANAGE_CLASSROOM, standing_of(room, principal))
        return room


def description_of(room: Classroom, site: str) -> bytes:
    """The token's metadata (ERC-721, metadata JSON). It is public for good, so it names no person."""
    return msgspec.json.encode(
        {
            "name": room.title,
            "description": room.description,
            "external_url": f"{site}/classrooms/{room.id}",
            "attributes": [{"trait_type": "Subject", "value": room.subject}] if room.subject else [],
        }
    )


def _minting(room: Classroom, deed: Deed) -> Minting:
    if deed.ground is None or deed.cid is None:
        raise ValueError("a deed that is not described cannot be minted")
    return Minting(room.id, deed.attempt, deed.ground, deed.wallet, f"ipfs://{deed.cid}")


async def _whole(data: bytes) -> AsyncIterator[bytes]:
    yield data
