"""The wiring: which parts a campus is made of, and what each is given."""

from datetime import timedelta
from typing import NamedTuple, cast

from litestar import Litestar
from litestar.types import ASGIApp

import eduverse
from eduverse.achievements.records import AwardRecords
from eduverse.app.adapters import AccountPeople, AwardHonours
from eduverse.app.attendance import Beside, Lessons, build_lessons
from eduverse.app.certificates import Certificates, Issuing, build_certificates
from eduverse.app.chain import OnChain, put_on
from eduverse.app.classes import Beneath, Classes, build_classes
from eduverse.app.grades import Grades, Moved, build_grades
from eduverse.app.ipfs import Ipfs, build_ipfs
from eduverse.app.live import Live, Outside, build_live, ice_servers, media_server
from eduverse.app.materials import Materials, Needs, build_materials
from eduverse.app.notices import Around, Notices, build_notices
from eduverse.app.part import Part, Worker
from eduverse.app.quizzes import Quizzing, build_quizzing
from eduverse.app.rewards import Rewards, RewardsNeed, build_ledger, build_rewards
from eduverse.app.settings import Settings
from eduverse.app.tutor import ReleasedMaterial, Tutor, TutorOutside, build_tutor
from eduverse.app.wallets import Wallets, build_wallets
from eduverse.auth.authenticator import Authenticator
from eduverse.auth.http import AuthController
from eduverse.auth.passwords import Argon2Passwords
from eduverse.auth.service import AuthService
from eduverse.auth.tokens import KeyRing
from eduverse.classrooms.service import ClassroomService
from eduverse.credentials.issuer import SigningKey
from eduverse.flows.quiz_passed import QuizPassed
from eduverse.flows.room_news import RoomNews
from eduverse.gateway.api import Edge, create_api
from eduverse.gateway.broadcast import EngineBroadcaster
from eduverse.gateway.campus import CampusController, CampusView, DemoAccount
from eduverse.gateway.health import HealthController
from eduverse.gateway.jobs import JobsController
from eduverse.gateway.limits import RateLimits
from eduverse.gateway.live import ROOM_BOUNDS, ROOM_RATES, LiveCampus
from eduverse.gateway.order import EngineOrder
from eduverse.gateway.static import ClientFiles
from eduverse.gateway.whereabouts import EngineWhereabouts
from eduverse.jobs.chores import Chore, Chores
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Runner
from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.chain import Chain
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Entropy, Ids
from eduverse.live.http import ChatController
from eduverse.media.livekit import LiveKit
from eduverse.quizzes.service import QuizService
from eduverse.realtime.server import RealtimeServer
from eduverse.realtime.server import Settings as EngineSettings
from eduverse.rewards.service import Ledger
from eduverse.vocabulary.events import AttemptMarked, ProfileChanged, QuizSubmitted, SessionsRevoked, SocketGone

__all__ = ["Campus", "Machine", "build_campus"]


_LARGEST_MESSAGE = 256 * 1024
"""Bytes; the largest one that anybody has a reason to send is a presentation."""
_RECOVERY_WINDOW = 120.0
"""Seconds for which somebody whose connection broke finds everything as they left it."""


class Machine(NamedTuple):
    """What a campus runs on: everything that is not its own to decide."""

    storage: Storage
    clock: Clock
    entropy: Entropy
    keys: KeyRing
    content: Content
    signing: tuple[SigningKey, ...]
    """Newest first."""
    chain: Chain | None = None
    """None where there is none; then nothing says that it was put on one."""

    @property
    def ids(self) -> Ids:
        return Ids(self.clock, self.entropy)


class Services(NamedTuple):
    """The slices, wired to each other."""

    events: EventBus
    queue: Queue
    broadcaster: EngineBroadcaster
    order: EngineOrder
    whereabouts: EngineWhereabouts
    media: LiveKit | None
    passwords: Argon2Passwords
    auth: AuthService
    authenticator: Authenticator
    classes: Classes
    quizzing: Quizzing
    ledger: Ledger
    lessons: Lessons
    quiz_passed: QuizPassed
    live: Live
    materials: Materials
    certificates: Certificates
    ipfs: Ipfs
    tutor: Tutor
    grades: Grades
    wallets: Wallets
    on_chain: OnChain | None
    rewards: Rewards

    @property
    def classrooms(self) -> ClassroomService:
        return self.classes.service

    @property
    def quizzes(self) -> QuizService:
        return self.quizzing.quizzes

    def parts(self, notices: Notices) -> list[Part]:
        """The parts that bring routes and chores of their own."""
        return [
            *(self.classes, self.quizzing, self.grades, self.lessons, self.materials, self.tutor, self.certificates),
            *(self.rewards, self.wallets, self.ipfs),
            *([self.on_chain] if self.on_chain else []),
            notices,
        ]


