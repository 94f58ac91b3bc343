"""The command line, as an operator meets it."""

import asyncio
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec import structs
from typer.testing import CliRunner

import eduverse
from eduverse.app.cli import app
from eduverse.app.settings import Settings
from eduverse.app.webbuild import ensure_built
from eduverse.jobs.model import JOBS, JobState
from eduverse.jobs.queue import Queue
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.modify import modify
from eduverse.storage.sqlite import open_sqlite

ADMIN = ["admin", "create", "--email", "root@school.example", "--name", "Root", "--password", "correct horse battery"]


class Said(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def eduverse_says(*arguments: str, **environ: str) -> Said:
    """What the command says in this process."""
    env = dict.fromkeys((key for key in os.environ if key.startswith("EDUVERSE_")), None)
    result = CliRunner().invoke(app, list(arguments), env={**env, **environ})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def a_process_says(*arguments: str, **environ: str) -> Said:
    """What the command says in a process of its own."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("EDUVERSE_")}
    finished = subprocess.run(
        [sys.executable, "-m", "eduverse.app.cli", *arguments],
        env={**env, **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Said(finished.returncode, finished.stdout, finished.stderr)


def assert_refused(finished: Said, *parts: str) -> None:
    """Exit code 2 and one sentence, no traceback."""
    assert finished.returncode == 2, finished
    (line,) = finished.stderr.strip().splitlines()
    assert line.startswith("eduverse: ")
    for part in parts:
        assert part in line
    assert finished.stdout == ""


def test_the_version() -> None:
    assert eduverse_says("version").stdout == f"eduverse {eduverse.__version__}\n"


def test_an_administrator_is_made_once(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    made = a_process_says(*ADMIN, "--data", data)
    assert (made.returncode, made.stdout) == (0, "Root <root@school.example> is an administrator now.\n")
    assert_refused(eduverse_says(*ADMIN, "--data", data), "already")


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--password", "short", "password"),
        ("--email", "root", "email"),
        ("--password", "password1", "first that anyone"),
    ],
)
def test_what_is_no_administrator(tmp_path: Path, option: str, value: str, says: str) -> None:
    arguments = [value if before == option else one for before, one in zip(["", *ADMIN], ADMIN, strict=False)]
    assert_refused(eduverse_says(*arguments, "--data", str(tmp_path / "data")), says)


async def test_a_data_folder_in_use(tmp_path: Path) -> None:
    async with open_sqlite(tmp_path, SystemClock()):
        assert_refused(a_process_says(*ADMIN, "--data", str(tmp_path)), str(tmp_path), "in use", str(os.getpid()))


def test_a_data_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert_refused(eduverse_says(*ADMIN, "--data", str(tmp_path / "file" / "data")), "cannot be used")


def test_a_port_in_use(tmp_path: Path) -> None:
    ensure_built()  # so that the process has nothing to say but this
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert_refused(a_process_says("serve", "--port", port, "--data", str(tmp_path)), f"port {port}", "--port")


@pytest.mark.parametrize(
    ("variable", "value"),
    [("EDUVERSE_PORT", "many"), ("EDUVERSE_PROT", "1"), ("EDUVERSE_ALLOWED_ORIGINS", "*")],
)
def test_a_setting_that_cannot_be_used(tmp_path: Path, variable: str, value: str) -> None:
    assert_refused(eduverse_says("serve", "--data", str(tmp_path), **{variable: value}), variable)


def test_a_database_of_another_kind(tmp_path: Path) -> None:
    database = {"EDUVERSE_DATABASE_URL": "postgres://db"}
    assert_refused(eduverse_says(*ADMIN, "--data", str(tmp_path), **database), "EDUVERSE_DATABASE_URL")


def test_the_defaults_are_the_documented_ones() -> None:
    assert "--no-open" in eduverse_says("demo", "--help", COLUMNS="200").stdout
    assert Settings().port == 8000


async def _put_jobs(data: Path) -> None:
    clock = SystemClock()
    async with open_sqlite(data, clock) as storage:
        for subject in ("one", "two"):
            await Queue(storage, clock).put("mint", subject)
        jobs = storage.collection(JOBS)
        dead = {"state": JobState.DEAD, "due_at": None, "failures": 30, "error": "RuntimeError: no node"}
        await modify(jobs, "mint:one", lambda job: structs.replace(job, **dead))


def test_jobs_are_listed_and_run_again(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path))
    assert eduverse_says("jobs", "list", *data).stdout == "no jobs\n"
    asyncio.run(_put_jobs(tmp_path))
    dead = eduverse_says("jobs", "list", "--state", "dead", *data).stdout.splitlines()
    assert [line.split() for line in dead] == [
        ["dead", "30", "mint:one", "RuntimeError:", "no", "node"],
        ["1", "jobs;", "times", "are", "UTC"],
    ]
    assert eduverse_says("jobs", "retry", "--all-dead", *data).stdout == "1 jobs will be run again\n"
    assert eduverse_says("jobs", "retry", "mint:two", *data).stdout == "mint:two will be run again\n"
    assert "queued" in eduverse_says("jobs", "list", *data).stdout
    assert eduverse_says("jobs", "retry", "mint:none", *data).returncode == 2
    assert eduverse_says("jobs", "retry", *data).returncode == 2
