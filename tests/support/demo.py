"""A real demo campus in a process of its own, on a free port."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

__all__ = ["Demo", "demo_process", "sign_in"]

_STARTING = 120.0


class Demo:
    """A running `eduverse demo` with these settings, and no others; `url` is where."""

    def __init__(self, data: Path, port: int = 0, settings: Mapping[str, str] | None = None) -> None:
        command = [sys.executable, "-m", "eduverse.app.cli", "demo", "--no-open", "--data", str(data)]
        env = {key: value for key, value in os.environ.items() if not key.startswith("EDUVERSE_")}
        env.update(settings or {})
        self._process = subprocess.Popen(
            [*command, "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env
        )
        self.said: list[str] = []
        self._open = threading.Event()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if not self._open.wait(_STARTING):
            raise RuntimeError(f"the demo did not open: {''.join(self.said)}")
        self.url = self._url()
        self.port = int(self.url.rpartition(":")[2])

    @property
    def accounts(self) -> list[dict[str, str]]:
        """The teacher first, then the students."""
        accounts: list[dict[str, str]] = httpx.get(f"{self.url}/api/campus").json()["demoAccounts"]
        return accounts

    def stop(self) -> int:
        """As Ctrl+C or a service manager would; returns the exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self._wait()

    def kill(self) -> None:
        """As a power switch would."""
        self._process.kill()
        self._wait()

    def _wait(self) -> int:
        code = self._process.wait(30)
        self._listener.join(10)
        if self._process.stdout:
            self._process.stdout.close()
        return code

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self.said.append(line)
            if "Stop: Ctrl+C" in line:
                self._open.set()
        self._open.set()

    def _url(self) -> str:
        found = re.search(r"is open at (http://\S+)", "".join(self.said))
        if found is None:
            raise RuntimeError(f"the demo said no address: {''.join(self.said)}")
        return found[1].replace("localhost", "127.0.0.1")


@contextmanager
def demo_process(data: Path, port: int = 0, settings: Mapping[str, str] | None = None) -> Iterator[Demo]:
    demo = Demo(data, port, settings)
    try:
        yield demo
    finally:
        demo.kill()


def sign_in(demo: Demo, account: dict[str, str]) -> tuple[httpx.Client, dict[str, Any]]:
    """A client that is signed in, and what the server answered."""
    credentials = {"email": account["email"], "password": account["password"]}
    session = httpx.post(f"{demo.url}/api/auth/login", json=credentials).raise_for_status().json()
    client = httpx.Client(base_url=demo.url, headers={"Authorization": f"Bearer {session['token']}"}, timeout=20)
    return client, session
