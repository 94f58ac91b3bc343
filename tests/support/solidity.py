"""Solidity compiled for tests, with the compiler and the contracts that `tests/node` brings."""

import json
import subprocess
from functools import lru_cache
from pathlib import Path

from tests.support.node import FOLDER, NODE, install_packages

from eduverse.chain.abi import Contract

__all__ = ["compiled"]


@lru_cache
def compiled(source: Path) -> dict[str, Contract]:
    """The contracts of a file by their names. It takes a second, so nothing of it is kept."""
    install_packages()
    command = [NODE, "compile.mjs"]
    made = subprocess.run(command, cwd=FOLDER, input=source.read_bytes(), check=True, stdout=subprocess.PIPE)
    return {name: Contract(artifact) for name, artifact in json.loads(made.stdout).items()}
