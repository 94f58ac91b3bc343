"""What all tests share."""

import os

import pytest

FORBIDS_SKIPS = os.environ.get("EDUVERSE_TEST_FORBID_SKIPS") == "1"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    """Where skips are forbidden, a skipped test is a failed one: something it needs is missing."""
    outcome = yield
    report = outcome.get_result()
    if FORBIDS_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"skips are forbidden here: {reason}"
