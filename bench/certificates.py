"""How long it takes to give a whole school its certificates, and to gather them into one batch.

    python bench/certificates.py [--count 1000]

Each is signed twice (as canonical RDF and as canonical JSON), encrypted, stored and pinned in a folder, and committed
in SQLite. The batch is the Merkle tree over all of them, with a proof for each.
"""

import argparse
import asyncio
import secrets
import tempfile
import time
from pathlib import Path

from eduverse.auth.tokens import Key, KeyRing
from eduverse.content.local import folder_content
from eduverse.credentials.issuer import Issuer, SigningKey
from eduverse.credentials.model.certificate import Certificate
from eduverse.credentials.model.merkle import inclusion, is_included, leaf, root
from eduverse.credentials.ports import Passed, Person
from eduverse.credentials.service import Around, CertificateService
from eduverse.credentials.vault import Vault
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.ids import SystemEntropy
from eduverse.storage.sqlite import open_sqlite
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Role, Standing


class School:
    """Everybody has passed."""

    async def passed(self, quiz_id: str, user_id: str) -> Passed | None:
        return Passed(quiz_id, "The planets and their moons", "room", "Solar system", 0.92)

    async def person(self, user_id: str) -> Person | None:
        return Person(f"Student {user_id}", f"{user_id}@school.example")

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return Standing.STUDENT


async def issue(count: int) -> list[Certificate]:
    clock, entropy, school = SystemClock(), SystemEntropy(), School()
    ring = KeyRing([Key("k", secrets.token_bytes(32))])
    with tempfile.TemporaryDirectory() as folder:
        async with open_sqlite(Path(folder), clock) as storage:
            service = CertificateService(
                storage,
                clock=clock,
                issuer=Issuer([SigningKey("k", secrets.token_bytes(32))], "https://campus.example", "Campus"),
                vault=Vault(folder_content(Path(folder) / "content", clock), ring, entropy),
                around=Around(school, school, school, ring),
            )
            students = [
                Principal(user_id=f"s{n}", session_id="s", name="s", role=Role.STUDENT, avatar_data=AvatarData())
                for n in range(count)
            ]
            return [await service.issue(student, "quiz", None) for student in students]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1000)
    count = options.parse_args().count
    began, worked = time.perf_counter(), time.process_time()
    issued = asyncio.run(issue(count))
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    print(f"issued {count}: {seconds:.2f} s, of which {cpu:.2f} s of CPU; {1000 * cpu / count:.1f} ms each")
    began = time.perf_counter()
    leaves = [leaf(secrets.token_bytes(16), bytes.fromhex(one.digest)) for one in issued]
    top = root(leaves)
    built = time.perf_counter() - began
    path = inclusion(leaves, count // 2)
    assert is_included(leaves[count // 2], count // 2, count, path, top)
    print(f"batch of {count}: {built * 1000:.1f} ms; a proof has {len(path)} hashes")


if __name__ == "__main__":
    main()
