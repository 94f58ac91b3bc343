"""The routes of wallets: what they take and answer, and where they believe they are."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem
from tests.support.wallets import PAGE, Wallet

from eduverse.app.settings import Settings
from eduverse.vocabulary.principal import Role

MIRA = {"email": "mira@school.example", "password": "correct horse battery", "name": "Mira"}
MINE, OTHER = Wallet(1), Wallet(2)


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus(Settings(public_url=PAGE, chain_id=80002)) as campus:
        yield campus


async def asked(client: httpx.AsyncClient, wallet: Wallet = MINE, **fields: str) -> dict[str, str]:
    """A message, signed."""
    answer = await client.post("/api/auth/wallet/nonce", json={"walletAddress": wallet.address, **fields})
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    body = answer.json()
    assert set(body) == {"nonce", "message", "expiresAt"}
    assert body["nonce"] in body["message"]
    return {"message": body["message"], "signature": wallet.sign_hex(body["message"])}


async def registered(client: httpx.AsyncClient) -> dict[str, Any]:
    session: dict[str, Any] = (await client.post("/api/auth/register", json=MIRA)).json()
    client.headers["authorization"] = f"Bearer {session['token']}"
    return session


async def test_a_wallet_signs_in(campus: MemoryCampus) -> None:
    client = campus.client()
    login = await client.post("/api/auth/wallet/login", json={**await asked(client), "session": "cookie"})
    assert login.status_code == 200, login.text
    assert login.headers["cache-control"] == "no-store"
    session = login.json()
    assert session["refreshToken"] is None
    assert {one.partition("=")[0] for one in login.headers.get_list("set-cookie")} == {
        *("eduverse_refresh", "eduverse_device"),
    }
    user = session["user"]
    assert (user["walletAddress"], user["email"], user["role"]) == (MINE.address, None, "student")
    assert "assword" not in login.text
    me = await client.get("/api/auth/me", headers={"authorization": f"Bearer {session['token']}"})
    assert me.json() == user
    assert (await client.post("/api/auth/refresh")).status_code == 200
    named = await client.post("/api/auth/wallet/login", json={**await asked(client, OTHER), "name": "Noor"})
    assert named.json()["user"]["name"] == "Noor"


async def test_the_message_names_the_campus_and_its_chain(campus: MemoryCampus) -> None:
    liar = campus.client()
    liar.headers["host"] = "evil.example"
    message = (await asked(liar, language="de"))["message"]
    assert message.startswith("campus.example wants you to sign in with your Ethereum account:\n")
    assert "\nChain ID: 80002\n" in message
    assert "Auf diesem Campus anmelden." in message
    assert "evil" not in message
    body = {"walletAddress": MINE.address}
    foreign = await liar.post("/api/auth/wallet/nonce", json=body, headers={"origin": "https://evil.example"})
    assert problem(foreign)["code"] == "not-at-home"


async def test_a_campus_that_was_not_told_where_it_is() -> None:
    async with memory_campus() as campus:
        answer = await campus.client().post("/api/auth/wallet/nonce", json={"walletAddress": MINE.address})
        refused = problem(answer)
        assert (refused["status"], refused["code"]) == (409, "not-at-home")
        assert "EDUVERSE_PUBLIC_URL" in refused["detail"]


async def test_linking_and_unlinking(campus: MemoryCampus) -> None:
    client = campus.client()
    await registered(client)
    link = {**await asked(client, purpose="link"), "currentPassword": MIRA["password"]}
    wrong = await client.post("/api/auth/link-wallet", json={**link, "currentPassword": "guess"})
    assert problem(wrong)["code"] == "wrong-credentials"
    answer = await client.post("/api/auth/link-wallet", json=link)
    assert (answer.status_code, answer.json()["walletAddress"]) == (200, MINE.address)
    assert problem(await client.post("/api/auth/link-wallet", json=link))["code"] == "wallet-message-used"
    visitor = campus.client()
    login = await visitor.post("/api/auth/wallet/login", json=await asked(visitor))
    assert login.json()["user"]["email"] == MIRA["email"]
    unlinked = await client.delete("/api/auth/link-wallet")
    assert (unlinked.status_code, unlinked.json()["walletAddress"]) == (200, None)


async def test_adding_an_address_and_a_password(campus: MemoryCampus) -> None:
    client = campus.client()
    session = (await client.post("/api/auth/wallet/login", json=await asked(client))).json()
    client.headers["authorization"] = f"Bearer {session['token']}"
    assert problem(await client.delete("/api/auth/link-wallet"))["code"] == "last-way-in"
    wish = {"email": MIRA["email"], "newPassword": MIRA["password"]}
    answer = await client.post("/api/auth/email", json={**await asked(client, purpose="password"), **wish})
    assert answer.status_code == 200, answer.text
    assert (answer.json()["email"], answer.json()["emailConfirmed"]) == (MIRA["email"], False)
    again = await client.post("/api/auth/email", json={**await asked(client, purpose="password"), **wish})
    assert problem(again)["code"] == "has-password"
    assert (await client.delete("/api/auth/link-wallet")).status_code == 200
    login = {"email": MIRA["email"], "password": MIRA["password"]}
    assert (await campus.client().post("/api/auth/login", json=login)).status_code == 200


async def test_who_is_not_signed_in_links_nothing(campus: MemoryCampus) -> None:
    client = campus.client()
    answers = [
        await client.post("/api/auth/wallet/nonce", json={"walletAddress": MINE.address, "purpose": "link"}),
        await client.post("/api/auth/link-wallet", json={**await asked(client), "currentPassword": "x"}),
        await client.delete("/api/auth/link-wallet"),
    ]
    assert [problem(answer)["code"] for answer in answers] == ["unauthenticated"] * 3


async def test_refusals(campus: MemoryCampus) -> None:
    client = campus.client()
    good = await asked(client)
    for change, status, code in (
        ({"signature": OTHER.sign_hex(good["message"])}, 401, "wrong-signature"),
        ({"signature": good["signature"] + "00"}, 409, "contract-wallet-unavailable"),
        ({"message": good["message"] + "\n"}, 422, "bad-wallet-message"),
        ({"message": ""}, 422, "invalid"),
        ({"message": "x" * 1_001}, 422, "invalid"),
        ({"signature": good["signature"] + "0"}, 422, "invalid"),
        ({"signature": good["signature"][2:]}, 422, "invalid"),
        ({"signature": "0x" + "00" * 5_000}, 422, "invalid"),
        ({"role": "educator"}, 422, "invalid"),
        ({"name": " "}, 422, "invalid"),
    ):
        refused = problem(await client.post("/api/auth/wallet/login", json={**good, **change}))
        assert (refused["status"], refused["code"]) == (status, code)
    for address in ("", "0x12", "0x" + "g" * 40, MINE.address + "\n", "mira.eth"):
        refused = problem(await client.post("/api/auth/wallet/nonce", json={"walletAddress": address}))
        assert refused["code"] == "invalid"


async def test_a_wallets_account_has_no_address_to_confirm(campus: MemoryCampus) -> None:
    async with memory_campus(Settings(public_url=PAGE, smtp_url="smtp://localhost:1?from=a@b.example")) as mailing:
        client = mailing.client()
        session = (await client.post("/api/auth/wallet/login", json=await asked(client))).json()
        client.headers["authorization"] = f"Bearer {session['token']}"
        assert problem(await client.post("/api/auth/email/verification", json={}))["code"] == "no-mail"


async def test_others_do_not_see_a_wallet(campus: MemoryCampus) -> None:
    client = campus.client()
    login = await client.post("/api/auth/wallet/login", json={**await asked(client), "name": "Mira"})
    teacher = await campus.signed_in("ada", role=Role.EDUCATOR)
    room = (await teacher.post("/api/classrooms/create", json={"title": "Sums", "subject": "Maths"})).json()
    path = f"/api/classrooms/{room['classroom']['id']}"
    headers = {"authorization": f"Bearer {login.json()['token']}"}
    assert (await client.post(f"{path}/join", headers=headers)).status_code == 200
    for place in (path, f"{path}/members"):
        shown = (await teacher.get(place)).text
        assert MINE.address.lower() not in shown.lower()
    assert "Mira" in shown
