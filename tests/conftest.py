"""What all tests share."""

import os
from collections.abc import Generator

import pytest
from tests.tools.kubo import find

FORBIDS_SKIPS = os.environ.get("EDUVERSE_TEST_FORBID_SKIPS") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where skips are forbidden, a skipped test is a failed one: something it needs is missing."""
    report = yield
    if FORBIDS_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"skips are forbidden here: {reason}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if find() is None:
        terminalreporter.write_line(
            "Left out: the tests on a real IPFS node, as there is none here. `python -m tests.tools.kubo` builds one."
        )
