"""The endpoint as a wallet sees it."""

from collections.abc import AsyncIterator

import httpx
import pytest

from eduverse.chain.embedded.asgi import RpcApp
from eduverse.chain.embedded.transport import open_embedded

RICH = "0x" + "12" * 20


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = await open_embedded(None, funds={RICH: 77})
    app = httpx.ASGITransport(app=RpcApp(transport))
    async with httpx.AsyncClient(transport=app, base_url="http://chain") as client:
        yield client
    await transport.close()


def asking(method: str, *params: object, number: object = 1) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": list(params)}


async def test_one_call_and_a_batch(client: httpx.AsyncClient) -> None:
    one = asking("eth_getBalance", RICH, "latest", number="a")
    assert (await client.post("/", json=one)).json() == {"jsonrpc": "2.0", "id": "a", "result": "0x4d"}
    batch = (await client.post("/", json=[one, asking("eth_chainId")])).json()
    assert [each["result"] for each in batch] == ["0x4d", "0x7a69"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", -32_700),
        (b"[" * 100_000, -32_600),
        (b"[]", -32_600),
        (b"[" + b"1," * 50 + b"1]", -32_600),
        (b"1", -32_600),
        (b'{"jsonrpc": "2.0", "method": 1}', -32_600),
        (b'{"jsonrpc": "2.0", "method": "eth_chainId", "params": {"a": 1}}', -32_600),
        (b'{"jsonrpc": "2.0", "method": "eth_nothing"}', -32_601),
        (b'{"jsonrpc": "2.0", "method": "evm_mine"}', -32_601),
        (b'{"jsonrpc": "2.0", "method": "eth_chainId", "params": [1]}', -32_602),
        (b'{"jsonrpc": "2.0", "method": "eth_getBalance", "params": ["0x12"]}', -32_602),
        (b'{"jsonrpc": "2.0", "method": "eth_getBalance", "params": [{}]}', -32_602),
        (b'{"jsonrpc": "2.0", "method": "eth_call", "params": [{"to": "0x"}]}', -32_602),
        (b'{"jsonrpc": "2.0", "method": "eth_call", "params": [[]]}', -32_602),
        (b'{"jsonrpc": "2.0", "method": "eth_getLogs", "params": [{"address": "0x1"}]}', -32_602),
        (b'{"jsonrpc": "2.0", "method": "eth_getLogs", "params": [{"topics": [1]}]}', -32_600),
        (
            b'{"jsonrpc": "2.0", "method": "eth_getLogs", "params": [{"topics": [null, null, null, null, null]}]}',
            -32_602,
        ),
        (b'{"jsonrpc": "2.0", "method": "eth_getBlockByNumber", "params": ["0xffffffffffffffffffff"]}', -32_602),
        (b'{"jsonrpc": "2.0", "method": "eth_sendRawTransaction", "params": ["0x"]}', -32_602),
    ],
)
async def test_what_is_refused(client: httpx.AsyncClient, body: bytes, code: int) -> None:
    answer = (await client.post("/", content=body)).json()
    assert answer["error"]["code"] == code


async def test_methods_and_sizes(client: httpx.AsyncClient) -> None:
    assert (await client.get("/")).status_code == 405
    assert (await client.post("/", content=bytes(300_000))).status_code == 413
