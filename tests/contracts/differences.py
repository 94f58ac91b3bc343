"""In what our contracts are meant to differ from OpenZeppelin's, and why. Whatever is not here has to be the same.

Each call is tried on both. When ours refuses alone, its text has to stand in `STRICTER`, with the functions that may
refuse so; when OpenZeppelin's refuses alone, its error has to stand in `MILDER`, and ours has to change nothing. When
both refuse, the error has to be one that `REASONS` gives for our text: a call may be wrong in several ways, and which
of them is named first is nobody's promise.
"""

from typing import NamedTuple

__all__ = ["EXTRA_EVENTS", "INTERFACES", "LEFT_OUT_EVENTS", "MILDER", "REASONS", "STRICTER", "Difference"]


class Difference(NamedTuple):
    functions: frozenset[str]
    why: str


def _in(functions: str, why: str) -> Difference:
    return Difference(frozenset(functions.split()), why)


STRICTER: dict[str, Difference] = {
    "classroom: locked": _in(
        "transferFrom safeTransferFrom", "A class stays with who teaches it until the campus lets it go (ERC-5192)."
    ),
    "roles: last admin": _in(
        "revokeRole", "An admin who stopped being one by mistake would leave nobody to repair it."
    ),
    "": _in(
        "mint setTokenURI safeTransferFrom mintBatch",
        "Vyper's texts and lists have a greatest length: 160 bytes of URI, 1,024 of data, 200 rewards in a batch.",
    ),
}

MILDER: dict[str, Difference] = {
    "ERC721InvalidSender": _in("mint", "A minting that is sent twice is done once: the second says False."),
}

REASONS: dict[str, frozenset[str]] = {
    "roles: not allowed": frozenset({"AccessControlUnauthorizedAccount"}),
    "roles: last admin": frozenset({"AccessControlUnauthorizedAccount"}),
    "classroom: zero holder": frozenset({"ERC721InvalidOwner"}),
    "classroom: zero operator": frozenset({"ERC721InvalidOperator"}),
    "classroom: zero receiver": frozenset({"ERC721InvalidReceiver"}),
    "classroom: no such token": frozenset({"ERC721NonexistentToken", "ERC721InvalidReceiver"}),
    "classroom: wrong owner": frozenset(
        {"ERC721IncorrectOwner", "ERC721InsufficientApproval", "ERC721InvalidReceiver"}
    ),
    "classroom: not authorised": frozenset({"ERC721InsufficientApproval", "ERC721InvalidApprover"}),
    "classroom: locked": frozenset(
        {"ERC721InsufficientApproval", "ERC721InvalidReceiver", "no, thank you", "Panic", ""}  # or the receiver's own
    ),
    "classroom: not received": frozenset({"ERC721InvalidReceiver"}),
    "classroom: takes no money": frozenset({""}),
    "edu: zero receiver": frozenset({"ERC20InvalidReceiver", "ERC20ExceededCap", "Panic"}),
    "edu: zero sender": frozenset({"ERC20InvalidSender", "ERC20InvalidApprover"}),
    "edu: zero spender": frozenset({"ERC20InvalidSpender"}),
    "edu: balance too low": frozenset({"ERC20InsufficientBalance"}),
    "edu: allowance too low": frozenset({"ERC20InsufficientAllowance"}),
    "edu: over the cap": frozenset({"ERC20ExceededCap"}),
}
"""A refusal of ours without a text is Vyper's own, of calldata that is no such call or of a sum that overflows: it
comes before any other, so that beside it OpenZeppelin's may be whichever."""

EXTRA_EVENTS: dict[str, str] = {
    "Locked": "ERC-5192",
    "Unlocked": "ERC-5192",
    "Rewarded": "Whoever mirrors the ledger finds a reward by its reference.",
}

LEFT_OUT_EVENTS: dict[tuple[str, str], str] = {
    ("mint", "MetadataUpdate"): "A token that is new has no metadata that could have changed."
}

INTERFACES: dict[str, str] = {
    "erc5192": "Only ours may be locked.",
    "accessControl": "Only OpenZeppelin's: nobody lays down a role of their own, and roles have no other admin.",
}
"""Which of the two says it has them differs."""
