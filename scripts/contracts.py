"""The contracts' compiled form: `python -m scripts.contracts build | check` (needs the group `contracts`).

What is checked in is what this compiler makes of `contracts/`, byte for byte: who runs the program needs no compiler,
and who doubts it compiles again.
"""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "contracts"
ARTIFACTS = ROOT / "src" / "eduverse" / "chain" / "artifacts"
NAMES = ("ClassroomNFT", "EduToken", "CertificateRegistry")


def compiled() -> dict[str, str]:
    """The text of each artifact by its file name: ABI, bytecode that deploys, and the compiler it is from."""
    import vyper
    from vyper.cli.vyper_compile import compile_files

    paths = [SOURCES / f"{name}.vy" for name in NAMES]
    made = compile_files([str(path) for path in paths], ["abi", "bytecode"], paths=[str(SOURCES)])
    by_name = {Path(path).stem: output for path, output in made.items()}
    return {f"{name}.json": _artifact(by_name[name], vyper.__version__) for name in NAMES}


def _artifact(output: dict[str, Any], version: str) -> str:
    artifact = {"compiler": f"vyper {version}", "abi": output["abi"], "bytecode": output["bytecode"]}
    return json.dumps(artifact, indent=1) + "\n"


def build() -> None:
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    for name, text in compiled().items():
        (ARTIFACTS / name).write_text(text)


def check() -> None:
    """Ends with an error when an artifact is not what its source compiles to."""
    stale = [name for name, text in compiled().items() if not _is(ARTIFACTS / name, text)]
    if stale:
        sys.exit(f"{', '.join(stale)}: run `uv run python -m scripts.contracts build` and commit.")


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text() == text


if __name__ == "__main__":
    {"build": build, "check": check}[sys.argv[1]]()
