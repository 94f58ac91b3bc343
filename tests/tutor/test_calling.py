"""Calling a model with patience."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

import pytest
from tests.support.clock import FakeClock
from tests.support.entropy import ScriptedEntropy
from tests.support.tutor import ScriptedModel

from eduverse.tutor.calling import Patience, PatientModel
from eduverse.tutor.ports import Delta, Message, ModelUnavailable, Usage

DOWN = ModelUnavailable("down")


class Calls:
    def __init__(self, model: ScriptedModel, patience: Patience | None = None) -> None:
        self.clock = FakeClock()
        self.model = model
        self.pauses: list[float] = []
        self.patient = PatientModel(
            model, clock=self.clock, entropy=ScriptedEntropy(), patience=patience, pause=self._pause
        )

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def said(self) -> str:
        parts = [part async for part in self.patient.stream([], max_tokens=10)]
        return "".join(part.text for part in parts if isinstance(part, Delta))


async def test_a_failure_that_passes_is_tried_again_with_growing_pauses() -> None:
    calls = Calls(ScriptedModel(DOWN, DOWN, "hello"))
    assert await calls.said() == "hello"
    assert len(calls.model.asked) == 3
    assert 0.25 <= calls.pauses[0] < 0.5 <= calls.pauses[1] < 1


async def test_what_does_not_pass_is_not_tried_again() -> None:
    calls = Calls(ScriptedModel(ModelUnavailable("no such model", passing=False)))
    with pytest.raises(ModelUnavailable):
        await calls.said()
    assert len(calls.model.asked) == 1


async def test_an_answer_that_has_begun_is_not_begun_again() -> None:
    calls = Calls(ScriptedModel("hello"))

    async def cut(number: int) -> None:
        if number == 2:
            raise DOWN

    calls.model.on_part = cut
    with pytest.raises(ModelUnavailable):
        await calls.said()
    assert len(calls.model.asked) == 1


async def test_who_keeps_failing_is_left_alone_and_then_tried_again() -> None:
    calls = Calls(ScriptedModel(DOWN))
    with pytest.raises(ModelUnavailable):
        await calls.said()
    assert "left alone" in (await calls.patient.problem() or "")
    with pytest.raises(ModelUnavailable, match="left alone"):
        await calls.said()
    assert len(calls.model.asked) == 3
    calls.clock.advance(30)
    calls.model.script = ["back"]
    assert await calls.said() == "back"
    assert await calls.patient.problem() is None


class Silent(ScriptedModel):
    """Says a word, and then nothing any more."""

    closed = False

    async def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncGenerator[Delta | Usage, None]:
        try:
            yield Delta(text="well")
            await asyncio.Event().wait()
        finally:
            self.closed = True


async def test_silence_is_not_waited_out() -> None:
    model = Silent("")
    calls = Calls(model, Patience(first=1, between=0.01, whole=1, attempts=3))
    with pytest.raises(ModelUnavailable, match="no word for"):
        await calls.said()
    assert model.closed


async def test_the_models_own_problem_is_told() -> None:
    calls = Calls(ScriptedModel("x"))
    calls.model.down = "no route"
    assert await calls.patient.problem() == "no route"
    assert calls.patient.name == "scripted-1"
