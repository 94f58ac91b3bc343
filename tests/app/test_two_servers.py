"""Two servers of one campus: a database and a Redis between them, and people at either.

The database is one in memory that both share, and, for what hangs on the database, MongoDB's protocol as `nx-27017`
speaks it, to which each server has its own connection.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import uvicorn
from tests.realtime.travellers import Traveller
from tests.support.campus import SIGNING, MemoryCampus
from tests.support.mongo import nx_server, without_id
from tests.support.redis import RedisServer, redis_server

from eduverse.app.campus import Campus, Machine, build_campus
from eduverse.app.settings import Settings
from eduverse.gateway.static import ClientFiles
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import SystemEntropy
from eduverse.realtime.declarations import NodeGone
from eduverse.storage.memory import MemoryStorage
from eduverse.storage.mongo import filters, open_mongo
from eduverse.vocabulary.principal import Role


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with redis_server(tmp_path_factory.mktemp("redis")) as serving:
        yield serving


@pytest.fixture(scope="module")
def nx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nx_server(tmp_path_factory.mktemp("nx")) as (url, _):
        yield url


@pytest.fixture(params=["memory", "mongo"])
async def storages(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[Storage]]:
    """Each server's way to the database."""
    if request.param == "memory":
        yield [MemoryStorage()] * 2
        return
    monkeypatch.setattr(filters, "indexes", without_id)
    url = f"{request.getfixturevalue('nx')}/test-{uuid4().hex}"
    async with open_mongo(url, timeout=20) as one, open_mongo(url, timeout=20) as other:
        yield [one, other]


class Person(Traveller):
    """Somebody with an access token, at one of the servers."""

    def __init__(self, port: int, token: str) -> None:
        super().__init__(port, "")
        self.token = token
        self.told: list[tuple[str, Any]] = []

    async def connect(self, **auth: Any) -> None:
        await super().connect(token=self.token, **auth)

    async def come(self, room: str) -> Any:
        await self.connect()
        return await self.ask("classroom:join", {"classroomId": room})

    def take(self, event: str, payload: Any) -> None:
        self.told.append((event, payload))

    async def until_told(self, event: str, **fields: Any) -> Any:
        """Returns the first of these events, or the first with these fields."""
        while True:
            for name, payload in self.told:
                if name == event and fields.items() <= payload.items():
                    return payload
            self.hear(await self.next())


class School:
    room: str

    def __init__(self, campuses: list[Campus], ports: list[int], tokens: dict[str, str]) -> None:
        self.campuses = campuses
        self.ports = ports
        self.tokens = tokens

    def person(self, name: str, server: int) -> Person:
        return Person(self.ports[server], self.tokens[name])

    async def post(self, name: str, path: str, **body: Any) -> Any:
        """Asks the first server."""
        url = f"http://127.0.0.1:{self.ports[0]}{path}"
        async with httpx.AsyncClient(headers={"Authorization": f"Bearer {self.tokens[name]}"}) as client:
            answer = (await client.post(url, json=body or None)).raise_for_status()
        return answer.json() if answer.content else None


@asynccontextmanager
async def served(campus: Campus) -> AsyncIterator[int]:
    config = uvicorn.Config(
        campus.app, port=0, ws=campus.engine.websocket_protocol, log_level="warning", timeout_graceful_shutdown=2
    )
    config.load()
    web = uvicorn.Server(config)
    web.lifespan = config.lifespan_class(config)
    async with campus.engine:
        await web.startup()
        try:
            yield web.servers[0].sockets[0].getsockname()[1]
        finally:
            await campus.engine.close_all()
            await web.shutdown()


PEOPLE = {"ada": Role.EDUCATOR, "mira": Role.STUDENT, "tom": Role.STUDENT}


