"""The account routes."""

from typing import Any

from litestar import Controller, Request, Response, get, post, put
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation

from eduverse.auth.errors import SessionEnded
from eduverse.auth.schemas import (
    Delivery,
    Login,
    PasswordChange,
    ProfileUpdate,
    Refresh,
    Register,
    SessionView,
    UserView,
)
from eduverse.auth.service import AuthService, Origin, Registration, SignedIn
from eduverse.vocabulary.principal import Principal, Role

__all__ = ["AuthController"]

HttpRequest = Request[Principal, Any, Any]
PublicRequest = Request[Principal | None, Any, Any]
"""Of a route that takes anybody."""

REFRESH_COOKIE = "eduverse_refresh"
DEVICE_COOKIE = "eduverse_device"
_COOKIE_PATH = "/api/auth"
_DEVICE_DAYS = 365
_REFRESH_DAYS = 30
BY_COOKIE = Refresh()

Auth = NamedDependency[SkipValidation[AuthService]]
Address = NamedDependency[str]


class AuthController(Controller):
    path = "/api/auth"
    tags = ["Accounts"]

    @post("/register", public=True)
    async def register(self, request: PublicRequest, data: JSONBody[Register], auth: Auth) -> Response[SessionView]:
        """Open an account and sign in with it."""
        wish = Registration(data.email, data.password, data.name, Role(data.role), data.avatar_data)
        return await _session(request, await auth.register(wish), auth, data.session, status=201)

    @post("/login", public=True, status_code=200)
    async def login(
        self, request: PublicRequest, data: JSONBody[Login], auth: Auth, address: Address
    ) -> Response[SessionView]:
        """Sign in with e-mail and password."""
        origin = Origin(address, request.cookies.get(DEVICE_COOKIE))
        return await _session(request, await auth.log_in(data.email, data.password, origin), auth, data.session)

    @post("/refresh", public=True, status_code=200)
    async def refresh(
        self, request: PublicRequest, auth: Auth, data: JSONBody[Refresh] = BY_COOKIE
    ) -> Response[SessionView]:
        """Exchange a refresh token for the next pair of tokens."""
        delivery: Delivery = "token" if data.refresh_token else "cookie"
        token = data.refresh_token or request.cookies.get(REFRESH_COOKIE)
        if token is None:
            raise SessionEnded("There is no session to go on with; sign in.")
        return await _session(request, await auth.refresh(token), auth, delivery)

    @post("/logout", public=True, status_code=204)
    async def logout(self, request: PublicRequest, auth: Auth, data: JSONBody[Refresh] = BY_COOKIE) -> Response[None]:
        """End this session: the one whose access token, refresh token or cookie is sent."""
        token = data.refresh_token or request.cookies.get(REFRESH_COOKIE)
        if request.user:
            await auth.log_out(request.user.session_id)
        elif token:
            await auth.log_out(auth.session_of(token))
        gone = Cookie(REFRESH_COOKIE, path=_COOKIE_PATH, httponly=True, samesite="strict", value="", max_age=0)
        return Response(None, status_code=204, cookies=[gone])

    @get("/me")
    async def me(self, request: HttpRequest, auth: Auth) -> UserView:
        """Your own account."""
        return await _view(request.user.user_id, auth)

    @put("/profile")
    async def update_profile(self, request: HttpRequest, data: JSONBody[ProfileUpdate], auth: Auth) -> UserView:
        """Change your name or how you look."""
        await auth.update_profile(request.user.user_id, name=data.name, avatar_data=data.avatar_data)
        return await _view(request.user.user_id, auth)

    @put("/password", status_code=204)
    async def change_password(self, request: HttpRequest, data: JSONBody[PasswordChange], auth: Auth) -> None:
        """Change your password; every other device is signed out."""
        await auth.change_password(request.user, current=data.current_password, new=data.new_password)


async def _view(user_id: str, auth: AuthService) -> UserView:
    return UserView.of(await auth.user(user_id), await auth.tokens_earned(user_id))


async def _session(
    request: PublicRequest, signed_in: SignedIn, auth: AuthService, delivery: Delivery, *, status: int = 200
) -> Response[SessionView]:
    tokens = await auth.tokens_earned(signed_in.user.id)
    cookies = [_cookie(request, DEVICE_COOKIE, signed_in.device_mark, _DEVICE_DAYS)]
    if delivery == "cookie":
        cookies.append(_cookie(request, REFRESH_COOKIE, signed_in.refresh_token, _REFRESH_DAYS))
    body = SessionView.of(signed_in, tokens, delivery=delivery)
    return Response(body, status_code=status, cookies=cookies, headers={"cache-control": "no-store"})


def _cookie(request: PublicRequest, name: str, value: str, days: int) -> Cookie:
    secure = request.url.scheme == "https"
    return Cookie(
        name, path=_COOKIE_PATH, value=value, max_age=days * 86_400, httponly=True, samesite="strict", secure=secure
    )
