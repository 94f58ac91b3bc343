"""The account routes."""

from litestar import Controller, Response, get, post, put
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation

from eduverse.auth.errors import NoMail, SessionEnded
from eduverse.auth.recovery import RecoveryService
from eduverse.auth.replies import (
    COOKIE_PATH,
    REFRESH_COOKIE,
    Address,
    Auth,
    HttpRequest,
    PublicRequest,
    origin_of,
    own_view,
    session_reply,
)
from eduverse.auth.schemas import (
    AskConfirmation,
    ConfirmEmail,
    Delivery,
    ForgotPassword,
    Login,
    PasswordChange,
    ProfileUpdate,
    Refresh,
    Register,
    ResetPassword,
    SessionView,
    UserView,
)
from eduverse.auth.service import Registration
from eduverse.vocabulary.principal import Role

__all__ = ["AuthController"]

BY_COOKIE = Refresh()
IN_ENGLISH = AskConfirmation()

Recovery = NamedDependency[SkipValidation[RecoveryService | None]]
"""None on a campus that sends no mail."""


class AuthController(Controller):
    path = "/api/auth"
    tags = ["Accounts"]

    @post("/register", public=True)
    async def register(self, request: PublicRequest, data: JSONBody[Register], auth: Auth) -> Response[SessionView]:
        """Open an account and sign in with it."""
        wish = Registration(data.email, data.password, data.name, Role(data.role), data.avatar_data)
        return await session_reply(request, await auth.register(wish), auth, data.session, status=201)

    @post("/login", public=True, status_code=200)
    async def login(
        self, request: PublicRequest, data: JSONBody[Login], auth: Auth, address: Address
    ) -> Response[SessionView]:
        """Sign in with e-mail and password."""
        signed_in = await auth.log_in(data.email, data.password, origin_of(request, address))
        return await session_reply(request, signed_in, auth, data.session)

    @post("/refresh", public=True, status_code=200)
    async def refresh(
        self, request: PublicRequest, auth: Auth, data: JSONBody[Refresh] = BY_COOKIE
    ) -> Response[SessionView]:
        """Exchange a refresh token for the next pair of tokens."""
        delivery: Delivery = "token" if data.refresh_token else "cookie"
        token = data.refresh_token or request.cookies.get(REFRESH_COOKIE)
        if token is None:
            raise SessionEnded("There is no session to go on with; sign in.")
        return await session_reply(request, await auth.refresh(token), auth, delivery)

    @post("/logout", public=True, status_code=204)
    async def logout(self, request: PublicRequest, auth: Auth, data: JSONBody[Refresh] = BY_COOKIE) -> Response[None]:
        """End this session: the one whose access token, refresh token or cookie is sent."""
        token = data.refresh_token or request.cookies.get(REFRESH_COOKIE)
        if request.user:
            await auth.log_out(request.user.session_id)
        elif token:
            await auth.log_out(auth.session_of(token))
        gone = Cookie(REFRESH_COOKIE, path=COOKIE_PATH, httponly=True, samesite="strict", value="", max_age=0)
        return Response(None, status_code=204, cookies=[gone])

    @get("/me")
    async def me(self, request: HttpRequest, auth: Auth) -> UserView:
        """Your own account."""
        return await own_view(request.user.user_id, auth)

    @put("/profile")
    async def update_profile(self, request: HttpRequest, data: JSONBody[ProfileUpdate], auth: Auth) -> UserView:
        """Change your name or how you look."""
        await auth.update_profile(request.user.user_id, name=data.name, avatar_data=data.avatar_data)
        return await own_view(request.user.user_id, auth)

    @put("/password", status_code=204)
    async def change_password(self, request: HttpRequest, data: JSONBody[PasswordChange], auth: Auth) -> None:
        """Change your password; every other device is signed out."""
        await auth.change_password(request.user, current=data.current_password, new=data.new_password)

    @post("/password/forgot", public=True, status_code=204)
    async def forgot(self, data: JSONBody[ForgotPassword], recovery: Recovery, address: Address) -> None:
        """Ask for a letter with a link to a new password; the answer is the same whether there is such an account."""
        await _with_mail(recovery).ask("reset", data.email, data.language, address)

    @post("/password/reset", public=True, status_code=204)
    async def reset(self, data: JSONBody[ResetPassword], recovery: Recovery) -> None:
        """Choose a new password with the link of a letter; the account is signed out everywhere."""
        await _with_mail(recovery).reset(data.token, data.new_password)

    @post("/email/verify", public=True, status_code=204)
    async def verify_email(self, data: JSONBody[ConfirmEmail], recovery: Recovery) -> None:
        """Confirm an address with the link of a letter."""
        await _with_mail(recovery).confirm(data.token)

    @post("/email/verification", status_code=204)
    async def ask_verification(
        self,
        request: HttpRequest,
        auth: Auth,
        recovery: Recovery,
        address: Address,
        data: JSONBody[AskConfirmation] = IN_ENGLISH,
    ) -> None:
        """Ask for a letter with a link that confirms your address."""
        user = await auth.user(request.user.user_id)
        if user.email is None:
            raise NoMail("Your account has no e-mail address.")
        await _with_mail(recovery).ask("confirm", user.email, data.language, address)


def _with_mail(recovery: RecoveryService | None) -> RecoveryService:
    if recovery is None:
        raise NoMail
    return recovery
