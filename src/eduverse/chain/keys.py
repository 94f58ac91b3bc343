"""The key that the campus signs with, from a file that nobody else can read."""

import os
import re
import secrets
import stat
import sys
from pathlib import Path

from eduverse.chain.transactions import Signer
from eduverse.kernel.errors import Problem

__all__ = ["BadKey", "read_signer", "signer_in"]

_KEY = re.compile(r"(0x)?[0-9a-fA-F]{64}\Z")


class BadKey(Problem):
    status = 500
    slug = "chain-key"
    title = "The key for the blockchain cannot be used"


def read_signer(path: Path) -> Signer:
    """Reads 64 hex digits from a file. Raises `BadKey`, also when others than its owner may read it."""
    try:
        with path.open() as file:
            mode = os.fstat(file.fileno()).st_mode
            text = file.read(200).strip()
    except OSError as error:
        raise BadKey(f"The key file {path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BadKey(f"The key file {path} does not hold a private key (64 hexadecimal digits)") from None
    if sys.platform != "win32" and stat.S_IMODE(mode) & 0o077:
        raise BadKey(f"The key file {path} can be read by others than its owner: run chmod 600 {path}")
    if not _KEY.match(text):
        raise BadKey(f"The key file {path} does not hold a private key (64 hexadecimal digits)")
    try:
        return Signer(bytes.fromhex(text.removeprefix("0x")))
    except ValueError:
        raise BadKey(f"The number in the key file {path} is no private key") from None


def signer_in(folder: Path) -> Signer:
    """The account of the embedded chain: a key in the data folder, made when there is none."""
    path = folder / "chain.key"
    if not path.exists():
        _write(path, secrets.token_hex(32))
    return read_signer(path)


def _write(path: Path, text: str) -> None:
    """Complete or not at all: a key that is cut off would be another one."""
    fresh = path.with_suffix(".fresh")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.rename(path)
