"""The campus's keys: rings in the data folder that only its owner can read."""

import base64
import json
import os
from pathlib import Path

from eduverse.app.settings import SettingsError
from eduverse.auth.tokens import Key, KeyRing
from eduverse.credentials.issuer import SigningKey
from eduverse.kernel.ids import Entropy, Ids

__all__ = ["load_keys", "load_signing_keys", "rotate_signing_key"]

_FILE = "keys.json"
_SIGNING_FILE = "signing-keys.json"
_SECRET_BYTES = 32


def load_keys(folder: Path, ids: Ids, entropy: Entropy) -> KeyRing:
    """The ring of this data folder, made on first use. Newest first: to change keys, put a new one in front.

    Raises `SettingsError` when the file can be read by others or is not a ring.
    """
    path = folder / _FILE
    if not path.exists():
        _write(path, [_new_key(ids, entropy)])
    keys = [Key(*one) for one in _read(path)]
    if not keys or any(len(key.secret) < _SECRET_BYTES for key in keys):
        raise SettingsError(f"{path} is not a ring of keys: restore it, or remove it and everybody signs in again.")
    return KeyRing(keys)


def load_signing_keys(folder: Path, ids: Ids, entropy: Entropy) -> tuple[SigningKey, ...]:
    """The Ed25519 keys under which certificates are signed, made on first use. The newest, which signs, comes first;
    the others only say that what they have signed is genuine.

    Raises `SettingsError` like `load_keys`.
    """
    path = folder / _SIGNING_FILE
    if not path.exists():
        _write(path, [_new_key(ids, entropy)])
    keys = tuple(SigningKey(*one) for one in _read(path))
    if not keys or any(len(key.seed) != _SECRET_BYTES for key in keys):
        raise SettingsError(
            f"{path} is not a ring of signing keys: restore it; without it no certificate can be checked."
        )
    return keys


def rotate_signing_key(folder: Path, ids: Ids, entropy: Entropy) -> SigningKey:
    """Puts a new key in front: it signs from the next start on, and everything signed before stays genuine."""
    keys = load_signing_keys(folder, ids, entropy)
    new = _new_key(ids, entropy)
    _write(folder / _SIGNING_FILE, [new, *({"id": key.id, "secret": _encode(key.seed)} for key in keys)])
    return SigningKey(new["id"], base64.b64decode(new["secret"]))


def _new_key(ids: Ids, entropy: Entropy) -> dict[str, str]:
    return {"id": ids.code(8), "secret": _encode(entropy.random_bytes(_SECRET_BYTES))}


def _read(path: Path) -> list[tuple[str, bytes]]:
    """Empty when it is no ring."""
    if path.stat().st_mode & 0o077:
        raise SettingsError(f"{path} can be read by other users of this machine: run chmod 600 on it.")
    try:
        return [(one["id"], base64.b64decode(one["secret"], validate=True)) for one in json.loads(path.read_text())]
    except (ValueError, KeyError, TypeError):
        return []


def _write(path: Path, ring: list[dict[str, str]]) -> None:
    """All or nothing, and never readable by others, not even for a moment."""
    draft = path.with_suffix(".tmp")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(ring, file)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)


def _encode(secret: bytes) -> str:
    return base64.b64encode(secret).decode()
