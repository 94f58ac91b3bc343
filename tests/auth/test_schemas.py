"""What the account routes take, and that nothing secret has a field in what they give."""

from typing import Any

import msgspec
import pytest
from tests.support.accounts import Accounts

from eduverse.auth.schemas import Login, PasswordChange, ProfileUpdate, Register, SessionView, UserView

GOOD = {"email": "mira@school.example", "password": "correct horse", "name": "Mira"}


@pytest.mark.parametrize(
    "change",
    [
        {"email": "mira"},
        {"email": "mira@school.example\n"},
        {"email": "x" * 250 + "@school.example"},
        {"password": "seven77"},
        {"password": "x" * 201},
        {"password": 12345678},
        {"name": " "},
        {"name": "x" * 121},
        {"role": "admin"},
        {"role": None},
        {"session": "header"},
        {"walletAddress": "0x0"},
        {"avatarData": {"skin": "javascript:"}},
    ],
)
def test_bounds_of_a_registration(change: dict[str, Any]) -> None:
    msgspec.convert(GOOD, Register)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**GOOD, **change}, Register)


def test_other_bodies_are_as_strict() -> None:
    for kind, body in (
        (Login, {"email": "mira@school.example", "password": ""}),
        (PasswordChange, {"currentPassword": "x", "newPassword": "short"}),
        (ProfileUpdate, {"email": "other@school.example"}),
    ):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(body, kind)


async def test_a_view_has_no_hash_and_a_cookie_session_no_token() -> None:
    signed_in = await Accounts().registered()
    view = msgspec.json.encode(UserView.of(signed_in.user, 7, [])).decode()
    assert '"tokensEarned":7' in view
    assert str(signed_in.user.password_hash) not in view
    assert "assword" not in view
    assert SessionView.of(signed_in, UserView.of(signed_in.user, 0, []), delivery="cookie").refresh_token is None
    assert (
        SessionView.of(signed_in, UserView.of(signed_in.user, 0, []), delivery="token").refresh_token
        == signed_in.refresh_token
    )
    assert (
        signed_in.device_mark
        not in msgspec.json.encode(
            SessionView.of(signed_in, UserView.of(signed_in.user, 0, []), delivery="token")
        ).decode()
    )
