"""Builds the IPFS node that tests run against, and prints where it is."""

import subprocess
import sys

from tests.tools.kubo import build

if __name__ == "__main__":
    try:
        sys.stdout.write(f"{build()}\n")
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"eduverse: Kubo could not be built: {error}")
