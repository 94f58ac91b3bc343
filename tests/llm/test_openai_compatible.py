"""The adapter to OpenAI-compatible servers, against one on a real socket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest
from tests.ports.language_model_contract import ASKED, LanguageModelContract, Scripting, heard, text_of
from tests.support.clock import FakeClock
from tests.support.entropy import ScriptedEntropy
from tests.support.llm_server import LlmServer, Say, llm_server
from tests.support.tutor import ScriptedModel, no_pause

from eduverse.llm.openai_compatible import OpenAICompatible
from eduverse.tutor.calling import Patience, PatientModel
from eduverse.tutor.model.moderation import Concern
from eduverse.tutor.ports import Delta, LanguageModel, ModelUnavailable, Usage


class Wired:
    def __init__(self, server: LlmServer) -> None:
        self.server = server
        self.clock = FakeClock()
        self.model = self.adapter(server.url)

    def adapter(self, url: str) -> OpenAICompatible:
        return OpenAICompatible(url, model="llama", api_key="sk-test", clock=self.clock)

    def says(self, text: str) -> None:
        self.server.script = [Say(text)]

    def breaks_off(self, text: str) -> None:
        self.server.script = [Say(text, fault="cut")]

    def is_down(self) -> None:
        self.server.script = [Say(status=503)]


@pytest.fixture
async def wired() -> AsyncIterator[Wired]:
    async with llm_server() as server:
        wired = Wired(server)
        yield wired
        await wired.model.close()


class TestOpenAICompatible(LanguageModelContract):
    @pytest.fixture
    def scripting(self, wired: Wired) -> Scripting:
        return wired


class Faked:
    def __init__(self) -> None:
        self.scripted = ScriptedModel("x")

    @property
    def model(self) -> LanguageModel:
        return self.scripted

    def says(self, text: str) -> None:
        self.scripted.script = [text]

    def breaks_off(self, text: str) -> None:
        self.scripted.script = [ModelUnavailable("cut")]

    def is_down(self) -> None:
        self.scripted.script = [ModelUnavailable("down")]
        self.scripted.down = "down"


class TestScriptedModel(LanguageModelContract):
    """The fake that other tests rest on keeps the same contract."""

    @pytest.fixture
    def scripting(self) -> Scripting:
        return Faked()


async def test_what_is_asked_for(wired: Wired) -> None:
    assert text_of(await heard(wired.model, max_tokens=55)) == "Hello."
    (asked,) = wired.server.requests
    assert (asked["model"], asked["max_tokens"], asked["stream"]) == ("llama", 55, True)
    assert asked["messages"] == [{"role": one.role, "content": one.text} for one in ASKED]
    assert wired.server.keys == ["Bearer sk-test"]


async def test_usage_is_told_where_the_server_tells_it(wired: Wired) -> None:
    assert (await heard(wired.model))[-1] == Usage(prompt=11, completion=7)
    wired.server.script = [Say("Hello.", usage=False)]
    assert all(isinstance(part, Delta) for part in await heard(wired.model))


@pytest.mark.parametrize(
    ("say", "passing"),
    [
        (Say(status=500), True),
        (Say(status=429), True),
        (Say(status=400), False),
        (Say(status=401), False),
        (Say("half of it", fault="cut"), True),
        (Say("half of it", fault="unfinished"), True),
        (Say("half of it", fault="malformed"), True),
        (Say("half of it", fault="not a chunk"), True),
    ],
)
async def test_whatever_goes_wrong_is_one_error(wired: Wired, say: Say, *, passing: bool) -> None:
    wired.server.script = [say]
    with pytest.raises(ModelUnavailable) as refused:
        await heard(wired.model)
    assert refused.value.passing is passing
    assert len(wired.server.requests) == 1


@pytest.mark.parametrize("fault", ["stall", "silent"])
async def test_a_server_that_hangs_is_left(wired: Wired, fault: str) -> None:
    wired.server.script = [Say("half of it", fault=fault)]  # type: ignore[arg-type]
    patience = Patience(first=0.05, between=0.05, whole=1, attempts=1)
    patient = PatientModel(wired.model, clock=wired.clock, entropy=ScriptedEntropy(), patience=patience, pause=no_pause)
    with pytest.raises(ModelUnavailable, match="no word"):
        async for _ in patient.stream(ASKED, max_tokens=10):
            pass
    async with asyncio.timeout(2):
        await wired.server.hung_up.wait()


async def test_leaving_early_closes_the_connection(wired: Wired) -> None:
    wired.server.script = [Say("half of it", fault="stall")]
    async with aclosing(wired.model.stream(ASKED, max_tokens=10)) as parts:
        await anext(parts)
    async with asyncio.timeout(2):
        await wired.server.hung_up.wait()


async def test_where_nobody_listens_it_says_so_and_asks_seldom(wired: Wired) -> None:
    nowhere = wired.adapter("http://127.0.0.1:1/v1")
    assert "does not answer" in (await nowhere.problem() or "")
    with pytest.raises(ModelUnavailable):
        await heard(nowhere)
    await nowhere.close()
    wired.server.script = [Say(status=503)]
    assert "answers 503" in (await wired.model.problem() or "")
    wired.server.script = [Say("x")]
    assert await wired.model.problem()
    wired.clock.advance(31)
    assert await wired.model.problem() is None


async def test_a_server_without_a_list_of_models_answers_all_the_same(wired: Wired) -> None:
    wired.server.script = [Say(status=404)]
    assert await wired.model.problem() is None


async def test_moderation_by_the_provider(wired: Wired) -> None:
    assert await wired.model.concern("hello") is None
    wired.server.flagged = ["violence", "sexual/minors", "self-harm/intent"]
    assert await wired.model.concern("hello") is Concern.SELF_HARM
    wired.server.flagged = ["violence"]
    assert await wired.model.concern("the war") is None
