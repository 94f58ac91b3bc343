"""The wiring of classrooms: their rooms, their tokens, and what opens them."""

from functools import partial
from typing import Any, NamedTuple, cast

from litestar import Controller

from eduverse.app.adapters import AccountPeople, AccountWallets
from eduverse.app.chain import OnChain
from eduverse.app.notices import public_url
from eduverse.app.settings import Settings
from eduverse.auth.service import AuthService
from eduverse.chain.classes import ChainDeeds
from eduverse.chain.tokens import TokensOnChain
from eduverse.classrooms.following import TokenWatch
from eduverse.classrooms.gates import Gates
from eduverse.classrooms.http import ClassroomController
from eduverse.classrooms.minting import MINT, MintService
from eduverse.classrooms.ports import ChainTokens, Deeds, Presence, SecretHash
from eduverse.classrooms.service import ClassroomService
from eduverse.classrooms.token_http import ClassTokenController
from eduverse.jobs.chores import Chore
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Handler
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Ids

__all__ = ["Beneath", "Classes", "build_classes"]


class Beneath(NamedTuple):
    """What classrooms stand on."""

    storage: Storage
    clock: Clock
    ids: Ids
    events: EventBus
    secrets: SecretHash
    content: Content
    presence: Presence
    auth: AuthService
    queue: Queue
    on_chain: OnChain | None


class Classes(NamedTuple):
    """The services of the slice, wired to each other."""

    service: ClassroomService
    minter: MintService
    watch: TokenWatch
    queue: Queue

    @property
    def controllers(self) -> list[type[Controller]]:
        return [ClassroomController, ClassTokenController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"classrooms": self.service, "minter": self.minter}

    @property
    def chores(self) -> list[Chore]:
        return [
            Chore("finish enrolments", self.service.settle_pending, every=5),
            Chore("make classes tokens", partial(self.minter.sweep, self.queue), every=5),
            Chore("follow tokens", self.watch.follow, every=10),
            Chore("look at seats behind gates", self.watch.check_seats, every=10),
            Chore("look at all seats behind gates", self.watch.check_everything, every=3600),
            Chore("find owners of classes", self.watch.find_owners, every=60),
        ]

    @property
    def handlers(self) -> dict[str, Handler]:
        return {MINT: self.minter.step}


class NoChain:
    """Where there is no chain, every question to it has one answer."""

    def __getattr__(self, name: str) -> Any:
        async def ask(*_: object, **__: object) -> None:
            raise ChainUnavailable("This campus has no blockchain")

        return ask


def build_classes(beneath: Beneath, settings: Settings) -> Classes:
    deeds, tokens = _chain_of(beneath.on_chain, settings)
    storage = beneath.storage
    wallets = AccountWallets(storage, beneath.auth)
    gates = Gates(tokens, wallets, beneath.clock)
    service = ClassroomService(
        storage,
        clock=beneath.clock,
        ids=beneath.ids,
        events=beneath.events,
        people=AccountPeople(beneath.auth),
        presence=beneath.presence,
        secrets=beneath.secrets,
        gates=gates,
    )
    return Classes(
        service,
        MintService(storage, deeds=deeds, gates=gates, content=beneath.content, site=public_url(settings)),
        TokenWatch(storage, tokens=tokens, deeds=deeds, wallets=wallets, gates=gates, events=beneath.events),
        beneath.queue,
    )


def _chain_of(on_chain: OnChain | None, settings: Settings) -> tuple[Deeds, ChainTokens]:
    if on_chain is None:
        return cast(Deeds, NoChain()), cast(ChainTokens, NoChain())
    confirmations = 1 if on_chain.is_own else settings.chain_confirmations
    return (
        ChainDeeds(on_chain.chain, on_chain.contracts),
        TokensOnChain(on_chain.chain, on_chain.contracts, confirmations=confirmations),
    )