class Campus(NamedTuple):
    services: Services
    engine: RealtimeServer
    chores: Chores
    runner: Runner
    api: Litestar
    app: ASGIApp
    """The whole program as one ASGI application."""
    notices: Notices


def build_campus(machine: Machine, settings: Settings, files: ClientFiles, demo: list[DemoAccount]) -> Campus:
    services = build_services(machine, settings)
    engine = _engine(services, machine, settings)
    notices = _notices(services, machine, settings, demo=bool(demo))
    chores = _chores(services, machine, notices)
    runner = _runner(services, machine, notices)

    async def readiness() -> dict[str, str]:
        problems = {**await _problems(machine, engine, chores, services), **await notices.problems()}
        return {**problems, "jobs": problem} if (problem := await runner.problem()) else problems

    view = CampusView(
        name=settings.campus_name,
        version=eduverse.__version__,
        open_educators=settings.open_educators,
        mail=notices.recovery is not None,
        demo_accounts=demo,
    )
    parts = services.parts(notices)
    routed = {
        "auth": services.auth,
        "chat": services.live.chat,
        "ids": machine.ids,
        "jobs": services.queue,
        "campus": view,
        "readiness": readiness,
        "clock": machine.clock,
    }
    for part in parts:
        routed.update(part.routed)
    buckets = TokenBuckets(machine.clock)
    api = create_api(
        [
            *(AuthController, ChatController, CampusController, HealthController, JobsController),
            *(controller for part in parts for controller in part.controllers),
        ],
        routed,
        authenticator=services.authenticator,
        buckets=buckets,
        limits=_limits(settings),
        allowed_origins=settings.allowed_origins,
        is_link=services.materials.links.is_ours,
    )
    reaches = services.media.origins if services.media else ()
    beside = services.on_chain.endpoint(buckets) if demo and services.on_chain else {}
    app = Edge.guarded(api, cast(ASGIApp, engine.asgi), files, reaches=reaches, beside=beside)
    return Campus(services, engine, chores, runner, api, app, notices)


def _notices(services: Services, machine: Machine, settings: Settings, *, demo: bool) -> Notices:
    around = Around(
        storage=machine.storage,
        clock=machine.clock,
        ids=machine.ids,
        keys=machine.keys,
        passwords=services.passwords,
        events=services.events,
        broadcaster=services.broadcaster,
        auth=services.auth,
        classrooms=services.classrooms,
    )
    notices = build_notices(around, settings, print if demo else None)
    notices.listen(services.events)
    return notices


def _engine(services: Services, machine: Machine, settings: Settings) -> RealtimeServer:
    """The real-time server, serving the slices' sockets; from here on the slices reach people through it."""
    campus = LiveCampus(
        authenticator=services.authenticator,
        classrooms=services.classrooms,
        quizzes=services.quizzes,
        lessons=services.live.lessons,
        whereabouts=services.whereabouts,
        events=services.events,
        clock=machine.clock,
        tables=[services.live.table, services.quizzing.table],
    )
    engine = RealtimeServer(
        campus,
        settings=EngineSettings(
            origins=frozenset(settings.allowed_origins),
            max_payload=_LARGEST_MESSAGE,
            recovery_window=_RECOVERY_WINDOW,
            redis_url=settings.redis_url,
        ),
        rates=ROOM_RATES,
        bounds=ROOM_BOUNDS,
        clock=machine.clock,
        entropy=machine.entropy,
    )
    for part in (campus, services.broadcaster, services.order, services.whereabouts):
        part.attach(engine)
    _listen(services)
    return engine


def _limits(settings: Settings) -> RateLimits:
    """Five seconds' worth may come at once: a page that opens asks for several things."""
    return RateLimits(
        per_account=Rate(burst=settings.account_rate * 5, per_second=settings.account_rate),
        per_address=Rate(burst=settings.address_rate * 5, per_second=settings.address_rate),
    )


