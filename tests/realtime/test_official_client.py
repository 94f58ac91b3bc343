"""The official `socket.io-client` against our server, over each of its transports."""

import asyncio

import pytest
from tests.realtime.conftest import Running, Serve
from tests.support.node import FOLDER, NODE, install_packages

SCENARIOS = [
    "connects",
    "isRefused",
    "echoes",
    "keepsOrder",
    "keepsOrderWhileUpgrading",
    "acknowledges",
    "answers",
    "sendsBytes",
    "usesTwoNamespaces",
    "isInTwoTabs",
    "movesAvatars",
]

pytestmark = [pytest.mark.usefixtures("packages"), pytest.mark.parametrize("mode", ["websocket", "polling", "upgrade"])]


@pytest.fixture(scope="session")
def packages() -> None:
    install_packages()


async def play(running: Running, mode: str, scenario: str) -> None:
    process = await asyncio.create_subprocess_exec(
        NODE,
        "scenarios.mjs",
        f"http://127.0.0.1:{running.port}",
        mode,
        scenario,
        cwd=FOLDER,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()


@pytest.mark.parametrize("scenario", SCENARIOS)
async def test_scenario(running: Running, mode: str, scenario: str) -> None:
    await play(running, mode, scenario)
    assert running.server.problems == []


async def test_the_client_answers_what_the_server_asks(running: Running, mode: str) -> None:
    await play(running, mode, "answers")
    assert ("answer", [{"to": {"why": [1]}}, b"\t"]) in running.campus.seen


async def test_a_client_that_was_cut_off_comes_back_unnoticed(running: Running, mode: str) -> None:
    await play(running, mode, "comesBackAfterACut")
    await running.campus.until("left", "r1", "ann", "left")
    happened = [what for what in running.campus.seen if what[0] in {"connect", "entered", "left"}]
    assert happened == [
        ("connect", "ann"),
        ("entered", "r1", "ann"),
        ("connect", "ann"),
        ("left", "r1", "ann", "left"),
    ]


async def test_a_client_recovers_what_it_missed(serve: Serve, mode: str) -> None:
    await play(await serve(recovery_window=60), mode, "recovers")


async def test_a_client_that_was_sent_away_stays_away(running: Running, mode: str) -> None:
    await play(running, mode, "staysAway")
    await running.campus.until("disconnect", "ann", "server namespace disconnect")


async def test_heartbeats(serve: Serve, mode: str) -> None:
    await play(await serve(ping_interval=0.1, ping_timeout=5.0), mode, "livesThroughHeartbeats")
