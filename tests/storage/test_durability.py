"""A short run of the durability trials with their negative controls; `durability.py` says how to run long ones."""

from pathlib import Path

import pytest
from tests.storage.durability import kill_trial, power_trial


@pytest.mark.parametrize("seed", range(8))
async def test_a_killed_process_keeps_what_it_acknowledged(tmp_path: Path, seed: int) -> None:
    trial = await kill_trial(tmp_path, seed)
    assert trial.passed
    assert trial.acknowledged > 0


async def test_control_acknowledging_before_the_commit_loses(tmp_path: Path) -> None:
    """Where the kill falls is luck, so it is tried until something is lost."""
    for seed in range(40):
        if (await kill_trial(tmp_path / str(seed), seed, eager=True)).lost:
            return
    pytest.fail("nothing was lost in 40 trials: the trial cannot tell")


async def test_a_power_cut_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    trials = [await power_trial(_folder(tmp_path, seed), seed) for seed in range(40)]
    assert [seed for seed, trial in enumerate(trials) if not trial.passed] == []
    assert sum(trial.acknowledged for trial in trials) > 1000


async def test_control_a_commit_without_sync_loses(tmp_path: Path) -> None:
    trials = [await power_trial(_folder(tmp_path, seed), seed, synchronous="NORMAL") for seed in range(12)]
    assert sum(trial.lost for trial in trials) > 0


async def test_control_a_lying_disk_loses(tmp_path: Path) -> None:
    trials = [await power_trial(_folder(tmp_path, seed), seed, lying=True) for seed in range(12)]
    assert sum(trial.lost for trial in trials) > 0
    assert not all(trial.sound for trial in trials)


def _folder(parent: Path, seed: int) -> Path:
    folder = parent / f"{parent.name}-{seed}"
    folder.mkdir()
    return folder
