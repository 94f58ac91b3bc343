"""Mirroring: what people have earned is brought onto the chain, for those who have linked a wallet.

Who is owed something is decided in the mirror of each person (`model.mirror`), and stays as it was decided until it is
on the chain for good. Mints that are decided are gathered into batches, and a batch is sent under a name of its own.
All of it may be cut off anywhere and run again, by two servers at once: two may gather the same mint into two batches,
of which the contract pays one.
"""

import asyncio
import base64
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import NamedTuple

import structlog
from msgspec import structs

from eduverse.jobs.queue import Queue
from eduverse.kernel.documents import AlreadyExists, Storage, equals
from eduverse.kernel.modify import modify
from eduverse.rewards.model import (
    BALANCES,
    MINT_BATCHES,
    MIRRORS,
    Balance,
    BatchState,
    MintBatch,
    Mirror,
    batch_of,
    blank_mirror,
    confirmed,
    mirror_id,
    planned,
    user_account,
    user_of,
)
from eduverse.rewards.ports import SecretHash, Tokens, Wallets
from eduverse.rewards.service import Ledger

__all__ = ["MINT", "Mirrored", "Mirroring", "Parties", "Purse"]

_log = structlog.get_logger(__name__)

MINT = "mint-batch"
"""The kind of job: `step` is run for a batch."""

_MOST = 100
"""Mints in a transaction: with receivers who are all new to the contract, less than 10 million gas."""
_PEOPLE = 200
"""Of whom one round asks whether they are owed something; in each of two lists."""
_AGAIN = timedelta(seconds=5)


class Mirrored(NamedTuple):
    """Where somebody's tokens are, in whole tokens."""

    minted: int
    under_way: int


class Purse(NamedTuple):
    """What a person sees of their tokens."""

    ledger: Ledger
    mirroring: "Mirroring | None"
    """None where the campus has no chain."""

    async def contents(self, user_id: str) -> tuple[int, Mirrored | None]:
        mirrored = await self.mirroring.mirrored(user_id) if self.mirroring else None
        return await self.ledger.tokens_earned(user_id), mirrored


class Parties(NamedTuple):
    """Between whom the mirror stands."""

    ledger: Ledger
    wallets: Wallets
    tokens: Tokens
    secrets: SecretHash


