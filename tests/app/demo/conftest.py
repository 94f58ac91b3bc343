from pathlib import Path

import pytest
from tests.support.staging import Seeding


@pytest.fixture
def seeding(tmp_path: Path) -> Seeding:
    return Seeding(tmp_path)


@pytest.fixture
def other(tmp_path_factory: pytest.TempPathFactory) -> Seeding:
    return Seeding(tmp_path_factory.mktemp("other"))
