"""The routes of wallets."""

from litestar import Controller, Response, delete, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, SkipValidation

from eduverse.auth.errors import Unauthenticated
from eduverse.auth.homes import Asked, Homes
from eduverse.auth.replies import Address, Auth, HttpRequest, PublicRequest, origin_of, session_reply, shown
from eduverse.auth.schemas import (
    AddPassword,
    SessionView,
    UserView,
    WalletChallenge,
    WalletLink,
    WalletLogin,
    WalletNonce,
)
from eduverse.auth.wallets import Signed, WalletService

__all__ = ["WalletController"]

Wallets = NamedDependency[SkipValidation[WalletService]]
TheseHomes = NamedDependency[SkipValidation[Homes]]


class WalletController(Controller):
    path = "/api/auth"
    tags = ["Accounts"]

    @post("/wallet/nonce", public=True, status_code=200)
    async def nonce(
        self, request: PublicRequest, data: JSONBody[WalletNonce], wallets: Wallets, homes: TheseHomes
    ) -> Response[WalletChallenge]:
        """Ask for a message (EIP-4361) that a wallet signs: to sign in, to be linked to your account, or to let you add
        an e-mail address and a password to it."""
        whose = request.user if data.purpose != "login" else None
        if data.purpose != "login" and whose is None:
            raise Unauthenticated
        page = homes.page(_asked(request))
        given = wallets.challenge(page, data.wallet_address, data.language, data.purpose, whose)
        body = WalletChallenge(nonce=given.nonce, message=given.message, expires_at=given.expires_at)
        return Response(body, headers={"cache-control": "no-store"})

    @post("/wallet/login", public=True, status_code=200)
    async def login(
        self,
        request: PublicRequest,
        data: JSONBody[WalletLogin],
        auth: Auth,
        wallets: Wallets,
        homes: TheseHomes,
        address: Address,
    ) -> Response[SessionView]:
        """Sign in with the message that your wallet signed. A wallet that no account has opens a student's account."""
        signed = _signed(request, homes, data)
        signed_in = await wallets.log_in(signed, origin_of(request, address), data.name)
        return await session_reply(request, signed_in, auth, data.session)

    @post("/link-wallet", status_code=200)
    async def link(
        self, request: HttpRequest, data: JSONBody[WalletLink], auth: Auth, wallets: Wallets, homes: TheseHomes
    ) -> UserView:
        """Link a wallet to your account, which it opens from then on."""
        return await shown(await wallets.link(request.user, _signed(request, homes, data), data.current_password), auth)

    @post("/email", status_code=200)
    async def add_password(
        self, request: HttpRequest, data: JSONBody[AddPassword], auth: Auth, wallets: Wallets, homes: TheseHomes
    ) -> UserView:
        """Add an e-mail address and a password to an account that only your wallet opens."""
        signed = _signed(request, homes, data)
        return await shown(await wallets.add_password(request.user, signed, data.email, data.new_password), auth)

    @delete("/link-wallet", status_code=200)
    async def unlink(self, request: HttpRequest, auth: Auth, wallets: Wallets) -> UserView:
        """Unlink your wallet; every other device is signed out."""
        return await shown(await wallets.unlink(request.user), auth)


def _asked(request: PublicRequest | HttpRequest) -> Asked:
    server = request.scope["server"]
    return Asked(request.headers.get("origin"), request.headers.get("host"), server[1] if server else None)


def _signed(request: PublicRequest | HttpRequest, homes: Homes, data: WalletLogin | WalletLink | AddPassword) -> Signed:
    return Signed(homes.page(_asked(request)), data.message, bytes.fromhex(data.signature[2:]))
