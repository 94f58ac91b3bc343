"""Administrators see what is to be done, and have it done again; nobody else does."""

from msgspec import structs
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.jobs.model import JOBS, JobState
from eduverse.kernel.modify import modify
from eduverse.vocabulary.principal import Role


async def a_dead_job(campus: MemoryCampus) -> None:
    await campus.campus.services.queue.put("mint", "one")
    await campus.campus.services.queue.put("mint", "two")
    jobs = campus.storage.collection(JOBS)
    dead = {"state": JobState.DEAD, "due_at": None, "failures": 30, "error": "RuntimeError: no node"}
    await modify(jobs, "mint:one", lambda job: structs.replace(job, **dead))


async def test_an_administrator_has_a_dead_job_run_again() -> None:
    async with memory_campus() as campus:
        await a_dead_job(campus)
        root = campus.client(await campus.token("root", Role.ADMIN))
        listed = await root.get("/api/admin/jobs", params={"state": "dead"})
        assert [(one["id"], one["tries"], one["error"]) for one in listed.json()["items"]] == [
            ("mint:one", 30, "RuntimeError: no node")
        ]
        retried = await root.post("/api/admin/jobs/mint:one/retry", json={})
        assert (retried.status_code, retried.json()["state"]) == (200, "queued")
        assert len((await root.get("/api/admin/jobs")).json()["items"]) == 2
        missing = await root.post("/api/admin/jobs/mint:none/retry", json={})
        assert (missing.status_code, problem(missing)["code"]) == (404, "job-not-found")


async def test_nobody_else_does() -> None:
    async with memory_campus() as campus:
        await a_dead_job(campus)
        for role in (Role.EDUCATOR, Role.STUDENT):
            client = campus.client(await campus.token(role.value, role))
            assert (await client.get("/api/admin/jobs")).status_code == 403
            assert (await client.post("/api/admin/jobs/mint:one/retry", json={})).status_code == 403
