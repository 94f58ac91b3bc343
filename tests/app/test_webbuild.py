"""When the client is built, and what is said when it cannot be."""

import shutil
from pathlib import Path

import pytest

from eduverse.app import webbuild
from eduverse.app.webbuild import WebBuildError, ensure_built, fingerprint, is_fresh


@pytest.fixture
def web(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "main.ts").write_text("start()\n")
    (folder / "package-lock.json").write_text("{}")
    return folder


def built(web: Path, out: Path) -> Path:
    out.mkdir()
    (out / "index.html").write_text("page")
    (out / ".stamp").write_text(fingerprint(web) + "\n")
    return out


def test_a_fingerprint_is_of_the_sources_alone(web: Path) -> None:
    before = fingerprint(web)
    (web / "node_modules").mkdir()
    (web / "node_modules" / "x.js").write_text("x")
    (web / "src" / "main.ts").write_bytes(b"start()\r\n")
    assert fingerprint(web) == before
    (web / "src" / "main.ts").write_text("stop()\n")
    assert fingerprint(web) != before


def test_a_fresh_client_is_not_built_again(web: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = built(web, tmp_path / "out")
    monkeypatch.setattr(webbuild, "prepare", lambda *_: pytest.fail("nothing is to be built"))
    assert ensure_built(web, out) == out
    (web / "src" / "more.ts").write_text("")
    assert not is_fresh(web, out)


def test_a_wheel_without_a_client_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbuild, "source_folder", lambda: None)
    with pytest.raises(WebBuildError, match="no browser client"):
        ensure_built(out=tmp_path)
    (tmp_path / "index.html").write_text("page")
    assert ensure_built(out=tmp_path) == tmp_path


def test_a_build_that_fails_leaves_the_old_client(web: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = built(web, tmp_path / "out")
    (web / "src" / "main.ts").write_text("stop()\n")
    monkeypatch.setattr(webbuild, "prepare", lambda *_: ("false", {"PATH": "/usr/bin:/bin"}))
    with pytest.raises(WebBuildError, match="ended with 1"):
        ensure_built(web, out)
    assert (out / "index.html").read_text() == "page"


def test_a_machine_without_node_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(WebBuildError, match="uv sync"):
        webbuild._system_node()
