"""A run: everybody comes in, walks and talks, suffers what is planned, calms down, and is compared."""

import asyncio
import contextlib
import gc
import math
import os
from collections.abc import AsyncIterator, Callable, Sequence
from random import Random
from time import monotonic
from typing import Any, Final, NamedTuple

from eduverse.load.accounts import Attendee, Crowd, Passes
from eduverse.load.chaos import make_trouble
from eduverse.load.client import Client
from eduverse.load.errors import EnteringFailed
from eduverse.load.gauges import Counts, Gauges
from eduverse.load.histogram import Histogram
from eduverse.load.ledger import Verdict
from eduverse.load.person import Person, Room
from eduverse.load.process import COUNTED, Spent, resident_megabytes, spent_by
from eduverse.load.report import (
    Connections,
    Generator,
    Latencies,
    Plan,
    Report,
    Rosters,
    Server,
    Speech,
    Storm,
    Throughput,
    machine,
)
from eduverse.load.rest import Rest
from eduverse.load.roll import Differences, Held, call_roll

__all__ = ["run"]

_WARM_UP: Final = 1.0
"""Seconds of walking before anything is measured, or a quarter of those that are."""
_ENTERING_AT_ONCE: Final = 40
_OBSERVERS: Final = 32
"""People who look at every avatar record, in all rooms together."""
_HANDS_PER_MINUTE: Final = 0.5
_CALM: Final = 25.0
"""Seconds within which all must agree: those who vanished have left after ten."""
_AFTERMATH: Final = 1.0
"""Seconds for which we listen on when all agree: what is told twice may come late."""
_LATE: Final = 0.03
"""Seconds; a generator whose timers are later than that in one of a hundred cases does not measure the server."""

Progress = Callable[[str], None]


class _Window(NamedTuple):
    """What was counted while it was measured."""

    seconds: float
    counts: Counts
    generator: Spent
    server: Spent
    server_megabytes: float


class _Stage:
    """Everybody who takes part in a run, and what is measured of them."""

    def __init__(self, crowd: Crowd, plan: Plan, passes: Passes, random: Random) -> None:
        self.plan = plan
        self.random = random
        self.gauges = Gauges()
        self.lateness = Histogram()
        self.mischief: dict[str, int] = {}
        self.storm: Storm | None = None
        self.rooms: dict[str, Room] = {}
        self.clients = [self._client(one, crowd.url, passes) for one in crowd.attendees]
        self._appoint_observers()

    @property
    def staying(self) -> list[Client]:
        return [client for client in self.clients if not client.gone]

    def _client(self, attendee: Attendee, url: str, passes: Passes) -> Client:
        room = self.rooms.setdefault(attendee.room, Room(attendee.room, self.gauges))
        person = Person(attendee.user_id, attendee.name, room, _dice(self.random.random()))
        return Client(person, url, lambda one: passes.fresh(one.user_id), _dice(self.random.random()))

    def _appoint_observers(self) -> None:
        share = max(1, _OBSERVERS // len(self.rooms))
        for room in self.rooms.values():
            for person in list(room.people.values())[:share]:
                person.observer = True


def _dice(seed: float) -> Random:
    return Random(seed)  # noqa: S311 (nobody gains by guessing where a simulated person goes)


async def run(
    crowd: Crowd, plan: Plan, *, setup_seconds: float, server_pid: int | None, seed: int, progress: Progress
) -> Report:
    """Raises `LoadError`. With the process id of a server on this machine, what it cost is told, too."""
    try:
        return await _run(crowd, plan, setup_seconds, server_pid, seed, progress)
    except ExceptionGroup as failed:  # one person's failure ends all; the first one tells why
        raise failed.exceptions[0] from failed


async def _run(
    crowd: Crowd, plan: Plan, setup_seconds: float, server_pid: int | None, seed: int, progress: Progress
) -> Report:
    host = machine()
    server_pid = server_pid if COUNTED else None
    async with Rest(crowd.url) as rest:
        stage = _Stage(crowd, plan, Passes(rest, crowd.attendees), _dice(seed))
        async with _connected(stage, progress) as entering_seconds:
            gc.collect()
            gc.freeze()  # everybody stays: looking through them again and again would make our timers late
            progress(f"everybody is in after {entering_seconds:.1f} s; walking for {plan.seconds:g} s")
            window = await _act(stage, server_pid)
            progress("comparing what everybody saw")
            rosters, verdicts, findings = await _compare(stage)
    return Report(
        url=crowd.url,
        plan=plan,
        machine=host,
        setup_seconds=round(setup_seconds, 2),
        entering_seconds=round(entering_seconds, 2),
        measured_seconds=round(window.seconds, 2),
        throughput=_throughput(window, len(crowd.attendees)),
        latencies=_latencies(stage.gauges),
        speech=_speech(stage, verdicts),
        rosters=rosters,
        connections=_connections(stage),
        refused=stage.gauges.refused,
        corrected_positions=stage.gauges.unknown_positions,
        generator=_generator(stage, window),
        server=_server(window) if server_pid else None,
        findings=(*findings, *stage.gauges.complaints),
    )


# --- coming in ----------------------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def _connected(stage: _Stage, progress: Progress) -> AsyncIterator[float]:
    """Everybody in their room; gives the seconds that took."""
    began = monotonic()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_watch_heartbeats(stage))]
        try:
            await _let_in(stage, group, tasks, progress)
            yield monotonic() - began
        finally:
            for client in stage.clients:
                client.close()
            for task in tasks:
                task.cancel()


