"""`eduverse load`: its options become a plan, its verdict an exit code."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import structs
from tests.load.sample import REPORT
from typer.testing import CliRunner, Result

from eduverse.app.cli import app
from eduverse.load.errors import EnteringFailed
from eduverse.load.report import Report


class Runs:
    """Stands in for the run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.report: Report | None = REPORT
        self.asked: dict[str, Any] = {}
        monkeypatch.setattr("eduverse.app.crowd.put_under_load", self._run)

    async def _run(self, plan: Any, **asked: Any) -> Report:
        self.asked = {"plan": plan, **asked}
        if self.report is None:
            raise EnteringFailed("3 people did not get in")
        return self.report

    def load(self, *options: str) -> Result:
        return CliRunner().invoke(app, ["load", *options])


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(monkeypatch)


def test_a_run_in_which_nothing_was_lost(runs: Runs, tmp_path: Path) -> None:
    options = "--rooms 2 --users 3 --hz 5 --seconds 4 --chaos --storm 6 --chats-per-minute 7 --seed 8".split()
    said = runs.load(*options, "--json", str(tmp_path / "report.json"))
    assert said.exit_code == 0, said.output
    assert "Nothing was lost" in said.stdout
    plan = runs.asked["plan"]
    assert (plan.rooms, plan.users, plan.hz, plan.seconds) == (2, 3, 5, 4)
    assert (plan.chaos, plan.storm, plan.chats_per_minute, runs.asked["seed"]) == (True, 6, 7, 8)
    assert runs.asked["url"] is None
    assert msgspec.json.decode((tmp_path / "report.json").read_bytes(), type=Report) == REPORT


def test_a_lost_message_is_exit_code_one(runs: Runs) -> None:
    runs.report = structs.replace(REPORT, speech=structs.replace(REPORT.speech, lost=1))
    said = runs.load()
    assert said.exit_code == 1
    assert "FAILED" in said.stdout


def test_a_campus_elsewhere_needs_a_teacher(runs: Runs) -> None:
    said = runs.load("https://school.example")
    assert said.exit_code == 2
    assert "--teacher" in said.stderr
    assert not runs.asked
    assert runs.load("https://school.example", "--teacher", "t@school.example", "--password", "p").exit_code == 0
    assert runs.asked["teacher"] == ("t@school.example", "p")


def test_a_run_that_could_not_be_made_is_one_sentence(runs: Runs) -> None:
    runs.report = None
    said = runs.load()
    assert (said.exit_code, said.stderr) == (2, "eduverse: 3 people did not get in\n")
