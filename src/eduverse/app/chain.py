"""The campus's chain: which one, with which key, and its contracts. Nothing heavy is imported before it is used."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from importlib.util import find_spec
from typing import Any, NamedTuple, cast

from litestar import Controller
from litestar.types import ASGIApp

from eduverse.app.settings import Settings
from eduverse.chain.contracts import CONTRACTS, Contracts
from eduverse.chain.embedded.asgi import RpcApp
from eduverse.chain.embedded.transport import EmbeddedTransport, open_embedded
from eduverse.chain.jsonrpc import Transport
from eduverse.chain.keys import read_signer, signer_in
from eduverse.chain.lazy import LazyChain
from eduverse.chain.registry import Registry
from eduverse.chain.rpc.chain import GWEI, RpcChain, open_chain
from eduverse.chain.rpc.records import OUTGOING, SENDERS, Records
from eduverse.chain.transactions import Signer
from eduverse.gateway.throttled import Throttled
from eduverse.jobs.chores import Chore
from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.chain import Chain, ChainUnavailable
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.errors import Problem

__all__ = ["RPC_PATH", "OnChain", "audit_embedded", "chain_of", "has_own_chain", "opened_chain", "put_on"]

_FILE = "chain.sqlite"
_FUNDS = 10**24
"""What the campus's account has on its own chain, in wei: gas for all time."""
RPC_PATH = "/rpc"
_RPC_RATE = Rate(burst=100, per_second=20)
"""Requests of one address: what a wallet asks that looks every few seconds, many times over."""
_PATIENCE = 5.0
"""Seconds that a node has to answer whoever asks whether all is well."""


class OnChain(NamedTuple):
    """The campus's chain with its contracts on it."""

    chain: Chain
    contracts: Contracts
    is_own: bool
    """Whether it is the chain that comes with the campus."""

    @property
    def registry(self) -> Registry:
        return Registry(self.chain, self.contracts)

    @property
    def patience(self) -> timedelta:
        """How long what may share a transaction waits for company; where nothing costs anything, not at all."""
        return timedelta() if self.is_own else timedelta(minutes=10)

    def endpoint(self, buckets: TokenBuckets) -> dict[str, ASGIApp]:
        """Our own chain at `/rpc`, for wallets and tools to look at; somebody else's has an address of its own."""
        if not self.is_own or not isinstance(self.chain, LazyChain):
            return {}
        return {RPC_PATH: Throttled(cast(ASGIApp, RpcApp(self.chain)), "rpc", buckets, _RPC_RATE)}

    @property
    def controllers(self) -> list[type[Controller]]:
        return []

    @property
    def routed(self) -> dict[str, Any]:
        return {}

    @property
    def chores(self) -> list[Chore]:
        return [Chore("move transactions along", self.chain.tend, every=5)]

    async def problem(self) -> str | None:
        """What is wrong with the node that is set, in words; our own chain is not opened to find out."""
        if self.is_own:
            return None
        try:
            async with asyncio.timeout(_PATIENCE):
                await self.chain.ping()
                for name in CONTRACTS:
                    await self.contracts.address(name)
        except TimeoutError:
            return f"the node did not answer within {_PATIENCE:.0f} seconds"
        except Problem as problem:
            return problem.detail
        return None


def put_on(chain: Chain, settings: Settings) -> OnChain:
    is_own = settings.chain_url is None
    return OnChain(chain, Contracts(chain, deploys=is_own), is_own)


def chain_of(settings: Settings, storage: Storage, clock: Clock) -> LazyChain | None:
    """The chain, opened at first use; None where there is none: no node is set, and this Python has no pyrevm."""
    if not settings.chain_url and not has_own_chain(settings):
        return None
    return LazyChain(lambda: opened_chain(settings, storage, clock), _records(storage))


def has_own_chain(settings: Settings) -> bool:
    """Whether the chain is the one in the data folder."""
    return settings.chain_url is None and find_spec("pyrevm") is not None


@asynccontextmanager
async def opened_chain(settings: Settings, storage: Storage, clock: Clock) -> AsyncIterator[RpcChain]:
    """The node that is set, or the chain in the data folder. Raises `ChainUnavailable` and `BadKey`."""
    transport, signer = await _connected(settings, clock)
    try:
        yield await open_chain(
            transport,
            signer,
            _records(storage),
            clock,
            ceiling=settings.chain_fee_ceiling_gwei * GWEI,
            confirmations=settings.chain_confirmations if settings.chain_url else 1,
        )
    finally:
        await transport.close()


async def audit_embedded(settings: Settings, clock: Clock) -> int:
    """Does everything again on the chain in the data folder; returns the number of blocks. Raises `AuditFailed`."""
    if not (settings.data_folder / _FILE).exists():
        raise ChainUnavailable(f"There is no chain in {settings.data_folder}")
    transport = await _embedded(settings, signer_in(settings.data_folder), clock)
    try:
        return await transport.audit()
    finally:
        await transport.close()


async def _connected(settings: Settings, clock: Clock) -> tuple[Transport, Signer]:
    if settings.chain_url is None or settings.chain_key_file is None:
        signer = signer_in(settings.data_folder)
        return await _embedded(settings, signer, clock), signer
    from eduverse.chain.rpc.transport import HttpTransport

    return HttpTransport(settings.chain_url), read_signer(settings.chain_key_path)


async def _embedded(settings: Settings, signer: Signer, clock: Clock) -> EmbeddedTransport:
    return await open_embedded(settings.data_folder / _FILE, funds={signer.address: _FUNDS}, clock=clock)


def _records(storage: Storage) -> Records:
    return Records(storage.collection(OUTGOING), storage.collection(SENDERS))
