"""A chain to act on: our own EVM in memory, or that and a real node, one after the other."""

from collections.abc import AsyncIterator, Iterator

import pytest
from tests.support.anvil import RICH, anvil
from tests.support.chains import Staged, staged

from eduverse.chain.embedded.transport import EmbeddedTransport, open_embedded
from eduverse.chain.rpc.transport import HttpTransport
from eduverse.chain.transactions import Signer

SIGNER = Signer(b"\x01" * 32)


@pytest.fixture
async def transport() -> AsyncIterator[EmbeddedTransport]:
    transport = await open_embedded(None, funds={SIGNER.address: 10**24})
    yield transport
    await transport.close()


@pytest.fixture
async def stage(transport: EmbeddedTransport) -> Staged:
    return await staged(transport, SIGNER, transport.mine, confirmations=1)


@pytest.fixture(scope="module")
def anvil_url() -> Iterator[str]:
    with anvil("--hardfork", "cancun") as url:
        yield url


@pytest.fixture(params=["embedded", "anvil"])
async def any_stage(request: pytest.FixtureRequest) -> AsyncIterator[Staged]:
    if request.param == "anvil":
        node = HttpTransport(request.getfixturevalue("anvil_url"))
        yield await staged(node, Signer(RICH), lambda: node.request("evm_mine"), confirmations=1)
        await node.close()
        return
    own = await open_embedded(None, funds={SIGNER.address: 10**24})
    yield await staged(own, SIGNER, own.mine, confirmations=1)
    await own.close()