@pytest.fixture
async def school(redis: RedisServer, storages: list[Storage], tmp_path: Path) -> AsyncIterator[School]:
    files = ClientFiles.of(tmp_path)
    plain = MemoryCampus(Settings(), files, storages[0])
    plain.clock = SystemClock()  # type: ignore[assignment]
    tokens = {name: await plain.token(name, role) for name, role in PEOPLE.items()}
    async with AsyncExitStack() as stack:
        campuses = [
            build_campus(
                Machine(storage, SystemClock(), SystemEntropy(), plain.keys, plain.content, SIGNING),
                settings,
                files,
                [],
            )
            for storage, settings in zip(storages, [Settings(redis_url=redis.url)] * 2, strict=True)
        ]
        ports = [await stack.enter_async_context(served(campus)) for campus in campuses]
        school = School(campuses, ports, tokens)
        made = await school.post("ada", "/api/classrooms/create", title="Planets", capacity=10)
        school.room = made["classroom"]["id"]
        for student in ("mira", "tom"):
            await school.post(student, f"/api/classrooms/{school.room}/join")
        yield school
        for campus in campuses:
            campus.services.passwords.close()
    await plain.close()


async def test_a_class_at_two_servers(school: School) -> None:
    ada, mira = school.person("ada", 0), school.person("mira", 1)
    assert (await ada.come(school.room))["ok"]
    entered = await mira.come(school.room)
    assert {member["name"] for member in entered["members"]} == {"Ada", "Mira"}
    joined = await ada.until_told("classroom:user-joined")
    assert joined["member"]["name"] == "Mira"
    handles = {member["name"]: member["handle"] for member in entered["members"]}
    assert joined["member"]["handle"] == handles["Mira"] != handles["Ada"]
    assert (await mira.ask("chat:message", {"text": "hello"}))["ok"]
    assert (await ada.until_told("chat:message"))["text"] == "hello"
    assert (await ada.ask("moderation:mute-all", {}))["ok"]
    assert (await mira.until_told("voice:mute-status"))["muted"]


async def test_who_comes_back_to_the_other_server_has_missed_nothing(school: School) -> None:
    ada, mira = school.person("ada", 0), school.person("mira", 1)
    await ada.come(school.room)
    await mira.come(school.room)
    await ada.ask("chat:message", {"text": "one"})
    await mira.until_told("chat:message")
    mira.lose()
    await ada.ask("chat:message", {"text": "two"})
    mira.port = school.ports[0]
    await mira.connect()
    assert mira.recovered
    await mira.ask("chat:message", {"text": "three"})
    await ada.ask("chat:message", {"text": "end"})
    while not mira.told or mira.told[-1][1].get("text") != "end":
        mira.hear(await mira.next())
    said = [payload["text"] for event, payload in mira.told if event == "chat:message"]
    assert said == ["one", "two", "three", "end"]
    assert not any(event == "classroom:user-left" for event, _ in ada.told)


async def test_who_goes_on_at_the_other_server_is_present_through_it(school: School) -> None:
    """They have not left, so nobody tells the second server that they came; it counts them all the same."""
    first, second = (campus.services.lessons.presence for campus in reversed(school.campuses))
    mira = school.person("mira", 1)
    await mira.come(school.room)
    while not (await first.of_classroom(school.room)).items:  # noqa: ASYNC110 (nothing tells when it is written)
        await asyncio.sleep(0)
    mira.lose()
    mira.port = school.ports[0]
    await mira.connect()
    assert mira.recovered
    assert school.campuses[0].services.whereabouts.served() == [(school.room, "mira")]
    assert await second.confirm() == 1
    (interval,) = (await second.of_classroom(school.room)).items
    assert interval.open
    assert interval.last_seen_time > interval.check_in_time


async def test_a_ban_reaches_the_other_server_and_holds_there(school: School) -> None:
    ada, mira = school.person("ada", 0), school.person("mira", 1)
    await ada.come(school.room)
    await mira.come(school.room)
    await school.post("ada", f"/api/classrooms/{school.room}/bans/mira")
    assert (await mira.until_told("classroom:closed"))["reason"] == "banned"
    mira.lose()
    mira.port = school.ports[0]
    await mira.connect()
    assert (await mira.ask("classroom:join", {"classroomId": school.room}))["code"] == "banned"


async def test_signing_out_at_one_server_ends_the_sockets_at_the_other(school: School) -> None:
    mira = school.person("mira", 1)
    await mira.come(school.room)
    await school.post("mira", "/api/auth/logout")
    assert "41" in await mira.line.drained()
    mira.port = school.ports[1]
    with pytest.raises(ValueError, match=r"Extra data|Expecting"):
        await mira.connect()


