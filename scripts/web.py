"""The client's own checks, and its types made from the server: `python -m scripts.web check | types`."""

import json
import subprocess
import sys
from pathlib import Path

from eduverse.app.schema import interface_document
from eduverse.app.webbuild import prepare

WEB = Path(__file__).resolve().parents[1] / "web"
GENERATED = WEB / "src" / "generated"


def generate() -> None:
    """Makes everything under `generated/`."""
    node, env = prepare(WEB)
    text = json.dumps(interface_document(), indent=1, sort_keys=True, ensure_ascii=False)
    (GENERATED / "interface.json").write_text(text + "\n")
    subprocess.run([node, "scripts/generate-types.mjs"], cwd=WEB, env=env, check=True)


def check() -> None:
    """Lint, types, unit tests, and that the generated types are those of this server."""
    before = _generated()
    generate()
    if _generated() != before:
        sys.exit("web/src/generated is not what the server says: run `uv run python -m scripts.web types` and commit.")
    node, env = prepare(WEB)
    for command in (
        ["node_modules/@biomejs/biome/bin/biome", "check", "."],
        ["node_modules/typescript/bin/tsc", "--noEmit"],
        ["node_modules/vitest/vitest.mjs", "run"],
    ):
        subprocess.run([node, *command], cwd=WEB, env=env, check=True)


def _generated() -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(GENERATED.iterdir())}


if __name__ == "__main__":
    {"check": check, "types": generate}[sys.argv[1]]()
