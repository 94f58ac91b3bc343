"""Layer 6: who is asking. Every route wants a signed-in person unless it says `public`."""

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from eduverse.auth.authenticator import Authenticator
from eduverse.auth.errors import Unauthenticated
from eduverse.kernel.errors import Problem
from eduverse.vocabulary.principal import Principal

__all__ = ["Identification", "bearer_token"]

_PREFIX = b"bearer "


class Identification(ASGIMiddleware):
    """Sets the request's user from its access token; refuses a token that does not hold, except on public routes."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, authenticator: Authenticator) -> None:
        self._authenticator = authenticator

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        public = scope["route_handler"].opt.get("public", False)
        scope["user"] = await self._identify(scope, public=public)
        if scope["user"] is None and not public:
            raise Unauthenticated
        await next_app(scope, receive, send)

    async def _identify(self, scope: Scope, *, public: bool) -> Principal | None:
        token = bearer_token(scope)
        if token is None:
            return None
        try:
            return await self._authenticator.authenticate(token)
        except Problem:
            if public:
                return None
            raise


def bearer_token(scope: Scope) -> str | None:
    """The access token of the Authorization header, if there is one (RFC 6750, 2.1)."""
    for name, value in scope["headers"]:
        if name == b"authorization" and value[: len(_PREFIX)].lower() == _PREFIX:
            return value[len(_PREFIX) :].strip().decode("latin-1")
    return None
