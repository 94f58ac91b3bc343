"""A job's states: which event leads where, and whose word counts."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.clock import NOON

from eduverse.jobs.errors import IllegalEvent, JobRunning, LeaseLost
from eduverse.jobs.model import (
    Job,
    JobState,
    Patience,
    deferred,
    described,
    extended,
    failed,
    finished,
    given_back,
    job_id,
    lapsed,
    new_job,
    postponed,
    retried,
    taken,
)

PATIENCE = Patience(failures=3, lapses=2)
LATER = NOON + timedelta(minutes=1)
ACTIONS = {
    "take": lambda job, lease: taken(job, "me", LATER),
    "extend": lambda job, lease: extended(job, lease, LATER),
    "finish": lambda job, lease: finished(job, lease, NOON),
    "postpone": lambda job, lease: postponed(job, lease, LATER),
    "give back": lambda job, lease: given_back(job, lease, NOON),
    "defer": lambda job, lease: deferred(job, lease, "no", now=NOON, luck=0.5, patience=PATIENCE),
    "fail": lambda job, lease: failed(job, lease, "no", now=NOON, luck=0.5, patience=PATIENCE),
    "lapse": lambda job, lease: lapsed(job, now=NOON, luck=0.5, patience=PATIENCE),
    "retry": lambda job, lease: retried(job, NOON),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(-1, 0)), max_size=30))
@settings(max_examples=150, deadline=None)
def test_whatever_happens_a_job_is_whole(events: list[tuple[str, int]]) -> None:
    job = new_job("mint", "one", NOON)
    for name, behind in events:
        before = job
        try:
            job = ACTIONS[name](job, job.lease + behind)
        except (IllegalEvent, LeaseLost, JobRunning):
            assert job is before
            continue
        if name not in ("take", "lapse", "retry"):
            assert behind == 0, "who has not got the lease was heard"
        assert (job.owner is not None) is (job.state is JobState.LEASED)
        assert (job.due_at is None) is (job.state in (JobState.DONE, JobState.DEAD))
        assert (job.drop_at is not None) is (job.state is JobState.DONE)
        assert job.lease - before.lease == (name == "take")
        assert not PATIENCE.is_over(job) or job.state is JobState.DEAD


def leased() -> Job:
    return taken(new_job("mint", "one", NOON), "me", LATER)


def test_what_is_said_under_an_older_lease_is_not_heard() -> None:
    mine = leased()
    theirs = taken(lapsed(mine, now=NOON, luck=0, patience=PATIENCE), "they", LATER)
    for say in ("extend", "finish", "postpone", "give back", "fail", "defer"):
        with pytest.raises(LeaseLost):
            ACTIONS[say](theirs, mine.lease)


def test_it_waits_twice_as_long_each_time_up_to_a_bound() -> None:
    patience = Patience(first=timedelta(seconds=2), longest=timedelta(seconds=60))
    waits = [patience.delay(failures, 0.5).total_seconds() for failures in (1, 2, 3, 4, 5, 6, 1000)]
    assert waits == [2, 4, 8, 16, 32, 60, 60]
    assert patience.delay(1, 0) == timedelta(seconds=1)


def test_it_dies_after_so_many_failures_and_is_alive_again_when_it_is_retried() -> None:
    job = new_job("mint", "one", NOON)
    for _ in range(PATIENCE.failures):
        assert job.state is JobState.QUEUED
        held = taken(job, "me", LATER)
        job = failed(held, held.lease, "no", now=NOON, luck=0.5, patience=PATIENCE)
    assert (job.state, job.error) == (JobState.DEAD, "no")
    again = retried(job, NOON)
    assert (again.state, again.failures, again.due_at) == (JobState.QUEUED, 0, NOON)


def test_waiting_for_something_outside_is_no_failure() -> None:
    held = leased()
    once = failed(held, held.lease, "no", now=NOON, luck=0.5, patience=PATIENCE)
    held = taken(once, "me", LATER)
    waiting = postponed(held, held.lease, LATER)
    assert (waiting.failures, waiting.error, waiting.due_at) == (0, None, LATER)


def test_a_running_job_is_not_retried() -> None:
    with pytest.raises(JobRunning):
        retried(leased(), NOON)


@pytest.mark.parametrize("kind", ["", "Mint", "a:b", "1st", "x" * 61])
def test_a_kind_is_a_plain_word(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        job_id(kind, "one")


def test_an_error_is_one_line_without_what_nobody_should_read() -> None:
    said = described(
        RuntimeError("POST https://user:pass@node.example/v1/KEY?token=abc\nBearer s3cret for ann@school.example")
    )
    assert said == "RuntimeError: POST https://node.example Bearer … for …@…"
    assert len(described(ValueError("x" * 5000))) == 300
    assert described(TimeoutError()) == "TimeoutError"