async def _let_in(stage: _Stage, group: asyncio.TaskGroup, tasks: list[asyncio.Task[None]], progress: Progress) -> None:
    """So many at once, as at the beginning of a lesson."""
    deadline = monotonic() + 30 + 0.2 * len(stage.clients)
    waiting = stage.clients[::-1]
    knocking: list[Client] = []
    while waiting or knocking:
        knocking = [client for client in knocking if not client.inside]
        while waiting and len(knocking) < _ENTERING_AT_ONCE:
            knocking.append(waiting.pop())
            tasks.append(group.create_task(knocking[-1].run()))
            if len(waiting) % 100 == 0:
                progress(f"{len(stage.clients) - len(waiting)} of {len(stage.clients)} are coming in")
        if monotonic() > deadline:
            complaints = "; ".join(stage.gauges.complaints) or "the server does not answer"
            raise EnteringFailed(f"{len(waiting) + len(knocking)} people did not get in: {complaints}")
        await asyncio.sleep(0.02)


async def _until(ready: Callable[[], bool], *, seconds: float, every: float) -> None:
    """What is waited for is spread over many clients, so it is looked for."""
    deadline = monotonic() + seconds
    while not ready() and monotonic() < deadline:  # noqa: ASYNC110 (see above)
        await asyncio.sleep(every)


async def _watch_heartbeats(stage: _Stage) -> None:
    while True:
        await asyncio.sleep(1.0)
        now = monotonic()
        for client in stage.clients:
            client.give_up_if_overdue(now)


# --- acting -------------------------------------------------------------------------------------------------


async def _act(stage: _Stage, server_pid: int | None) -> _Window:
    plan = stage.plan
    doings = [_walk(stage), _talk(stage), _raise_hands(stage)]
    if plan.chaos:
        doings.append(make_trouble(stage.clients, stage.random, stage.mischief))
    tasks = [asyncio.create_task(doing) for doing in doings]
    try:
        await _or_failure(tasks, min(_WARM_UP, plan.seconds / 4))
        stage.gauges.measuring = True
        began, before = monotonic(), stage.gauges.counts.copy()
        generator, server = _spent(os.getpid()), _spent(server_pid)
        if plan.storm:
            await _or_failure(tasks, plan.seconds / 3)
            stage.storm = await _raise_storm(stage)
        await _or_failure(tasks, max(0.0, plan.seconds - (monotonic() - began)))
        stage.gauges.measuring = False
        return _Window(
            monotonic() - began,
            stage.gauges.counts.since(before),
            _spent(os.getpid()).since(generator),
            _spent(server_pid).since(server),
            resident_megabytes(server_pid) if server_pid else 0.0,
        )
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _spent(pid: int | None) -> Spent:
    return spent_by(pid) if pid and COUNTED else Spent()


async def _or_failure(tasks: Sequence[asyncio.Task[Any]], seconds: float) -> None:
    """Waits, and raises what one of the tasks raised meanwhile."""
    failed, _ = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    for task in failed:
        task.result()


async def _walk(stage: _Stage) -> None:
    """Each one's moves come at their own moments, evenly over a period; everybody's together from one timer.

    Who is behind catches up at once: to yield in between would cost a round of everybody's frames for each few moves.
    """
    period = 1 / stage.plan.hz
    count = max(1, min(len(stage.clients), math.ceil(period / 0.005)))
    slots = [stage.clients[number::count] for number in range(count)]
    planned = monotonic()
    while True:
        await asyncio.sleep(0)
        for slot in slots:
            planned += period / count
            if (early := planned - monotonic()) > 0:
                await asyncio.sleep(early)
            late = max(0.0, monotonic() - planned)
            if stage.gauges.measuring:
                stage.lateness.add(late)
            if late > period:
                planned += late
            for client in slot:
                if client.inside:
                    client.move(period)


async def _talk(stage: _Stage) -> None:
    await _now_and_then(stage, stage.plan.chats_per_minute, Client.say)


async def _raise_hands(stage: _Stage) -> None:
    await _now_and_then(stage, _HANDS_PER_MINUTE, Client.turn_hand)


async def _now_and_then(stage: _Stage, per_minute: float, do: Callable[[Client], None]) -> None:
    """Somebody does it, as often as all together should."""
    rate = per_minute * len(stage.clients) / 60
    if not rate:
        return
    due = monotonic()
    while True:
        due += stage.random.expovariate(rate)
        await asyncio.sleep(due - monotonic())
        client = stage.random.choice(stage.clients)
        if client.inside:
            do(client)


