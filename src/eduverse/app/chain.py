"""The campus's chain: which one, with which key, and its contracts. Nothing here is imported before it is used."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from eduverse.app.settings import Settings
from eduverse.chain.abi import contract
from eduverse.chain.embedded.transport import EmbeddedTransport, open_embedded
from eduverse.chain.jsonrpc import Transport
from eduverse.chain.keys import read_signer, signer_in
from eduverse.chain.rpc.chain import GWEI, open_chain
from eduverse.chain.rpc.records import OUTGOING, SENDERS, Records
from eduverse.chain.transactions import Signer
from eduverse.kernel.chain import Chain, ChainUnavailable, Intent, Sent
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage

__all__ = ["CONTRACTS", "audit_embedded", "deploy", "deployment", "opened_chain"]

CONTRACTS = ("ClassroomNFT", "EduToken", "CertificateRegistry")
_FILE = "chain.sqlite"
_CAP = 1_000_000_000 * 10**18
"""The most EDU there will ever be: a thousand million."""
_FUNDS = 10**24
"""What the campus's account has on its own chain, in wei: gas for all time."""


@asynccontextmanager
async def opened_chain(settings: Settings, storage: Storage, clock: Clock) -> AsyncIterator[Chain]:
    """The node that is set, or the chain in the data folder. Raises `ChainUnavailable` and `BadKey`."""
    transport, signer = await _connected(settings, clock)
    try:
        records = Records(storage.collection(OUTGOING), storage.collection(SENDERS))
        yield await open_chain(
            transport,
            signer,
            records,
            clock,
            ceiling=settings.chain_fee_ceiling_gwei * GWEI,
            confirmations=settings.chain_confirmations if settings.chain_url else 1,
        )
    finally:
        await transport.close()


async def deploy(chain: Chain) -> dict[str, str]:
    """Sends the contracts that are not on the chain yet; name -> hash. Asked for again, it goes on where it was."""
    return {name: await chain.send(await _creation(chain, name)) for name in CONTRACTS}


async def deployment(chain: Chain) -> dict[str, Sent | None]:
    """Where each contract is; None when it was never deployed from here."""
    return {name: await chain.sent(await _reference(chain, name)) for name in CONTRACTS}


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


async def _creation(chain: Chain, name: str) -> Intent:
    arguments = (_CAP,) if name == "EduToken" else ()
    data = contract(name).creation(*arguments)
    return Intent(reference=await _reference(chain, name), to=None, data=data)


async def _reference(chain: Chain, name: str) -> str:
    """By chain and account: whoever moves to another chain deploys there anew."""
    return f"deploy:{await chain.chain_id()}:{chain.account}:{name}"
