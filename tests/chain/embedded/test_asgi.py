"""The endpoint as a wallet sees it."""

import asyncio
import json
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from tests.support.node import FOLDER, install_packages

from eduverse.chain.abi import contract
from eduverse.chain.embedded.asgi import RpcApp
from eduverse.chain.embedded.transport import open_embedded
from eduverse.chain.hashing import to_hex
from eduverse.chain.transactions import Signer

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


@asynccontextmanager
async def served(app: RpcApp) -> AsyncIterator[str]:
    """Its URL, on a real socket."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", log_level="warning"))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        task = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await task


async def test_foundrys_tool_works_on_it() -> None:
    """`cast`, a client that is not ours: it looks, sends what it signed itself, and reads a contract."""
    program = cast_program()
    owner = Signer(b"\x07" * 32)
    transport = await open_embedded(None, funds={owner.address: 10**24})

    async def cast(*words: str) -> str:
        env = {"ETH_RPC_URL": url, "HOME": "/nowhere"}
        process = await asyncio.create_subprocess_exec(
            program, *words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
        )
        said, complained = await process.communicate()
        assert process.returncode == 0, complained.decode()
        return said.decode().strip()

    async with served(RpcApp(transport)) as url:
        assert await cast("chain-id") == "31337"
        key = ("--private-key", "0x" + "07" * 32)
        created = await cast("send", *key, "--json", "--create", to_hex(contract("EduToken").creation(1000)))
        token = json.loads(created)["contractAddress"]
        assert await cast("call", token, "cap()(uint256)") == "1000"
        await cast("send", *key, token, "grantRole(bytes32,address)", "0x" + "11" * 32, RICH)
        assert await cast("block-number") == "2"
        assert await cast("nonce", owner.address) == "2"
        logs = json.loads(await cast("logs", "--json", "--from-block", "2", "--address", token))
        assert [log["transactionIndex"] for log in logs] == ["0x0"]
    await transport.close()


def cast_program() -> str:
    install_packages()
    program = next(iter(FOLDER.glob("node_modules/@foundry-rs/cast-*/bin/cast*")), None)
    if program is None:
        pytest.skip("there is no cast for this machine")
    return str(program)
