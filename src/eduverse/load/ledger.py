"""The books of one room's chat: what was said, who had to hear it, and who did. Pure.

A message is under way from the moment its speaker first sends it until the server acknowledges it. Who was in the
room all that time must hear it, exactly once; who came or went meanwhile may hear it, once. Messages of one speaker
must come in the order in which they were said. Moments are seconds of one clock.

Somebody who comes in is given the newest messages with the reply. Those count as read: that is enough for what was
said before, and no second hearing.
"""

import math
from collections.abc import Iterable
from typing import Final

import msgspec

__all__ = ["Ledger", "Verdict"]

_SHOWN: Final = 10
"""Of each kind of failure, so many are named."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A pair is one message and one person."""

    said: int
    unanswered: int
    """Messages of which their speaker never learned that they were said."""
    expected: int
    """Pairs that had to be."""
    heard: int
    """Pairs that were."""
    lost: int
    doubled: int
    disordered: int
    examples: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether there is nothing left to wait for."""
        return not self.lost and not self.unanswered


class _Said:
    __slots__ = ("abandoned", "answered", "mark", "said", "speaker")

    def __init__(self, mark: str, speaker: str, said: float) -> None:
        self.mark = mark
        self.speaker = speaker
        self.said = said
        self.answered = math.inf
        self.abandoned = False

    @property
    def waited_for(self) -> bool:
        return self.answered == math.inf and not self.abandoned


class _Stay:
    __slots__ = ("entered", "left")

    def __init__(self, entered: float) -> None:
        self.entered = entered
        self.left = math.inf


class _Listener:
    __slots__ = ("disordered", "heard", "latest", "read", "stays")

    def __init__(self) -> None:
        self.stays: list[_Stay] = []
        self.heard: dict[int, int] = {}
        self.read: set[int] = set()
        self.latest: dict[str, int] = {}
        self.disordered = 0

    def was_there(self, message: _Said) -> bool:
        """From its being said until its being answered, if it was."""
        return message.answered < math.inf and any(
            stay.entered <= message.said and message.answered <= stay.left for stay in self.stays
        )


class Ledger:
    def __init__(self) -> None:
        self._messages: list[_Said] = []
        self._numbers: dict[str, int] = {}
        self._listeners: dict[str, _Listener] = {}

    def enter(self, person: str, now: float) -> None:
        """From here on this person hears everything. Who is in the room already goes on being there."""
        listener = self._listeners.setdefault(person, _Listener())
        if not listener.stays or listener.stays[-1].left < math.inf:
            listener.stays.append(_Stay(now))

    def leave(self, person: str, moment: float) -> None:
        """This person can be sure of nothing that was acknowledged after `moment`."""
        listener = self._listeners.get(person)
        if listener and listener.stays and listener.stays[-1].left == math.inf:
            listener.stays[-1].left = moment

    def say(self, speaker: str, mark: str, now: float) -> None:
        """Sent for the first time; `mark` is the message's client id."""
        self._numbers[mark] = len(self._messages)
        self._messages.append(_Said(mark, speaker, now))

    def answer(self, mark: str, now: float) -> None:
        message = self._messages[self._numbers[mark]]
        message.answered = min(message.answered, now)

    def abandon(self, mark: str) -> None:
        """Its speaker waits for no answer: nobody has to hear it, unless an answer still comes."""
        self._messages[self._numbers[mark]].abandoned = True

    def hear(self, person: str, mark: str) -> float | None:
        """Told of live. Returns when it was said; None for a message that nobody of ours has said."""
        number = self._numbers.get(mark)
        if number is None:
            return None
        listener, message = self._listeners.setdefault(person, _Listener()), self._messages[number]
        times = listener.heard[number] = listener.heard.get(number, 0) + 1
        if times == 1 and number < listener.latest.get(message.speaker, -1):
            listener.disordered += 1
        listener.latest[message.speaker] = max(number, listener.latest.get(message.speaker, -1))
        return message.said

    def read(self, person: str, marks: Iterable[str | None]) -> None:
        """Given with the reply to coming in."""
        known = (self._numbers.get(mark) for mark in marks if mark is not None)
        self._listeners.setdefault(person, _Listener()).read.update(number for number in known if number is not None)

    def verdict(self) -> Verdict:
        lost, expected = self._lost()
        doubled = [
            f"{self._messages[number].mark} heard {times} times by {person}"
            for person, listener in self._listeners.items()
            for number, times in listener.heard.items()
            if times > 1
        ]
        return Verdict(
            said=len(self._messages),
            unanswered=sum(message.waited_for for message in self._messages),
            expected=expected,
            heard=sum(len(listener.heard) for listener in self._listeners.values()),
            lost=len(lost),
            doubled=len(doubled),
            disordered=sum(listener.disordered for listener in self._listeners.values()),
            examples=(*lost[:_SHOWN], *doubled[:_SHOWN]),
        )

    def _lost(self) -> tuple[list[str], int]:
        lost, expected = [], 0
        for person, listener in self._listeners.items():
            for number, message in enumerate(self._messages):
                if not listener.was_there(message):
                    continue
                expected += 1
                if number not in listener.heard and number not in listener.read:
                    lost.append(f"{message.mark} never heard by {person}")
        return lost, expected
