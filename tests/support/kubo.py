"""A Kubo node of the test's own: a real daemon in a fresh repository, on free ports, talking to nobody."""

import base64
import json
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from eduverse.content.cid import Cid

__all__ = ["KuboNode", "kubo_node"]


class KuboNode:
    def __init__(self, program: Path, folder: Path) -> None:
        self.program = program
        self.folder = folder
        self.url = ""
        self.process: subprocess.Popen[bytes] | None = None

    def ipfs(self, *command: str, given: bytes = b"") -> bytes:
        """What the program says by itself, without our adapter."""
        done = subprocess.run(
            [self.program, *command], input=given, env=self._environ, capture_output=True, check=False, timeout=60
        )
        if done.returncode:
            raise RuntimeError(done.stderr.decode())
        return done.stdout

    def start(self) -> None:
        (self.folder / "api").unlink(missing_ok=True)
        with (self.folder / "daemon.log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.program, "daemon", "--offline"], env=self._environ, stdout=log, stderr=log
            )
        deadline = time.monotonic() + 20
        while not (self.folder / "api").exists() or not self._answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise TimeoutError((self.folder / "daemon.log").read_text())
            time.sleep(0.05)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def rpc(self, command: str) -> bytes:
        with urllib.request.urlopen(
            urllib.request.Request(f"{self.url}/api/v0/{command}", method="POST"), timeout=20
        ) as answer:
            body: bytes = answer.read()
            return body

    def empty(self) -> None:
        """Nothing is pinned, nothing is left."""
        pins = [json.loads(line)["Cid"] for line in self.rpc("pin/ls?type=recursive&stream=true").splitlines()]
        if pins:
            self.rpc("pin/rm?" + "&".join(f"arg={pin}" for pin in pins))
        self.rpc("repo/gc")

    def block_file(self, cid: str) -> Path:
        """Where a block lies: by its multihash, in the base32 that Go calls standard."""
        name = base64.b32encode(Cid.parse(cid).raw[2:]).decode().rstrip("=")
        return self.folder / "blocks" / name[-3:-1] / f"{name}.data"

    @property
    def _environ(self) -> dict[str, str]:
        return {**os.environ, "IPFS_PATH": str(self.folder), "IPFS_TELEMETRY": "off"}

    def _answers(self) -> bool:
        _, _, host, _, port = (self.folder / "api").read_text().strip().split("/")
        self.url = f"http://{host}:{port}"
        try:
            self.rpc("version")
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True


@contextmanager
def kubo_node(program: Path, folder: Path, authorizations: dict[str, Any] | None = None) -> Iterator[KuboNode]:
    """Serves while entered."""
    node = KuboNode(program, folder)
    node.ipfs("init", "--profile=test")
    if authorizations is not None:
        node.ipfs("config", "--json", "API.Authorizations", json.dumps(authorizations))
    node.start()
    try:
        yield node
    finally:
        node.kill()
