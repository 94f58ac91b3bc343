"""The campus's signing keys: a ring in the data folder that only its owner can read."""

import base64
import json
import os
from pathlib import Path

from eduverse.app.settings import SettingsError
from eduverse.auth.tokens import Key, KeyRing
from eduverse.kernel.ids import Entropy, Ids

__all__ = ["load_keys"]

_FILE = "keys.json"
_SECRET_BYTES = 32


def load_keys(folder: Path, ids: Ids, entropy: Entropy) -> KeyRing:
    """The ring of this data folder, made on first use. Newest first: to change keys, put a new one in front.

    Raises `SettingsError` when the file can be read by others or is not a ring.
    """
    path = folder / _FILE
    if not path.exists():
        _write(path, [{"id": ids.code(8), "secret": _encode(entropy.random_bytes(_SECRET_BYTES))}])
    if path.stat().st_mode & 0o077:
        raise SettingsError(f"{path} can be read by other users of this machine: run chmod 600 on it.")
    try:
        keys = [Key(one["id"], base64.b64decode(one["secret"], validate=True)) for one in json.loads(path.read_text())]
    except (ValueError, KeyError, TypeError):
        keys = []
    if not keys or any(len(key.secret) < _SECRET_BYTES for key in keys):
        raise SettingsError(f"{path} is not a ring of keys: restore it, or remove it and everybody signs in again.")
    return KeyRing(keys)


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
