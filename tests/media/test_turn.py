"""What browsers are told of STUN and TURN servers."""

import base64
import hashlib
import hmac

from tests.support.clock import NOON, FakeClock

from eduverse.media.turn import CREDENTIALS_LIFE, IceServers


def servers(turn_secret: str | None = "shared") -> IceServers:
    return IceServers(
        stun=["stun:stun.school.example:3478"],
        turn=["turn:turn.school.example:3478?transport=udp", "turns:turn.school.example:5349"],
        turn_secret=turn_secret,
        clock=FakeClock(),
    )


def test_turn_credentials_are_for_one_peer_and_run_out() -> None:
    stun, turn = servers().for_peer("tab-1")
    assert (stun.urls, stun.username, stun.credential) == (["stun:stun.school.example:3478"], None, None)
    assert turn.urls == ["turn:turn.school.example:3478?transport=udp", "turns:turn.school.example:5349"]
    assert turn.username == f"{int((NOON + CREDENTIALS_LIFE).timestamp())}:tab-1"
    mac = hmac.new(b"shared", turn.username.encode(), hashlib.sha1)
    assert turn.credential == base64.b64encode(mac.digest()).decode()


def test_without_a_secret_there_is_no_turn() -> None:
    assert [one.urls for one in servers(None).for_peer("tab-1")] == [["stun:stun.school.example:3478"]]


def test_nothing_set_is_nothing_told() -> None:
    assert IceServers(stun=[], turn=[], turn_secret=None, clock=FakeClock()).for_peer("tab-1") == []
