"""The campus's signing keys."""

import json
import os
import stat
from pathlib import Path

import pytest
from tests.support.clock import NOON
from tests.support.entropy import ScriptedEntropy, fake_ids

from eduverse.app.keys import load_keys, load_signing_keys, rotate_signing_key
from eduverse.app.settings import SettingsError
from eduverse.auth.errors import Unauthenticated
from eduverse.auth.tokens import KeyRing
from eduverse.credentials.issuer import SigningKey


def loaded(folder: Path) -> KeyRing:
    return load_keys(folder, fake_ids(), ScriptedEntropy())


def test_a_ring_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        token = loaded(tmp_path).access_token("mira", "s", NOON)
    finally:
        os.umask(before)
    path = tmp_path / "keys.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    content = path.read_bytes()
    assert loaded(tmp_path).read_access(token).user_id == "mira"
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["keys.json"]


def test_a_new_key_in_front_leaves_everybody_signed_in(tmp_path: Path) -> None:
    old = loaded(tmp_path)
    path = tmp_path / "keys.json"
    ring = json.loads(path.read_text())
    newer = {"id": "newer", "secret": "bmV3ZXIgc2VjcmV0IG9mIHRoaXJ0eS10d28gYnl0ZXMhISE="}
    path.write_text(json.dumps([newer, *ring]))
    both = loaded(tmp_path)
    assert both.read_access(old.access_token("mira", "s", NOON)).user_id == "mira"
    with pytest.raises(Unauthenticated):
        old.read_access(both.access_token("mira", "s", NOON))


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o666])
def test_a_ring_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    loaded(tmp_path)
    (tmp_path / "keys.json").chmod(mode)
    with pytest.raises(SettingsError, match="chmod 600"):
        loaded(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        "null",
        "[1]",
        '[{"id": "a"}]',
        '[{"id": "a", "secret": "short"}]',
        '[{"id": "a", "secret": "c2hvcnQ="}]',
        '[{"id": "a", "secret": 7}]',
        "\x00\x01",
    ],
)
def test_what_is_no_ring_is_refused_and_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(SettingsError, match="not a ring of keys"):
        loaded(tmp_path)
    assert path.read_text() == content


def test_a_draft_that_was_left_behind_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "keys.tmp").write_text("half")
    loaded(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["keys.json"]


def signing(folder: Path) -> tuple[SigningKey, ...]:
    return load_signing_keys(folder, fake_ids(), ScriptedEntropy())


def test_signing_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    made = signing(tmp_path)
    path = tmp_path / "signing-keys.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert signing(tmp_path) == made
    path.chmod(0o640)
    with pytest.raises(SettingsError, match="chmod 600"):
        signing(tmp_path)


def test_a_new_signing_key_comes_first_and_the_old_ones_stay(tmp_path: Path) -> None:
    (old,) = signing(tmp_path)
    new = rotate_signing_key(tmp_path, fake_ids(), ScriptedEntropy([b"n" * 32]))
    assert signing(tmp_path) == (new, old)
    assert new.seed != old.seed


@pytest.mark.parametrize("content", ["", "[]", '[{"id": "a", "secret": "c2hvcnQ="}]'])
def test_what_is_no_ring_of_signing_keys_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "signing-keys.json"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(SettingsError, match="signing keys"):
        signing(tmp_path)
