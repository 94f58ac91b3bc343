"""The chain of a campus, from the command line."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from tests.support.anvil import RICH, anvil
from tests.support.campus import MemoryCampus, memory_campus
from tests.support.chains import OwnChain
from tests.support.clock import FakeClock
from typer.testing import CliRunner

from eduverse.app.chain import chain_of, put_on
from eduverse.app.cli import app
from eduverse.app.serve import serve
from eduverse.app.settings import Settings, SettingsError, read_settings
from eduverse.chain.abi import contract
from eduverse.chain.contracts import CONTRACTS
from eduverse.chain.hashing import to_hex
from eduverse.chain.transactions import Signer, Transaction
from eduverse.gateway.campus import DemoAccount
from eduverse.kernel.buckets import TokenBuckets
from eduverse.kernel.chain import ChainUnavailable
from eduverse.storage.memory import MemoryStorage

runner = CliRunner()


def test_deploying_twice_is_deploying_once(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    before = runner.invoke(app, ["chain", "status", *data])
    assert before.exit_code == 0, before.output
    assert before.output.count("not deployed") == 3
    first = runner.invoke(app, ["chain", "deploy", *data])
    assert first.exit_code == 0, first.output
    assert first.output.count("done") == 3
    assert runner.invoke(app, ["chain", "deploy", *data]).output == first.output
    assert runner.invoke(app, ["chain", "status", *data]).output == first.output
    audited = runner.invoke(app, ["chain", "audit", *data])
    assert audited.output.startswith("4 blocks")


def test_a_key_that_others_can_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "key"
    key.write_text("07" * 32)
    key.chmod(0o644)
    monkeypatch.setenv("EDUVERSE_CHAIN_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("EDUVERSE_CHAIN_KEY_FILE", str(key))
    refused = runner.invoke(app, ["chain", "status", "--data", str(tmp_path)])
    assert refused.exit_code == 2
    assert "chmod 600" in refused.output
    key.chmod(0o600)
    unreachable = runner.invoke(app, ["chain", "status", "--data", str(tmp_path)])
    assert unreachable.exit_code == 2
    assert "does not answer" in unreachable.output


def test_a_node_and_its_key_go_together() -> None:
    with pytest.raises(SettingsError, match="CHAIN_KEY_FILE"):
        read_settings({"EDUVERSE_CHAIN_URL": "https://node.example"})


async def test_a_campus_opens_its_chain_when_it_needs_it_and_puts_its_contracts_there(tmp_path: Path) -> None:
    settings, clock, storage = Settings(data=str(tmp_path)), FakeClock(), MemoryStorage()
    chain = chain_of(settings, storage, clock)
    assert chain is not None
    try:
        on_chain = put_on(chain, settings)
        assert [await chore.run() for chore in on_chain.chores] == [0]
        assert await on_chain.problem() is None
        assert not (settings.data_folder / "chain.sqlite").exists()
        address = await on_chain.contracts.address("EduToken")
        assert await chain.call(address, contract("EduToken").encode("totalSupply")) == bytes(32)
    finally:
        await chain.close()


async def test_a_node_that_does_not_answer_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eduverse.app.serve.ensure_built", lambda: tmp_path)
    settings = node_at("http://127.0.0.1:1", tmp_path)
    chain = chain_of(settings, MemoryStorage(), FakeClock())
    assert chain is not None
    assert "does not answer" in str(await put_on(chain, settings).problem())
    with pytest.raises(ChainUnavailable, match="does not answer"):
        await serve(settings, demo=False, announce=lambda *_: None)


async def test_on_a_node_the_owner_puts_the_contracts(tmp_path: Path) -> None:
    with ExitStack() as nodes:
        url = nodes.enter_context(anvil("--hardfork", "cancun"))
        settings = structs.replace(node_at(url, tmp_path, RICH), chain_confirmations=1)
        chain = chain_of(settings, MemoryStorage(), FakeClock())
        assert chain is not None
        try:
            on_chain = put_on(chain, settings)
            assert on_chain.endpoint(TokenBuckets(FakeClock())) == {}
            assert "eduverse chain deploy" in str(await on_chain.problem())
            for name in CONTRACTS:
                await on_chain.contracts.deploy(name)
                await chain.request("evm_mine")
            assert await on_chain.problem() is None
            await chain.tend()
            assert await on_chain.problem() is None
            nodes.close()  # also when the contracts are known: only asking the node tells
            assert "does not answer" in str(await on_chain.problem())
        finally:
            await chain.close()


def test_without_pyrevm_there_is_no_chain_unless_a_node_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eduverse.app.chain.find_spec", lambda _: None)
    assert chain_of(Settings(data=str(tmp_path)), MemoryStorage(), FakeClock()) is None
    assert chain_of(node_at("http://127.0.0.1:1", tmp_path), MemoryStorage(), FakeClock()) is not None


def node_at(url: str, folder: Path, secret: bytes = b"\x07" * 32) -> Settings:
    key = folder / "key"
    key.touch(0o600)
    key.write_text(secret.hex())
    return Settings(data=str(folder / "data"), chain_url=url, chain_key_file=str(key))


ADA = DemoAccount(label="Teacher", email="ada@school.example", password="secret")


class Visitor:
    """Asks a demo's chain as a wallet does."""

    def __init__(self, campus: MemoryCampus) -> None:
        self.client = campus.client()

    async def ask(self, method: str, *params: object) -> Any:
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}
        answer = await self.client.post("/rpc", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()


async def test_in_a_demo_anybody_may_look_at_the_chain() -> None:
    async with memory_campus(demo=[ADA], chain=OwnChain()) as campus:
        visitor = Visitor(campus)
        assert (await visitor.ask("eth_chainId"))["result"] == "0x7a69"
        assert (await visitor.ask("eth_blockNumber"))["result"] == "0x0"
        await campus.campus.services.on_chain.contracts.address("EduToken")  # type: ignore[union-attr]
        assert (await visitor.ask("eth_blockNumber"))["result"] == "0x1"
        assert (await visitor.ask("eth_sign"))["error"]["code"] == -32_601
        poor = Signer(b"\x09" * 32)
        raw = poor.sign(Transaction(chain_id=31_337, nonce=0, tip=1, fee=10**11, gas=21_000, to=bytes(20)))
        assert "insufficient funds" in (await visitor.ask("eth_sendRawTransaction", to_hex(raw)))["error"]["message"]
        preflight = await visitor.client.options("/rpc", headers={"origin": "https://tool.example"})
        assert preflight.headers["access-control-allow-origin"] == "*"
        assert preflight.headers["x-content-type-options"] == "nosniff"


async def test_whoever_asks_too_much_is_told_to_wait() -> None:
    async with memory_campus(demo=[ADA], chain=OwnChain()) as campus:
        client = campus.client()
        answers = [(await client.get("/rpc")).status_code for _ in range(101)]
        assert (answers[0], answers[99], answers[100]) == (405, 405, 429)
        assert (await client.get("/health/live")).status_code == 200
        assert (await campus.client(address="192.0.2.77").get("/rpc")).status_code == 405


async def test_no_campus_but_a_demo_shows_its_chain() -> None:
    async with memory_campus(chain=OwnChain()) as campus:
        assert (await campus.client().post("/rpc", json={})).status_code in (404, 405)
