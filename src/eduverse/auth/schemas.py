"""What the account routes take and give. Nothing secret has a field here."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from eduverse.auth.model import User
from eduverse.auth.ports import Earned
from eduverse.auth.service import SignedIn
from eduverse.auth.siwe import MOST_CHARACTERS
from eduverse.kernel.bounds import Email, Secret, Title
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Role

__all__ = [
    "AddPassword",
    "AskConfirmation",
    "ConfirmEmail",
    "ForgotPassword",
    "Login",
    "PasswordChange",
    "ProfileUpdate",
    "Refresh",
    "Register",
    "ResetPassword",
    "SessionView",
    "UserView",
    "WalletChallenge",
    "WalletLink",
    "WalletLogin",
    "WalletNonce",
]

NewPassword = Annotated[str, Meta(min_length=8, max_length=200)]
LinkToken = Annotated[str, Meta(min_length=1, max_length=400)]
Delivery = Literal["token", "cookie"]
"""Where the refresh token goes: into the reply, or into an HttpOnly cookie that no script can read."""
WalletAddress = Annotated[str, Meta(pattern=r"^0x[0-9A-Fa-f]{40}$(?!\n)", max_length=42)]
WalletMessage = Annotated[str, Meta(min_length=1, max_length=MOST_CHARACTERS)]
WalletSignature = Annotated[str, Meta(pattern=r"^0x([0-9A-Fa-f]{2}){1,4096}$(?!\n)", max_length=8_194)]


class Register(Input, frozen=True, kw_only=True):
    email: Email
    password: NewPassword
    name: Title
    role: Literal["student", "educator"] = "student"
    avatar_data: AvatarData = AvatarData()
    session: Delivery = "token"


class Login(Input, frozen=True, kw_only=True):
    email: Email
    password: Secret
    session: Delivery = "token"


class Refresh(Input, frozen=True, kw_only=True):
    """Without a token, the cookie's counts."""

    refresh_token: Secret | None = None


class ProfileUpdate(Input, frozen=True, kw_only=True):
    name: Title | None = None
    avatar_data: AvatarData | None = None


class PasswordChange(Input, frozen=True, kw_only=True):
    current_password: Secret
    new_password: NewPassword


class ForgotPassword(Input, frozen=True, kw_only=True):
    email: Email
    language: Literal["en", "de"] = "en"
    """Of the letter."""


class ResetPassword(Input, frozen=True, kw_only=True):
    token: LinkToken
    new_password: NewPassword


class ConfirmEmail(Input, frozen=True, kw_only=True):
    token: LinkToken


class AskConfirmation(Input, frozen=True, kw_only=True):
    language: Literal["en", "de"] = "en"
    """Of the letter."""


class WalletNonce(Input, frozen=True, kw_only=True):
    wallet_address: WalletAddress
    purpose: Literal["login", "link", "password"] = "login"
    """To link it, or to add an e-mail address and a password, be signed in."""
    language: Literal["en", "de"] = "en"
    """Of the sentence that the wallet shows."""


class WalletChallenge(Struct, frozen=True, kw_only=True):
    nonce: str
    message: str
    """To be signed as it is (`personal_sign`)."""
    expires_at: datetime


class WalletLogin(Input, frozen=True, kw_only=True):
    message: WalletMessage
    signature: WalletSignature
    name: Title | None = None
    """For an account that is opened by this; without, it is called by its address."""
    session: Delivery = "token"


class WalletLink(Input, frozen=True, kw_only=True):
    message: WalletMessage
    signature: WalletSignature
    current_password: Secret


class AddPassword(Input, frozen=True, kw_only=True):
    message: WalletMessage
    signature: WalletSignature
    email: Email
    new_password: NewPassword


class UserView(Struct, frozen=True, kw_only=True):
    """An account as its owner sees it."""

    id: str
    email: str | None
    """None for an account that a wallet alone opens."""
    name: str
    role: Role
    avatar_data: AvatarData
    email_confirmed: bool
    """Letters other than those asked for go only to a confirmed address."""
    tokens_earned: int
    achievements: list[Earned]
    wallet_address: str | None
    """With its checksum (EIP-55); nobody else is shown it."""
    created_at: datetime

    @classmethod
    def of(cls, user: User, tokens_earned: int, achievements: list[Earned]) -> "UserView":
        return cls(
            id=user.id,
            email=user.email,
            name=user.name,
            role=user.role,
            avatar_data=user.avatar_data,
            email_confirmed=user.email_confirmed,
            tokens_earned=tokens_earned,
            achievements=achievements,
            wallet_address=user.wallet_address,
            created_at=user.created_at,
        )


class SessionView(Struct, frozen=True, kw_only=True):
    token: str
    """The access token, for `Authorization: Bearer` and for a socket's `auth.token`."""
    expires_in: int
    """Seconds."""
    refresh_token: str | None
    user: UserView

    @classmethod
    def of(cls, signed_in: SignedIn, user: UserView, *, delivery: Delivery) -> "SessionView":
        return cls(
            token=signed_in.access_token,
            expires_in=signed_in.expires_in,
            refresh_token=signed_in.refresh_token if delivery == "token" else None,
            user=user,
        )
