"""Files are read in a process of their own, with limits: a hostile one takes itself down and nothing else."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path

import msgspec

from eduverse.materials.model.kinds import Kind
from eduverse.materials.ports import Length, Part, Picture, Read, Unreadable
from eduverse.reading.frames import LENGTH, MAX_FRAME, Failed, Finished, Frame, Office, decode
from eduverse.reading.limits import SECONDS

__all__ = ["ProcessReader"]

_OFFICE_SECONDS = 20.0
_MOST_BYTES = 300_000_000
"""Of everything a process says."""


class ProcessReader:
    """Keeps the reader's promise with a process for each file: `at_once` that read, as many that look at archives."""

    def __init__(self, *, seconds: float = SECONDS, at_once: int = 2) -> None:
        self._seconds = seconds
        self._reading = asyncio.Semaphore(at_once)
        self._checking = asyncio.Semaphore(at_once)
        """A turn of its own: somebody waits for it, whatever is being read."""

    async def office(self, file: AsyncIterator[bytes], /) -> Kind | None:
        with suppress(Unreadable):
            async with self._checking, aclosing(self._said("office", file, _OFFICE_SECONDS)) as said:
                async for frame in said:
                    if isinstance(frame, Office):
                        return frame.kind
        return None

    async def read(self, kind: Kind, file: AsyncIterator[bytes], /) -> AsyncGenerator[Read]:
        async with self._reading, aclosing(self._said(kind, file, self._seconds)) as said:
            async for frame in said:
                match frame:
                    case Length() | Part() | Picture():
                        yield frame
                    case Finished():
                        return
                    case _:
                        raise Unreadable(frame.why if isinstance(frame, Failed) else "an answer to another question")
        raise Unreadable("the process that read it did not finish")

    async def _said(self, job: str, file: AsyncIterator[bytes], seconds: float) -> AsyncGenerator[Frame]:
        """Frame by frame, until the process ends or has to be ended.

        The time is measured around each wait, not around a `yield`: what the caller does between two is not its fault.
        """
        async with _on_disk(file) as path, _process(job, path) as process:
            deadline = asyncio.get_running_loop().time() + seconds
            total = 0
            while total < _MOST_BYTES and process.stdout:
                try:
                    async with asyncio.timeout_at(deadline):
                        body = await _next(process.stdout)
                except TimeoutError:
                    raise Unreadable("it takes too long") from None
                if body is None:
                    return
                total += len(body)
                try:
                    frame = decode(body)
                except msgspec.DecodeError:
                    raise Unreadable("an answer that makes no sense") from None
                yield frame
            raise Unreadable("there is too much in it")


async def _next(said: asyncio.StreamReader) -> bytes | None:
    """The next frame's body; None at the end, also at one that comes in the middle of a frame."""
    try:
        size = int.from_bytes(await said.readexactly(LENGTH))
        return await said.readexactly(size) if size <= MAX_FRAME else None
    except asyncio.IncompleteReadError:
        return None


@asynccontextmanager
async def _process(job: str, path: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """Isolated (-I), with nothing of our environment in it: it knows no secret."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-m", "eduverse.reading.worker", job, str(path)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
        cwd=path.parent,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


@asynccontextmanager
async def _on_disk(file: AsyncIterator[bytes]) -> AsyncIterator[Path]:
    """The file in a folder that is gone afterwards: parsers want to jump about in it."""
    with tempfile.TemporaryDirectory(prefix="eduverse-") as folder:
        path = Path(folder) / "file"
        with path.open("wb") as copy:
            async for chunk in file:
                await asyncio.to_thread(copy.write, chunk)
        yield path
