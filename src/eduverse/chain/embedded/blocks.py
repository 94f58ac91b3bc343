"""Blocks, transactions and receipts as JSON-RPC shows them, and what their hashes are made of.

A block's hash covers its parent, its transactions, their receipts and the state, so two chains with the same hash are
the same. The state's hash is a chain too, of every change since the genesis, and no Merkle tree: the embedded chain
gives no proofs of state.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from eduverse.chain.embedded.journal import Change
from eduverse.chain.embedded.machine import COINBASE, GAS_LIMIT, Block, Outcome
from eduverse.chain.hashing import from_hex, keccak, quantity, to_hex
from eduverse.chain.transactions import Signed

__all__ = ["FIRST_BASE_FEE", "made_block", "next_base_fee", "next_state", "receipt_of", "transaction_of"]

FIRST_BASE_FEE = 1_000_000_000
_NOTHING = "0x" + "00" * 32


def next_base_fee(parent: dict[str, Any]) -> int:
    """EIP-1559: up to an eighth more or less than before, as the parent was more or less than half full."""
    base, used, target = int(parent["baseFeePerGas"], 16), int(parent["gasUsed"], 16), GAS_LIMIT // 2
    if used > target:
        return base + max(1, base * (used - target) // target // 8)
    return max(7, base - base * (target - used) // target // 8)


def next_state(parent: str, changes: Sequence[Change]) -> str:
    return to_hex(keccak(from_hex(parent) + msgspec.json.encode(changes)))


def made_block(
    block: Block,
    parent: dict[str, Any] | None,
    state: str,
    signed: Sequence[Signed],
    receipts: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """A block. Its hash goes into the receipts afterwards, for it is made of them."""
    used = sum(int(receipt["gasUsed"], 16) for receipt in receipts)
    bloom = _joined([receipt["logsBloom"] for receipt in receipts])
    body = {
        "number": quantity(block.number),
        "parentHash": parent["hash"] if parent else _NOTHING,
        "timestamp": quantity(block.moment),
        "baseFeePerGas": quantity(block.base_fee),
        "gasLimit": quantity(GAS_LIMIT),
        "gasUsed": quantity(used),
        "miner": COINBASE,
        "transactions": [each.hash for each in signed],
        "stateRoot": state,
        "receiptsRoot": to_hex(keccak(msgspec.json.encode(receipts))),
        "transactionsRoot": to_hex(keccak(b"".join(from_hex(each.hash) for each in signed))),
        "logsBloom": bloom,
        "sha3Uncles": _NOTHING,
        "mixHash": _NOTHING,
        "nonce": "0x0000000000000000",
        "extraData": "0x",
        "difficulty": "0x0",
        "size": quantity(sum(len(each.raw) for each in signed)),
        "uncles": [],
    }
    return body | {"hash": to_hex(keccak(msgspec.json.encode(body)))}


def receipt_of(block: Block, signed: Signed, outcome: Outcome) -> dict[str, Any]:
    """A receipt, still without its block's hash. A block has one transaction."""
    to, price = signed.transaction.to, _price(block, signed)
    place = {"transactionHash": signed.hash, "transactionIndex": "0x0", "blockNumber": quantity(block.number)}
    logs: list[dict[str, Any]] = [
        {
            "address": address,
            "topics": list(topics),
            "data": to_hex(data),
            **place,
            "logIndex": quantity(at),
            "removed": False,
        }
        for at, (address, topics, data) in enumerate(outcome.logs)
    ]
    return {
        **place,
        "type": quantity(signed.transaction.kind),
        "status": quantity(int(outcome.succeeded)),
        "from": signed.sender,
        "to": None if to is None else to_hex(to),
        "contractAddress": outcome.created if outcome.succeeded else None,
        "gasUsed": quantity(outcome.gas_used),
        "cumulativeGasUsed": quantity(outcome.gas_used),
        "effectiveGasPrice": quantity(price),
        "logsBloom": _joined([_bloom(from_hex(text)) for log in logs for text in (log["address"], *log["topics"])]),
        "logs": logs,
    }


def transaction_of(block: Block, block_hash: str, signed: Signed) -> dict[str, Any]:
    sent = signed.transaction
    parity, r, s = signed.signature
    v = parity if sent.kind else 35 + 2 * sent.chain_id + parity
    fees = {"maxFeePerGas": quantity(sent.fee), "maxPriorityFeePerGas": quantity(sent.tip)} if sent.kind == 2 else {}
    return {
        "hash": signed.hash,
        "from": signed.sender,
        "to": None if sent.to is None else to_hex(sent.to),
        "nonce": quantity(sent.nonce),
        "gas": quantity(sent.gas),
        "value": quantity(sent.value),
        "input": to_hex(sent.data),
        "type": quantity(sent.kind),
        "chainId": quantity(sent.chain_id),
        "blockHash": block_hash,
        "blockNumber": quantity(block.number),
        "transactionIndex": "0x0",
        "gasPrice": quantity(_price(block, signed)),
        **fees,
        "accessList": [],
        "v": quantity(v),
        "r": quantity(r),
        "s": quantity(s),
    }


def _price(block: Block, signed: Signed) -> int:
    return min(signed.transaction.fee, block.base_fee + signed.transaction.tip)


def _bloom(value: bytes) -> str:
    """Yellow Paper 4.3.1: three bits of 2048, from the first three pairs of bytes of the hash."""
    digest = keccak(value)
    bits = 0
    for at in (0, 2, 4):
        bits |= 1 << (int.from_bytes(digest[at : at + 2], "big") & 2047)
    return f"0x{bits:0512x}"


def _joined(blooms: Sequence[str]) -> str:
    bits = 0
    for bloom in blooms:
        bits |= int(bloom, 16)
    return f"0x{bits:0512x}"
