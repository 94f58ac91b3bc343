"""Whether an acknowledged answer survives: a real server, killed at any moment while a class saves its answers.

    python -m tests.quizzes.durability --rounds 200

Every round starts the server on the same data folder, looks whether each student finds what was acknowledged before,
lets all of them save over HTTP, and kills the server after a random number of acknowledgements. The control looks
into a copy of the folder that was made before anything was saved: it must miss what was acknowledged, or the looking
shows nothing.
"""

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any, NamedTuple

import httpx
from msgspec import structs

from eduverse.app.crowd import TEACHER, seed_crowd, serving
from eduverse.load.accounts import Attendee

__all__ = ["Trial", "kill_trial"]

_STUDENTS = 6
_QUESTIONS = 5
_EARLY = 120.0
"""Seconds before the end of a token in which it is exchanged for the next."""


class Saved(NamedTuple):
    value: str
    revision: int


Promises = dict[tuple[str, str], Saved]
"""(user id, question id) -> the newest answer that the server has acknowledged."""


class Trial(NamedTuple):
    rounds: int
    acknowledged: int
    lost: int
    found_by_control: int
    """How many acknowledged answers are missing in the copy from before."""

    @property
    def passed(self) -> bool:
        return not self.lost and self.acknowledged > 0 and self.found_by_control > 0


async def kill_trial(folder: Path, rounds: int, seed: int = 0) -> Trial:
    random = Random(seed)
    data, copy = str(folder / "data"), str(folder / "copy")
    attendees = await seed_crowd(data, rooms=1, users=_STUDENTS)
    with serving(data) as server:
        path = await _begun(server.url, attendees)
    shutil.copytree(data, copy)
    promises: Promises = {}
    acknowledged = lost = 0
    for _ in range(rounds):
        with serving(data) as server:
            attendees = [await _renewed(server.url, one) for one in attendees]
            lost += await _missing(server.url, path, attendees, promises)
            acknowledged += await _save_until_killed(server.url, path, attendees, promises, server.pid, random)
    with serving(data) as server:
        lost += await _missing(server.url, path, attendees, promises)
    with serving(copy) as server:
        missed = await _missing(server.url, path, attendees, promises)
    return Trial(rounds, acknowledged, lost, missed)


async def _begun(url: str, attendees: list[Attendee]) -> str:
    """Everybody has an open attempt at one quiz; its path."""
    async with httpx.AsyncClient(base_url=url, timeout=30) as teacher:
        session = (await teacher.post("/api/auth/login", json=TEACHER._asdict())).raise_for_status().json()
        teacher.headers["Authorization"] = f"Bearer {session['token']}"
        questions = [{"type": "essay", "text": f"Question {number}"} for number in range(_QUESTIONS)]
        room = {"classroomId": attendees[0].room, "title": "Saved?", "timeLimitSeconds": 7 * 24 * 3600}
        made = await teacher.post("/api/quiz/create", json={**room, "questions": questions})
        path = f"/api/quiz/{made.raise_for_status().json()['id']}"
        (await teacher.post(f"{path}/open", json={})).raise_for_status()
    for one in attendees:
        async with _client(url, one) as client:
            (await client.post(f"{path}/start", json={})).raise_for_status()
    return path


async def _save_until_killed(
    url: str, path: str, attendees: list[Attendee], promises: Promises, pid: int, random: Random
) -> int:
    """Returns how many answers were acknowledged. A save whose reply never came has no promise."""
    patience = random.randint(1, 150)
    acknowledged = 0

    async def save_on(one: Attendee, seed: int) -> None:
        nonlocal acknowledged
        own = Random(seed)
        async with _client(url, one) as client:
            held = await _held(client, path)
            while True:
                question = f"q{own.randint(1, _QUESTIONS)}"
                value, revision = f"{own.random()}", held[question].revision if question in held else 0
                body = {"value": value, "revision": revision}
                reply = (await client.put(f"{path}/answers/{question}", json=body)).raise_for_status().json()
                held[question] = promises[one.user_id, question] = Saved(value, reply["revision"])
                acknowledged += 1
                if acknowledged == patience:
                    os.kill(pid, signal.SIGKILL)

    saving = (save_on(one, random.randrange(2**32)) for one in attendees)
    for ended in await asyncio.gather(*saving, return_exceptions=True):
        if isinstance(ended, httpx.TransportError):
            continue
        raise RuntimeError("a student stopped for another reason than the server's end") from ended
    return acknowledged


async def _missing(url: str, path: str, attendees: list[Attendee], promises: Promises) -> int:
    """Acknowledged answers that are not there. What was saved without a reply may be there instead: it is newer."""
    lost = 0
    for one in attendees:
        async with _client(url, one) as client:
            held = await _held(client, path)
        for (user_id, question), promised in promises.items():
            if user_id == one.user_id:
                found = held.get(question, Saved("", 0))
                lost += found.revision < promised.revision or (
                    found.revision == promised.revision and found.value != promised.value
                )
    return lost


async def _renewed(url: str, one: Attendee) -> Attendee:
    """With a token that is good for another round."""
    if monotonic() < one.good_until:
        return one
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:
        reply = await client.post("/api/auth/refresh", json={"refreshToken": one.refresh_token})
        session = reply.raise_for_status().json()
    good_until = monotonic() + session["expiresIn"] - _EARLY
    return structs.replace(one, token=session["token"], refresh_token=session["refreshToken"], good_until=good_until)


async def _held(client: httpx.AsyncClient, path: str) -> dict[str, Saved]:
    attempt: dict[str, Any] = (await client.get(f"{path}/attempt")).raise_for_status().json()
    return {key: Saved(one["value"], one["revision"]) for key, one in attempt["answers"].items()}


def _client(url: str, one: Attendee) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {one.token}"}, timeout=30)


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.quizzes.durability", description=__doc__)
    options.add_argument("--rounds", type=int, default=200)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = asyncio.run(kill_trial(Path(folder), given.rounds))
    print(  # noqa: T201
        f"{trial.rounds} kills, {trial.acknowledged:,} answers acknowledged, {trial.lost} lost; "
        f"the control misses {trial.found_by_control}"
    )
    sys.exit(not trial.passed)


if __name__ == "__main__":
    main()
