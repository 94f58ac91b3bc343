"""The in-memory store keeps the whole contract."""

import pytest
from tests.ports.documents_contract import DocumentsContract

from eduverse.kernel.documents import Storage
from eduverse.storage.memory import MemoryStorage


class TestMemory(DocumentsContract):
    @pytest.fixture
    async def storage(self) -> Storage:
        return MemoryStorage()
