"""Signed tokens: what the ring accepts, and that it answers everything else with a declared error."""

import base64
import json
from datetime import timedelta

import jwt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.support.clock import NOON

from eduverse.auth.errors import SessionEnded, Unauthenticated
from eduverse.auth.tokens import ACCESS_LIFE, Key, KeyRing

OLD, NEW, FOREIGN = Key("old", b"o" * 48), Key("new", b"n" * 48), Key("new", b"f" * 48)
BEFORE, RING, OTHERS = KeyRing([OLD]), KeyRing([NEW, OLD]), KeyRing([FOREIGN])


def test_an_access_token_says_who_and_until_when() -> None:
    claims = RING.read_access(RING.access_token("mira", "session", NOON))
    assert (claims.user_id, claims.session_id) == ("mira", "session")
    assert claims.expires_at == (NOON + ACCESS_LIFE).timestamp()
    assert timedelta(minutes=10) == ACCESS_LIFE


def test_reading_leaves_the_time_to_the_caller() -> None:
    long_ago = NOON - timedelta(days=9_000)
    assert RING.read_access(RING.access_token("mira", "session", long_ago)).user_id == "mira"


def test_tokens_of_an_older_key_still_hold() -> None:
    assert RING.read_access(BEFORE.access_token("mira", "session", NOON)).user_id == "mira"
    assert RING.read_refresh(BEFORE.refresh_token("session", 3)) == ("session", 3)
    assert RING.known_device(BEFORE.device_mark("mira", "nonce"), "mira") == "nonce"


def test_a_key_that_left_the_ring_opens_nothing() -> None:
    with pytest.raises(Unauthenticated):
        BEFORE.read_access(RING.access_token("mira", "session", NOON))
    with pytest.raises(SessionEnded):
        BEFORE.read_refresh(RING.refresh_token("session", 3))


def test_a_key_of_the_same_name_opens_nothing() -> None:
    with pytest.raises(Unauthenticated):
        RING.read_access(OTHERS.access_token("mira", "session", NOON))
    with pytest.raises(SessionEnded):
        RING.read_refresh(OTHERS.refresh_token("session", 3))
    assert RING.known_device(OTHERS.device_mark("mira", "nonce"), "mira") is None


def test_each_token_is_for_one_purpose() -> None:
    refresh, mark = RING.refresh_token("session", 3), RING.device_mark("session", "3")
    with pytest.raises(SessionEnded):
        RING.read_refresh(mark)
    assert RING.known_device(refresh, "session") is None
    with pytest.raises(Unauthenticated):
        RING.read_access(refresh)
    with pytest.raises(SessionEnded):
        RING.read_refresh(RING.access_token("mira", "session", NOON))


def test_a_mark_is_for_one_account() -> None:
    mark = RING.device_mark("mira", "nonce")
    assert RING.known_device(mark, "tom") is None
    assert RING.known_device(None, "mira") is None


@pytest.mark.parametrize("place", range(0, 60, 7))
def test_a_changed_character_spoils_a_refresh_token(place: int) -> None:
    token = RING.refresh_token("session", 3)
    changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
    with pytest.raises(SessionEnded):
        RING.read_refresh(changed)


def test_a_higher_number_cannot_be_made_up() -> None:
    with pytest.raises(SessionEnded):
        RING.read_refresh(RING.refresh_token("session", 3).replace(".3.", ".4."))


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


CLAIMS = {"sub": "mira", "sid": "session", "exp": 4_000_000_000}


@pytest.mark.parametrize(
    "token",
    [
        f"{_part({'alg': 'none', 'kid': 'new'})}.{_part(CLAIMS)}.",
        f"{_part({'alg': 'HS256', 'kid': 'new'})}.{_part(CLAIMS)}.",
        f"{_part({'alg': 'HS256'})}.{_part(CLAIMS)}.x",
        f"{_part({'alg': 'HS256', 'kid': ['new']})}.{_part(CLAIMS)}.x",
        f"{_part({'alg': 'HS256', 'kid': 7})}.{_part(CLAIMS)}.x",
        f"{_part([])}.{_part(CLAIMS)}.x",
        f"{base64.urlsafe_b64encode(b'[' * 100_000).decode()}.e30.x",
        jwt.encode(CLAIMS, OLD.secret, "HS256", headers={"kid": "new"}),
        jwt.encode(CLAIMS, NEW.secret, "HS384", headers={"kid": "new"}),
        jwt.encode({"sub": "mira", "exp": 4_000_000_000}, NEW.secret, "HS256", headers={"kid": "new"}),
        jwt.encode({"sub": "mira", "sid": "session"}, NEW.secret, "HS256", headers={"kid": "new"}),
    ],
    ids=[
        "none",
        "unsigned",
        "no kid",
        "list kid",
        "number kid",
        "list",
        "deep",
        "other key",
        "hs384",
        "no sid",
        "no exp",
    ],
)
def test_forged_access_tokens(token: str) -> None:
    with pytest.raises(Unauthenticated):
        RING.read_access(token)


_any_text = st.text(st.characters() | st.characters(categories=["Cs"]))
_garbage = st.one_of(
    _any_text,
    st.builds("new.{}".format, _any_text),
    st.builds("new.{}.{}".format, _any_text, _any_text),
    st.builds("{}.{}.{}".format, _any_text, _any_text, _any_text),
)


@settings(deadline=None)
@given(_garbage)
@example("new.session.1.\ud800")
@example("new.sess\u00e9.1.x")
@example("a.\ud800.b")
def test_garbage_is_refused_and_nothing_else(token: str) -> None:
    with pytest.raises(Unauthenticated):
        RING.read_access(token)
    with pytest.raises(SessionEnded):
        RING.read_refresh(token)
    assert RING.known_device(token, "mira") is None


def test_fingerprints_are_keyed_and_stay_when_keys_are_added() -> None:
    assert RING.fingerprint("join-code", "abc") == BEFORE.fingerprint("join-code", "abc")
    assert RING.fingerprint("join-code", "abc") != RING.fingerprint("join-code", "abd")
    assert RING.fingerprint("join-code", "abc") != RING.fingerprint("other", "abc")
    assert RING.fingerprint("join-code", "abc") != OTHERS.fingerprint("join-code", "abc")
