"""Any server that speaks OpenAI's chat completions: the service itself, or a model on the school's own machine.

The client library does no repeating and no waiting of its own: both are the tutor's. It is imported when it is first
used; a campus without a language model never loads it.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from eduverse.kernel.clock import Clock
from eduverse.tutor.model.moderation import Concern
from eduverse.tutor.ports import Delta, Message, ModelUnavailable, Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI

__all__ = ["OpenAICompatible"]

_REMEMBERED = 30.0
"""Seconds for which an answer to "are you there?" is repeated."""
_PATIENCE = 3.0
_PASSING = {408, 409, 425, 429}
_CONCERNS = {
    "self-harm": Concern.SELF_HARM,
    "self-harm/intent": Concern.SELF_HARM,
    "self-harm/instructions": Concern.SELF_HARM,
    "sexual/minors": Concern.SEXUAL,
    "sexual": Concern.SEXUAL,
    "violence/graphic": Concern.VIOLENCE,
    "illicit/violent": Concern.VIOLENCE,
}
"""The provider's categories that are no matter for a tutor, the gravest first. Violence in general is history."""


class OpenAICompatible:
    """`url` ends where `/chat/completions` begins. Without a key, the server wants none."""

    def __init__(self, url: str, *, model: str, api_key: str | None, clock: Clock) -> None:
        self._url = url
        self._model = model
        self._api_key = api_key
        self._clock = clock
        self._made: AsyncOpenAI | None = None
        self._known: tuple[float, str | None] | None = None
        self._asking = asyncio.Lock()

    @property
    def name(self) -> str:
        return self._model

    async def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncGenerator[Delta | Usage, None]:
        from openai import APIStatusError

        try:
            async with aclosing(self._parts(messages, max_tokens)) as parts:
                async for part in parts:
                    yield part
        except APIStatusError as error:
            passing = error.status_code in _PASSING or error.status_code >= 500
            raise ModelUnavailable(f"it answers {error.status_code}", passing=passing) from None
        except ModelUnavailable:
            raise
        except Exception as error:
            # The library takes a chunk's shape on trust, and passes on what its HTTP client raises while reading.
            raise ModelUnavailable(_reason(error)) from None

    async def problem(self) -> str | None:
        """Asked once for many who want to know."""
        async with self._asking:
            now = self._clock.monotonic()
            if self._known is None or now - self._known[0] >= _REMEMBERED:
                self._known = now, await self._ask()
            return self._known[1]

    async def concern(self, text: str) -> Concern | None:
        """What the provider's moderation endpoint finds."""
        from openai import OpenAIError

        try:
            reply = await self._client().moderations.create(input=text, timeout=_PATIENCE)
            found = reply.results[0].categories.model_dump(by_alias=True)
        except (OpenAIError, IndexError, ValueError) as error:
            raise ModelUnavailable(_reason(error)) from None
        return next((concern for category, concern in _CONCERNS.items() if found.get(category)), None)

    async def close(self) -> None:
        if self._made:
            await self._made.close()

    async def _parts(self, messages: Sequence[Message], max_tokens: int) -> AsyncGenerator[Delta | Usage, None]:
        stream = await self._client().chat.completions.create(
            model=self._model,
            messages=cast("Any", [{"role": one.role, "content": one.text} for one in messages]),
            max_tokens=max_tokens,
            stream=True,
            stream_options={"include_usage": True},
        )
        ended = False
        async with stream:
            async for chunk in stream:
                if chunk.usage:
                    yield Usage(prompt=chunk.usage.prompt_tokens or 0, completion=chunk.usage.completion_tokens or 0)
                for choice in chunk.choices or ():
                    if choice.delta.content:
                        yield Delta(text=choice.delta.content)
                    ended = ended or choice.finish_reason is not None
        if not ended:
            raise ModelUnavailable("the answer was cut off")

    async def _ask(self) -> str | None:
        from openai import APIStatusError, OpenAIError

        where = urlsplit(self._url).netloc
        try:
            await self._client().models.list(timeout=_PATIENCE)
        except APIStatusError as error:
            # A server without a list of models still answers; one that refuses the key does not let us in.
            refused = error.status_code in (401, 403) or error.status_code >= 500
            return f"the language model at {where} answers {error.status_code}" if refused else None
        except (OpenAIError, ValueError) as error:
            return f"the language model at {where} does not answer: {_reason(error)}"
        return None

    def _client(self) -> "AsyncOpenAI":
        if self._made is None:
            from openai import AsyncOpenAI

            self._made = AsyncOpenAI(base_url=self._url, api_key=self._api_key or "none", max_retries=0, timeout=60.0)
        return self._made


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
