"""STUN and TURN: the servers through which browsers in different networks find a way to each other.

TURN credentials are made for one peer and run out by themselves, as "A REST API For Access To TURN Services"
(draft-uberti-behave-turn-rest) has it and coturn's `use-auth-secret` checks it: the name is the second of their end and
whom they are for, the password an HMAC-SHA1 of the name under the secret that both servers know.
"""

import base64
import hmac
from collections.abc import Sequence
from datetime import timedelta

from eduverse.kernel.clock import Clock
from eduverse.vocabulary.messages import IceServer

__all__ = ["CREDENTIALS_LIFE", "IceServers"]

CREDENTIALS_LIFE = timedelta(hours=6)
"""A school day; who stays longer joins the voice again when the line is lost, and gets new ones."""


class IceServers:
    """The servers that are set; none, and browsers find each other in one network only."""

    def __init__(self, *, stun: Sequence[str], turn: Sequence[str], turn_secret: str | None, clock: Clock) -> None:
        """`turn` needs the secret; the settings see to that."""
        self._stun = stun
        self._turn = turn if turn_secret else ()
        self._secret = (turn_secret or "").encode()
        self._clock = clock

    def for_peer(self, peer_id: str) -> list[IceServer]:
        servers = [IceServer(urls=list(self._stun))] if self._stun else []
        if self._turn:
            end = self._clock.now() + CREDENTIALS_LIFE
            name = f"{int(end.timestamp())}:{peer_id}"
            password = base64.b64encode(hmac.digest(self._secret, name.encode(), "sha1")).decode()
            servers.append(IceServer(urls=list(self._turn), username=name, credential=password))
        return servers
