"""Asking an ASGI application without a network."""

from typing import Any

import httpx

__all__ = ["client_of"]

ORIGIN = "http://campus.example"


def client_of(app: Any, *, token: str | None = None, address: str = "192.0.2.1") -> httpx.AsyncClient:
    """Somebody's browser at an address; with a token, signed in. What the application raises, it answers itself."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(address, 4711))
    return httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers)
