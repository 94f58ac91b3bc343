"""What is checked in is what the sources compile to."""

import pytest
from scripts.contracts import ARTIFACTS, compiled


@pytest.mark.filterwarnings("ignore")
def test_compiling_again_gives_the_same_bytes() -> None:
    assert compiled() == {path.name: path.read_text() for path in ARTIFACTS.glob("*.json")}
