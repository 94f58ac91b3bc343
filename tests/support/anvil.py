"""Anvil, a real Ethereum node for tests, on a port of its own; the packages of `tests/node` bring it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.node import FOLDER, install_packages

__all__ = ["RICH", "anvil"]

RICH = bytes.fromhex("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80")
"""The key of the first account of every anvil: it has 10,000 ether there and nothing anywhere else."""


@contextmanager
def anvil(*options: str) -> Iterator[str]:
    """Its URL; it ends with the context."""
    install_packages()
    program = next(iter(FOLDER.glob("node_modules/@foundry-rs/anvil-*/bin/anvil*")), None)
    if program is None:
        pytest.skip("there is no anvil for this machine")
    port = _free_port()
    command = [str(program), "--port", str(port), "--silent", "--chain-id", "80002", *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=Path("/"))
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("anvil did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