async def _raise_storm(stage: _Stage) -> Storm:
    """Breaks many connections in one moment; waits until all are back, for at most a minute."""
    hit = [client for client in stage.clients if client.inside]
    hit = stage.random.sample(hit, min(stage.plan.storm, len(hit)))
    recovered, anew, began = stage.gauges.recovered, stage.gauges.anew, monotonic()
    for client in hit:
        client.drop(stage.random.uniform(0, 0.05))
    missing = set(hit)

    def all_were_back() -> bool:
        missing.difference_update([client for client in missing if client.inside and client.undisturbed])
        return not missing

    await _until(all_were_back, seconds=60, every=0.01)
    return Storm(
        connections=len(hit),
        recovered=stage.gauges.recovered - recovered,
        anew=stage.gauges.anew - anew,
        seconds=round(monotonic() - began, 3),
    )


# --- comparing ----------------------------------------------------------------------------------------------


async def _compare(stage: _Stage) -> tuple[Rosters, list[Verdict], list[str]]:
    """Has some vanish after mischief: nobody may see them in the end. Then waits until all is as it must be, and a
    little longer; what is still wrong when the calm ends is wrong."""
    if stage.plan.chaos:
        for client in stage.random.sample(stage.clients, len(stage.clients) // 10):
            client.vanish()
    began = monotonic()
    await _until(lambda: _settled(stage), seconds=_CALM, every=0.25)
    agreed = monotonic() - began
    await asyncio.sleep(_AFTERMATH)
    differences, absent = _differences(stage), sum(not client.inside for client in stage.staying)
    rosters = Rosters(
        ghosts=differences.ghosts,
        missing=differences.missing,
        hands=differences.hands,
        absent=absent,
        seconds_to_agree=round(agreed, 2),
    )
    verdicts = [room.ledger.verdict() for room in stage.rooms.values()]
    told = [example for verdict in verdicts for example in verdict.examples]
    return rosters, verdicts, [*told[:10], *differences.examples]


def _settled(stage: _Stage) -> bool:
    back = all(client.inside and client.undisturbed for client in stage.staying)
    return (
        back
        and _differences(stage)[:3] == (0, 0, 0)
        and all(room.ledger.verdict().complete for room in stage.rooms.values())
    )


def _differences(stage: _Stage) -> Differences:
    total = Differences()
    staying = [client.person for client in stage.staying]
    for room in stage.rooms.values():
        people = [person for person in staying if person.room is room]
        held = [Held(one.name, one.roster.keys() | {one.user_id}, one.hands) for one in people]
        total += call_roll({one.user_id for one in people}, held)
    return total


# --- telling ------------------------------------------------------------------------------------------------


def _throughput(window: _Window, people: int) -> Throughput:
    counts, seconds = window.counts, window.seconds
    return Throughput(
        moves_sent=round(counts.moves / seconds, 1),
        updates_received=round(counts.updates / seconds, 1),
        events_sent=round(counts.emitted / seconds, 2),
        events_received=round(counts.events / seconds, 1),
        bytes_per_update=round(counts.avatar_bytes / max(1, counts.updates), 3),
        kbit_down_per_client=round(counts.bytes_down * 8 / 1000 / seconds / people, 2),
        kbit_avatars_per_client=round(counts.avatar_bytes * 8 / 1000 / seconds / people, 2),
    )


def _latencies(gauges: Gauges) -> Latencies:
    return Latencies(
        moves=gauges.moves.spread(),
        refreshes=gauges.refreshes.spread(),
        chats=gauges.chats.spread(),
        answers=gauges.answers.spread(),
        joins=gauges.joins.spread(),
        arrivals=gauges.arrivals.spread(),
    )


def _speech(stage: _Stage, verdicts: list[Verdict]) -> Speech:
    people = [client.person for client in stage.clients]
    return Speech(
        said=sum(one.said for one in verdicts),
        expected=sum(one.expected for one in verdicts),
        heard=sum(one.heard for one in verdicts),
        lost=sum(one.lost for one in verdicts),
        doubled=sum(one.doubled for one in verdicts),
        disordered=sum(one.disordered for one in verdicts) + sum(one.offsets_back for one in people),
        unanswered=sum(one.unanswered for one in verdicts),
    )


def _connections(stage: _Stage) -> Connections:
    gauges = stage.gauges
    return Connections(
        lost=gauges.losses,
        recovered=gauges.recovered,
        anew=gauges.anew,
        failed=gauges.failed,
        overdue=gauges.overdue,
        closed_by_server=gauges.closed_by_server,
        mischief=stage.mischief,
        storm=stage.storm,
    )


def _generator(stage: _Stage, window: _Window) -> Generator:
    cores, waiting = (seconds / window.seconds for seconds in window.generator)
    lateness = stage.lateness.spread()
    return Generator(
        cores=round(cores, 3),
        waiting=round(waiting, 3),
        lateness=lateness,
        too_slow=cores > 0.9 or lateness.p99 > _LATE * 1000,
    )


def _server(window: _Window) -> Server:
    cores, waiting = (seconds / window.seconds for seconds in window.server)
    return Server(
        cpu_seconds=round(window.server.running, 3),
        cores=round(cores, 3),
        waiting=round(waiting, 3),
        resident_megabytes=round(window.server_megabytes, 1),
    )
