"""A replica that can be read: what was said, in order, and what was told from here."""

from collections.abc import Callable

__all__ = ["Notes"]


class Notes:
    def __init__(self, tell: Callable[[str], None] = lambda _: None) -> None:
        self.said: list[str] = []
        self.told: list[str] = []
        self._tell = tell

    def apply(self, said: bytes, *, ours: bool) -> int:
        if said == b"break":
            raise ValueError("broken on purpose")
        self._note(said.decode(), ours=ours)
        return len(self.said)

    def gone(self, socket_id: str, *, ours: bool) -> None:
        self._note(f"gone {socket_id}", ours=ours)

    def snapshot(self) -> bytes:
        return "\n".join(self.said).encode()

    def restore(self, state: bytes) -> None:
        self.said = state.decode().split("\n") if state else []

    def _note(self, text: str, *, ours: bool) -> None:
        self.said.append(text)
        if ours:
            self.told.append(text)
            self._tell(text)
