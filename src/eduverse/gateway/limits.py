"""Layer 3: rate limits, by account first and by address second.

A signed-in person has a bucket of their own, so a whole school behind one address is not one visitor; so has a sealed
link to a file. Only requests with neither a token nor a link that we know count against the address.
"""

import ipaddress
from collections.abc import Callable
from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from eduverse.auth.authenticator import Authenticator
from eduverse.gateway.identity import bearer_token
from eduverse.gateway.problems import TooManyRequests
from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.structs import Struct

__all__ = ["RateLimiting", "RateLimits", "address_of", "network_of"]


class RateLimits(Struct, frozen=True, kw_only=True):
    per_account: Rate = Rate(burst=200, per_second=40)
    per_address: Rate = Rate(burst=1_000, per_second=200)


class RateLimiting(ASGIMiddleware):
    scopes = (ScopeType.HTTP,)

    def __init__(
        self, buckets: TokenBuckets, limits: RateLimits, authenticator: Authenticator, is_link: Callable[[str], bool]
    ) -> None:
        self._buckets = buckets
        self._limits = limits
        self._authenticator = authenticator
        self._is_link = is_link

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        wait = self._buckets.take(*self._bucket(scope))
        if wait:
            raise TooManyRequests(retry_after=int(wait) + 1)
        await next_app(scope, receive, send)

    def _bucket(self, scope: Scope) -> tuple[str, Rate]:
        token = bearer_token(scope)
        known = self._authenticator.remembered(token) if token else None
        if known:
            return f"account:{known.user_id}", self._limits.per_account
        link = scope["path_params"].get("token")
        if isinstance(link, str) and self._is_link(link):
            return f"link:{link}", self._limits.per_address
        return f"address:{network_of(scope)}", self._limits.per_address


def network_of(scope: Scope) -> str:
    """The caller's address, an IPv6 one cut to the /64 that one household or school has.

    Behind proxies the server has replaced the peer by the client they name, if the operator trusts them.
    """
    client = scope.get("client")
    host = client[0] if client else "unknown"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return host
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))


async def address_of(request: Request[Any, Any, Any]) -> str:
    """The dependency through which a route learns where a request comes from."""
    return network_of(request.scope)
