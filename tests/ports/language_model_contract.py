"""What every `LanguageModel` must do. An adapter's test-suite is this class with a `model` fixture."""

from abc import ABC, abstractmethod
from contextlib import aclosing
from typing import Protocol

import pytest

from eduverse.tutor.ports import Delta, LanguageModel, Message, ModelUnavailable, Usage

__all__ = ["LanguageModelContract", "Scripting"]

ASKED = [Message(role="system", text="Be kind."), Message(role="user", text="Hello?")]


class Scripting(Protocol):
    """The model under test, made to say things."""

    @property
    def model(self) -> LanguageModel: ...

    def says(self, text: str) -> None: ...

    def breaks_off(self, text: str) -> None:
        """It says half of it and is gone."""
        ...

    def is_down(self) -> None: ...


async def heard(model: LanguageModel, max_tokens: int = 100) -> list[Delta | Usage]:
    return [part async for part in model.stream(ASKED, max_tokens=max_tokens)]


def text_of(parts: list[Delta | Usage]) -> str:
    return "".join(part.text for part in parts if isinstance(part, Delta))


class LanguageModelContract(ABC):
    @pytest.fixture
    @abstractmethod
    def scripting(self) -> Scripting: ...

    async def test_an_answer_comes_in_parts_and_then_what_it_took(self, scripting: Scripting) -> None:
        scripting.says("Grüß dich, wie geht es? 👋")
        parts = await heard(scripting.model)
        assert text_of(parts) == "Grüß dich, wie geht es? 👋"
        assert len([part for part in parts if isinstance(part, Delta)]) > 1
        usage = parts[-1]
        assert isinstance(usage, Usage)
        assert usage.total == usage.prompt + usage.completion > 0

    async def test_an_answer_without_an_end_is_none(self, scripting: Scripting) -> None:
        scripting.breaks_off("This will not be finished.")
        with pytest.raises(ModelUnavailable) as refused:
            await heard(scripting.model)
        assert refused.value.passing

    async def test_one_that_is_not_there_says_so(self, scripting: Scripting) -> None:
        scripting.is_down()
        with pytest.raises(ModelUnavailable):
            await heard(scripting.model)
        assert await scripting.model.problem()

    async def test_one_that_is_there_has_no_problem(self, scripting: Scripting) -> None:
        scripting.says("x")
        assert await scripting.model.problem() is None
        assert scripting.model.name

    async def test_it_can_be_left_early_and_asked_again(self, scripting: Scripting) -> None:
        scripting.says("one two three four")
        async with aclosing(scripting.model.stream(ASKED, max_tokens=10)) as parts:
            assert isinstance(await anext(parts), Delta)
        assert text_of(await heard(scripting.model)) == "one two three four"
