"""What the account routes have in common: where a sign-in comes from, and what it is answered with."""

from typing import Any

from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from eduverse.auth.model import User
from eduverse.auth.schemas import Delivery, SessionView, UserView
from eduverse.auth.service import AuthService, SignedIn
from eduverse.auth.throttle import Origin
from eduverse.vocabulary.principal import Principal

__all__ = [
    "COOKIE_PATH",
    "REFRESH_COOKIE",
    "Address",
    "Auth",
    "HttpRequest",
    "PublicRequest",
    "origin_of",
    "own_view",
    "session_reply",
    "shown",
]

HttpRequest = Request[Principal, Any, Any]
PublicRequest = Request[Principal | None, Any, Any]
"""Of a route that takes anybody."""

REFRESH_COOKIE = "eduverse_refresh"
COOKIE_PATH = "/api/auth"
_DEVICE_COOKIE = "eduverse_device"
_DEVICE_DAYS = 365
_REFRESH_DAYS = 30

Auth = NamedDependency[SkipValidation[AuthService]]
Address = NamedDependency[str]


def origin_of(request: PublicRequest, address: str) -> Origin:
    return Origin(address, request.cookies.get(_DEVICE_COOKIE))


async def own_view(user_id: str, auth: AuthService) -> UserView:
    return await shown(await auth.user(user_id), auth)


async def shown(user: User, auth: AuthService) -> UserView:
    return UserView.of(user, await auth.tokens_earned(user.id), await auth.achievements(user.id))


async def session_reply(
    request: PublicRequest, signed_in: SignedIn, auth: AuthService, delivery: Delivery, *, status: int = 200
) -> Response[SessionView]:
    cookies = [_cookie(request, _DEVICE_COOKIE, signed_in.device_mark, _DEVICE_DAYS)]
    if delivery == "cookie":
        cookies.append(_cookie(request, REFRESH_COOKIE, signed_in.refresh_token, _REFRESH_DAYS))
    body = SessionView.of(signed_in, await shown(signed_in.user, auth), delivery=delivery)
    return Response(body, status_code=status, cookies=cookies, headers={"cache-control": "no-store"})


def _cookie(request: PublicRequest, name: str, value: str, days: int) -> Cookie:
    secure = request.url.scheme == "https"
    return Cookie(
        name, path=COOKIE_PATH, value=value, max_age=days * 86_400, httponly=True, samesite="strict", secure=secure
    )
