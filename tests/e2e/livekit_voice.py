"""A fifth voice, through a real LiveKit server. Not part of the suite, as no package brings that server:

    EDUVERSE_TEST_LIVEKIT=/path/to/livekit-server uv run --all-groups pytest tests/e2e/livekit_voice.py

Any Go toolchain makes one: `go install github.com/livekit/livekit-server/cmd/server@v1.8.4`.
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.e2e.conftest import CHROMIUM, DESKTOP, FLAGS, Visitor
from tests.support.demo import Demo, demo_process

LIVEKIT = os.environ.get("EDUVERSE_TEST_LIVEKIT")
KEY, SECRET = "school", "a secret that both servers know well"
TITLE = "A tour of the solar system"
VOICES = (0, 1, 1, 2, 2)
"""Whose tabs they are: a peer is a tab. One more than browsers connect among themselves."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def livekit(tmp_path: Path) -> Iterator[str]:
    if LIVEKIT is None:
        pytest.skip("EDUVERSE_TEST_LIVEKIT does not name a LiveKit server")
    port, media = free_port(), free_port()
    config = f"""
port: {port}
bind_addresses: ["127.0.0.1"]
keys: {{"{KEY}": "{SECRET}"}}
rtc: {{udp_port: {media}, tcp_port: {free_port()}, node_ip: 127.0.0.1, enable_loopback_candidate: true}}
"""
    with (tmp_path / "livekit.log").open("w") as log:
        server = subprocess.Popen([LIVEKIT, "--config-body", config], stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"ws://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def served_demo(tmp_path: Path, livekit: str) -> Iterator[Demo]:
    settings = {
        "EDUVERSE_LIVEKIT_URL": livekit,
        "EDUVERSE_LIVEKIT_API_KEY": KEY,
        "EDUVERSE_LIVEKIT_API_SECRET": SECRET,
    }
    with demo_process(tmp_path / "campus", settings=settings) as running:
        yield running


@pytest.fixture
def loopback() -> Iterator[Browser]:
    """A browser that connects voices over the loopback interface too."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, "--allow-loopback-in-peer-connection"]
        )
        yield browser
        browser.close()


def test_five_voices_go_through_the_media_server(loopback: Browser, served_demo: Demo, tmp_path: Path) -> None:
    visitors = [Visitor(loopback, served_demo, served_demo.accounts[one], size=DESKTOP, flat=False) for one in VOICES]
    try:
        for visitor in visitors:
            visitor.sign_in()
            visitor.enter(TITLE)
            visitor.page.get_by_role("button", name="Turn the microphone on").click()
        ada, *others = visitors
        for visitor in others:
            visitor.until(
                "() => window.__eduverse.voices.some((one) =>"
                " one.state === 'connected' && one.level > 0 && one.volume > 0)"
            )
        ada.until("() => window.__eduverse.voices.filter((one) => one.state === 'connected').length === 4")
        others[0].page.get_by_role("button", name="Leave the conversation").click()
        ada.until("() => window.__eduverse.voices.filter((one) => one.state === 'connected').length === 3")
        assert not any(visitor.errors for visitor in visitors)
        assert any("/rtc" in url for url in ada.strangers)
    finally:
        for place, visitor in enumerate(visitors):
            visitor.page.screenshot(path=tmp_path / f"{place}.png")