async def test_a_teacher_at_one_server_lets_in_who_waits_at_the_other(school: School) -> None:
    ada, mira = school.person("ada", 0), school.person("mira", 1)
    await ada.come(school.room)
    assert (await ada.ask("moderation:lobby", {"on": True}))["ok"]
    assert (await mira.come(school.room))["code"] == "in-lobby"
    assert (await ada.until_told("lobby:waiting"))["name"] == "Mira"
    again = await school.person("ada", 0).come(school.room)
    assert [one["userId"] for one in again["live"]["waiting"]] == ["mira"]
    assert (await ada.ask("lobby:admit", {"userId": "mira"}))["ok"]
    await mira.until_told("lobby:admitted")
    assert (await mira.ask("classroom:join", {"classroomId": school.room}))["ok"]


async def test_who_gives_up_waiting_at_one_server_waits_at_none(school: School) -> None:
    ada, mira = school.person("ada", 0), school.person("mira", 1)
    await ada.come(school.room)
    await ada.ask("moderation:lobby", {"on": True})
    await mira.come(school.room)
    await ada.until_told("lobby:waiting")
    mira.lose()
    await ada.until_told("lobby:left", userId="mira")
    assert (await school.person("ada", 0).come(school.room))["live"]["waiting"] == []


async def test_people_at_two_servers_talk_within_earshot(school: School) -> None:
    mira, tom = school.person("mira", 0), school.person("tom", 1)
    for one in (mira, tom):
        await one.come(school.room)
    assert (await mira.ask("voice:join", {}))["peers"] == []
    joined = await tom.ask("voice:join", {})
    assert joined["audible"] == [peer["peerId"] for peer in joined["peers"]] == [mira.sid]
    assert (await mira.until_told("voice:joined", userId="tom"))["peerId"] == tom.sid
    assert (await tom.ask("voice:offer", {"to": mira.sid, "sdp": "v=0 offer"}))["ok"]
    assert (await mira.until_told("voice:offer"))["from"] == tom.sid
    assert (await mira.ask("voice:answer", {"to": tom.sid, "sdp": "v=0 answer"}))["ok"]
    assert (await tom.until_told("voice:answer"))["from"] == mira.sid
    await tom.ask("avatar:move", {"position": [-4, 0, 3.6], "rotation": 0})
    for one, other in ((tom, mira), (mira, tom)):
        async with asyncio.timeout(5):
            offer = {"to": other.sid, "sdp": "v=0"}
            while (answer := await one.ask("voice:offer", offer)).get("ok"):  # noqa: ASYNC110 (moves arrive silently)
                await asyncio.sleep(0.05)
        assert answer["code"] == "out-of-earshot"


async def test_a_server_that_is_gone_leaves_nobody_of_its_own_in_the_voice(school: School) -> None:
    """Not noticed after thirteen seconds as it would be, but said by the one that would."""
    mira, tom = school.person("mira", 0), school.person("tom", 1)
    for one in (mira, tom):
        await one.come(school.room)
        await one.ask("voice:join", {})
    names = [str(campus.engine.replicas.node) for campus in school.campuses]
    school.campuses[1].engine.channels.bus.declare(NodeGone(node=names[0], by=names[1]))
    assert (await tom.until_told("voice:left"))["peerId"] == mira.sid
    assert (await tom.ask("voice:join", {}))["peers"] == []


async def test_readiness_says_when_the_bus_is_deaf(tmp_path: Path) -> None:
    files = ClientFiles.of(tmp_path)
    with redis_server(tmp_path) as redis:
        plain = MemoryCampus(Settings(), files)
        machine = Machine(plain.storage, SystemClock(), SystemEntropy(), plain.keys, plain.content, SIGNING)
        campus = build_campus(machine, Settings(redis_url=redis.url), files, [])
        async with served(campus) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            redis.process.kill()
            async with asyncio.timeout(8):
                while "deaf" not in (answer := await client.get("/health/ready")).text:  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
            assert answer.status_code == 503
        campus.services.passwords.close()
        await plain.close()