def build_services(machine: Machine, settings: Settings, passwords: Argon2Passwords | None = None) -> Services:
    """The slices alone: enough to seed a campus or to open an account, without serving anybody."""
    storage, clock, ids = machine.storage, machine.clock, machine.ids
    events, passwords, ledger = EventBus(), passwords or Argon2Passwords(), build_ledger(storage, clock, settings)
    queue = Queue(storage, clock)
    broadcaster, whereabouts, order = EngineBroadcaster(), EngineWhereabouts(), EngineOrder()
    media = media_server(settings, clock)
    on_chain = put_on(machine.chain, settings) if machine.chain else None
    auth = _accounts(machine, settings, events, passwords, ledger)
    ipfs = build_ipfs(storage, machine.content, settings)
    classes = build_classes(
        Beneath(storage, clock, ids, events, machine.keys, ipfs.public, broadcaster, auth, queue, on_chain), settings
    )
    classrooms = classes.service
    quizzing = build_quizzing(
        storage,
        clock=clock,
        ids=ids,
        entropy=machine.entropy,
        events=events,
        classes=classrooms,
        broadcaster=broadcaster,
        secrets=machine.keys,
    )
    passed = QuizPassed(quizzing.attempts, ledger)
    beside = Beside(auth, classrooms, quizzing.quizzes, machine.keys, whereabouts, settings.campus_name)
    lessons = build_lessons(storage, clock, ids, beside)
    routes = ice_servers(settings, clock)
    outside = Outside(
        broadcaster, order, whereabouts, classes=classrooms, log=lessons.presence, media=media, routes=routes
    )
    materials = build_materials(storage, clock, ids, settings, Needs(machine.content, classrooms, machine.keys))
    certificates = build_certificates(
        storage,
        clock,
        settings,
        Issuing(
            content=ipfs.public,
            entropy=machine.entropy,
            secrets=machine.keys,
            signing=machine.signing,
            auth=auth,
            classrooms=classrooms,
            attempts=quizzing.attempts,
            queue=queue,
            anchors=on_chain.registry if on_chain else None,
            patience=on_chain.patience if on_chain else timedelta(),
        ),
    )
    return Services(
        events=events,
        queue=queue,
        broadcaster=broadcaster,
        order=order,
        whereabouts=whereabouts,
        media=media,
        passwords=passwords,
        auth=auth,
        authenticator=Authenticator(auth, machine.keys, clock),
        classes=classes,
        quizzing=quizzing,
        ledger=ledger,
        lessons=lessons,
        quiz_passed=passed,
        live=build_live(storage, clock, ids, outside),
        certificates=certificates,
        ipfs=ipfs,
        materials=materials,
        tutor=build_tutor(
            storage,
            clock,
            ids,
            machine.entropy,
            settings,
            TutorOutside(classrooms, ReleasedMaterial(materials.library), quizzing.bank),
        ),
        grades=build_grades(
            storage,
            clock=clock,
            events=events,
            classrooms=classrooms,
            people=AccountPeople(auth),
            moved=Moved(quizzing.attempts, passed, ledger, certificates.service),
        ),
        wallets=build_wallets(machine, settings, auth, on_chain),
        on_chain=on_chain,
        rewards=build_rewards(storage, clock, RewardsNeed(ledger, classrooms, auth, machine.keys, queue, on_chain)),
    )


def _accounts(
    machine: Machine, settings: Settings, events: EventBus, passwords: Argon2Passwords, ledger: Ledger
) -> AuthService:
    return AuthService(
        machine.storage,
        clock=machine.clock,
        ids=machine.ids,
        events=events,
        keys=machine.keys,
        passwords=passwords,
        balances=ledger,
        honours=AwardHonours(AwardRecords(machine.storage)),
        open_educators=settings.open_educators,
    )


def _listen(services: Services) -> None:
    events = services.events
    events.on(SessionsRevoked, services.authenticator.on_sessions_revoked)
    events.on(ProfileChanged, services.authenticator.on_profile_changed)
    events.on(QuizSubmitted, services.quiz_passed.on_graded)
    events.on(AttemptMarked, services.quiz_passed.on_graded)
    services.lessons.listen(events)
    events.on(SocketGone, services.order.on_socket_gone)
    RoomNews(services.broadcaster).listen(events)
    services.live.listen(events)


def _chores(services: Services, machine: Machine, notices: Notices) -> Chores:
    """What has to be done again and again; together they also finish whatever a crash cut off."""

    async def drop_sessions() -> int:
        return await services.auth.drop_expired_sessions(machine.clock.now())

    return Chores(
        [
            Chore("give tokens for quizzes", services.quiz_passed.catch_up, every=5),
            Chore("end deserted lessons", services.live.lessons.end_deserted, every=30),
            Chore("drop expired sessions", drop_sessions, every=3600),
            Chore("forget jobs that are done", services.queue.drop_done, every=3600),
            *(chore for part in services.parts(notices) for chore in part.chores),
        ]
    )


def _runner(services: Services, machine: Machine, notices: Notices) -> Runner:
    workers = [part for part in services.parts(notices) if isinstance(part, Worker)]
    handlers = {kind: handler for part in workers for kind, handler in part.handlers.items()}
    return Runner(machine.storage, services.queue, handlers, clock=machine.clock, entropy=machine.entropy)


async def _problems(machine: Machine, engine: RealtimeServer, chores: Chores, services: Services) -> dict[str, str]:
    problems = {f"chore: {name}": error for name, error in chores.failing.items()}
    problems.update({f"realtime {place}": problem for place, problem in enumerate(engine.problems)})
    try:
        await machine.storage.ping()
    except Exception as error:
        problems["storage"] = str(error)
    try:
        await machine.content.ping()
    except Exception as error:
        problems["content"] = str(error)
    if services.media and (problem := await services.media.problem()):
        problems["livekit"] = problem
    if services.on_chain and (problem := await services.on_chain.problem()):
        problems["chain"] = problem
    if problem := await services.tutor.problem():
        problems["language model"] = problem
    return problems
