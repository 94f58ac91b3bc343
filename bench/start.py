"""How soon the demo serves once it is installed, and how much memory it takes when idle.

    python bench/start.py [--rounds 5]

Each round starts a demo on a data folder that exists: what somebody waits for every day but the first. The first
start, which makes the accounts, is printed by itself. Beside it: a Python that only imports uvicorn and Litestar.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time

from bench.process import resident_megabytes, served


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "eduverse.app.cli", "demo", "--no-open", "--port", "0", "--data", data]
        with served(command, r"is open at (\S+)") as first:
            print(f"first start, accounts made: {first.seconds_to_serve:.2f} s")
        starts, sizes, imports = [], [], []
        for _ in range(rounds):
            with served(command, r"is open at (\S+)") as demo:
                time.sleep(2)  # idle: its chores have run once
                starts.append(demo.seconds_to_serve)
                sizes.append(resident_megabytes(demo.pid))
            began = time.monotonic()
            subprocess.run([sys.executable, "-c", "import litestar, uvicorn"], check=True)
            imports.append(time.monotonic() - began)
    told("serving after", starts, "s")
    told("idle, resident", sizes, "MB")
    told("peer: importing litestar and uvicorn", imports, "s")


def told(label: str, values: list[float], unit: str) -> None:
    print(f"{label:<38} {statistics.median(values):6.2f} {unit}   (from {min(values):.2f} to {max(values):.2f})")


if __name__ == "__main__":
    main()
