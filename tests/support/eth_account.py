"""eth-account, the reference in Python, without what importing it does to the process: it lifts the recursion limit so
far that a deeply nested text ends the process instead of being refused."""

import sys

__all__ = ["Account"]

_limit = sys.getrecursionlimit()
from eth_account import Account  # noqa: E402

sys.setrecursionlimit(_limit)
