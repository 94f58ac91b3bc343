"""Kills, restarts and damage: what is kept is what was acknowledged, with every hash the same."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from tests.support.clock import FakeClock

from eduverse.chain.abi import contract
from eduverse.chain.embedded.machine import Machine
from eduverse.chain.embedded.node import AuditFailed, Node
from eduverse.chain.hashing import to_hex
from eduverse.chain.jsonrpc import RpcError
from eduverse.chain.transactions import Signer, Transaction
from eduverse.kernel.chain import ChainUnavailable

ME = Signer(b"\x01" * 32)
TOKEN = contract("EduToken")


def opened(path: Path | None) -> Node:
    return Node(path, funds={ME.address: 10**24}, clock=FakeClock())


def raw(
    nonce: int, data: bytes = b"", *, to: str | None = "0x" + "22" * 20, gas: int = 3_000_000, fee: int = 10**11
) -> bytes:
    target = None if to is None else bytes.fromhex(to[2:])
    wish = Transaction(
        chain_id=31_337, nonce=nonce, tip=1, fee=fee, gas=gas, to=target, value=1 if to else 0, data=data
    )
    return ME.sign(wish)


def minting(number: int) -> bytes:
    return TOKEN.encode("mintBatch", [number.to_bytes(32, "big")], ["0x" + "33" * 20], [7])


def filled(path: Path | None) -> Node:
    node = opened(path)
    token = node.ledger.receipt(node.submit(raw(0, TOKEN.creation(10**30), to=None)))
    assert token is not None
    for number in range(1, 6):
        wish = Transaction(
            chain_id=31_337,
            nonce=number,
            tip=1,
            fee=10**11,
            gas=300_000,
            to=bytes.fromhex(token["contractAddress"][2:]),
            data=minting(number),
        )
        node.submit(ME.sign(wish))
    return node


def test_the_same_transactions_make_the_same_chain(tmp_path: Path) -> None:
    assert filled(tmp_path / "a").latest == filled(tmp_path / "b").latest


def test_a_restart_changes_nothing(tmp_path: Path) -> None:
    node = filled(tmp_path / "chain.sqlite")
    accounts, slots, latest = node.machine.accounts, node.machine.slots, node.latest
    node.close()
    again = opened(tmp_path / "chain.sqlite")
    assert (again.machine.accounts, again.machine.slots, again.latest) == (accounts, slots, latest)
    assert again.audit() == 7


KILLED = """
import sys
from pathlib import Path
from tests.chain.embedded.test_node import opened, raw
node = opened(Path(sys.argv[1]))
for number in range(10_000):
    print(node.submit(raw(number)), flush=True)
"""


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "chain.sqlite"
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(40)]
    os.kill(process.pid, signal.SIGKILL)
    told += [line.strip() for line in process.stdout if line.endswith("\n")]
    process.wait()
    process.stdout.close()
    node = opened(path)
    assert all(node.ledger.receipt(each) for each in told)
    assert node.audit() in (len(told) + 1, len(told) + 2)
    assert node.submit(raw(node.nonce(ME.address)))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE account SET balance = '5' WHERE address LIKE '0x22%'",
        "UPDATE slot SET value = '8' WHERE value = '35'",
        "DELETE FROM slot WHERE slot = (SELECT max(slot) FROM slot)",
        'UPDATE tx SET receipt = replace(receipt, \'"status":"0x1"\', \'"status":"0x0"\')',
        'UPDATE block SET body = replace(body, \'"timestamp":"0x\', \'"timestamp":"0x1\') WHERE number = 3',
        "DELETE FROM log WHERE block = 4",
        "DELETE FROM block WHERE number = 2",
        "DELETE FROM tx WHERE block = 3",
    ],
)
def test_an_audit_finds_what_was_changed(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "chain.sqlite"
    node = filled(path)
    node.submit(raw(6))
    assert node.audit() == 8
    node.close()
    connection = apsw.Connection(str(path))
    connection.execute(damage)
    assert connection.changes() > 0
    connection.close()
    with pytest.raises(AuditFailed):
        opened(path).audit()


def test_after_an_exception_memory_is_what_the_disk_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    node = filled(tmp_path / "chain.sqlite")
    latest, machine = node.latest, node.machine

    def broken(*_: object) -> None:
        raise apsw.FullError("disk full")

    monkeypatch.setattr(node.ledger, "put_transaction", broken)
    with pytest.raises(apsw.FullError):
        node.submit(raw(6))
    monkeypatch.undo()
    assert node.machine is not machine
    assert node.latest == latest
    assert node.nonce(ME.address) == 6
    node.submit(raw(6))
    assert node.audit() == 8


def test_a_contract_that_destroys_itself_is_refused_and_harms_nobody() -> None:
    node = filled(None)
    with pytest.raises(RuntimeError, match="destroys itself"):
        node.submit(raw(6, bytes.fromhex("33ff"), to=None))
    assert node.nonce(ME.address) == 6
    node.submit(raw(6))
    assert node.audit() == 8


def test_reading_does_not_change_what_gas_costs() -> None:
    quiet, busy = filled(None), opened(None)
    address = quiet.ledger.receipt(busy.submit(raw(0, TOKEN.creation(10**30), to=None)))
    assert address is not None
    from eduverse.chain.embedded.handler import Handler

    handler = Handler(busy)
    for number in range(1, 6):
        wanted = {"from": ME.address, "to": address["contractAddress"], "data": to_hex(minting(number))}
        handler.answer("eth_call", [wanted])
        handler.answer("eth_estimateGas", [wanted])
        handler.answer("eth_getBalance", ["0x" + "33" * 20])
        wish = Transaction(
            chain_id=31_337,
            nonce=number,
            tip=1,
            fee=10**11,
            gas=300_000,
            to=bytes.fromhex(address["contractAddress"][2:]),
            data=minting(number),
        )
        busy.submit(ME.sign(wish))
    assert busy.latest == quiet.latest


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (raw(0, fee=1), "less than block base fee"),
        (raw(0, gas=20_000), "intrinsic gas too low"),
        (raw(0, gas=31_000_000), "exceeds block gas limit"),
        (raw(0, fee=10**21), "insufficient funds"),
        (b"", "invalid transaction"),
        (
            Signer(b"\x01" * 32).sign(Transaction(chain_id=1, nonce=0, tip=0, fee=10**11, gas=21_000, to=bytes(20))),
            "chain id",
        ),
    ],
)
def test_what_is_refused(sent: bytes, words: str) -> None:
    node = opened(None)
    with pytest.raises(RpcError, match=words):
        node.submit(sent)
    assert node.latest["number"] == "0x0"


def test_what_comes_too_early_waits() -> None:
    node = opened(None)
    node.submit(raw(1))
    assert node.latest["number"] == "0x0"
    with pytest.raises(RpcError, match="already known"):
        node.submit(raw(1))
    node.submit(raw(0))
    assert node.latest["number"] == "0x2"
    with pytest.raises(RpcError, match="already known"):
        node.submit(raw(1))
    with pytest.raises(RpcError, match="nonce too low"):
        node.submit(raw(1, b"other"))


def test_a_second_process_is_told(tmp_path: Path) -> None:
    node = opened(tmp_path / "chain.sqlite")
    with pytest.raises(ChainUnavailable, match="in use"):
        opened(tmp_path / "chain.sqlite")
    node.close()


def test_where_there_is_no_machine_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrevm", None)
    with pytest.raises(ChainUnavailable, match="EDUVERSE_CHAIN_URL"):
        Machine(1)
