"""The `Chain` port over JSON-RPC: the same for our own EVM and for anybody's node."""

import re
from typing import Any

from eduverse.chain.hashing import from_hex, quantity, to_hex
from eduverse.chain.jsonrpc import RpcError, Transport
from eduverse.chain.rpc.answers import is_refusal, log_of, problem_of, receipt_of
from eduverse.chain.rpc.records import Outgoing, Records
from eduverse.chain.rpc.sender import Sender
from eduverse.chain.transactions import Signer, address_of_contract, intrinsic_gas
from eduverse.kernel.chain import ChainUnavailable, Intent, Log, Logs, Receipt, Sent, State
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Order, equals
from eduverse.kernel.errors import Problem

__all__ = ["GWEI", "RpcChain", "open_chain"]

GWEI = 1_000_000_000
_PAGE = 50
_SPAN = 2_000
"""Blocks that are asked for events at once: public nodes refuse more."""
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}\Z")


async def open_chain(
    transport: Transport, signer: Signer, records: Records, clock: Clock, *, ceiling: int, confirmations: int
) -> "RpcChain":
    """Asks the node which chain it is on. `ceiling` is wei for a unit of gas. Raises `ChainUnavailable`."""
    chain_id = int(await _asked(transport, "eth_chainId"), 16)
    sender = Sender(transport, signer, records, clock, chain_id=chain_id, ceiling=ceiling)
    return RpcChain(transport, sender, records, account=signer.address, chain_id=chain_id, confirmations=confirmations)


class RpcChain:
    """Made by `open_chain`. A transaction counts as done with so many `confirmations`, its own block included."""

    def __init__(
        self, transport: Transport, sender: Sender, records: Records, *, account: str, chain_id: int, confirmations: int
    ) -> None:
        self._transport = transport
        self._sender = sender
        self._records = records
        self._account = account
        self._chain_id = chain_id
        self._confirmations = confirmations

    @property
    def account(self) -> str:
        return self._account

    async def chain_id(self) -> int:
        return self._chain_id

    async def height(self) -> int:
        return int(await self._ask("eth_blockNumber"), 16)

    async def call(self, to: str, data: bytes, /, *, gas: int | None = None) -> bytes:
        wanted = {"from": self._account, "to": _address(to), "data": to_hex(data)}
        if gas is not None:
            wanted["gas"] = quantity(gas)
        return from_hex(await self._ask("eth_call", wanted, "latest"))

    async def send(self, intent: Intent, /) -> str:
        if intent.to is not None:
            _address(intent.to)
        if not 0 < len(intent.reference) <= 100:
            raise ValueError("a reference has 1 to 100 characters")
        if intent.gas is not None and intent.gas < intrinsic_gas(intent.data, creates=intent.to is None):
            raise ValueError("so little gas that no node would take it, nor anything after it")
        try:
            return await self._sender.send(intent)
        except RpcError as error:
            raise problem_of(error) from error

    async def sent(self, reference: str, /) -> Sent | None:
        outgoing = await self._records.outgoing.get(reference)
        return None if outgoing is None else await self._where(outgoing)

    async def receipt(self, transaction: str, /) -> Receipt | None:
        answer = await self._ask("eth_getTransactionReceipt", transaction)
        return None if answer is None else receipt_of(answer)

    async def logs(self, wanted: Logs, /) -> list[Log]:
        last = await self.height() if wanted.last is None else wanted.last
        found: list[Log] = []
        for first in range(wanted.first, last + 1, _SPAN):
            span = {"fromBlock": quantity(first), "toBlock": quantity(min(last, first + _SPAN - 1))}
            asked = {"address": _address(wanted.address), "topics": list(wanted.topics), **span}
            found += [log_of(answer) for answer in await self._ask("eth_getLogs", asked)]
        return found

    async def tend(self) -> int:
        """In the order of their numbers: one that is missing holds up all that follow."""
        after, left, complaint = None, 0, None
        while True:
            page = await self._records.outgoing.find(
                equals("open", True), order=Order("nonce"), after=after, limit=_PAGE
            )
            for outgoing in page.items:
                if outgoing.sender != self._sender.id:
                    continue  # of another account or chain; whoever opens that one looks after it
                try:
                    left += not await self._move(outgoing)
                except Problem as problem:
                    if isinstance(problem, ChainUnavailable) and not is_refusal(problem):
                        raise
                    left, complaint = left + 1, problem  # one that cannot go on does not stop the others
            after = page.next
            if after is None:
                break
        if complaint is not None:
            raise complaint
        return left

    async def ping(self) -> None:
        if int(await self._ask("eth_chainId"), 16) != self._chain_id:
            raise ChainUnavailable("The node is on another chain than it was")

    async def request(self, method: str, *params: Any) -> Any:
        """As the node itself answers, for who passes questions on. Raises `RpcError` as well."""
        return await self._transport.request(method, *params)

    # --- inside ---------------------------------------------------------------------------------------------

    async def _move(self, outgoing: Outgoing) -> bool:
        """One step of one intent; whether it is settled now."""
        where = await self._where(outgoing)
        if where.state in ("done", "failed"):
            await self._sender.settle(outgoing, where.transaction, succeeded=where.state == "done")
            return True
        if where.state == "pending":
            try:
                await self._sender.deliver(await self._sender.replace(outgoing))
            except RpcError as error:
                raise problem_of(error) from error
        return False

    async def _where(self, outgoing: Outgoing) -> Sent:
        receipt = await self._receipt_of(outgoing)
        if receipt is None and outgoing.settled:  # a node need not keep receipts for ever
            state: State = "done" if outgoing.succeeded else "failed"
            return Sent(
                reference=outgoing.id, state=state, transaction=outgoing.settled, contract=_created_by(outgoing)
            )
        if receipt is None:
            last = outgoing.versions[-1].hash if outgoing.versions else ""
            return Sent(reference=outgoing.id, state="pending", transaction=last, contract=_created_by(outgoing))
        deep = await self.height() - receipt.block + 1
        settled = not outgoing.open or deep >= self._confirmations
        state = ("done" if receipt.succeeded else "failed") if settled else "mined"
        return Sent(
            reference=outgoing.id,
            state=state,
            transaction=receipt.transaction,
            confirmations=max(deep, 0),
            receipt=receipt,
            contract=_created_by(outgoing),
        )

    async def _receipt_of(self, outgoing: Outgoing) -> Receipt | None:
        """Of whichever version got into a block that is in the chain now: nodes may still know one that is not."""
        hashes = [outgoing.settled] if outgoing.settled else [each.hash for each in reversed(outgoing.versions)]
        for each in hashes:
            receipt = await self.receipt(each)
            if receipt is None:
                continue
            block = await self._ask("eth_getBlockByNumber", quantity(receipt.block), False)
            if block is not None and block["hash"].lower() == receipt.block_hash:
                return receipt
        return None

    async def _ask(self, method: str, *params: Any) -> Any:
        return await _asked(self._transport, method, *params)


async def _asked(transport: Transport, method: str, *params: Any) -> Any:
    try:
        return await transport.request(method, *params)
    except RpcError as error:
        raise problem_of(error) from error


def _created_by(outgoing: Outgoing) -> str | None:
    """By sender and number, as the chain does it."""
    if outgoing.to is not None or outgoing.nonce is None:
        return None
    return address_of_contract(outgoing.sender.rpartition(":")[2], outgoing.nonce)


def _address(text: str) -> str:
    if not _ADDRESS.match(text):
        raise ValueError(f"{text!r} is no address")
    return text
