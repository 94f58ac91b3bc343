"""A short run of the durability trial; `durability.py` says how to run a long one."""

from pathlib import Path

from tests.quizzes.durability import kill_trial


async def test_a_killed_server_keeps_every_acknowledged_answer(tmp_path: Path) -> None:
    assert (await kill_trial(tmp_path, 2)).passed