class Mirroring:
    def __init__(self, storage: Storage, parties: Parties) -> None:
        self._balances = storage.collection(BALANCES)
        self._mirrors = storage.collection(MIRRORS)
        self._batches = storage.collection(MINT_BATCHES)
        self._ledger, self._wallets, self._tokens, self._secrets = parties
        self._owners_after: str | None = None
        self._balances_after: str | None = None

    # --- for the sweeper ------------------------------------------------------------------------------------

    async def sweep(self, queue: Queue) -> int:
        """Decides what is owed, gathers it, and puts a job for each batch that is not there yet; returns how many."""
        await self.plan()
        while await self.gather():
            pass
        if not await self._batches.count(equals("unsettled", True), up_to=1):
            return 0
        here = equals("home", await self._tokens.home())
        return await queue.sweep(self._batches, MINT, equals("unsettled", True), here)

    async def plan(self) -> int:
        """Decides on mints for those whose balance has changed, and for the next of those who have a wallet: it may
        have been linked since. Returns how many were decided."""
        page = await self._balances.find(equals("unmirrored", True), after=self._balances_after, limit=_PEOPLE)
        self._balances_after = page.next
        owners = await self._wallets.owners(after=self._owners_after, limit=_PEOPLE)
        self._owners_after = owners.next
        changed = [(one, user_id) for one in page.items if (user_id := user_of(one.id))]
        done = [await self._plan_changed(balance, user_id) for balance, user_id in changed]
        seen = {user_id for _, user_id in changed}
        done += [await self._plan_for(user_id) for user_id in owners.user_ids if user_id not in seen]
        return sum(done)

    async def gather(self) -> int:
        """Puts mints that are decided into a batch; returns how many."""
        if not await self._mirrors.count(equals("loose", True), up_to=1):
            return 0
        here = equals("home", await self._tokens.home())
        found = (await self._mirrors.find(equals("loose", True), here, limit=_MOST)).items
        mints = [one.pending for one in found if one.pending]
        if not mints:
            return 0
        batch = batch_of(found[0].home, mints)
        with suppress(AlreadyExists):  # a kill came between, or another server has just gathered the same
            await self._batches.insert(batch)
        await self._mark(batch)
        return len(mints)

    async def step(self, batch_id: str) -> timedelta | None:
        """Takes a batch as far as it goes now; None when all is done, or how long to wait before it is asked again.

        Raises the chain's problems; then it is asked again, too.
        """
        batch = await self._batches.get(batch_id)
        if batch is None or not batch.unsettled:
            return None
        if batch.home != await self._tokens.home():
            return None
        if batch.state is BatchState.GATHERED:
            await self._mark(batch)
            await self._tokens.mint(_name(batch), batch.mints)
            batch = await self._moved(batch, BatchState.SENT)
        if batch.state is BatchState.SENT:
            match await self._tokens.look_up(_name(batch)):
                case "under way":
                    return _AGAIN
                case "refused":
                    _log.warning("mint_refused", batch=batch.id, attempt=batch.attempt)
                    await modify(self._batches, batch.id, partial(_again, attempt=batch.attempt))
                    return _AGAIN
                case "minted":
                    batch = await self._moved(batch, BatchState.DONE)
        if batch.state is not BatchState.DONE:
            return _AGAIN
        for mint in batch.mints:
            await modify(self._mirrors, mirror_id(batch.home, mint.user_id), partial(confirmed, mint=mint))
        await modify(self._batches, batch.id, lambda one: structs.replace(one, unsettled=False))
        return None

    # --- for the person -------------------------------------------------------------------------------------

    async def mirrored(self, user_id: str) -> Mirrored:
        """The chain is not asked, unless the campus has changed to another one."""
        found = (await self._mirrors.find(equals("user_id", user_id))).items
        if len(found) > 1:
            home = await self._tokens.home()
            found = [one for one in found if one.home == home]
        if not found:
            return Mirrored(0, 0)
        return Mirrored(found[0].minted, found[0].pending.amount if found[0].pending else 0)

    # --- inside ---------------------------------------------------------------------------------------------

    async def _plan_changed(self, balance: Balance, user_id: str) -> bool:
        decided = await self._plan_for(user_id)
        if not decided:
            await modify(self._balances, balance.id, partial(_looked_at, seen=balance))
        return decided

    async def _plan_for(self, user_id: str) -> bool:
        """True while something is on its way: then there may be more to do after it."""
        amount = await self._ledger.balance(user_account(user_id))
        if amount <= 0 or not (address := await self._wallets.wallet(user_id)):
            return False
        home = await self._tokens.home()
        mirror = await modify(
            self._mirrors,
            mirror_id(home, user_id),
            partial(planned, balance=amount, to=address, refer=self._refer),
            blank=blank_mirror(home, user_id),
        )
        return mirror.pending is not None

    async def _mark(self, batch: MintBatch) -> None:
        await asyncio.gather(*(self._mark_one(batch.home, one.user_id, one.reference) for one in batch.mints))

    async def _mark_one(self, home: str, user_id: str, reference: str) -> None:
        def gathered(mirror: Mirror) -> Mirror:
            is_it = mirror.loose and mirror.pending is not None and mirror.pending.reference == reference
            return structs.replace(mirror, loose=False) if is_it else mirror

        await modify(self._mirrors, mirror_id(home, user_id), gathered)

    async def _moved(self, batch: MintBatch, state: BatchState) -> MintBatch:
        return await modify(self._batches, batch.id, partial(_in_state, attempt=batch.attempt, state=state))

    def _refer(self, name: str) -> str:
        made = self._secrets.fingerprint("edu-mint", name)
        return base64.urlsafe_b64decode(made + "=" * (-len(made) % 4)).hex()


def _name(batch: MintBatch) -> str:
    return f"mint:{batch.id}:{batch.attempt}"


def _in_state(batch: MintBatch, *, attempt: int, state: BatchState) -> MintBatch:
    """Unless somebody else was faster, or it has to be sent anew meanwhile."""
    order = list(BatchState)
    is_behind = batch.attempt == attempt and order.index(batch.state) < order.index(state)
    return structs.replace(batch, state=state) if is_behind else batch


def _again(batch: MintBatch, *, attempt: int) -> MintBatch:
    if batch.attempt != attempt or batch.state is not BatchState.SENT:
        return batch
    return structs.replace(batch, state=BatchState.GATHERED, attempt=attempt + 1)


def _looked_at(balance: Balance, *, seen: Balance) -> Balance:
    return structs.replace(balance, unmirrored=False) if balance == seen else balance
