"""The JSON-RPC methods of the embedded chain, as an Ethereum node has them."""

from collections.abc import Callable
from typing import Any

from eduverse.chain.abi import reason_of
from eduverse.chain.embedded.machine import GAS_LIMIT, Outcome
from eduverse.chain.embedded.node import Node
from eduverse.chain.hashing import from_hex, quantity, to_hex
from eduverse.chain.jsonrpc import EXECUTION_REVERTED, RpcError

__all__ = ["Handler"]

_TIP = 1_000_000_000
_NOBODY = "0x" + "00" * 20
_LATEST = ("latest", "pending", "safe", "finalized")
_MOST_FEE_BLOCKS = 1024
_INVALID = -32_602


class Handler:
    """Answers from one node, in that node's thread."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._methods: dict[str, Callable[..., Any]] = {
            "web3_clientVersion": lambda: "EduVerse",
            "net_version": lambda: str(node.chain_id),
            "eth_chainId": lambda: quantity(node.chain_id),
            "eth_syncing": lambda: False,
            "eth_accounts": list,
            "eth_blockNumber": lambda: node.latest["number"],
            "eth_gasPrice": lambda: quantity(node.next_block().base_fee + _TIP),
            "eth_maxPriorityFeePerGas": lambda: quantity(_TIP),
            "eth_feeHistory": self._fee_history,
            "eth_getTransactionCount": self._count,
            "eth_getBalance": lambda address, _="latest": quantity(self._account(address).balance),
            "eth_getCode": lambda address, _="latest": to_hex(self._account(address).code),
            "eth_getStorageAt": self._storage,
            "eth_call": self._call,
            "eth_estimateGas": self._estimate,
            "eth_sendRawTransaction": lambda raw: node.submit(_bytes(raw)),
            "eth_getTransactionByHash": lambda one: node.ledger.transaction_by_hash(_lower(one)),
            "eth_getTransactionReceipt": lambda one: node.ledger.receipt(_lower(one)),
            "eth_getBlockByNumber": lambda tag, full=False: self._shown(self._block(tag), full),
            "eth_getBlockByHash": lambda one, full=False: self._shown(node.ledger.block_by_hash(_lower(one)), full),
            "eth_getLogs": self._logs,
        }

    def answer(self, method: str, params: list[Any]) -> Any:
        """The result. Raises `RpcError`."""
        answer = self._methods.get(method)
        if answer is None:
            raise RpcError(-32_601, f"the method {method} does not exist")
        try:
            return answer(*params)
        except (TypeError, ValueError, AttributeError, KeyError, OverflowError) as error:
            raise RpcError(_INVALID, f"invalid parameters for {method}") from error

    # --- methods --------------------------------------------------------------------------------------------

    def _fee_history(self, count: Any, newest: Any, shares: list[float] | None = None) -> Any:
        last = int(self._block_or_latest(newest)["number"], 16)
        first = max(0, last + 1 - min(_number(count), _MOST_FEE_BLOCKS))
        found = [self._node.ledger.block(number) or {} for number in range(first, last + 1)]
        return {
            "oldestBlock": quantity(first),
            "baseFeePerGas": [*(one["baseFeePerGas"] for one in found), quantity(self._node.next_block().base_fee)],
            "gasUsedRatio": [int(one["gasUsed"], 16) / GAS_LIMIT for one in found],
            "reward": [[quantity(_TIP)] * len(shares or []) for _ in found],
        }

    def _count(self, address: Any, tag: Any = "latest") -> str:
        return quantity(self._node.nonce(_address(address), pending=tag == "pending"))

    def _storage(self, address: Any, slot: Any, _: Any = "latest") -> str:
        return f"0x{self._node.machine.slots.get((_address(address), _number(slot)), 0):064x}"

    def _call(self, wanted: dict[str, Any], _: Any = "latest") -> str:
        return to_hex(_succeeded(self._simulate(wanted, None)).output)

    def _estimate(self, wanted: dict[str, Any], _: Any = "latest") -> str:
        """The least gas it succeeds with, found by trying: a call may not pass on more than 63/64 of what is left."""
        outcome = _succeeded(self._simulate(wanted, None))
        low, high = outcome.gas_used - 1, min(GAS_LIMIT, (outcome.gas_used + outcome.refunded) * 64 // 63 + 5_000)
        while high - low > 250:
            middle = (low + high) // 2
            if self._simulate(wanted, middle).succeeded:
                high = middle
            else:
                low = middle
        return quantity(high)

    def _logs(self, wanted: dict[str, Any]) -> list[dict[str, Any]]:
        if "blockHash" in wanted:
            block = self._node.ledger.block_by_hash(_lower(wanted["blockHash"]))
            if block is None:
                raise RpcError(-32_000, "unknown block")
            first = last = int(block["number"], 16)
        else:
            first, last = (self._height(wanted.get(name) or "latest") for name in ("fromBlock", "toBlock"))
        addresses = wanted.get("address") or []
        listed = [addresses] if isinstance(addresses, str) else addresses
        topics = [_options(topic) for topic in wanted.get("topics") or []]
        if len(topics) > 4:
            raise ValueError("an event has at most four topics")
        return self._node.ledger.logs(first, last, {_address(one) for one in listed}, topics)

    # --- parts ----------------------------------------------------------------------------------------------

    def _simulate(self, wanted: dict[str, Any], gas: int | None) -> Outcome:
        to = wanted.get("to")
        data = _bytes(wanted.get("input") or wanted.get("data") or "0x")
        given = _number(wanted["gas"]) if wanted.get("gas") else GAS_LIMIT
        return self._node.machine.simulate(
            self._node.next_block(),
            _address(wanted.get("from") or _NOBODY),
            _address(to) if to else None,
            data,
            value=_number(wanted.get("value") or "0x0"),
            gas=min(gas or given, GAS_LIMIT),
        )

    def _account(self, address: Any) -> Any:
        return self._node.machine.account(_address(address))

    def _height(self, tag: Any) -> int:
        if tag in _LATEST:
            return int(self._node.latest["number"], 16)
        return 0 if tag == "earliest" else _number(tag)

    def _block(self, tag: Any) -> dict[str, Any] | None:
        return self._node.latest if tag in _LATEST else self._node.ledger.block(self._height(tag))

    def _block_or_latest(self, tag: Any) -> dict[str, Any]:
        return self._block(tag) or self._node.latest

    def _shown(self, block: dict[str, Any] | None, full: bool) -> dict[str, Any] | None:
        if block is None or not full:
            return block
        return block | {"transactions": [self._node.ledger.transaction_by_hash(one) for one in block["transactions"]]}


def _succeeded(outcome: Outcome) -> Outcome:
    if outcome.succeeded:
        return outcome
    if outcome.halted:
        raise RpcError(-32_000, f"execution halted: {outcome.halted}")
    reason = reason_of(outcome.output)
    raise RpcError(EXECUTION_REVERTED, "execution reverted" + (reason and f": {reason}"), to_hex(outcome.output))


def _options(topic: Any) -> set[str] | None:
    if topic is None:
        return None
    return {_lower(one) for one in ([topic] if isinstance(topic, str) else topic)}


def _lower(text: Any) -> str:
    return to_hex(from_hex(text))


def _bytes(text: Any) -> bytes:
    return from_hex(text)


def _number(text: Any) -> int:
    if isinstance(text, int):
        return text
    return int(text, 16)


def _address(text: Any) -> str:
    if len(from_hex(text)) != 20:
        raise ValueError("an address has 20 bytes")
    return str(text).lower()
