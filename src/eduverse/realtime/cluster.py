"""Several servers as one campus, over Redis.

What has to reach everybody, and in one order, goes through one stream: every server adds to it, and every server reads
it from where it stands. An entry's id is the event's position, so a client that lost its server finds at any other
what it missed. What is worth nothing later goes through publish and subscribe: volatile events, a room's avatars (one
message per room, server and tick), and beacons.

A server that cannot write keeps what it has to say and tries again; entries carry their server's own count, by which
Redis leaves out what it has written already (only the answer was lost). A server whose own beacon does not come back
has gone deaf: it says so within `DEAF_AFTER`. A server that has not been heard of for as long, and the grace of a lost
connection on top, is declared gone by the others.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from itertools import count
from typing import Any, Final

import msgspec
import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from eduverse.kernel.ids import Entropy
from eduverse.kernel.structs import Struct
from eduverse.realtime.bus import ClusterUnavailable, Deliver, Obey
from eduverse.realtime.declarations import Briefing, Declaration, Hello, NodeGone
from eduverse.realtime.log import Entry, Position
from eduverse.realtime.tasks import Tasks
from eduverse.realtime.wire.avatars import Record, decode_records
from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.events import Message

__all__ = ["Cluster"]

BEACON_EVERY: Final = 1.0
DEAF_AFTER: Final = 3.0
"""Seconds."""
_STREAM_KEEPS: Final = 20_000
"""Entries, about."""
_PAGE: Final = 1_000
_BATCH: Final = 500
_MOST_UNWRITTEN: Final = 50_000
_RETRY: Final = 0.25
_LAST_WORDS: Final = 2.0
_LOOK_UP: Final = 0.1
"""Seconds after which a listener looks whether other rooms are wanted."""
_COUNT_KEPT: Final = 3600
"""Seconds for which Redis remembers a server's count: longer than anything is tried again."""
_ADD_ONCE: Final = """
if tonumber(redis.call('GET', KEYS[2]) or 0) >= tonumber(ARGV[1]) then return false end
redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[2])
return redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'e', ARGV[4])
"""
"""Adds an entry to the stream (the first key) unless its server's count (the second) says that it is there."""
_HANDLES_PER_NODE: Final = 1 << 20
_NODES: Final = 1 << 12

_log = structlog.get_logger(__name__)

Follow = Callable[[str, list[Record]], None]


class _Event(Struct, frozen=True, kw_only=True, tag="Event"):
    """One event on its way to a channel."""

    channel: str
    text: bytes
    attachments: tuple[bytes, ...] = ()
    skip: str | None = None

    @property
    def message(self) -> Message:
        return Message(self.text, self.attachments)


class _Entry(Struct, frozen=True, array_like=True):
    """What the stream holds: `number` counts what this server has written."""

    node: str
    number: int
    said: _Event | Declaration


_encode = msgspec.msgpack.Encoder().encode
_decode_entry = msgspec.msgpack.Decoder(_Entry).decode
_decode_event = msgspec.msgpack.Decoder(_Event).decode


