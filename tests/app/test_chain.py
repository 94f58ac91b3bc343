"""The chain of a campus, from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from eduverse.app.cli import app
from eduverse.app.settings import SettingsError, read_settings

runner = CliRunner()


def test_deploying_twice_is_deploying_once(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    before = runner.invoke(app, ["chain", "status", *data])
    assert before.exit_code == 0, before.output
    assert before.output.count("not deployed") == 3
    first = runner.invoke(app, ["chain", "deploy", *data])
    assert first.exit_code == 0, first.output
    assert first.output.count("done") == 3
    assert runner.invoke(app, ["chain", "deploy", *data]).output == first.output
    assert runner.invoke(app, ["chain", "status", *data]).output == first.output
    audited = runner.invoke(app, ["chain", "audit", *data])
    assert audited.output.startswith("4 blocks")


def test_a_key_that_others_can_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "key"
    key.write_text("07" * 32)
    key.chmod(0o644)
    monkeypatch.setenv("EDUVERSE_CHAIN_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("EDUVERSE_CHAIN_KEY_FILE", str(key))
    refused = runner.invoke(app, ["chain", "status", "--data", str(tmp_path)])
    assert refused.exit_code == 2
    assert "chmod 600" in refused.output
    key.chmod(0o600)
    unreachable = runner.invoke(app, ["chain", "status", "--data", str(tmp_path)])
    assert unreachable.exit_code == 2
    assert "does not answer" in unreachable.output


def test_a_node_and_its_key_go_together() -> None:
    with pytest.raises(SettingsError, match="CHAIN_KEY_FILE"):
        read_settings({"EDUVERSE_CHAIN_URL": "https://node.example"})
