"""The adapter on a real Kubo node, where there is one (`python -m tests.tools.kubo` builds it)."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tests.ports.content_contract import ContentContract
from tests.support.clock import FakeClock
from tests.support.kubo import KuboNode, kubo_node
from tests.tools.kubo import find

from eduverse.content.kubo.ledger import Ledger
from eduverse.content.kubo.rpc import KuboRpc
from eduverse.content.kubo.store import KuboContent
from eduverse.kernel.content import Content
from eduverse.storage.memory import MemoryStorage

PROGRAM = find()


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KuboNode]:
    assert PROGRAM is not None
    with kubo_node(PROGRAM, tmp_path_factory.mktemp("kubo")) as running:
        yield running


class TestKubo(ContentContract):
    __test__ = PROGRAM is not None

    @pytest.fixture
    async def content(self, clock: FakeClock, node: KuboNode, tmp_path: Path) -> AsyncIterator[Content]:
        node.empty()
        rpc = KuboRpc(node.url)
        yield KuboContent(rpc, Ledger(MemoryStorage(), clock), tmp_path)
        await rpc.close()
