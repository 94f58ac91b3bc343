"""What follows when tokens move: who holds the gate's token no longer loses the seat, and a class goes with its token.

Transfers are read from the chain block by block. For seats they are hints only: whether a gate still opens is asked of
the chain as it is, so a transfer may be read twice, or be undone by a reorganisation, and nothing wrong comes of it;
those of the newest blocks are read again until they are settled. A class changes hands by settled transfers alone.
While the chain does not answer nothing is read, and whoever is inside stays.
"""

from functools import partial

from msgspec import structs

from eduverse.classrooms.gates import Gates
from eduverse.classrooms.model import (
    CLASSROOMS,
    Classroom,
    Ground,
    Place,
    Status,
    Visibility,
    pass_on,
    token_moved,
    withdraw,
)
from eduverse.classrooms.model.mark import MARKS, Mark, mark_id, read_to
from eduverse.classrooms.ports import ChainTokens, Deeds, Moved, Position, Wallets
from eduverse.kernel.documents import AlreadyExists, Storage, Where, at_least, equals
from eduverse.kernel.events import EventBus
from eduverse.kernel.modify import modify
from eduverse.vocabulary.events import ClassroomPassedOn, SeatLapsed

__all__ = ["TokenWatch"]

_BLOCKS = 2_000
"""Read in one round, so that a long stop is caught up with in pieces."""
_PAGE = 100


class TokenWatch:
    def __init__(
        self,
        storage: Storage,
        *,
        tokens: ChainTokens,
        deeds: Deeds,
        wallets: Wallets,
        gates: Gates,
        events: EventBus,
    ) -> None:
        self._classrooms = storage.collection(CLASSROOMS)
        self._marks = storage.collection(MARKS)
        self._tokens = tokens
        self._deeds = deeds
        self._wallets = wallets
        self._gates = gates
        self._events = events

    # --- chores ---------------------------------------------------------------------------------------------

    async def follow(self) -> int:
        """Reads what has moved since the last time; returns how many transfers that were. Asks the chain nothing while
        no class has to do with a token."""
        gates = [room.gate for room in await self._gated() if room.gate]
        minted = (await self._classrooms.find(at_least("holder", "0x"), limit=1)).items
        if not gates and not minted:
            return 0
        now = await self._tokens.position()
        contracts = {gate.contract for gate in gates if gate.chain_id == now.chain_id}
        ground = await self._deeds.ground() if minted else None
        if ground:
            contracts.add(ground.contract)
        return sum([await self._read(now, contract, ground) for contract in sorted(contracts)])

    async def check_seats(self) -> int:
        """Looks at everybody in the classes whose gate is a new one; returns how many lost their seat."""
        lapsed = 0
        for room in await self._all(equals("unchecked", True)):
            lapsed += await self._check(room, room.students)
            await modify(self._classrooms, room.id, partial(_checked, gate=room.gate))
        return lapsed

    async def check_everything(self) -> int:
        """Has all gated classes looked at: wallets are unlinked, and a gate may have opened by a block that is gone."""
        rooms = [room for room in await self._gated() if room.students]
        for room in rooms:
            await modify(self._classrooms, room.id, lambda now: structs.replace(now, unchecked=bool(now.gate)))
        return len(rooms)

    async def find_owners(self) -> int:
        """Gives classes whose token is in another wallet to whoever has linked it, if they may teach."""
        return sum([await self._pass_on(room) for room in await self._all(equals("unclaimed", True))])

    # --- reading --------------------------------------------------------------------------------------------

    async def _read(self, now: Position, contract: str, ground: Ground | None) -> int:
        ours = ground if ground and ground.contract == contract else None
        key = mark_id(now.chain_id, contract)
        mark = await self._marks.get(key) or await self._begin(key, await self._beginning(ours, now.settled))
        last = min(now.newest, mark.block + _BLOCKS)
        if last <= mark.block:
            return 0
        moves = await self._tokens.moves(contract, mark.block + 1, last)
        if moves:
            self._gates.forget()
            await self._look_at_seats(contract, {move.sender for move in moves})
        if ours:
            await self._note_owners(ours, [move for move in moves if move.place.block <= now.settled])
        await modify(self._marks, key, partial(read_to, block=min(last, now.settled)))
        return len(moves)

    async def _begin(self, key: str, block: int) -> Mark:
        try:
            return await self._marks.insert(Mark(id=key, block=block))
        except AlreadyExists:
            return await modify(self._marks, key, lambda mark: mark)

    async def _beginning(self, ours: Ground | None, settled: int) -> int:
        """Seats are taken by what is the case then, so a gate's past does not matter; a class's token may have moved
        since it was made."""
        if ours is None:
            return settled
        rooms = await self._all(at_least("holder", "0x"))
        return min([settled, *(room.deed.last_move[0] for room in rooms if room.deed and room.deed.ground == ours)])

    # --- seats ----------------------------------------------------------------------------------------------

    async def _look_at_seats(self, contract: str, senders: set[str]) -> int:
        people = [holder for sender in sorted(senders) if (holder := await self._wallets.holder(sender))]
        if not people:
            return 0
        who = {person.user_id for person in people}
        rooms = await self._all(equals("gate_contract", contract))
        return sum([await self._check(room, [one for one in room.students if one in who]) for room in rooms])

    async def _check(self, room: Classroom, students: list[str] | tuple[str, ...]) -> int:
        """How many of them lost their seat. Raises `ChainUnavailable`, and then the rest keep theirs."""
        lapsed = 0
        for user_id in students:
            if room.gate is not None and not await self._gates.opens(room.gate, user_id):
                lapsed += await self._lapse(room, user_id)
        return lapsed

    async def _lapse(self, room: Classroom, user_id: str) -> bool:
        def take(now: Classroom) -> Classroom:
            return withdraw(now, user_id) if now.gate == room.gate and user_id in now.students else now

        after = await modify(self._classrooms, room.id, take)
        if user_id in after.students:
            return False
        await self._events.publish(SeatLapsed(classroom_id=room.id, user_id=user_id))
        return True

    # --- owners ---------------------------------------------------------------------------------------------

    async def _note_owners(self, ground: Ground, moves: list[Moved]) -> None:
        newest = {move.nft_id: move for move in moves if move.nft_id is not None}
        for nft_id, move in newest.items():
            for room in await self._all(equals("nft_id", nft_id)):
                if room.deed is not None and room.deed.ground == ground:
                    place = Place(*move.place)
                    await modify(self._classrooms, room.id, partial(token_moved, holder=move.receiver, place=place))
        if newest:
            await self.find_owners()

    async def _pass_on(self, room: Classroom) -> bool:
        if room.holder is None:
            return False
        heir = await self._wallets.holder(room.holder)
        if heir is None or not heir.may_teach:
            return False
        after = await modify(
            self._classrooms, room.id, partial(pass_on, holder=room.holder, to=heir.user_id, name=heir.name)
        )
        if room.owner == after.owner:
            return False
        news = ClassroomPassedOn(classroom_id=room.id, previous=room.owner, owner=after.owner)
        await self._events.publish(news)
        return True

    async def _gated(self) -> list[Classroom]:
        return [one for one in await self._all(equals("visibility", Visibility.GATED)) if one.status is Status.OPEN]

    async def _all(self, where: Where) -> list[Classroom]:
        found: list[Classroom] = []
        after = None
        while True:
            page = await self._classrooms.find(where, after=after, limit=_PAGE)
            found += page.items
            after = page.next
            if after is None:
                return found


def _checked(room: Classroom, gate: object) -> Classroom:
    return structs.replace(room, unchecked=False) if room.gate == gate and room.unchecked else room
