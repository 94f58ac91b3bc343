"""The wiring of signing in with a wallet."""

from typing import Any, NamedTuple, Protocol

from litestar import Controller

from eduverse.app.chain import OnChain
from eduverse.app.settings import Settings
from eduverse.auth.homes import Homes
from eduverse.auth.ports import ContractWallets, Verdict
from eduverse.auth.service import AuthService
from eduverse.auth.tokens import KeyRing
from eduverse.auth.wallet_http import WalletController
from eduverse.auth.wallets import WalletRules, WalletService
from eduverse.chain.embedded import OWN_CHAIN_ID
from eduverse.chain.smart_wallets import SmartWallets
from eduverse.jobs.chores import Chore
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Entropy, Ids

__all__ = ["NoChain", "Wallets", "build_wallets"]


class NoChain:
    """`ContractWallets` of a campus that is connected to no chain."""

    async def is_valid_signature(self, address: str, digest: bytes, signature: bytes) -> Verdict:
        return "unavailable"


class Ground(Protocol):
    """What of the machine is needed here."""

    @property
    def storage(self) -> Storage: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def entropy(self) -> Entropy: ...
    @property
    def keys(self) -> KeyRing: ...
    @property
    def ids(self) -> Ids: ...


class Wallets(NamedTuple):
    service: WalletService
    homes: Homes

    @property
    def controllers(self) -> list[type[Controller]]:
        return [WalletController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"wallets": self.service, "homes": self.homes}

    @property
    def chores(self) -> list[Chore]:
        return [Chore("forget used wallet messages", self.service.drop_used, every=600)]


def build_wallets(ground: Ground, settings: Settings, auth: AuthService, on_chain: OnChain | None) -> Wallets:
    service = WalletService(
        ground.storage,
        clock=ground.clock,
        ids=ground.ids,
        entropy=ground.entropy,
        auth=auth,
        keys=ground.keys,
        contracts=_contract_wallets(settings, on_chain),
        rules=WalletRules(chain_id=settings.chain_id, open_accounts=settings.open_wallets),
    )
    return Wallets(service, Homes(settings.public_url, settings.allowed_origins))


def _contract_wallets(settings: Settings, on_chain: OnChain | None) -> ContractWallets:
    """Our own chain has a number that everybody knows: it need not be opened to see that messages name another."""
    if on_chain is None or (on_chain.is_own and settings.chain_id != OWN_CHAIN_ID):
        return NoChain()
    return SmartWallets(on_chain.chain, chain_id=settings.chain_id)
