"""A short run of the kill trials; `killing.py` says how to run long ones."""

from pathlib import Path

from tests.jobs.killing import kill_trial


async def test_a_backlog_is_done_once_however_often_its_process_is_killed(tmp_path: Path) -> None:
    trial = await kill_trial(tmp_path, 1, jobs=500, kills=1)
    assert trial.passed
    assert trial.kills > 0
