"""A node's answers as values of the port, and its refusals as problems of the port."""

from typing import Any

from eduverse.chain.abi import reason_of
from eduverse.chain.hashing import from_hex
from eduverse.chain.jsonrpc import EXECUTION_REVERTED, RpcError
from eduverse.kernel.chain import ChainUnavailable, Log, NoFunds, Receipt, Reverted, Underpriced
from eduverse.kernel.errors import Problem

__all__ = ["is_known", "is_refusal", "is_too_low", "log_of", "problem_of", "receipt_of"]

_KNOWN = ("already known", "already imported", "known transaction")
_HALTED = ("halted", "evm error", "out of gas", "invalid opcode", "invalid jump", "stack underflow", "stack limit")
_TOO_LOW = ("nonce too low", "invalid nonce")


def log_of(answer: dict[str, Any]) -> Log:
    return Log(
        address=answer["address"].lower(),
        topics=tuple(topic.lower() for topic in answer["topics"]),
        data=from_hex(answer["data"]),
        block=int(answer["blockNumber"], 16),
        transaction=answer["transactionHash"].lower(),
        index=int(answer["logIndex"], 16),
    )


def receipt_of(answer: dict[str, Any]) -> Receipt:
    created = answer.get("contractAddress")
    return Receipt(
        transaction=answer["transactionHash"].lower(),
        block=int(answer["blockNumber"], 16),
        block_hash=answer["blockHash"].lower(),
        succeeded=int(answer["status"], 16) == 1,
        gas_used=int(answer["gasUsed"], 16),
        price=int(answer["effectiveGasPrice"], 16),
        contract=created and created.lower(),
        logs=tuple(log_of(log) for log in answer["logs"]),
    )


def problem_of(error: RpcError) -> Problem:
    """What a refusal means. Nodes have no codes for most of it, only words that have become customary."""
    words = error.message.lower()
    if error.code == EXECUTION_REVERTED or "revert" in words:
        output = from_hex(error.data) if error.data and error.data.startswith("0x") else b""
        reason = reason_of(output)
        return Reverted(f"The contract refused this: {reason}" if reason else None, reason=reason)
    if "insufficient funds" in words:
        return NoFunds()
    if "underpriced" in words or "less than block base fee" in words or "gas price too low" in words:
        return Underpriced()
    if any(each in words for each in _HALTED):
        return Reverted(reason="")
    return ChainUnavailable(f"The node refuses: {error.message[:300]}", code=error.code)


def is_known(error: RpcError) -> bool:
    """The node has this very transaction already."""
    return any(each in error.message.lower() for each in _KNOWN)


def is_refusal(problem: ChainUnavailable) -> bool:
    """Whether a node did answer, with a refusal that we do not know: that is about one transaction, not the node."""
    return "code" in problem.extra


def is_too_low(error: RpcError) -> bool:
    """A transaction with this number is in a block already: ours, perhaps."""
    return any(each in error.message.lower() for each in _TOO_LOW)
