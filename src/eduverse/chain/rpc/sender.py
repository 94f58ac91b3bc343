"""Sends intents from one account: in order, each once, remembered before the network hears of it.

An intent is stored, gets a number, is signed, stored with its signature, and only then sent. Cut anywhere, it is taken
up where it stopped, by `tend` or by whoever asks again: the same number, the same bytes. A stuck transaction is
replaced under the same number, so of all its versions at most one gets into the chain.
"""

from datetime import timedelta

import msgspec

from eduverse.chain.hashing import from_hex, keccak, to_hex
from eduverse.chain.jsonrpc import RpcError, Transport
from eduverse.chain.rpc.answers import is_known, is_too_low, problem_of
from eduverse.chain.rpc.fees import Fees, offered, raised
from eduverse.chain.rpc.records import Outgoing, Records, SenderRecord, Version, assigned, is_of, released
from eduverse.chain.transactions import Signer, Transaction
from eduverse.kernel.chain import ChainUnavailable, FeesTooHigh, Intent, ReferenceTaken, Underpriced
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists
from eduverse.kernel.modify import modify

__all__ = ["STUCK_AFTER", "Sender"]

STUCK_AFTER = timedelta(minutes=3)
"""For how long a transaction may be in no block before it is replaced by one that offers more."""
_MOST_VERSIONS = 20


class Sender:
    """One account on one chain. `ceiling` is the most that is paid, in wei for a unit of gas."""

    def __init__(
        self, transport: Transport, signer: Signer, records: Records, clock: Clock, *, chain_id: int, ceiling: int
    ) -> None:
        self._transport = transport
        self._signer = signer
        self._records = records
        self._clock = clock
        self._chain_id = chain_id
        self._ceiling = ceiling
        self.id = f"{chain_id}:{signer.address}"

    async def send(self, intent: Intent) -> str:
        """The hash of the version that was sent last. As `Chain.send`."""
        stored = await self._records.outgoing.get(intent.reference)
        if stored is None:
            await offered(self._transport, ceiling=self._ceiling)
            stored = await self._remember(intent, intent.gas or await self._estimate(intent))
        if not is_of(stored, intent):
            raise ReferenceTaken(reference=intent.reference)
        if not stored.versions or stored.open:
            stored = await self.deliver(stored)
        return stored.settled or stored.versions[-1].hash

    async def deliver(self, outgoing: Outgoing) -> Outgoing:
        """Signs it, unless that was done, and sends what is signed. Raises what `Chain.send` does."""
        if not outgoing.versions:
            outgoing = await self._sign_first(outgoing)
        try:
            await self._transport.request("eth_sendRawTransaction", outgoing.versions[-1].raw)
        except RpcError as error:
            if is_too_low(error):
                return await self._renumber(outgoing)
            if not is_known(error):
                raise problem_of(error) from error
        return outgoing

    async def replace(self, outgoing: Outgoing) -> Outgoing:
        """Offers more for one that is stuck, as far as the ceiling; above it, it goes on waiting."""
        if outgoing.sent_at is None or self._clock.now() - outgoing.sent_at < STUCK_AFTER:
            return outgoing
        try:
            now = await offered(self._transport, ceiling=self._ceiling)
        except FeesTooHigh:
            return outgoing
        last = outgoing.versions[-1]
        fees = raised(Fees(fee=last.fee, tip=last.tip), now, ceiling=self._ceiling)
        if fees is None or len(outgoing.versions) == _MOST_VERSIONS:
            return outgoing
        version = self._signed(outgoing, outgoing.nonce or 0, fees)
        return await self._add(outgoing, version, outgoing.nonce or 0)

    async def settle(self, outgoing: Outgoing, transaction: str, *, succeeded: bool) -> None:
        """It is deep in the chain: nothing more is done about it, and its number is not given away again."""

        def close(stored: Outgoing) -> Outgoing:
            return msgspec.structs.replace(stored, open=False, settled=transaction, succeeded=succeeded)

        await modify(self._records.outgoing, outgoing.id, close)
        await modify(self._records.senders, self.id, lambda record: released(record, outgoing.id), blank=self._blank())

    # --- steps ----------------------------------------------------------------------------------------------

    async def _estimate(self, intent: Intent) -> int:
        """A fifth more than is needed as things are now, for they change until it is in a block."""
        wanted = {"from": self._signer.address, "data": to_hex(intent.data)}
        if intent.to is not None:
            wanted["to"] = intent.to
        try:
            return int(await self._transport.request("eth_estimateGas", wanted), 16) * 6 // 5
        except RpcError as error:
            raise problem_of(error) from error

    async def _remember(self, intent: Intent, gas: int) -> Outgoing:
        to = None if intent.to is None else intent.to.lower()
        wish = Outgoing(id=intent.reference, sender=self.id, to=to, data=intent.data, gas=gas)
        try:
            return await self._records.outgoing.insert(wish)
        except AlreadyExists:
            stored = await self._records.outgoing.get(intent.reference)
            if stored is None:
                raise ChainUnavailable from None
            return stored

    async def _sign_first(self, outgoing: Outgoing) -> Outgoing:
        fees = await offered(self._transport, ceiling=self._ceiling)
        known = int(await self._transport.request("eth_getTransactionCount", self._signer.address, "latest"), 16)
        record = await modify(
            self._records.senders,
            self.id,
            lambda record: assigned(record, outgoing.id, at_least=known),
            blank=self._blank(),
        )
        nonce = record.assigned[outgoing.id]
        return await self._add(outgoing, self._signed(outgoing, nonce, fees), nonce)

    async def _add(self, outgoing: Outgoing, version: Version, nonce: int) -> Outgoing:
        """Stores one more version, unless somebody else was faster: then theirs is the one."""
        seen = len(outgoing.versions)

        def add(stored: Outgoing) -> Outgoing:
            if len(stored.versions) != seen:
                return stored
            versions, now = (*stored.versions, version), self._clock.now()
            return msgspec.structs.replace(stored, nonce=nonce, versions=versions, sent_at=now)

        return await modify(self._records.outgoing, outgoing.id, add)

    async def _renumber(self, outgoing: Outgoing) -> Outgoing:
        """Its number is used up. If by one of its versions, all is well; else somebody used the account beside us,
        and it gets another number: none of its versions can get into the chain any more."""
        for version in outgoing.versions:
            if await self._transport.request("eth_getTransactionReceipt", version.hash) is not None:
                return outgoing
        await modify(self._records.senders, self.id, lambda record: released(record, outgoing.id), blank=self._blank())

        def forget(stored: Outgoing) -> Outgoing:
            if stored.nonce != outgoing.nonce:
                return stored
            return msgspec.structs.replace(stored, nonce=None, versions=(), sent_at=None)

        await modify(self._records.outgoing, outgoing.id, forget)
        raise Underpriced("The account's number was used elsewhere; it is tried again with the next one")

    def _signed(self, outgoing: Outgoing, nonce: int, fees: Fees) -> Version:
        transaction = Transaction(
            chain_id=self._chain_id,
            nonce=nonce,
            tip=fees.tip,
            fee=fees.fee,
            gas=outgoing.gas,
            to=None if outgoing.to is None else from_hex(outgoing.to),
            data=outgoing.data,
        )
        raw = self._signer.sign(transaction)
        return Version(hash=to_hex(keccak(raw)), raw=to_hex(raw), fee=fees.fee, tip=fees.tip)

    def _blank(self) -> SenderRecord:
        return SenderRecord(id=self.id)
