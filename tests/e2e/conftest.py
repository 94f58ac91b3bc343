"""Browsers: Debian's Chromium, driven by Playwright, one context per person."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright
from tests.support.demo import Demo, demo_process

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
"""The last two: a microphone that beeps once a second, and a browser that lends it without asking."""
DESKTOP = {"width": 960, "height": 600}
PHONE = {"width": 390, "height": 844}
FLAT = "HTMLCanvasElement.prototype.getContext = () => null"
"""A browser that draws nothing in three dimensions, as one with its graphics switched off."""
PATIENCE = 90_000
"""Milliseconds: software rendering beside other tests is slow."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Not for the whole session: while Playwright runs, no other test of the process can have an event loop."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine: scripts/test installs it where it may")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with demo_process(tmp_path_factory.mktemp("campus")) as running:
        yield running


class Visitor:
    """One person's browser: a page, and everything that went wrong in it."""

    def __init__(
        self, browser: Browser, demo: Demo, account: dict[str, str], *, size: dict[str, int], flat: bool
    ) -> None:
        self.demo = demo
        self.flat = flat
        self.account = account
        self.context = browser.new_context(viewport=size, reduced_motion="reduce", has_touch=size is PHONE)  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE)
        if flat:
            self.context.add_init_script(FLAT)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.strangers: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if "Content Security" in said.text else None)
        self.page.on("request", self._note_stranger)

    def sign_in(self) -> None:
        self.page.goto(self.demo.url)
        self.page.get_by_label("E-mail").fill(self.account["email"])
        self.page.get_by_label("Password").fill(self.account["password"])
        self.page.get_by_role("button", name="Sign in", exact=True).last.click()
        self.page.get_by_role("heading", name="Good").wait_for()

    def enter(self, title: str) -> None:
        card = self.page.get_by_role("article").filter(has_text=title)
        card.get_by_role("link", name="Enter").or_(card.get_by_role("button", name="Enter")).first.click()
        self.is_in()

    def is_in(self) -> None:
        """Waits until they are in the room, and it is drawn where it can be."""
        if self.flat:
            self.page.get_by_text("This browser cannot draw in 3D").wait_for()
        else:
            self.until("() => window.__eduverse?.ready")

    def sees(self) -> dict[str, tuple[float, float]]:
        """Name -> where that avatar is drawn now, in metres."""
        avatars: list[dict[str, Any]] = json.loads(self.page.evaluate("JSON.stringify(window.__eduverse.avatars)"))
        return {one["name"]: (one["x"], one["z"]) for one in avatars}

    def until(self, condition: str, argument: Any = None) -> None:
        """Waits until a function in the page says so. Asked from outside: the page's policy forbids `eval`."""
        deadline = time.monotonic() + PATIENCE / 1000
        while not self.page.evaluate(condition, argument):
            if time.monotonic() > deadline:
                raise TimeoutError(f"never became true: {condition}")
            self.page.wait_for_timeout(100)

    def _note_stranger(self, request: Request) -> None:
        if not request.url.startswith((self.demo.url, self.demo.url.replace("http", "ws"), "data:", "blob:")):
            self.strangers.append(request.url)


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, demo: Demo, tmp_path: Path) -> Iterator[Visit]:
    """Opens browsers; in the end none of them may have had an error or asked another server for anything."""
    visitors: list[Visitor] = []

    def open_for(account: int, *, size: dict[str, int] = DESKTOP, flat: bool = False) -> Visitor:
        visitors.append(Visitor(browser, demo, demo.accounts[account], size=size, flat=flat))
        return visitors[-1]

    yield open_for
    for place, visitor in enumerate(visitors):
        visitor.page.screenshot(path=tmp_path / f"{place}.png")
        visitor.context.close()
    assert [visitor.errors for visitor in visitors] == [[] for _ in visitors]
    assert [visitor.strangers for visitor in visitors] == [[] for _ in visitors]
