"""Where this campus is at home: the only origins that a message for a wallet may name.

What a wallet shows its owner is the site a message is for, so no request may choose it. The operator says it
(`EDUVERSE_PUBLIC_URL`, `EDUVERSE_ALLOWED_ORIGINS`). A campus that was told nothing is at home on its own machine
alone: at the names of the loopback address with the very port it listens on. The request picks one of these homes; it
cannot add one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from eduverse.auth.errors import NotAtHome

__all__ = ["Asked", "Homes"]

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Asked(NamedTuple):
    """What a request says of where it was made, none of which is to be believed, and the port it came in by."""

    origin: str | None
    host: str | None
    port: int | None


class Homes:
    def __init__(self, public_url: str | None, others: Sequence[str]) -> None:
        """`others` are the origins of front ends that somebody else serves."""
        self._main = _plain(public_url) if public_url else None
        self._others = frozenset(map(_plain, others))

    def page(self, asked: Asked) -> str:
        """The origin of the page that asks; raises `NotAtHome` when it is none of ours."""
        here = [self._main] if self._main else [_plain(f"http://{name}:{asked.port}") for name in _LOOPBACK]
        wanted = asked.origin or self._main or f"http://{asked.host}"
        if wanted in here or wanted in self._others:
            return wanted
        raise NotAtHome


def _plain(origin: str) -> str:
    """As a browser writes an origin (RFC 6454, 6.2): lower case, without the scheme's own port."""
    scheme, _, rest = origin.lower().partition("://")
    return f"{scheme}://{rest.removesuffix({'http': ':80', 'https': ':443'}.get(scheme, ''))}"
