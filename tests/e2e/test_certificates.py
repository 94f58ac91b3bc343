"""A certificate in the browser: earned, opened by a stranger, and noticed when a byte of it was changed."""

import json
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page
from tests.support.demo import Demo, sign_in

from eduverse.credentials.model.baking import unbake

QUESTION = {"type": "trueFalse", "text": "The sun is a star.", "correct": True}


def passed(demo: Demo) -> tuple[httpx.Client, str]:
    """The first student, and the quiz they have just passed."""
    student, _ = sign_in(demo, demo.accounts[1])
    with closing(sign_in(demo, demo.accounts[0])[0]) as teacher:
        room = teacher.get("/api/classrooms?mine=teaching").json()["items"][0]["id"]
        student.post(f"/api/classrooms/{room}/join", json={})
        wish = {"classroomId": room, "title": "Stars", "questions": [QUESTION]}
        quiz: str = teacher.post("/api/quiz/create", json=wish).json()["id"]
        teacher.post(f"/api/quiz/{quiz}/open", json={})
    question = student.post(f"/api/quiz/{quiz}/start", json={}).json()["questions"][0]["id"]
    student.post(f"/api/quiz/{quiz}/submit", json={"answers": {question: True}}).raise_for_status()
    return student, quiz


def proof_of(demo: Demo, certificate: str) -> dict[str, Any]:
    """Once it is anchored, which takes a chain of our own no longer than a chore's turn."""
    for _ in range(100):
        anchor: dict[str, Any] = httpx.get(f"{demo.url}/api/credentials/{certificate}/anchor").json()
        if anchor["inclusion"]:
            return anchor
        time.sleep(0.2)
    raise TimeoutError


def verdict(page: Page) -> str:
    page.get_by_role("heading", level=1).wait_for()
    return page.get_by_role("heading", level=1).inner_text()


def test_a_stranger_checks_a_certificate(browser: Browser, demo: Demo) -> None:
    student, quiz = passed(demo)
    with closing(student):
        mine = student.post(f"/api/quiz/{quiz}/certificate", json={}).json()
        document = student.get(f"/api/credentials/{mine['id']}").text
    page = browser.new_context().new_page()
    page.goto(f"{demo.url}/verify/{mine['id']}")
    assert verdict(page) == "Genuine and valid"
    assert page.get_by_text("your browser").count() == 1
    page.get_by_text("says that it holds.").wait_for(timeout=20_000)  # its batch is anchored meanwhile
    assert page.get_by_text("no outsider keeps it").count() == 1
    changed = document.replace('"value":"100"', '"value":"101"')
    assert changed != document
    page.route(f"**/api/credentials/{mine['id']}", lambda route: route.fulfill(body=changed))
    page.reload()
    assert verdict(page) == "Not genuine"
    page.context.close()


def test_the_page_that_checks_without_the_campus(browser: Browser, demo: Demo, tmp_path: Path) -> None:
    student, quiz = passed(demo)
    with closing(student):
        mine = student.post(f"/api/quiz/{quiz}/certificate", json={"name": "Mira محمد"}).json()
        baked = student.get(f"/api/certificates/{mine['id']}/png").content
        proof = proof_of(demo, mine["id"])
    document = unbake(baked)
    assert document
    kept = tmp_path / "verify.html"
    kept.write_text(httpx.get(f"{demo.url}/verify/offline.html").text)
    page = browser.new_context(offline=True).new_page()
    page.goto(kept.as_uri())
    said = page.locator("#said")
    page.locator("#file").set_input_files({"name": "c.png", "mimeType": "image/png", "buffer": baked})
    page.get_by_text("Mira محمد").first.wait_for()
    assert said.inner_text().startswith("Genuine")
    page.locator("#proof").fill(json.dumps(proof))
    page.get_by_text(proof["inclusion"]["transaction"]).wait_for()
    assert said.inner_text().startswith("Genuine")
    astray = {**proof, "inclusion": {**proof["inclusion"], "salt": "0x00"}}
    page.locator("#file").set_input_files(
        {"name": "anchor.json", "mimeType": "application/json", "buffer": json.dumps(astray).encode()}
    )
    page.get_by_text("The proof does not fit").wait_for()
    page.locator("#proof").fill("")
    page.locator("#text").fill(document.replace("Stars", "Moons"))
    page.get_by_text("changed after").wait_for()
    assert said.inner_text().startswith("Not genuine")
    page.locator("#text").fill(document.replace("did:web", "did:key"))
    page.get_by_text("Not verifiable here").wait_for()
    page.context.close()
