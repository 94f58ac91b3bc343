"""Running a campus: what is opened, in which order, and closed again when asked to stop."""

import asyncio
import logging
import socket
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

import structlog
import uvicorn

from eduverse.app.campus import Campus, Machine, Services, build_campus, build_services
from eduverse.app.chain import chain_of
from eduverse.app.content import open_content
from eduverse.app.demo import DemoCampus, seed_demo, set_stage
from eduverse.app.keys import load_keys, load_signing_keys
from eduverse.app.settings import Settings, SettingsError
from eduverse.app.webbuild import ensure_built
from eduverse.auth.passwords import Argon2Passwords
from eduverse.gateway.connections import PatientHttpProtocol
from eduverse.gateway.static import ClientFiles
from eduverse.kernel.chain import Chain
from eduverse.kernel.clock import Clock, SystemClock
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Ids, SystemEntropy
from eduverse.storage.sqlite import open_sqlite

__all__ = ["configure_logging", "open_services", "open_storage", "serve"]

_log = structlog.get_logger(__name__)
Announce = Callable[[str, DemoCampus | None], None]


async def serve(settings: Settings, *, demo: bool, announce: Announce) -> None:
    """Serves until SIGINT or SIGTERM. `announce` is called once requests are taken, with the URL to open.

    Raises `SettingsError`, and `ChainUnavailable` when the node that is set does not answer.
    """
    files = ClientFiles.of(await asyncio.to_thread(ensure_built))
    async with AsyncExitStack() as stack:
        machine = await stack.enter_async_context(_machine(settings))
        await _look_at(machine.chain, settings)
        seeded = await _seed(machine, settings) if demo else None
        campus = build_campus(machine, settings, files, seeded.accounts if seeded else [])
        stack.callback(campus.services.passwords.close)
        stack.push_async_callback(campus.services.tutor.close)
        await _run(campus, settings, lambda url: announce(url, seeded))


async def _look_at(chain: Chain | None, settings: Settings) -> None:
    """A node that is set must answer. Our own chain is opened when it is needed."""
    if chain is None:
        _log.warning("no_chain", reason="a chain of its own needs Python 3.11 or 3.12; or set EDUVERSE_CHAIN_URL")
    elif settings.chain_url:
        await chain.ping()


@asynccontextmanager
async def open_services(settings: Settings, *, passwords: Argon2Passwords | None = None) -> AsyncIterator[Services]:
    """The slices without a server, for the operator's commands; `passwords` instead of those with the usual cost."""
    async with _machine(settings) as machine:
        services = build_services(machine, settings, passwords)
        try:
            yield services
        finally:
            services.passwords.close()


def configure_logging(settings: Settings) -> None:
    renderer = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(settings.log_level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


@asynccontextmanager
async def _machine(settings: Settings) -> AsyncIterator[Machine]:
    clock, entropy = SystemClock(), SystemEntropy()
    async with open_storage(settings, clock) as storage, open_content(settings, storage, clock) as content:
        ids = Ids(clock, entropy)
        keys = load_keys(settings.data_folder, ids, entropy)
        signing = load_signing_keys(settings.data_folder, ids, entropy)
        async with _chain(settings, storage, clock) as chain:
            yield Machine(storage, clock, entropy, keys, content, signing, chain)


@asynccontextmanager
async def _chain(settings: Settings, storage: Storage, clock: Clock) -> AsyncIterator[Chain | None]:
    chain = chain_of(settings, storage, clock)
    if chain is None:
        yield None
        return
    try:
        yield chain
    finally:
        await chain.close()


@asynccontextmanager
async def open_storage(settings: Settings, clock: SystemClock) -> AsyncIterator[Storage]:
    """The documents of this campus, in its data folder or on the server that is set."""
    url = settings.database_url
    if url is None:
        async with open_sqlite(settings.data_folder, clock) as sqlite:
            yield sqlite
    elif url.startswith(("mongodb://", "mongodb+srv://")):
        from eduverse.storage.mongo import open_mongo

        settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        async with open_mongo(url) as mongo:
            yield mongo
    else:
        raise SettingsError("EDUVERSE_DATABASE_URL must begin with mongodb:// or mongodb+srv://.")


async def _seed(machine: Machine, settings: Settings) -> DemoCampus:
    stage = set_stage(machine, settings)
    try:
        return await seed_demo(settings.data_folder, stage)
    finally:
        stage.services.passwords.close()


async def _run(campus: Campus, settings: Settings, announce: Callable[[str], None]) -> None:
    config = uvicorn.Config(
        campus.app,
        host=settings.host,
        port=settings.port,
        loop="none",
        http=PatientHttpProtocol,
        ws=campus.engine.websocket_protocol,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_graceful_shutdown=5,
    )
    with _listening(settings) as listener:
        host, port = listener.getsockname()[:2]
        server = _Server(config, campus, lambda: announce(_url(settings.host or host, port)))
        async with campus.engine, campus.chores, campus.runner:
            await server.serve(sockets=[listener])


class _Server(uvicorn.Server):
    """uvicorn, which says when it takes requests, and closes the sockets before it waits for open connections."""

    def __init__(self, config: uvicorn.Config, campus: Campus, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._campus = campus
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._campus.engine.close_all()
        await super().shutdown(sockets)


@contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    """The port, taken; raises `SettingsError` when somebody else has it."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, settings.port))
        except OSError as error:
            raise SettingsError(
                f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}. Choose another --port."
            ) from None
        listener.listen(1024)
        listener.setblocking(False)
        yield listener


def _url(host: str, port: int) -> str:
    shown = {"127.0.0.1": "localhost", "0.0.0.0": "localhost", "::": "localhost"}.get(host, host)  # noqa: S104
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"
