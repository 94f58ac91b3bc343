"""Layer 1: security headers on every answer, errors and files included."""

from collections.abc import Sequence

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["SECURITY_HEADERS", "SecurityHeaders"]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "script-src 'self'",
        "script-src-attr 'none'",
        "style-src 'self'",
        "worker-src 'self' blob:",
    )
)

SECURITY_HEADERS: dict[str, str] = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
    "x-download-options": "noopen",
    "x-frame-options": "DENY",
    "x-permitted-cross-domain-policies": "none",
    "x-xss-protection": "0",
}
"""Every default of helmet 8, or stricter (no inline style, no framing)."""

_POLICY = b"content-security-policy"
_NAMES = frozenset(name.encode() for name in SECURITY_HEADERS)


class SecurityHeaders:
    """Wraps the whole program, so that no answer is made outside of it; a header of its own kind is replaced.

    A route may ask for less than a page: a content security policy of its own stays when it begins with `sandbox`.
    `reaches` are the origins, other than this one, that the pages may connect to.
    """

    def __init__(self, app: ASGIApp, reaches: Sequence[str] = ()) -> None:
        self._app = app
        policy = CONTENT_SECURITY_POLICY.replace("connect-src 'self'", " ".join(("connect-src 'self'", *reaches)))
        headers = {**SECURITY_HEADERS, "content-security-policy": policy}
        self._raw = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [pair for pair in message["headers"] if pair[0] not in _NAMES or _is_sandbox(pair)]
                added = [pair for pair in self._raw if pair[0] != _POLICY or not any(map(_is_sandbox, own))]
                message["headers"] = [*own, *added]
            await send(message)

        await self._app(scope, receive, with_headers)


def _is_sandbox(header: tuple[bytes, bytes]) -> bool:
    return header[0] == _POLICY and header[1].startswith(b"sandbox")
