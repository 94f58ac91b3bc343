"""Executes transactions on pyrevm, one at a time, each on a cold journal, so that gas is what Ethereum charges.

pyrevm holds the working copy of the state, and so do we: reading through pyrevm would warm an account and change the
gas of what comes next. After an exception that is no refusal, a machine is thrown away and built anew.
"""

import re
from collections.abc import Iterable
from typing import Any

from eduverse.chain.embedded.journal import Change, changes_in
from eduverse.chain.transactions import Transaction
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.structs import Struct

__all__ = ["COINBASE", "GAS_LIMIT", "Account", "Block", "Machine", "Outcome"]

GAS_LIMIT = 30_000_000
COINBASE = "0x" + "00" * 19 + "cb"
_REVERT = re.compile(r"Revert \{ gas_used: (\d+), output: 0x([0-9a-f]*)")
_HALT = re.compile(r"Halt \{ reason: (\w+).*gas_used: (\d+)")


class Account(Struct, frozen=True, kw_only=True):
    nonce: int = 0
    balance: int = 0
    code: bytes = b""


class Block(Struct, frozen=True, kw_only=True):
    """What a contract can learn of the block it runs in; the moment is in seconds, the fee in wei."""

    number: int
    moment: int
    base_fee: int


class Outcome(Struct, frozen=True, kw_only=True):
    """How an execution ended. `halted` is the machine's reason when it was not the contract that refused."""

    succeeded: bool
    gas_used: int
    output: bytes = b""
    halted: str | None = None
    refunded: int = 0
    created: str | None = None
    logs: tuple[tuple[str, tuple[str, ...], bytes], ...] = ()
    changes: tuple[Change, ...] = ()


class Machine:
    """Not safe across threads: it is made and used in one. Raises `ChainUnavailable` where there is no pyrevm."""

    def __init__(self, chain_id: int) -> None:
        try:
            import pyrevm
        except ImportError:
            raise ChainUnavailable(
                "The chain that comes with EduVerse runs on Python 3.11 and 3.12; use one of these or name a chain "
                "of your own in EDUVERSE_CHAIN_URL."
            ) from None
        self._revm = pyrevm
        environment = pyrevm.Env(cfg=pyrevm.CfgEnv(chain_id=chain_id), block=pyrevm.BlockEnv(gas_limit=GAS_LIMIT))
        self._evm: Any = pyrevm.EVM(env=environment, gas_limit=GAS_LIMIT, spec_id="CANCUN")
        self.accounts: dict[str, Account] = {}
        self.slots: dict[tuple[str, int], int] = {}

    def account(self, address: str) -> Account:
        return self.accounts.get(address, Account())

    def load(self, changes: Iterable[Change]) -> None:
        """Takes over accounts and slots as they are to be."""
        for change in changes:
            code = change.code if change.code is not None else self.account(change.address).code
            self._put(change.address, Account(nonce=change.nonce, balance=change.balance, code=code))
            for slot, value in change.slots:
                self._put_slot(change.address, slot, value)

    def transact(self, block: Block, sender: str, transaction: Transaction) -> Outcome:
        """Executes a transaction that can be paid, gas and all, and takes over what it changed."""
        price = min(transaction.fee, block.base_fee + transaction.tip)
        before, bought = self.account(sender), transaction.gas * price
        to = None if transaction.to is None else "0x" + transaction.to.hex()
        paid = Account(nonce=before.nonce + (to is not None), balance=before.balance - bought, code=before.code)
        self._insert(sender, paid)
        outcome = self._execute(block, sender, to, transaction.data, value=transaction.value, gas=transaction.gas)
        after = {change.address: change for change in outcome.changes if _leaves_a_trace(change)}
        left = after[sender].balance if sender in after else paid.balance
        after[sender] = Change(
            address=sender,
            nonce=before.nonce + 1,
            balance=left + (transaction.gas - outcome.gas_used) * price,
            code=None,
            slots=after[sender].slots if sender in after else (),
        )
        after[COINBASE] = self._rewarded(after.get(COINBASE), outcome.gas_used * (price - block.base_fee))
        changes = tuple(after[address] for address in sorted(after))
        self.load(changes)
        return Outcome(
            succeeded=outcome.succeeded,
            gas_used=outcome.gas_used,
            output=outcome.output,
            halted=outcome.halted,
            created=outcome.created,
            logs=outcome.logs,
            changes=changes,
        )

    def simulate(self, block: Block, sender: str, to: str | None, data: bytes, *, value: int, gas: int) -> Outcome:
        """The same without any consequence, and without anybody paying for gas."""
        return self._execute(block, sender, to, data, value=value, gas=gas)

    def _execute(self, block: Block, sender: str, to: str | None, data: bytes, *, value: int, gas: int) -> Outcome:
        self._evm.set_block_env(
            self._revm.BlockEnv(
                number=block.number,
                timestamp=block.moment,
                basefee=block.base_fee,
                gas_limit=GAS_LIMIT,
                coinbase=COINBASE,
            )
        )
        start = self._evm.snapshot()
        try:
            return self._run(sender, to, data, value, gas)
        except RuntimeError as error:
            return _refusal(error)
        finally:
            self._evm.revert(start)
            self._evm.reset_transient_storage()

    def _run(self, sender: str, to: str | None, data: bytes, value: int, gas: int) -> Outcome:
        created, output = None, b""
        if to is None:
            created = str(self._evm.deploy(sender, data, value=value, gas=gas)).lower()
        else:
            output = bytes(self._evm.message_call(sender, to, calldata=data, value=value, gas=gas))
        result = self._evm.result
        return Outcome(
            succeeded=True,
            gas_used=result.gas_used,
            output=output,
            refunded=result.gas_refunded,
            created=created,
            logs=tuple((log.address.lower(), tuple(log.topics), bytes(log.data[1])) for log in result.logs),
            changes=tuple(changes_in(self._evm.journal_str)),
        )

    def _rewarded(self, change: Change | None, reward: int) -> Change:
        held = self.account(COINBASE)
        return Change(
            address=COINBASE,
            nonce=held.nonce,
            balance=(held.balance if change is None else change.balance) + reward,
            code=None,
            slots=(),
        )

    def _put(self, address: str, account: Account) -> None:
        self.accounts[address] = account
        self._insert(address, account)

    def _insert(self, address: str, account: Account) -> None:
        fields: dict[str, Any] = {"nonce": account.nonce, "balance": account.balance}
        if account.code:
            fields["code"] = account.code
        info = self._revm.AccountInfo(**fields)
        self._evm.insert_account_info(address, info)

    def _put_slot(self, address: str, slot: int, value: int) -> None:
        """Setting a slot also loads its account, which would leave it warm: that is undone, the value stays."""
        start = self._evm.snapshot()
        self._evm.insert_account_storage(address, slot, value)
        self._evm.revert(start)
        self.slots[address, slot] = value


def _leaves_a_trace(change: Change) -> bool:
    """An account that was only looked at and has nothing in it does not exist (EIP-161)."""
    return bool(change.nonce or change.balance or change.code or change.slots)


def _refusal(error: RuntimeError) -> Outcome:
    """A revert or a halt, which belong to the transaction; anything else is raised again."""
    if match := _REVERT.search(str(error)):
        return Outcome(succeeded=False, gas_used=int(match[1]), output=bytes.fromhex(match[2]))
    if match := _HALT.search(str(error)):
        return Outcome(succeeded=False, gas_used=int(match[2]), halted=match[1])
    raise error
