"""A real SMTP server on a free port, which keeps what it is given."""

import asyncio
import email
import email.policy
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import UnthreadedController
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

__all__ = ["PostOffice", "post_office"]


class PostOffice:
    """Takes letters, unless it was told what to answer instead."""

    def __init__(self) -> None:
        self.arrived: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.logins: list[tuple[str, str]] = []
        self.answer_to_rcpt = "250 OK"
        self.answer_to_data = "250 OK"
        self.port = 0

    async def handle_RCPT(  # noqa: N802 (the library asks for this name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _: Any
    ) -> str:
        if self.answer_to_rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer_to_rcpt

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.answer_to_data.startswith("250"):
            content = envelope.content if isinstance(envelope.content, bytes) else b""
            message = email.message_from_bytes(content, policy=email.policy.SMTP)
            assert isinstance(message, EmailMessage)
            self.arrived.append(message)
            self.recipients += envelope.rcpt_tos
        return self.answer_to_data

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"right:secret", handled=False)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?from=campus@school.example"


@asynccontextmanager
async def post_office(**options: Any) -> AsyncIterator[PostOffice]:
    office = PostOffice()
    options = {"authenticator": office.authenticate, "auth_require_tls": False, **options}
    loop = asyncio.get_running_loop()
    controller = UnthreadedController(office, hostname="127.0.0.1", port=0, loop=loop, **options)
    server: Any = await controller._create_server()
    office.port = server.sockets[0].getsockname()[1]
    async with server:
        yield office
