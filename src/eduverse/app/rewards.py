"""The wiring of the ledger: what limits it, what seals it, and how it gets onto the chain."""

from functools import partial
from typing import Any, NamedTuple

from litestar import Controller

from eduverse.app.adapters import AccountWallets
from eduverse.app.chain import OnChain
from eduverse.app.settings import Settings
from eduverse.auth.model import wallet_identity
from eduverse.auth.service import AuthService
from eduverse.chain.rewards import EduTokens
from eduverse.classrooms.service import ClassroomService
from eduverse.jobs.chores import Chore
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Handler
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.rewards.auditing import Audit
from eduverse.rewards.http import RewardController
from eduverse.rewards.limits import ClassLimits, Limits
from eduverse.rewards.mirroring import MINT, Mirroring, Parties, Purse
from eduverse.rewards.model import CampusLimits
from eduverse.rewards.ports import SecretHash
from eduverse.rewards.sealing import Sealing
from eduverse.rewards.service import Ledger

__all__ = ["Rewards", "RewardsNeed", "build_ledger", "build_rewards"]

_WALLETS = wallet_identity("")


class RewardsNeed(NamedTuple):
    """What is needed from elsewhere."""

    ledger: Ledger
    classrooms: ClassroomService
    auth: AuthService
    secrets: SecretHash
    queue: Queue
    on_chain: OnChain | None


class Rewards(NamedTuple):
    class_limits: ClassLimits
    sealing: Sealing
    audit: Audit
    purse: Purse
    queue: Queue

    @property
    def controllers(self) -> list[type[Controller]]:
        return [RewardController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"class_limits": self.class_limits, "purse": self.purse}

    @property
    def chores(self) -> list[Chore]:
        chores = [Chore("seal the ledger", self.sealing.run, every=5)]
        if self.purse.mirroring:
            chores.append(
                Chore("bring tokens onto the chain", partial(self.purse.mirroring.sweep, self.queue), every=30)
            )
        return chores

    @property
    def handlers(self) -> dict[str, Handler]:
        return {MINT: self.purse.mirroring.step} if self.purse.mirroring else {}


def build_ledger(storage: Storage, clock: Clock, settings: Settings) -> Ledger:
    campus = CampusLimits(settings.reward_per_day, settings.reward_per_quiz)
    return Ledger(storage, clock=clock, limits=Limits(storage, campus))


def build_rewards(storage: Storage, clock: Clock, needs: RewardsNeed) -> Rewards:
    ledger, classrooms, auth, secrets, queue, on_chain = needs
    mirroring = None
    if on_chain:
        tokens = EduTokens(on_chain.chain, on_chain.contracts)
        mirroring = Mirroring(storage, Parties(ledger, AccountWallets(storage, auth), tokens, secrets))
    return Rewards(
        class_limits=ClassLimits(storage, classrooms),
        sealing=Sealing(storage, clock=clock, secrets=secrets),
        audit=Audit(storage, secrets),
        purse=Purse(ledger, mirroring),
        queue=queue,
    )