class Cluster:
    """A `Bus` and a `Relay` over Redis. Enter it once deliveries can be taken."""

    def __init__(self, url: str, *, prefix: str = "eduverse", grace: float, entropy: Entropy, tasks: Tasks) -> None:
        """`grace`: the seconds for which people stay present whose server was lost."""
        self.name = entropy.random_bytes(6).hex()
        # Its types leave open whether answers are bytes or text; ours are bytes, as nobody asks it to decode them.
        self._redis: Any = Redis.from_url(url, socket_timeout=10, socket_connect_timeout=3)
        self._stream = f"{prefix}:events"
        self._count = f"{{{self._stream}}}:{self.name}"  # the braces: in a Redis Cluster, beside the stream
        self._volatile = f"{prefix}:volatile"
        self._beacons = f"{prefix}:beacons"
        self._avatars = f"{prefix}:avatars:"
        self._sessions = f"{prefix}:session:"
        self._slots = f"{prefix}:nodes"
        self._gone_after = DEAF_AFTER + grace
        self._tasks = tasks
        self._head = Position(0, 0)
        self._numbers = count(1)
        self._unwritten: deque[tuple[Any, ...]] = deque()
        self._something_to_write = asyncio.Event()
        self._all_written = asyncio.Event()
        self._heard: dict[str, float] = {}
        """Server -> when its beacon was heard last."""
        self._hearing_since = 0.0
        self._read_at = 0.0
        self._running: list[asyncio.Task[None]] = []
        self._failures: dict[str, str] = {}
        self._greeted = asyncio.Event()
        self._briefings: asyncio.Queue[Briefing] = asyncio.Queue()
        self._closing = False
        self._rooms: set[str] = set()
        self._subscribed: set[str] = set()
        self._slot = 0

    def attach(self, deliver: Deliver, obey: Obey, follow: Follow, repeat: Callable[[str], None]) -> None:
        """`follow` takes the records of other servers' avatars in a room, `repeat` has ours there told once more."""
        self._deliver = deliver
        self._obey = obey
        self._follow = follow
        self._repeat = repeat

    async def start(self) -> None:
        """Begins to listen, says hello, and returns once it knows what the others know. Raises `ClusterUnavailable`."""
        try:
            self._slot = int(await self._redis.incr(self._slots)) % _NODES
            newest = await self._redis.xrevrange(self._stream, count=1)
            listening = await self._redis.pubsub_numsub(self._beacons)
        except (RedisError, OSError) as error:
            await self._redis.aclose()
            raise ClusterUnavailable(f"Redis does not answer: {error}") from error
        self._head = _position(newest[0][0]) if newest else Position(0, 0)
        self._loop = asyncio.get_running_loop()
        self._hearing_since = self._read_at = self._heard[self.name] = self._loop.time()
        self._pubsub = self._redis.pubsub()
        await self._pubsub.subscribe(self._volatile, self._beacons)
        jobs = {"writing": self._write, "reading": self._read, "listening": self._listen, "beacon": self._beacon}
        self._running = [asyncio.create_task(self._forever(name, job), name=name) for name, job in jobs.items()]
        self.declare(Hello(node=self.name))
        await self._greeted.wait()
        await self._be_briefed(others=listening[0][1])

    async def close(self) -> None:
        """Writes what is still to be said, for a moment, and leaves."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LAST_WORDS):
                await self._all_written.wait()
        self._closing = True
        running = set(self._running)
        while running:
            for task in running:
                task.cancel()
            _, running = await asyncio.wait(running, timeout=_LAST_WORDS)
        await self._pubsub.aclose()
        await self._redis.aclose()

    def handles(self) -> Iterator[int]:
        """Numbers for avatars. Other servers give others, until `_NODES` more have been started."""
        yield from count(self._slot * _HANDLES_PER_NODE + 1)  # not before the first is asked for: we have started then

    @property
    def problems(self) -> list[str]:
        now = self._loop.time()
        deaf = now - min(self._read_at, self._heard[self.name]) > DEAF_AFTER
        said = ["the cluster's bus is deaf: our own beacon does not come back from Redis"] if deaf else []
        return [*said, *(f"the cluster's {name} fails: {error}" for name, error in self._failures.items())]

    # --- Bus ------------------------------------------------------------------------------------------------

    @property
    def head(self) -> Position:
        return self._head

    def publish(self, channel: str, message: Message, *, skip: str | None = None, volatile: bool = False) -> None:
        event = _Event(channel=channel, text=message.text, attachments=message.attachments, skip=skip)
        if volatile:
            self._whisper("PUBLISH", self._volatile, _encode(event))
        else:
            self._append(event)

    def declare(self, declaration: Declaration) -> None:
        self._append(declaration)

    async def since(self, position: Position, channels: Iterable[str]) -> list[Entry] | None:
        wanted = frozenset(channels)
        facts = await self._redis.xinfo_stream(self._stream)
        first = facts["first-entry"]
        trimmed = facts["entries-added"] > facts["length"]
        if _position(facts["last-generated-id"]) < position or (trimmed and first and _position(first[0]) > position):
            return None
        missed: list[Entry] = []
        while page := await self._redis.xrange(self._stream, f"({position}", "+", count=_PAGE):
            position = _position(page[-1][0])
            for at, said in ((_position(entry_id), _read(fields).said) for entry_id, fields in page):
                if isinstance(said, _Event) and said.channel in wanted:
                    missed.append(Entry(at, said.channel, said.message, said.skip, 0.0))
        return missed

    # --- Relay ----------------------------------------------------------------------------------------------

    def tell(self, room: str, records: bytes) -> None:
        """Where our avatars in a room have moved."""
        self._whisper("PUBLISH", self._avatars + room, self.name.encode() + records)

    def open(self, room: str) -> None:
        """We have somebody in this room: from here on we want to know of its avatars."""
        self._rooms.add(self._avatars + room)

    def shut(self, room: str) -> None:
        self._rooms.discard(self._avatars + room)

    # --- sessions -------------------------------------------------------------------------------------------

    def keep_session(self, pid: str, session: bytes, seconds: float) -> None:
        """Has a session found by whichever server its client comes back to."""
        self._say("SET", self._sessions + pid, session, "PX", round(seconds * 1000))

    def drop_session(self, pid: str) -> None:
        self._say("DEL", self._sessions + pid)

    async def find_session(self, pid: str) -> bytes | None:
        found: bytes | None = await self._redis.get(self._sessions + pid)
        return found

    async def claim_session(self, pid: str) -> bool:
        """Whether it was there, and is ours now: of several claimants one gets it."""
        return bool(await self._redis.delete(self._sessions + pid))

    # --- inside ---------------------------------------------------------------------------------------------

    def _append(self, said: _Event | Declaration) -> None:
        number = next(self._numbers)
        entry = _encode(_Entry(self.name, number, said))
        self._say("EVAL", _ADD_ONCE, 2, self._stream, self._count, number, _COUNT_KEPT, _STREAM_KEEPS, entry)

    def _whisper(self, *command: Any) -> None:
        """What is worth nothing later: left out when more waits than is written at once."""
        if len(self._unwritten) < _BATCH:
            self._say(*command)

    def _say(self, *command: Any) -> None:
        if len(self._unwritten) >= _MOST_UNWRITTEN:
            self._failures["outbox"] = "it is full; what is said now is lost"
            return
        self._unwritten.append(command)
        self._something_to_write.set()
        self._all_written.clear()

    async def _forever(self, name: str, job: Callable[[], Awaitable[None]]) -> None:
        """One of the four jobs, again and again; a failure shows in `problems` until the next success.

        Being cancelled is not enough to end it: a timeout inside the client library that runs out in the same moment
        takes the cancellation for its own.
        """
        while not self._closing:
            try:
                await job()
            except (RedisError, OSError) as error:
                if name not in self._failures:
                    _log.warning("cluster_failed", job=name, error=str(error))
                self._failures[name] = str(error)
                await asyncio.sleep(_RETRY)
            except Exception as error:
                self._tasks.failed(f"the cluster's {name}", error)
                await asyncio.sleep(_RETRY)
            else:
                self._failures.pop(name, None)

    async def _write(self) -> None:
        await self._something_to_write.wait()
        batch = [self._unwritten[place] for place in range(min(_BATCH, len(self._unwritten)))]
        async with self._redis.pipeline(transaction=False) as pipeline:
            for command in batch:
                pipeline.execute_command(*command)
            await pipeline.execute()
        for _ in batch:
            self._unwritten.popleft()
        if not self._unwritten:
            self._something_to_write.clear()
            self._all_written.set()
            self._failures.pop("outbox", None)

    async def _read(self) -> None:
        answer = await self._redis.xread({self._stream: str(self._head)}, count=_PAGE, block=1000)
        self._read_at = self._loop.time()
        for _, entries in answer or ():
            for entry_id, fields in entries:
                self._head = _position(entry_id)
                self._take(_read(fields), self._head)

    def _take(self, entry: _Entry, position: Position) -> None:
        self._heard.setdefault(entry.node, self._loop.time())  # a sign of life, should no beacon ever follow
        try:
            if isinstance(entry.said, _Event):
                self._deliver(entry.said.channel, entry.said.message, entry.said.skip, position)
            else:
                self._obey(entry.said)
                self._heed(entry.said)
        except Exception as error:
            self._tasks.failed("the cluster's bus", error)

    def _heed(self, said: Declaration) -> None:
        """What we have waited for to begin."""
        if isinstance(said, Hello) and said.node == self.name:
            self._greeted.set()
        elif isinstance(said, Briefing) and said.to == self.name:
            for node in said.nodes:
                self._heard.setdefault(node, self._loop.time())
            self._briefings.put_nowait(said)

    async def _be_briefed(self, others: int) -> None:
        """Waits for a server that knows how things stand. Each of the others, those that listened to beacons before
        us, reads our hello, and answers it or is dead; when none knows anything, there is nothing to know."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(DEAF_AFTER):
                for _ in range(others):
                    if (await self._briefings.get()).state is not None:
                        return
        self.declare(Briefing(node=self.name, to=self.name, state=None))
        while (await self._briefings.get()).node != self.name:
            pass

    async def _listen(self) -> None:
        if new := self._rooms - self._subscribed:
            await self._pubsub.subscribe(*new)
        if old := self._subscribed - self._rooms:
            await self._pubsub.unsubscribe(*old)
        self._subscribed = set(self._rooms)
        message = await self._pubsub.get_message(timeout=_LOOK_UP)
        if message is not None:
            self._hear(message)

    def _hear(self, message: dict[str, Any]) -> None:
        channel, data = message["channel"].decode(), message["data"]
        if message["type"] == "subscribe":
            if channel.startswith(self._avatars):
                self._say("PUBLISH", channel, self.name)  # from here on we hear: where is everybody?
        elif message["type"] != "message":
            return
        elif channel == self._beacons:
            self._heard_of(data.decode())
        elif channel == self._volatile:
            event = _decode_event(data)
            self._deliver(event.channel, event.message, event.skip, None)
        elif not data.startswith(self.name.encode()):
            self._hear_of_avatars(channel.removeprefix(self._avatars), data[len(self.name) :])

    def _hear_of_avatars(self, room: str, data: bytes) -> None:
        """What another server says of its avatars in a room; when it says nothing, it asks for ours."""
        if not data:
            self._repeat(room)
            return
        try:
            _, records = decode_records(data)
        except ProtocolError as error:
            _log.warning("cluster_avatars_malformed", room=room, error=str(error))
        else:
            self._follow(room, records)

    def _heard_of(self, node: str) -> None:
        now = self._loop.time()
        if node == self.name and now - self._heard[node] > DEAF_AFTER:
            self._hearing_since = now
        self._heard[node] = now

    async def _beacon(self) -> None:
        self._say("PUBLISH", self._beacons, self.name)
        now = self._loop.time()
        if now - self._hearing_since > self._gone_after and now - self._heard[self.name] < DEAF_AFTER:
            for node in [node for node, heard in self._heard.items() if now - heard > self._gone_after]:
                del self._heard[node]
                self.declare(NodeGone(node=node, by=self.name))
        await asyncio.sleep(BEACON_EVERY)


def _position(entry_id: bytes) -> Position:
    milliseconds, _, number = entry_id.partition(b"-")
    return Position(int(milliseconds), int(number))


def _read(fields: dict[bytes, bytes]) -> _Entry:
    return _decode_entry(fields[b"e"])
