"""The HTTP edge: the seven layers around the slices' routes, in the seed's order.

Every answer passes (1) `headers`; a request then passes (2) exact-match CORS, (3) `limits`, (6) `identity`,
(4, 5) `decoder` as the route's body is read, and (7) the policy function that the service asks.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, cast

from litestar import Controller, Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.types import ASGIApp, Receive, Scope, Send

import eduverse
from eduverse.auth.authenticator import Authenticator
from eduverse.gateway.compression import COMPRESSION, EntityTags
from eduverse.gateway.decoder import GuardedRequest
from eduverse.gateway.docs import ApiPage
from eduverse.gateway.headers import SecurityHeaders
from eduverse.gateway.identity import Identification
from eduverse.gateway.limits import RateLimiting, RateLimits, address_of
from eduverse.gateway.problems import EXCEPTION_HANDLERS
from eduverse.gateway.static import ClientFiles
from eduverse.kernel.buckets import TokenBuckets

__all__ = ["Edge", "create_api"]

MAX_BODY = 1_000_000
"""Bytes; what a quiz of 200 long questions needs, several times over."""
_API_PATHS = frozenset({"/api", "/health", "/.well-known/did.json", "/verify/offline.html"})
"""Beside everything under `/api/`, `/health/` and `/ipfs/`."""


def create_api(
    controllers: Sequence[type[Controller]],
    services: Mapping[str, Any],
    *,
    authenticator: Authenticator,
    buckets: TokenBuckets,
    limits: RateLimits,
    allowed_origins: Sequence[str],
    is_link: Callable[[str], bool],
) -> Litestar:
    """The REST application. `services` are what the routes name as parameters, by that name; `is_link` says whether a
    path's token is one that we sealed."""
    return Litestar(
        route_handlers=list(controllers),
        dependencies={
            **{name: _provided(service) for name, service in services.items()},
            "address": Provide(address_of),
        },
        middleware=[
            RateLimiting(buckets, limits, authenticator, is_link),
            Identification(authenticator),
            COMPRESSION,
            EntityTags(),
        ],
        exception_handlers=EXCEPTION_HANDLERS,
        request_class=GuardedRequest,
        request_max_body_size=MAX_BODY,
        cors_config=_cors(allowed_origins),
        openapi_config=OpenAPIConfig(
            title="EduVerse",
            version=eduverse.__version__,
            description="The campus's REST interface. Errors are RFC 9457 problem details; lists use cursors.",
            openapi_router=Router("/api/docs", route_handlers=[], opt={"public": True}),
            render_plugins=[ApiPage()],
            use_handler_docstrings=True,
        ),
        logging_config=None,
    )


class Edge:
    """The outermost application: `/api`, `/health`, `/ipfs` to REST, `/socket.io/` to the engine, all else to files;
    `beside` are other applications, each at a path of its own."""

    def __init__(
        self, api: Litestar, engine: ASGIApp, files: ClientFiles, beside: Mapping[str, ASGIApp] = MappingProxyType({})
    ) -> None:
        self._beside = beside
        self._api = api
        self._engine = engine
        self._files = files

    @classmethod
    def guarded(
        cls,
        api: Litestar,
        engine: ASGIApp,
        files: ClientFiles,
        *,
        reaches: Sequence[str] = (),
        beside: Mapping[str, ASGIApp] = MappingProxyType({}),
    ) -> ASGIApp:
        return SecurityHeaders(cls(api, engine, files, beside), reaches)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path")  # a lifespan has none
        await (self._app_for(path) if path else self._api)(scope, receive, send)

    def _app_for(self, path: str) -> ASGIApp:
        if path.startswith("/socket.io"):
            return self._engine
        if path.startswith(("/api/", "/health/", "/ipfs/")) or path in _API_PATHS:
            return self._api
        return self._beside.get(path, cast(ASGIApp, self._files))


def _provided(service: Any) -> Provide:
    async def provide() -> Any:
        return service

    return Provide(provide, use_cache=True)


def _cors(origins: Sequence[str]) -> CORSConfig | None:
    """Only these origins, compared as they are: a pattern in the setting would be a hole."""
    if not origins:
        return None
    return CORSConfig(
        allow_origins=[origin for origin in origins if "*" not in origin],
        allow_methods=["GET", "POST", "PUT", "DELETE"],
        allow_headers=["authorization", "content-type", "idempotency-key"],
        expose_headers=["etag", "retry-after"],
        allow_credentials=True,
    )
