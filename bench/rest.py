"""Server CPU of `GET /api/classrooms` (20 rows, signed in), above what uvicorn itself takes for the same answer.

    python bench/rest.py [--requests 4000] [--rounds 5]

Both servers run in one go, round by round; medians and the spread are printed. The peer is a bare ASGI application
on the same uvicorn that sends a body of the same size, once at once and once after being busy for BUSY microseconds,
which are taken off again: a server that answers faster than it is asked is spared the waking of its client, which is
uvicorn's and the kernel's cost and not the application's. The client accepts no compression.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from bench.process import Served, cpu_seconds, served

CONNECTIONS = 8
BUSY = 200
BARE = Path(__file__).parent / "peers" / "bare_asgi.py"


async def load(url: str, token: str, requests: int) -> None:
    """`requests` GETs over a few connections that stay open; raises unless each answers 200."""
    host, port = urlsplit(url).hostname, urlsplit(url).port
    target = urlsplit(url).path + "?" + urlsplit(url).query
    request = f"GET {target} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\n\r\n".encode()

    async def one() -> None:
        reader, writer = await asyncio.open_connection(host, port)
        for _ in range(requests // CONNECTIONS):
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(head.decode())
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            await reader.readexactly(int(length.partition(b":")[2]))
        writer.close()

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))


def microseconds(server: Served, path: str, token: str, requests: int) -> float:
    before = cpu_seconds(server.pid)
    asyncio.run(load(server.url + path, token, requests))
    return (cpu_seconds(server.pid) - before) / requests * 1e6


def furnish(url: str) -> tuple[str, int]:
    """An account with 20 classrooms; its token, and the size of the list."""
    account = {"email": "bench@school.example", "password": "a-bench-and-a-table", "name": "Bench", "role": "educator"}
    token: str = httpx.post(f"{url}/api/auth/register", json=account).raise_for_status().json()["token"]
    headers = {"Authorization": f"Bearer {token}"}
    for number in range(20):
        room = {"title": f"Classroom {number}", "description": "What it is about, in a sentence or two. " * 3}
        httpx.post(f"{url}/api/classrooms/create", json=room, headers=headers).raise_for_status()
    headers["Accept-Encoding"] = "identity"
    page = httpx.get(f"{url}/api/classrooms?limit=20", headers=headers).raise_for_status()
    assert len(page.json()["items"]) == 20
    return token, len(page.content)


def told(label: str, values: list[float]) -> None:
    print(f"{label:<28} {statistics.median(values):7.1f} µs   (from {min(values):.1f} to {max(values):.1f})")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=int, default=4000)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as data:
        ours = [sys.executable, "-m", "eduverse.app.cli", "serve", "--port", "0", "--data", data]
        freely = {"EDUVERSE_ACCOUNT_RATE": "1000000", "EDUVERSE_OPEN_EDUCATORS": "true", "EDUVERSE_LOG_LEVEL": "error"}
        with served(ours, r"is open at (\S+)", **freely) as campus:
            token, size = furnish(campus.url)
            bare = [sys.executable, str(BARE), str(size)]
            with served([*bare, "0"], r"at (\S+)") as quick, served([*bare, str(BUSY)], r"at (\S+)") as busy:
                asked = (campus, "/api/classrooms?limit=20"), (quick, "/"), (busy, "/")
                rounds = [
                    [microseconds(server, path, token, given.requests) for server, path in asked]
                    for _ in range(given.rounds + 1)
                ][1:]  # the first warms all up
    print(f"GET /api/classrooms, 20 rows, {size} bytes, {given.requests} requests a round, {given.rounds} rounds")
    told("EduVerse", [mine for mine, _, _ in rounds])
    told("bare ASGI on uvicorn", [quick for _, quick, _ in rounds])
    told(f"the same, busy for {BUSY} µs", [busy for _, _, busy in rounds])
    told("EduVerse above uvicorn", [mine - (busy - BUSY) for mine, _, busy in rounds])


if __name__ == "__main__":
    main()
