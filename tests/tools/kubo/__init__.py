"""A real IPFS node for the tests: Kubo, pinned in `go.mod`, built with Go. No package brings one.

    uv run --all-groups python -m tests.tools.kubo      builds it, once, into the user's cache, and prints where it is

Any Go from 1.21 on does: it fetches the newer one that Kubo asks for. Tests that need the node run where it was built,
or where `EDUVERSE_TEST_KUBO` names one; elsewhere they are left out, and the tests' last lines say so.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

__all__ = ["build", "find"]

_PACKAGE = "github.com/ipfs/kubo/cmd/ipfs"


def find() -> Path | None:
    """The program, where there is one."""
    program = Path(os.environ.get("EDUVERSE_TEST_KUBO") or _built())
    return program if program.is_file() else None


def build() -> Path:
    """Builds it unless that was done before. Raises `OSError` without a Go, `CalledProcessError` when it fails."""
    if found := find():
        return found
    program, go = _built(), shutil.which("go")
    if go is None:
        raise FileNotFoundError("There is no Go on this machine to build Kubo with.")
    program.parent.mkdir(parents=True, exist_ok=True)
    draft = program.with_suffix(f".{os.getpid()}")
    flags = ["-mod=readonly", "-trimpath", "-ldflags=-s -w", "-o", str(draft)]
    environ = {**os.environ, "GOTOOLCHAIN": os.environ.get("GOTOOLCHAIN", "auto"), "GOFLAGS": "-buildvcs=false"}
    subprocess.run([go, "build", *flags, _PACKAGE], cwd=Path(__file__).parent, env=environ, check=True)
    draft.replace(program)
    return program


def _built() -> Path:
    """Where this version is: one built from other modules has another name."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "eduverse" / "tools"
    pinned = hashlib.sha256((Path(__file__).parent / "go.sum").read_bytes()).hexdigest()[:12]
    return cache / f"ipfs-{pinned}"
