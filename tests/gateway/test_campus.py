"""What the sign-in page must know."""

from tests.support.campus import memory_campus

import eduverse
from eduverse.app.settings import Settings
from eduverse.gateway.campus import DemoAccount


async def test_a_real_campus_gives_no_accounts_away() -> None:
    async with memory_campus(Settings(campus_name="Hill School", open_educators=True)) as campus:
        answer = await campus.client().get("/api/campus")
    assert answer.json() == {
        "name": "Hill School",
        "version": eduverse.__version__,
        "openEducators": True,
        "mail": False,
        "demoAccounts": [],
    }


async def test_a_demo_campus_does() -> None:
    account = DemoAccount(label="Teacher", email="ada@demo.example", password="amber-birch-12")
    async with memory_campus(demo=[account]) as campus:
        answer = await campus.client().get("/api/campus")
    assert answer.json()["demoAccounts"] == [
        {"label": "Teacher", "email": "ada@demo.example", "password": "amber-birch-12"}
    ]
