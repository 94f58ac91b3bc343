"""What an execution changed, read from pyrevm's debug text: the only place where pyrevm 0.3.7 tells of storage.

The text is read whole or not at all: anything unknown in it is an error, so another version of pyrevm cannot quietly
change what we keep. This is why it is pinned exactly.
"""

import re

from eduverse.kernel.structs import Struct

__all__ = ["Change", "UnknownJournal", "changes_in"]

_ACCOUNT = re.compile(
    r"(0x[0-9a-f]{40}): Account \{ info: AccountInfo \{ balance: (\d+), nonce: (\d+), code_hash: 0x[0-9a-f]{64}, "
    r"code: (?:None|Some\(Bytecode \{ bytecode: 0x([0-9a-f]*), state: "
    r'(?:Raw|Analysed \{ len: (\d+), jump_map: JumpMap \{ map: "[0-9a-f]*" \} \}) \}\)) \}, '
    r"storage: \{([^}]*(?:\}, \d+: [^}]*)*\}?)\}, status: AccountStatus\(([A-Za-z0-9| ]+)\) \}"
)
_SLOT = re.compile(r"(\d+): StorageSlot \{ previous_or_original_value: (\d+), present_value: (\d+) \}")
_START, _END = "state: {", "}, transient_storage:"


class UnknownJournal(RuntimeError):
    """pyrevm wrote something that we cannot read, or a contract destroyed itself, which we do not support."""


class Change(Struct, frozen=True, kw_only=True):
    """An account as it is afterwards, and the storage slots in it that have another value. `code` when it is new."""

    address: str
    nonce: int
    balance: int
    code: bytes | None
    slots: tuple[tuple[int, int], ...]


def changes_in(text: str) -> list[Change]:
    """Every account that was touched. Raises `UnknownJournal`."""
    start, end = text.find(_START), text.find(_END)
    if start < 0 or end < 0:
        raise UnknownJournal("no state in the journal")
    state = text[start + len(_START) : end]
    found, at = [], 0
    for match in _ACCOUNT.finditer(state):
        if state[at : match.start()] not in ("", ", "):
            raise UnknownJournal("unknown text in the journal")
        at = match.end()
        found.append(_change(match))
    if at != len(state):
        raise UnknownJournal("unknown text in the journal")
    return found


def _change(match: re.Match[str]) -> Change:
    address, balance, nonce, code, length, slots, status = match.groups()
    if "SelfDestructed" in status:
        raise UnknownJournal("a contract that destroys itself is not supported")
    created = bytes.fromhex(code)[: int(length) if length else None] if code and "Created" in status else None
    written = ((int(slot), int(now)) for slot, before, now in _SLOT.findall(slots) if before != now)
    ordered = tuple(sorted(written))  # pyrevm's own order is another one each time
    return Change(address=address, nonce=int(nonce), balance=int(balance), code=created, slots=ordered)
