"""The port on our own EVM."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.ports.chain_contract import ChainContract
from tests.support.chains import Staged, staged

from eduverse.chain.embedded.transport import open_embedded
from eduverse.chain.transactions import Signer


class TestEmbeddedChain(ChainContract):
    @pytest.fixture
    async def staged(self, tmp_path: Path) -> AsyncIterator[Staged]:
        signer = Signer(b"\x01" * 32)
        transport = await open_embedded(tmp_path / "chain.sqlite", funds={signer.address: 10**24})
        try:
            yield await staged(transport, signer, transport.mine)
            assert await transport.audit() > 0
        finally:
            await transport.close()
